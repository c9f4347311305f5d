"""What can go wrong, said for people.

CounterclaimError
├── InputError           what was given cannot be read
│   ├── EmptyInputError      nothing in it
│   ├── BinaryInputError     not text
│   ├── TooLargeError        more than we take at once
│   ├── LanguageError        not a language that we read
│   └── StatusError          a server answers with something else than what was asked for
├── WeightsError         the model's files are missing or damaged
├── GazetteerError       the gazetteer's file is missing or damaged
├── ExportError          an export can't be written
└── LedgerError          the ledger can't be opened, read or written
    ├── NoLedgerError        there is no file, or it is no ledger
    ├── NewerLedgerError     a later version of this package made it
    ├── LockedLedgerError    another process keeps it locked
    ├── DamagedLedgerError   the file is damaged
    └── UnknownReportError   no report in it has that id
"""

from __future__ import annotations


class CounterclaimError(Exception):
    """The root of all errors this package raises on purpose; its text is one line for a person."""


class InputError(CounterclaimError):
    """An input that cannot be read; `where` names it (a path, a URL, "standard input")."""

    def __init__(self, what: str, where: str | None = None) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.what = what
        self.where = where


class EmptyInputError(InputError):
    """An input without any words."""


class BinaryInputError(InputError):
    """An input that is not text."""


class TooLargeError(InputError):
    """An input larger than what is read at once."""


class LanguageError(InputError):
    """A report in a language that is not read."""


class StatusError(InputError):
    """A server's answer other than what was asked for: its `status`, and `wait`, the seconds it asks to wait."""

    def __init__(self, what: str, where: str, status: int, wait: float | None = None) -> None:
        super().__init__(what, where)
        self.status = status
        self.wait = wait


class WeightsError(CounterclaimError):
    """The encoder's files are missing, damaged or of another version."""


class GazetteerError(CounterclaimError):
    """The gazetteer's file is missing, damaged or of another version."""


class ExportError(CounterclaimError):
    """An export that cannot be written: a package is missing, or the place where it is to go can't be written to."""


class LedgerError(CounterclaimError):
    """A ledger that can't be opened, read or written; `where` is its file."""

    def __init__(self, what: str, where: str | None = None) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.what = what
        self.where = where


class NoLedgerError(LedgerError):
    """There is no such file, or it is not a ledger."""


class NewerLedgerError(LedgerError):
    """A ledger that a later version of this package made or changed."""


class LockedLedgerError(LedgerError):
    """A ledger that another process keeps locked."""


class DamagedLedgerError(LedgerError):
    """A ledger whose file is damaged."""


class UnknownReportError(LedgerError):
    """A report that is not in the ledger."""
