"""What stands beside a number and bounds it: "at least", "or more", "nearly"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterclaim.facets.patterns import any_of
from counterclaim.facets.tables import read_table


class Bound(NamedTuple):
    """An effect on a number (see `data/bounds.tsv`), where its words begin or end, and the dimensions it needs."""

    effect: str
    edge: int
    dimensions: str


class Interval(NamedTuple):
    """What a number stands for; None is an open end."""

    low: float | None
    high: float | None
    approximate: bool = False

    def bounded(self, effect: str) -> Interval:
        """The interval after "at least" (low), "at most" (high), "about" (about)."""
        low, high = self.low, self.high
        if effect == "low":
            return Interval(low if low is not None else high, None, self.approximate)
        if effect == "high":
            return Interval(None, high if high is not None else low, self.approximate)
        return self._replace(approximate=self.approximate or effect == "about")


def bound_before(text: str, at: int) -> Bound | None:
    """The bounding phrase that ends where the number (or its currency sign) at `at` begins."""
    found = _pattern("before").search(text, max(0, at - 30), at)
    if not found:
        return None
    effect, dimensions = _table("before")[_normal(found[1])]
    if found[2] and effect != "passed":  # "passed the 50 percent mark"
        return None
    return Bound(effect, found.start(1), dimensions)


def bound_after(text: str, at: int) -> Bound | None:
    """The bounding phrase that begins where a number or its unit ends."""
    found = _pattern("after").match(text, at)
    if not found:
        return None
    effect, dimensions = _table("after")[_normal(found[1])]
    return Bound(effect, found.end(), dimensions)


def _normal(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.lower())


@cache
def _table(place: str) -> dict[str, tuple[str, str]]:
    rows = ((*row, "")[:4] for row in read_table("bounds"))
    return {phrase: (effect, dimensions) for phrase, where, effect, dimensions in rows if where == place}


@cache
def _pattern(place: str) -> re.Pattern[str]:
    words = any_of(_table(place))
    if place == "before":
        return re.compile(rf"(?<![\w-])({words})(?:\s+an?|(\s+the))?\s*$")
    return re.compile(rf"\s?({words})(?!\w)")
