"""What is in a ledger, counted."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from counterclaim.ledger import generations
from counterclaim.ledger.comparing import is_compared


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of what holds now, unless said otherwise."""

    reports: int
    outlets: int
    origins: int
    """Texts that differ: reprints counted once."""
    revisions: int
    """Earlier texts and trivial edits that are kept beside the current ones."""
    forgotten: int
    claims: int
    actors: int
    """As the reports name them; one person in two reports is two."""
    links: dict[str, int]
    """By type."""
    disputes: int
    first: str | None
    """Publication of the earliest report."""
    last: str | None
    generation: int
    """The last generation."""
    compared: bool
    """Whether links and disputes are those of all reports."""
    bytes: int
    """Size of the file, its write-ahead log included."""

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        return asdict(self)


def stats_of(connection: sqlite3.Connection, path: Path, version: str) -> Stats:
    """Counts the rows of a ledger."""
    reports = connection.execute(
        "SELECT count(*) AS reports, count(DISTINCT outlet) AS outlets, min(published) AS first, "
        "max(published) AS last FROM reports WHERE superseded IS NULL"
    ).fetchone()
    now = "JOIN readings ON readings.key = reading WHERE readings.superseded IS NULL"
    links = connection.execute("SELECT type, count(*) FROM links WHERE superseded IS NULL GROUP BY type ORDER BY type")
    return Stats(
        **dict(reports),
        origins=_count(connection, "(SELECT DISTINCT origin FROM origins WHERE superseded IS NULL)"),
        revisions=_count(connection, "reports WHERE superseded NOTNULL AND forgotten IS NULL"),
        forgotten=_count(connection, "reports WHERE forgotten NOTNULL"),
        claims=_count(connection, f"claims {now}"),
        actors=_count(connection, f"actors {now}"),
        links={row[0]: row[1] for row in links},
        disputes=count_disputes(connection),
        generation=generations.last(connection),
        compared=is_compared(connection, version),
        bytes=sum(file.stat().st_size for file in (path, Path(f"{path}-wal")) if file.exists()),
    )


def count_disputes(connection: sqlite3.Connection) -> int:
    """How many disputes there are."""
    return _count(connection, "disputes WHERE superseded IS NULL")


def _count(connection: sqlite3.Connection, what: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0])
