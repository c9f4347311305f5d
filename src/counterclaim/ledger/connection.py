"""The ledger's file: opened, made where there is none, brought up to date; and its transactions."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from counterclaim.errors import LedgerError, NewerLedgerError, NoLedgerError
from counterclaim.ledger.faults import faults_of
from counterclaim.ledger.migrations import MIGRATIONS, migrate

MARK = 0x43434C4D
"""`PRAGMA application_id` of every ledger: "CCLM"."""
PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""
_PAUSE = 0.02
"""Seconds between two tries where SQLite does not wait by itself."""
_LEAST = (3, 37)
_CACHE = 64_000
"""KiB of the file that a writer keeps in memory, at most."""


def connect(path: Path, *, write: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """The open ledger at a path; with `write` it is made or brought up to date where it has to be.

    Raises NoLedgerError where there is no ledger to read or the file is something else, NewerLedgerError
    where a later version of this package has been at it, LockedLedgerError, or LedgerError.
    """
    if sqlite3.sqlite_version_info < _LEAST:
        raise LedgerError(f"a ledger needs SQLite 3.37 or later; this Python has {sqlite3.sqlite_version}")
    if not write and not path.is_file():
        raise NoLedgerError('there is no ledger; "counterclaim add" makes one', str(path))
    with faults_of(str(path)):
        connection = _opened(path, write=write, patience=patience)
        try:
            _check_kind(connection, path)
            if write:
                _keep_in_wal(connection, patience)
                _prepare(connection)
            elif _version(connection) < len(MIGRATIONS):
                raise LedgerError('is of an earlier version; "counterclaim add" brings it up to date', str(path))
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside is kept as a whole, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one moment, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _opened(path: Path, *, write: bool, patience: float) -> sqlite3.Connection:
    if write:
        _make_folder(path)
    connection = _uri(path, "mode=rwc" if write else "mode=ro", patience)
    connection.execute("PRAGMA foreign_keys = ON")
    if not write:
        try:
            _version(connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_CANTOPEN":
                raise
            # In a folder that can't be written SQLite can't share memory with writers; there are none then.
            connection.close()
            connection = _uri(path, "mode=ro&immutable=1", patience)
    return connection


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"its folder can't be made: {(error.strerror or 'failed').lower()}", str(path)) from error


def _uri(path: Path, options: str, patience: float) -> sqlite3.Connection:
    name = quote(str(path.absolute()))
    connection = sqlite3.connect(f"file:{name}?{options}", uri=True, timeout=patience, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    with snapshot(connection):
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (objects,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if mark != MARK and (mark or objects):
        raise NoLedgerError("is not a ledger", str(path))
    if _version(connection) > len(MIGRATIONS):
        raise NewerLedgerError("was made by a later version of Counterclaim; install that one", str(path))


def _keep_in_wal(connection: sqlite3.Connection, patience: float) -> None:
    """Turn on the write-ahead log; SQLite itself does not wait for another process that does the same."""
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                raise
        time.sleep(_PAUSE)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("PRAGMA secure_delete = ON")
    if _version(connection) < len(MIGRATIONS):
        with transaction(connection):
            connection.execute(f"PRAGMA application_id = {MARK}")
            migrate(connection)


def _version(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)
