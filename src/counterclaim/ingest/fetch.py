"""URLs fetched politely: within limits of time and size, from public addresses only, with pauses."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any, BinaryIO, cast
from urllib.parse import urljoin, urlsplit

from counterclaim.errors import InputError
from counterclaim.ingest.answers import reason, refusal
from counterclaim.ingest.files import shown
from counterclaim.ingest.kind import UNKNOWN, Source, Validators
from counterclaim.ingest.streams import Watched, buffered, too_large

USER_AGENT = "Counterclaim (reads news reports; one reader, no crawler)"

MAX_REDIRECTS = 5
MAX_DOWNLOAD = 1_000_000_000
"""Bytes of one answer, decompressed."""
MAX_SECONDS = 600.0
"""How long one answer may take, to its last byte."""
CONNECT_SECONDS, READ_SECONDS = 10.0, 30.0
"""How long to wait for a connection, and for the next bytes."""
PAUSE = 1.0
"""Seconds from one request to a host to the next."""

_REDIRECTS = {301, 302, 303, 307, 308}


class Fetcher:
    """Fetches URLs one after the other and remembers when it last asked which host.

    `private` allows addresses that are not on the open internet; `pause` is in seconds. What a person
    named is fetched as a browser would; what only a feed named is fetched if robots.txt lets us.
    """

    def __init__(
        self, *, private: bool = False, pause: float = PAUSE, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._private, self._pause, self._sleep = private, pause, sleep
        self._asked: dict[str, float] = {}
        self._robots: Any = None
        self._pool: Any = None

    @contextmanager
    def open(self, url: str, *, automatic: bool = False, known: Validators = UNKNOWN) -> Iterator[Source]:
        """What stands at a URL, as it comes. Raises InputError where that can't be had.

        `automatic` where no person named it; `known` are the validators of the state that one has: the server
        may then answer 304 (Not Modified), a StatusError. `Source.url` is the address after redirects.
        """
        response, final = self._answer(url, automatic, known)
        try:
            if response.status != HTTPStatus.OK:
                raise refusal(response.status, response.headers, shown(url))
            yield _source(response, shown(url), final)
        finally:
            response.release_conn()
            response.close()

    def _answer(self, url: str, automatic: bool, known: Validators = UNKNOWN) -> tuple[Any, str]:
        """The first answer that is no redirect, and its address."""
        address = url
        for _ in range(MAX_REDIRECTS + 1):
            _require_web(address, shown(url))
            if automatic:
                self._require_welcome(address, shown(url))
            response = self._ask(address, shown(url), known)
            location = response.headers.get("Location")
            if response.status not in _REDIRECTS or not location:
                return response, address
            response.close()
            address = _joined(address, location, shown(url))
        raise InputError(f"is redirected more than {MAX_REDIRECTS} times", shown(url))

    def _ask(self, address: str, where: str, known: Validators) -> Any:
        """One request, after the pause that is due. Raises InputError where no answer comes."""
        from urllib3.exceptions import HTTPError

        self._wait(urlsplit(address).netloc)
        try:
            return self._connections().request(
                "GET", address, redirect=False, retries=False, preload_content=False,
                headers=_headers(known),
            )  # fmt: skip
        except InputError as error:  # of the address
            raise InputError(error.what, where) from error
        except HTTPError as error:
            raise InputError(reason(error), where) from error
        except (ValueError, OSError) as error:  # an address that can't be one
            raise InputError("can't be fetched", where) from error

    def _wait(self, host: str) -> None:
        due = self._asked.get(host, float("-inf")) + self._pause - time.monotonic()
        if due > 0:
            self._sleep(due)
        self._asked[host] = time.monotonic()

    def _connections(self) -> Any:
        from counterclaim.ingest.connections import pool

        if self._pool is None:
            self._pool = pool(self._private, CONNECT_SECONDS, READ_SECONDS)
        return self._pool

    def _require_welcome(self, address: str, where: str) -> None:
        from counterclaim.ingest.robots import Robots

        if self._robots is None:
            self._robots = Robots(USER_AGENT, self._robots_file)
        self._robots.require(address, where)

    def _robots_file(self, address: str) -> tuple[int, bytes]:
        """Status and beginning of a robots.txt; RFC 9309 asks to read 500 KiB of it and to follow five redirects."""
        response, _ = self._answer(address, automatic=False)
        try:
            return response.status, response.read(500 * 1024, decode_content=True)
        finally:
            response.close()


def _headers(known: Validators) -> dict[str, str]:
    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    plain = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"}
    return plain | {name: value for name, value in conditions.items() if value}


def _source(response: Any, where: str, final: str) -> Source:
    """An answer as a source whose stream keeps to the limits of size and time."""
    end = time.monotonic() + MAX_SECONDS

    def watch(count: int) -> None:
        if count > MAX_DOWNLOAD:
            raise too_large(MAX_DOWNLOAD, where, "download")
        if time.monotonic() > end:
            raise InputError(f"takes longer than {MAX_SECONDS / 60:.0f} minutes", where)

    stream = Watched(cast(BinaryIO, _Body(response)), where, watch, "the answer breaks off or is damaged")
    headers = response.headers
    charset = headers.get("Content-Type", "").partition("charset=")[2].strip(" \"'") or None
    return Source(
        buffered(stream), where, urlsplit(final).path, url=final, charset=charset, intact=stream.require_intact,
        validators=Validators(headers.get("ETag"), headers.get("Last-Modified")),
    )  # fmt: skip


class _Body:
    """The decompressed bytes of an answer; all failures are OSErrors."""

    def __init__(self, response: Any) -> None:
        self._response = response

    def read(self, size: int) -> bytes:
        from urllib3.exceptions import HTTPError

        try:
            data: bytes = self._response.read(size, decode_content=True)
        except HTTPError as error:
            raise OSError(str(error)) from error
        return data


def _require_web(address: str, where: str) -> None:
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        known = False
    if not known:
        leads = "" if shown(address) == where else f"leads to {shown(address)[:80]}, which "
        raise InputError(f"{leads}is no http or https address", where)


def _joined(address: str, location: str, where: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError as error:
        raise InputError("is redirected to what is no http or https address", where) from error
