"""Counterclaim reads news reports and tells who claims what, on whose word, down to the exact words."""

from __future__ import annotations

from counterclaim.errors import (
    BinaryInputError,
    CounterclaimError,
    EmptyInputError,
    GazetteerError,
    InputError,
    LanguageError,
    LedgerError,
    TooLargeError,
    WeightsError,
)
from counterclaim.ledger import Ledger
from counterclaim.model import Actor, Attribution, Claim, Report, Span
from counterclaim.reader import Reader, Reading, contract, read
from counterclaim.version import VERSION

__version__ = VERSION

__all__ = [
    "Actor",
    "Attribution",
    "BinaryInputError",
    "Claim",
    "CounterclaimError",
    "EmptyInputError",
    "GazetteerError",
    "InputError",
    "LanguageError",
    "Ledger",
    "LedgerError",
    "Reader",
    "Reading",
    "Report",
    "Span",
    "TooLargeError",
    "WeightsError",
    "contract",
    "read",
]
