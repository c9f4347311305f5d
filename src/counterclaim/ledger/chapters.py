"""Readings out of the ledger as chapters of stories; the last ones are kept in memory, for neighbours recur."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.compare.chapters import Chapter, chapter_of
from counterclaim.ledger import generations
from counterclaim.ledger.accounts import accounts_of

_MOST = 1024
"""Chapters in memory, at most, beside those that are asked for at once."""
_KEYS = """
SELECT claims.reading, claims.id, claims.key FROM claims WHERE reading IN (SELECT value FROM json_each(?))
ORDER BY claims.reading, claims.number
"""


class Kept(NamedTuple):
    """A chapter with the keys of its claims by their ids."""

    chapter: Chapter
    keys: dict[str, int]


class Chapters:
    """The chapters of readings, by key."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, Kept] = OrderedDict()
        self._forgotten = 0

    def of(self, connection: sqlite3.Connection, readings: Iterable[int]) -> dict[int, Kept]:
        """The chapters of some readings."""
        self._forget(connection)
        wanted = list(dict.fromkeys(readings))
        missing = sorted(reading for reading in wanted if reading not in self._known)
        self._known.update(_read(connection, missing))
        found = {reading: self._known[reading] for reading in wanted}
        for reading in wanted:
            self._known.move_to_end(reading)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
        return found

    def _forget(self, connection: sqlite3.Connection) -> None:
        """The key of a reading that is forgotten may become that of another one."""
        last = generations.last(connection, "forget")
        if last != self._forgotten:
            self._known.clear()
            self._forgotten = last


def _read(connection: sqlite3.Connection, readings: list[int]) -> dict[int, Kept]:
    if not readings:
        return {}
    keys = defaultdict[int, dict[str, int]](dict)
    for row in connection.execute(_KEYS, (json.dumps(readings),)):
        keys[row["reading"]][row["id"]] = row["key"]
    accounts = accounts_of(connection, readings)  # in the order of the keys
    return {
        reading: Kept(chapter_of(account), keys[reading]) for reading, account in zip(readings, accounts, strict=True)
    }
