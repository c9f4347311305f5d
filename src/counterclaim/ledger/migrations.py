"""The ledger's tables, made by migrations that are run in order, each once.

`PRAGMA user_version` counts those that a file has been through. A migration is never changed once it is released;
what is to be different comes as a further one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from importlib.resources import files

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: list[Migration] = []
"""All of them, in order."""


def migration(change: Migration) -> Migration:
    """Adds a change of the tables to those that are run, at the end."""
    MIGRATIONS.append(change)
    return change


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, inside the caller's transaction."""
    (done,) = connection.execute("PRAGMA user_version").fetchone()
    for number, change in enumerate(MIGRATIONS[done:], start=done + 1):
        change(connection)
        connection.execute(f"PRAGMA user_version = {number}")


@migration
def tables(connection: sqlite3.Connection) -> None:
    """Reports, what was read in them, what it has to do with each other."""
    _run(connection, "tables")


@migration
def search(connection: sqlite3.Connection) -> None:
    """Full-text search over titles and texts."""
    _run(connection, "search")


@migration
def views(connection: sqlite3.Connection) -> None:
    """What holds now, one line a report, claim, link or dispute."""
    _run(connection, "views")


@migration
def watched(connection: sqlite3.Connection) -> None:
    """What `counterclaim watch` has asked servers for, and when it is to ask again."""
    _run(connection, "watched")


@migration
def comparison(connection: sqlite3.Connection) -> None:
    """What it takes to compare a new report with its neighbours only."""
    _run(connection, "comparison")


@migration
def words(connection: sqlite3.Connection) -> None:
    """The words of claims, claimants, places and disputes, by which these are found."""
    _run(connection, "words")


def _run(connection: sqlite3.Connection, name: str) -> None:
    """Run the statements of `data/<name>.sql`; a blank line ends each. Unlike executescript this commits nothing."""
    script = (files(__package__) / "data" / f"{name}.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        connection.execute(statement)
