"""robots.txt, for what is fetched without a person having named it (RFC 9309)."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from counterclaim.errors import InputError

KEPT = 24 * 3600.0
"""Seconds after which a robots.txt is asked for again (RFC 9309, 2.4)."""
RETRIED = 3600.0
"""Seconds after which one that could not be had is asked for again."""


class Robots:
    """The rules of hosts asked so far. `fetch` gives status and bytes of a robots.txt, or raises InputError."""

    def __init__(
        self, agent: str, fetch: Callable[[str], tuple[int, bytes]], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._agent, self._fetch, self._clock = agent, fetch, clock
        self._rules: dict[str, tuple[RobotFileParser, float]] = {}

    def require(self, address: str, where: str) -> None:
        """Raises InputError where the host's robots.txt does not let us have an address."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        rules, end = self._rules.get(site, (None, 0.0))
        if rules is None or self._clock() >= end:
            rules, kept = self._read(f"{site}/robots.txt")
            self._rules[site] = rules, self._clock() + kept
        if not rules.can_fetch(self._agent, address):
            raise InputError("its robots.txt asks programs to stay away", where)

    def _read(self, address: str) -> tuple[RobotFileParser, float]:
        """The rules of one host, and for how many seconds they are kept.

        Without a robots.txt all is allowed, without a proper answer nothing is.
        """
        rules = RobotFileParser()
        try:
            status, data = self._fetch(address)
        except InputError:
            status, data = 503, b""
        if status == 200:
            rules.parse(data.decode("utf-8", "replace").splitlines())
            return rules, KEPT
        if 400 <= status < 500:
            rules.parse([])
            return rules, KEPT
        rules.parse(["User-agent: *", "Disallow: /"])
        return rules, RETRIED
