"""Links and disputes brought up to date with the reports.

What has changed of the reports is noted by the file's triggers as work to do on chapters: first to *index* a report,
so that it is found by its terms, then to *tell* its story and those of all whose neighbours are others now. Links are
those of the stories. Where the ties between claims have changed, these are *touched*, and disputes are gathered again
around them. So the work is that of the changes and not of the whole, and the result that of comparing everything at
once.

It is done in steps. A step is computed of one moment of the ledger and kept in one transaction, unless another
process has done a step meanwhile; so others can go on adding, and who is killed leaves the rest to the next one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from counterclaim.compare.compare import Outcome, tell
from counterclaim.compare.stories import story_of
from counterclaim.compare.vectors import vector_of
from counterclaim.ledger import gathering, generations, shelf
from counterclaim.ledger.chapters import Chapters, Kept
from counterclaim.ledger.connection import snapshot, transaction
from counterclaim.ledger.keeping import keep_links, keep_ties, touch

_STEP = 64
"""Chapters that are worked on in one step, at most."""
_WORK = "SELECT report, place, reading, terms, told FROM chapters WHERE work = ? ORDER BY place LIMIT ?"
_READING = """
SELECT readings.key FROM readings JOIN origins ON origins.report = readings.report AND origins.superseded IS NULL
WHERE readings.report = ? AND readings.superseded IS NULL AND origins.origin = readings.report
"""
"""The reading that is compared: the current one, of the first report of an origin."""
_TOUCHED = 256
"""Claims around which disputes are gathered in one step, at most."""
_BYTES = 5
"""Of a term in the list of a chapter's terms."""


def is_compared(connection: sqlite3.Connection, version: str) -> bool:
    """Whether links and disputes are those of all reports, as this version of the program compares."""
    return not _has_work(connection) and _version(connection) in (None, version)


def compare_all(connection: sqlite3.Connection, version: str, chapters: Chapters) -> bool:
    """Bring links and disputes up to date, step by step; says whether there was anything to do.

    Where a process of another version does the same meanwhile, the rest is left to it.
    """
    done = False
    while not is_compared(connection, version):
        if _version(connection) not in (None, version):
            if done:
                break
            _renew(connection, version)
        elif _waits(connection, "index"):
            _index(connection, version, chapters)
        elif _waits(connection, "tell"):
            _tell(connection, version, chapters)
        else:
            _gather(connection, version, chapters)
        done = True
    return done


def _has_work(connection: sqlite3.Connection) -> bool:
    query = "SELECT EXISTS (SELECT 1 FROM chapters WHERE work NOTNULL) OR EXISTS (SELECT 1 FROM touched)"
    return bool(connection.execute(query).fetchone()[0])


def _version(connection: sqlite3.Connection) -> str | None:
    """The version that compared last."""
    row = connection.execute("SELECT version FROM generations WHERE work = 'compare' ORDER BY id DESC LIMIT 1")
    found = row.fetchone()
    return None if found is None else str(found["version"])


def _renew(connection: sqlite3.Connection, version: str) -> None:
    """Another version compares otherwise: everything is to be done again."""
    with transaction(connection):
        generations.begin(connection, "compare", version)
        connection.execute("UPDATE chapters SET work = 'index', told = NULL")
        connection.execute("INSERT OR IGNORE INTO touched SELECT source FROM ties UNION SELECT target FROM ties")


def _waits(connection: sqlite3.Connection, work: str) -> bool:
    """Whether chapters wait for some work."""
    query = "SELECT EXISTS (SELECT 1 FROM chapters WHERE work = ?)"
    return bool(connection.execute(query, (work,)).fetchone()[0])


def _waiting(connection: sqlite3.Connection, work: str) -> list[sqlite3.Row]:
    return connection.execute(_WORK, (work, _STEP)).fetchall()


def _index(connection: sqlite3.Connection, version: str, chapters: Chapters) -> None:
    """Make reports findable by the terms of the readings that are to be compared, or findable no more."""
    with snapshot(connection):
        seen = _seen(connection)
        readings = {row["report"]: _reading_of(connection, row["report"]) for row in _waiting(connection, "index")}
        kept = chapters.of(connection, (reading for reading in readings.values() if reading is not None))
    with _step(connection, version, seen) as generation:
        for report, reading in readings.items() if generation is not None else ():
            if _reading_of(connection, report) == reading:
                shelve(connection, report, reading, None if reading is None else kept[reading])


def _reading_of(connection: sqlite3.Connection, report: int) -> int | None:
    row = connection.execute(_READING, (report,)).fetchone()
    return None if row is None else int(row["key"])


def shelve(connection: sqlite3.Connection, report: int, reading: int | None, kept: Kept | None) -> None:
    """Index one report by a reading, or take it out; all whose neighbours may be others now have work to do."""
    row = connection.execute("SELECT * FROM chapters WHERE report = ?", (report,)).fetchone()
    if kept is not None:
        _make_room(connection, report, kept.chapter.place)
    now = None if kept is None else (kept.chapter.place, kept.chapter.terms)
    was = None if row["terms"] is None else (bytes(row["place"]), _unpacked(row["terms"]))
    if was is not None and was != now:
        shelf.take(connection, *was)
        _mark(connection, shelf.affected(connection, *was))
    if now is not None and (was != now or row["reading"] != reading):
        _mark(connection, shelf.affected(connection, *now))
    if now is not None and was != now:
        shelf.put(connection, *now)
    if now is None and was is None and row["reading"] is None and row["told"] is None:
        connection.execute("DELETE FROM chapters WHERE report = ?", (report,))
        return
    terms = None if now is None else _packed(now[1])
    connection.execute(
        "UPDATE chapters SET place = ?, reading = ?, terms = ?, work = 'tell' WHERE report = ?",
        (now[0] if now else None, reading, terms, report),
    )


