"""Connections that look at the address before they speak to it."""

from __future__ import annotations

import socket

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
from urllib3.util.connection import create_connection

from counterclaim.ingest.addresses import any_address, public_address


class _Checked(HTTPConnection):
    """Connects to the very address that was looked at, so that a name can't change its mind in between."""

    choose = staticmethod(public_address)

    def _new_conn(self) -> socket.socket:
        address = self.choose(self._dns_host, self.port)
        try:
            return create_connection((address, self.port), self.timeout, socket_options=self.socket_options)
        except TimeoutError as error:
            raise ConnectTimeoutError(self, f"{self.host} does not answer") from error
        except OSError as error:
            raise NewConnectionError(self, f"no connection to {self.host}") from error


class _CheckedTLS(_Checked, HTTPSConnection):
    """The same, encrypted; the certificate is still checked against the host's name."""


class _Any(_Checked):
    choose = staticmethod(any_address)


class _AnyTLS(_CheckedTLS):
    choose = staticmethod(any_address)


def pool(private: bool, connect: float, read: float) -> urllib3.PoolManager:
    """Connections to public addresses, or with `private` to all; `connect` and `read` are seconds to wait."""
    plain = type("Plain", (HTTPConnectionPool,), {"ConnectionCls": _Any if private else _Checked})
    secure = type("Secure", (HTTPSConnectionPool,), {"ConnectionCls": _AnyTLS if private else _CheckedTLS})
    manager = urllib3.PoolManager(timeout=urllib3.Timeout(connect=connect, read=read))
    manager.pool_classes_by_scheme = {"http": plain, "https": secure}
    return manager
