"""The ledger's tables, made by migrations that are run in order, each once.

`PRAGMA user_version` counts those that a file has been through. A migration is never changed once it is released;
what is to be different comes as a further one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from importlib.resources import files

Migration = Callable[[sqlite3.Connection], None]


def _run(connection: sqlite3.Connection, name: str) -> None:
    """Run the statements of `data/<name>.sql`; a blank line ends each. Unlike executescript this commits nothing."""
    script = (files(__package__) / "data" / f"{name}.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = tuple(
    partial(_run, name=name)
    for name in (
        "tables",  # reports, what was read in them, what it has to do with each other
        "search",  # full-text search over titles and texts
        "views",  # what holds now, one line a report, claim, link or dispute
        "watched",  # what `counterclaim watch` has asked servers for, and when it is to ask again
        "comparison",  # what it takes to compare a new report with its neighbours only
        "words",  # the words of claims, claimants, places and disputes, by which these are found
    )
)
"""All of them, in order."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, inside the caller's transaction."""
    (done,) = connection.execute("PRAGMA user_version").fetchone()
    for number, change in enumerate(MIGRATIONS[done:], start=done + 1):
        change(connection)
        connection.execute(f"PRAGMA user_version = {number}")
