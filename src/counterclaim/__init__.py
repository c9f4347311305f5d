"""Counterclaim reads news reports and tells who claims what, on whose word, down to the exact words."""

from __future__ import annotations

from counterclaim.errors import (
    BinaryInputError,
    CounterclaimError,
    EmptyInputError,
    GazetteerError,
    InputError,
    LanguageError,
    TooLargeError,
    WeightsError,
)
from counterclaim.model import Actor, Attribution, Claim, Report, Span
from counterclaim.reader import Reader, Reading, contract, read

__version__ = "0.1.0"

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
    "Reader",
    "Reading",
    "Report",
    "Span",
    "TooLargeError",
    "WeightsError",
    "contract",
    "read",
]
