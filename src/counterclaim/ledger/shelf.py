"""The terms of the reports that are compared, kept in the ledger: which are near a report, and what a report changes.

Terms are kept by stretches of time, so that what is looked up and written for a report lies together and does not
grow with the years. What is near is defined in `compare.neighbours`; here it is only looked up.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from counterclaim.compare import neighbours as limits
from counterclaim.compare.account import DATED, day_of, start_of
from counterclaim.compare.neighbours import nearest, weight_of, window_end, window_start

_EARLIER = """
SELECT {columns} FROM terms WHERE term = value AND place < :undated
UNION ALL SELECT {columns} FROM terms WHERE term = (:stretch_before | value) AND place >= :start AND place < :place
UNION ALL SELECT {columns} FROM terms WHERE term = (:stretch | value) AND place >= :start AND place < :place
"""
"""What stands before a place, in the window that begins at :start or undated."""
_COUNTS = f"""
SELECT value AS term, (SELECT count(*) FROM ({_EARLIER.format(columns="1")} LIMIT :most)) AS holders
FROM json_each(:terms)
"""
_HOLDERS = f"SELECT value AS term, (SELECT json_group_array(hex(place)) FROM ({_EARLIER.format(columns='place')})) " \
           "AS places FROM json_each(:terms)"  # fmt: skip
_LATER = """
SELECT value AS term, (SELECT json_group_array(hex(place)) FROM (
  SELECT place FROM terms WHERE term = (:stretch | value) AND place > :place AND place < :end
  UNION ALL SELECT place FROM terms WHERE term = (:stretch_after | value) AND place > :place AND place < :end
  LIMIT :most)) AS places
FROM json_each(:terms)
"""
_NEXT = "SELECT place FROM chapters WHERE place >= ? ORDER BY place LIMIT 1"


def put(connection: sqlite3.Connection, place: bytes, terms: Collection[int]) -> None:
    """Make a report findable by its terms."""
    stretch = _stretch(place)
    connection.executemany("INSERT INTO terms VALUES (?, ?)", [(stretch | term, place) for term in sorted(terms)])


def take(connection: sqlite3.Connection, place: bytes, terms: Collection[int]) -> None:
    """Make a report findable no more."""
    stretch = _stretch(place)
    connection.executemany(
        "DELETE FROM terms WHERE term = ? AND place = ?", [(stretch | term, place) for term in sorted(terms)]
    )


def neighbours(connection: sqlite3.Connection, place: bytes, terms: Collection[int]) -> list[bytes]:
    """The places of the reports that one is compared with, in the order of time."""
    counts = _counts(connection, place, window_start(place), terms)
    rare = [term for term, holders in counts.items() if 0 < holders <= limits.COMMON]
    having = {
        row["term"]: [bytes.fromhex(one) for one in json.loads(row["places"])]
        for row in connection.execute(_HOLDERS, _bounds(place, window_start(place), rare))
    }
    return nearest(rare, having.__getitem__)


def affected(connection: sqlite3.Connection, place: bytes, terms: Collection[int]) -> set[bytes]:
    """The places of reports whose neighbours may be others with a report than without it; all of them and some more."""
    return {one for stretch in _stretches(connection, place) for one in _affected(connection, stretch, terms)}


class _Stretch(NamedTuple):
    """A stretch of time: reports after `place` and before `end` have a report in their window, the last before it."""

    place: bytes
    end: bytes


def _stretches(connection: sqlite3.Connection, place: bytes) -> Iterator[_Stretch]:
    """The time in which reports have a report in their window; of an undated one that is all time."""
    if place >= DATED:
        yield _Stretch(place, window_end(place))
        return
    yield _Stretch(place, DATED)
    start = DATED
    while found := connection.execute(_NEXT, (start,)).fetchone():
        stretch = day_of(found["place"]) // limits.WINDOW
        start = start_of((stretch + 1) * limits.WINDOW)
        yield _Stretch(start_of(stretch * limits.WINDOW), start)


def _affected(connection: sqlite3.Connection, stretch: _Stretch, terms: Collection[int]) -> set[bytes]:
    """Those of a stretch that share enough, or share a term that is just about to be common."""
    shared, found = defaultdict[bytes, int](int), set[bytes]()
    later = _later(connection, stretch, terms)
    by_last = defaultdict[bytes, list[int]](list)
    for term, places in later.items():
        by_last[places[-1]].append(term)
    most = _counts(connection, stretch.place, window_start(stretch.place), later)
    for last, some in by_last.items():
        # All reports of the stretch up to the last one have at least these before them.
        for term, least in _counts(connection, stretch.place, window_start(last), some).items():
            if least > limits.COMMON:
                continue
            if most[term] + len(later[term]) >= limits.COMMON:
                found.update(later[term])
            for number, place in enumerate(later[term]):
                shared[place] += weight_of(term, sole=least + number <= 1)
    return found | {place for place, weight in shared.items() if weight >= limits.SHARED}


def _later(connection: sqlite3.Connection, stretch: _Stretch, terms: Collection[int]) -> dict[int, list[bytes]]:
    """The first reports of a stretch that have a term, by term; more of them than COMMON never count."""
    values: dict[str, Any] = {"place": stretch.place, "end": stretch.end, "terms": json.dumps(sorted(terms))}
    values |= {"stretch": _stretch(stretch.place), "stretch_after": _stretch(stretch.place, 1)}
    values |= {"most": limits.COMMON + 1}
    found = ((row["term"], json.loads(row["places"])) for row in connection.execute(_LATER, values))
    return {term: [bytes.fromhex(one) for one in places] for term, places in found if places}


def _counts(connection: sqlite3.Connection, place: bytes, start: bytes, terms: Collection[int]) -> dict[int, int]:
    """How many reports before a place and from a start on, or undated, have a term; COMMON + 1 for more."""
    rows = connection.execute(_COUNTS, _bounds(place, start, terms))
    return {row["term"]: row["holders"] for row in rows}


def _bounds(place: bytes, start: bytes, terms: Collection[int]) -> dict[str, bytes | int | str]:
    return {
        "place": place, "start": start, "undated": min(place, DATED), "terms": json.dumps(sorted(terms)),
        "stretch": _stretch(place), "stretch_before": _stretch(place, -1), "most": limits.COMMON + 1,
    }  # fmt: skip


def _stretch(place: bytes, further: int = 0) -> int:
    """What the numbers of terms have before them in a place's stretch of time, or in one so many stretches further."""
    return (day_of(place) // limits.WINDOW + further) << limits.TERM_BITS
