"""Quantities that are written without a number: "for a year", "half its men"."""

from __future__ import annotations

import re

from counterclaim.facets.bounds import Interval, bound_before
from counterclaim.facets.expressions import Expression
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words
from counterclaim.model import Span

_LENGTH = re.compile(
    r"\b(?:for|in|over|within|takes?|took|lasts?|lasted|least|than|about|almost|nearly)\s"
    r"(an? (second|minute|hour|day|night|week|fortnight|month|year|decade|century))\b"
    r"(?!\s(?:ago|earlier|later|before|after|old|of|and a half)\b|-)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?<![\w-])((a|one|two|three|four)[\s-](thirds?|quarters?|fifths?)\sof|(?:(?:one|a)[\s-])?half(?:\sof)?)"
    r"(?=\s(?:the|its|their|his|her|our|all|those)\b)",
    re.IGNORECASE,
)
#: How many of a share make the whole.
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_TIMES = {"two": 2, "three": 3, "four": 4}


def find_unnumbered(syntax: Syntax) -> list[Expression]:
    """One of a unit of time ("within a month") and named shares in whole percents, in the order of the text."""
    lengths = [_expression(syntax, found, 1.0, found[2].lower(), "duration") for found in _LENGTH.finditer(syntax.text)]
    shares = [
        _expression(syntax, found, _percent(found), "percent", "percent")
        for found in _SHARE.finditer(syntax.text)
        if not _is_of_time(syntax, found)
    ]
    return sorted([*lengths, *shares], key=lambda one: one.span)


def _percent(found: re.Match[str]) -> float:
    share = (found[3] or "half").lower().removesuffix("s")
    return float(round(100 * _TIMES.get((found[2] or "a").lower(), 1) / _PARTS[share]))


def _is_of_time(syntax: Syntax, found: re.Match[str]) -> bool:
    """ "Half the night"."""
    last = syntax.word_at(found.end(1) - 1)
    return syntax.lemma(last + 2) in words("time")


def _expression(syntax: Syntax, found: re.Match[str], value: float, unit: str, dimension: str) -> Expression:
    (start, end), interval = found.span(1), Interval(value, value)
    first, last = syntax.word_at(start), syntax.word_at(end - 1)
    if before := bound_before(syntax.text, start):
        start, interval = before.edge, interval.bounded(before.effect)
    return Expression(Span(start, end), interval, unit, dimension, first, last, last, partitive=False)
