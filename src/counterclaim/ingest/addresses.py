"""Which network addresses may be connected to: those of the open internet, unless a person allows others."""

from __future__ import annotations

import ipaddress
import socket

from counterclaim.errors import InputError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_6TO4 = ipaddress.ip_network("2002::/16")


def public_address(host: str, port: int) -> str:
    """The first address of a host that is on the open internet. Raises InputError where there is none.

    A host all of whose addresses are private, loopback, link-local, reserved or multicast is refused, so
    that a feed can't make this machine fetch what only it can reach (server-side request forgery).
    """
    found = _resolved(host, port)
    public = next((address for address in found if is_public(address)), None)
    if public is None:
        raise InputError(f"{host} is no public address ({found[0]}); --allow-private reads it")
    return public


def any_address(host: str, port: int) -> str:
    """The first address of a host, whatever it is. Raises InputError where it has none."""
    return _resolved(host, port)[0]


def is_public(address: str) -> bool:
    """Whether an IP address, also one that is wrapped in an IPv6 address, is on the open internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or _wrapped(ip)
        return is_public(str(inner)) if inner else ip.is_global and not ip.is_multicast
    return ip.is_global and not ip.is_multicast


def _wrapped(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a NAT64 (RFC 6052) or 6to4 (RFC 3056) address leads to."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.sixtofour if ip in _6TO4 else None


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"the host {host} is not found") from error
    return [str(address[0]) for *_, address in found]
