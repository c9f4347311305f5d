"""What SQLite says went wrong, in the words of this package."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from counterclaim.errors import DamagedLedgerError, LedgerError, LockedLedgerError, NoLedgerError

_KNOWN: tuple[tuple[str, type[LedgerError], str], ...] = (
    ("SQLITE_BUSY", LockedLedgerError, "is locked by another program; try again when that one is done"),
    ("SQLITE_LOCKED", LockedLedgerError, "is locked by another program; try again when that one is done"),
    ("SQLITE_FULL", LedgerError, "the disk is full; what did not fit was left out as a whole"),
    ("SQLITE_READONLY", LedgerError, "there is no permission to write it"),
    ("SQLITE_CANTOPEN", LedgerError, "can't be opened: a folder, no permission, or no such folder"),
    ("SQLITE_NOTADB", NoLedgerError, "is not a ledger"),
    ("SQLITE_CORRUPT", DamagedLedgerError, "is damaged; restore it from a copy"),
    ("SQLITE_IOERR", LedgerError, "can't be read or written: the disk fails or is gone"),
)


@contextmanager
def faults_of(where: str) -> Iterator[None]:
    """Turns what SQLite raises inside into a LedgerError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, where) from error


def explained(error: sqlite3.Error, where: str) -> LedgerError:
    """An error of SQLite as one of ours; one that is not known keeps its own words."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for begin, kind, words in _KNOWN:
        if name.startswith(begin):
            return kind(words, where)
    return LedgerError(str(error), where)
