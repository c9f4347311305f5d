"""Origins: reports of near-identical text are one, named by the earliest of them; their outlets are all kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from counterclaim.ledger.likeness import are_reprints, bands_of
from counterclaim.ledger.rows import insert, report_of
from counterclaim.model import Report

_CANDIDATES = """
SELECT * FROM reports WHERE key IN (
  SELECT report FROM bands WHERE value IN (SELECT value FROM json_each(:bands)) AND report <> :report)
"""
_REPRINTS = """
SELECT reports.key FROM (
  SELECT other AS report FROM reprints WHERE report = :report
  UNION SELECT report FROM reprints WHERE other = :report) AS near
JOIN reports ON reports.key = near.report
WHERE reports.superseded IS NULL AND reports.forgotten IS NULL
"""


def find_reprints(connection: sqlite3.Connection, key: int, report: Report) -> None:
    """Note which reports of the ledger are reprints of a new one."""
    bands = bands_of(report)
    connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, key) for band in bands.own])
    candidates = connection.execute(_CANDIDATES, {"bands": json.dumps(bands.near), "report": key})
    near = [row["key"] for row in candidates if are_reprints(report, report_of(row))]
    connection.executemany("INSERT INTO reprints VALUES (?, ?)", [(key, other) for other in near])


def reprints_of(connection: sqlite3.Connection, key: int) -> list[int]:
    """The current reports that are reprints of one."""
    return [row["key"] for row in connection.execute(_REPRINTS, {"report": key})]


def regroup(connection: sqlite3.Connection, reports: Iterable[int], generation: int) -> None:
    """Bring the origins of some current reports, and of all that are one with them, up to date."""
    done: set[int] = set()
    for report in reports:
        if report not in done:
            group = _group(connection, report)
            done |= group
            origin = _first(connection, group)
            for member in sorted(group):
                _set(connection, member, origin, generation)


def leave(connection: sqlite3.Connection, key: int, generation: int) -> None:
    """A report is not current any more: it is of no origin, and those that were one by it may not be any more."""
    connection.execute("UPDATE origins SET superseded = ? WHERE report = ? AND superseded IS NULL", (generation, key))
    regroup(connection, reprints_of(connection, key), generation)


def _group(connection: sqlite3.Connection, start: int) -> set[int]:
    group, waiting = {start}, [start]
    while waiting:
        fresh = set(reprints_of(connection, waiting.pop())) - group
        group |= fresh
        waiting += fresh
    return group


def _first(connection: sqlite3.Connection, group: Iterable[int]) -> int:
    """The earliest published report; of those of one time the first by outlet and id."""
    marks = ", ".join(str(int(key)) for key in group)
    order = "coalesce(published, ''), coalesce(outlet, ''), id"
    row = connection.execute(f"SELECT key FROM reports WHERE key IN ({marks}) ORDER BY {order} LIMIT 1").fetchone()
    return int(row["key"])


def _set(connection: sqlite3.Connection, report: int, origin: int, generation: int) -> None:
    now = connection.execute("SELECT origin FROM origins WHERE report = ? AND superseded IS NULL", (report,)).fetchone()
    if now is not None and now["origin"] == origin:
        return
    connection.execute(
        "UPDATE origins SET superseded = ? WHERE report = ? AND superseded IS NULL", (generation, report)
    )
    insert(connection, "origins", {"report": report, "origin": origin, "generation": generation})
