"""Which feeds are watched: addresses, and those that OPML files list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterclaim.errors import InputError
from counterclaim.ingest.files import opened, shown
from counterclaim.ingest.folders import is_address
from counterclaim.ingest.kinds import opml
from counterclaim.ingest.make import quoted, web_address
from counterclaim.ledger import Watched


class Feed(NamedTuple):
    """A feed that is watched."""

    address: str
    listed: bool
    """True where a list names it and no person, so that robots.txt counts."""

    @property
    def fresh(self) -> Watched:
        """The feed as it is before anybody asked for it."""
        return Watched("feed", self.address, self.address)


def find_feeds(names: Iterable[str]) -> tuple[list[Feed], list[InputError]]:
    """The feeds behind names, each once; and which names and lines of lists lead to none."""
    feeds, failures = dict[str, Feed](), list[InputError]()
    for name in names:
        try:
            for found in _behind(name):
                if isinstance(found, InputError):
                    failures.append(found)
                else:
                    feeds.setdefault(found.address, found)
        except InputError as error:
            failures.append(error)
    return list(feeds.values()), failures


def _behind(name: str) -> Iterator[Feed | InputError]:
    if is_address(name):
        if not web_address(name):
            raise InputError("is no http or https address", shown(name))
        yield Feed(name, listed=False)
        return
    with opened(name) as source:
        for number, address in enumerate(opml.feeds(source), start=1):
            if web_address(address):
                yield Feed(address, listed=True)
            else:
                where = source.at(f"feed {number}")
                yield InputError(f'its address "{quoted(address)}" is not http or https', where)
