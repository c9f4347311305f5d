"""Generations: each thing that is done to a ledger is one, with its time and the program's version."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Literal

from counterclaim.errors import LedgerError
from counterclaim.ledger.rows import insert

Work = Literal["read", "compare", "forget"]


def begin(connection: sqlite3.Connection, work: Work, version: str) -> int:
    """A new generation."""
    return insert(connection, "generations", {"at": now(), "version": version, "work": work})


def now() -> str:
    """This moment, UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def last(connection: sqlite3.Connection, *works: Work) -> int:
    """The last generation of some kinds of work, or of all; 0 for none."""
    if not works:
        return _last(connection, "", ())
    return max(_last(connection, "WHERE work = ?", (work,)) for work in works)


def _last(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> int:
    (number,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM generations {where}", values).fetchone()
    return int(number)


def as_of(connection: sqlite3.Connection, when: str) -> int:
    """The last generation at a time: the number of one, or an ISO 8601 date (its whole day) or time, UTC.

    Raises LedgerError where it is neither.
    """
    if when.isascii() and when.isdigit() and len(when) < _DATE:
        return int(when)
    moment = _end_of(when)
    (number,) = connection.execute("SELECT coalesce(max(id), 0) FROM generations WHERE at <= ?", (moment,)).fetchone()
    return int(number)


_DATE = len("2026-03-04")


def _end_of(when: str) -> str:
    try:
        moment = datetime.fromisoformat(when)
    except ValueError as error:
        raise LedgerError(f'"{when}" is neither a generation nor a date like 2026-03-04') from error
    if len(when) <= _DATE:
        return f"{moment.date().isoformat()}T23:59:59.999Z"
    moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def held(table: str, generation: int | None) -> str:
    """The condition that a row of a table held at a generation, or now."""
    if generation is None:
        return f"{table}.superseded IS NULL"
    # A number, never words of a person: safe to stand in a statement.
    upto = int(generation)
    return f"{table}.generation <= {upto} AND ({table}.superseded IS NULL OR {table}.superseded > {upto})"
