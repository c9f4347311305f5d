"""robots.txt, for what is fetched without a person having named it (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from counterclaim.errors import InputError


class Robots:
    """The rules of all hosts asked so far. `fetch` gives status and bytes of a robots.txt, or raises InputError."""

    def __init__(self, agent: str, fetch: Callable[[str], tuple[int, bytes]]) -> None:
        self._agent, self._fetch = agent, fetch
        self._rules: dict[str, RobotFileParser] = {}

    def require(self, address: str, where: str) -> None:
        """Raises InputError where the host's robots.txt does not let us have an address."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read(f"{site}/robots.txt")
        if not self._rules[site].can_fetch(self._agent, address):
            raise InputError("its robots.txt asks programs to stay away", where)

    def _read(self, address: str) -> RobotFileParser:
        """The rules of one host: without a robots.txt all is allowed, without a proper answer nothing is."""
        rules = RobotFileParser()
        try:
            status, data = self._fetch(address)
        except InputError:
            status, data = 503, b""
        if status == 200:
            rules.parse(data.decode("utf-8", "replace").splitlines())
        elif 400 <= status < 500:
            rules.parse([])
        else:
            rules.parse(["User-agent: *", "Disallow: /"])
        return rules