def _make_room(connection: sqlite3.Connection, report: int, place: bytes) -> None:
    """Take out the row that stood at the place of a report before, where its text has come back."""
    query = "SELECT report FROM chapters WHERE place = ? AND report <> ?"
    for row in connection.execute(query, (place, report)).fetchall():
        shelve(connection, row["report"], None, None)


def _mark(connection: sqlite3.Connection, places: Iterable[bytes]) -> None:
    """Have the stories of some reports told again."""
    connection.executemany(
        "UPDATE chapters SET work = 'tell' WHERE place = ? AND work IS NULL", [(place,) for place in sorted(places)]
    )


class _Retold(NamedTuple):
    """A chapter whose story is another one now."""

    report: int
    told: tuple[int, ...]
    """The readings of the story, in order; none for a chapter that is no more."""
    keys: dict[str, int]
    """Keys of the story's claims."""
    outcome: Outcome


def _tell(connection: sqlite3.Connection, version: str, chapters: Chapters) -> None:
    """Tell the stories of reports again whose neighbours may be others."""
    with snapshot(connection):
        seen = _seen(connection)
        rows = _waiting(connection, "tell")
        retold = [one for row in rows if (one := _retell(connection, chapters, row))]
    with _step(connection, version, seen) as generation:
        if generation is not None:
            _done(connection, [row["report"] for row in rows])
            for one in retold:
                _keep(connection, one, generation)


def _gather(connection: sqlite3.Connection, version: str, chapters: Chapters) -> None:
    """Bring the disputes around some of the touched claims up to date."""
    with snapshot(connection):
        seen = _seen(connection)
        rows = connection.execute("SELECT claim FROM touched ORDER BY claim LIMIT ?", (_TOUCHED,))
        touched = {row["claim"] for row in rows}
        found = gathering.regather(connection, chapters, touched)
    with _step(connection, version, seen) as generation:
        if generation is not None:
            gathering.keep(connection, found, generation)
            connection.executemany("DELETE FROM touched WHERE claim = ?", [(claim,) for claim in sorted(touched)])


def _seen(connection: sqlite3.Connection) -> int:
    """The last generation after which what is compared may be otherwise."""
    return generations.last(connection, "compare", "forget")


@contextmanager
def _step(connection: sqlite3.Connection, version: str, seen: int) -> Iterator[int | None]:
    """A transaction for what was computed when a generation was the last; None where another step came between."""
    with transaction(connection):
        if _seen(connection) != seen:
            yield None
            return
        generation = generations.begin(connection, "compare", version)
        yield generation
        if not _has_work(connection):
            upto = generations.last(connection, "read", "forget")
            connection.execute("UPDATE generations SET upto = ? WHERE id = ?", (upto, generation))


def _done(connection: sqlite3.Connection, reports: Iterable[int]) -> None:
    """The stories of reports are told, unless something has changed in them again."""
    connection.executemany(
        "UPDATE chapters SET work = NULL WHERE report = ? AND work = 'tell'", [(report,) for report in reports]
    )


def _retell(connection: sqlite3.Connection, chapters: Chapters, row: sqlite3.Row) -> _Retold | None:
    """What is found in the story of a chapter; None where it is the story that was told already."""
    if row["reading"] is None:
        return _Retold(row["report"], (), {}, Outcome((), ()))
    places = shelf.neighbours(connection, row["place"], _unpacked(row["terms"]))
    marks = ", ".join("?" * len(places))
    query = f"SELECT reading FROM chapters WHERE place IN ({marks}) AND reading NOTNULL ORDER BY place"
    told = (*(found["reading"] for found in connection.execute(query, places)), row["reading"])
    if row["told"] is not None and tuple(json.loads(row["told"])) == told:
        return None
    kept = chapters.of(connection, told)
    *earlier, own = (kept[reading] for reading in told)
    outcome = tell(story_of([one.chapter for one in earlier], own.chapter, vector_of))
    keys = {claim: key for one in kept.values() for claim, key in one.keys.items()}
    return _Retold(row["report"], told, keys, outcome)


def _keep(connection: sqlite3.Connection, one: _Retold, generation: int) -> None:
    """Keep what was found in a story."""
    keep_links(connection, one.report, one.outcome.links, one.keys, generation)
    reading = one.told[-1] if one.told else None
    touch(connection, keep_ties(connection, one.report, reading, one.outcome.ties, one.keys))
    if one.told:
        told = json.dumps(one.told, separators=(",", ":"))
        connection.execute("UPDATE chapters SET told = ? WHERE report = ?", (told, one.report))
    else:
        connection.execute("DELETE FROM chapters WHERE report = ? AND work IS NULL", (one.report,))


def _packed(terms: Iterable[int]) -> bytes:
    return b"".join(term.to_bytes(_BYTES, "big") for term in sorted(terms))


def _unpacked(terms: bytes) -> frozenset[int]:
    return frozenset(int.from_bytes(terms[at : at + _BYTES], "big") for at in range(0, len(terms), _BYTES))
