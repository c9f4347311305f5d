"""What a form of time expression is given to read and gives back, and how forms find their words.

A form is a pattern over word classes (`time_words`) with a function that says what its words mean. Values
are those of TIMEX3 (TimeML 1.2.1). Durations have a value but no days; what stands for no time at all, such
as "every Monday" or "71-year-old", is read as `NOTHING` so that no other form takes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.facets.calendar import Interval, Period, period
from counterclaim.facets.tense import Lean, lean, noun_follows
from counterclaim.facets.time_words import TimeWords, pattern
from counterclaim.language.analysis import Analysis


class Meaning(NamedTuple):
    """What a time expression stands for."""

    value: str
    """TIMEX3 value; empty for `NOTHING`."""
    interval: Interval | None = None
    period: Period | None = None
    """The calendar period meant, where it is one."""


NOTHING = Meaning("")


class UnknownDay(Exception):
    """An expression counts from a day that is not known."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words `[first, end)` that a form fits, and what is known around them."""

    analysis: Analysis
    words: TimeWords
    sentence: tuple[int, int]
    first: int
    end: int
    published: date | None
    reference: Meaning | None
    """The time spoken of last."""
    parts: Mapping[str, Meaning]
    """By part of the day, the time spoken of last that was one: the last night, the last morning."""

    @property
    def today(self) -> date:
        """The day of publication. Raises UnknownDay if there is none."""
        if self.published is None:
            raise UnknownDay
        return self.published

    @property
    def lean(self) -> Lean | None:
        """Whether the clause looks ahead or back."""
        if self.follows("(since|dated (for|from|of)) the?"):  # "publish figures for Wednesday"
            return "past"
        return lean(self.analysis, self.sentence, self.first, self.end)

    def follows(self, classes: str) -> bool:
        """Whether words of these classes stand right before."""
        return pattern(f"({classes})$").search(self.words.letters[max(self.first - 4, 0) : self.first]) is not None

    def precedes(self, classes: str) -> bool:
        """Whether words of these classes stand right behind."""
        return pattern(classes).match(self.words.letters, self.end) is not None

    @property
    def begins(self) -> bool:
        """Whether nothing but a quotation mark stands before the words in their sentence."""
        return self.first == self.sentence[0] or (self.first == self.sentence[0] + 1 and self.follows("quote"))

    @property
    def goes_on(self) -> bool:
        """Whether a noun follows that the words belong to ("Friday prayers", "2000 houses")."""
        return noun_follows(self.analysis, self.end)

    def has(self, name: str) -> bool:
        """Whether a word of a class is among them."""
        return self.words.has(name, self.first, self.end)

    def numbers(self, *classes: str) -> list[int]:
        """The values of words of these classes, in their order."""
        return [v for v in self.words.of_classes(classes, self.first, self.end) if isinstance(v, int)]

    def number(self, *classes: str) -> int | None:
        """The first of them."""
        return next(iter(self.numbers(*classes)), None)

    def name(self, *classes: str) -> str | None:
        """The first value of words of these classes that is a name."""
        return next((v for v in self.words.of_classes(classes, self.first, self.end) if isinstance(v, str)), None)

    @property
    def which(self) -> str | None:
        """Whichever of "last", "this", "next" and the like is there."""
        return next((which for which in WHICH if self.has(which)), None)

    @property
    def count(self) -> int | None:
        """How many units; None for "several"."""
        if self.name("few"):
            return None
        return self.number("number", "day", "year", "numeral", "couple") or 1


WHICH = ("last", "past", "this", "next", "previous", "following", "same", "that")
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "same": 0, "that": 0, "next": 1, "following": 1}
Form = Callable[[Reading], Meaning | None]
Forms = list[tuple[str, Form]]


def register(forms: Forms, *classes: str) -> Callable[[Form], Form]:
    """Adds a function to `forms` for what fits any of these patterns of word classes; it gives None to pass."""

    def add(means: Form) -> Form:
        forms.extend((each, means) for each in classes)
        return means

    return add


#: Classes that no form may begin with, so that most words are passed over quickly.
_NEVER_FIRST = "(other|the|of|on|at|to|and|or|comma|dash|period|possessive|quote|own|by|as|for|from|over|filler)"


class Grammar:
    """Forms in the order in which they are tried."""

    def __init__(self, forms: Forms) -> None:
        self._forms = [(pattern(classes), means) for classes, means in forms]
        self._any = re.compile(
            f"(?!{pattern(_NEVER_FIRST).pattern})(?:{'|'.join(f'({fits.pattern})' for fits, _ in self._forms)})"
        )

    def matches(self, letters: str, at: int) -> tuple[int, Iterator[tuple[int, Form]]] | None:
        """Where from `at` on a form fits first, and every form that fits there with the end of its words."""
        found = self._any.search(letters, at)
        if found is None or found.lastindex is None:
            return None
        start = found.start()
        fits = ((form.match(letters, start), means) for form, means in self._forms[found.lastindex - 1 :])
        return start, ((fit.end(), means) for fit, means in fits if fit)


def whole(of: Period) -> Meaning:
    """All days of a period."""
    return Meaning(of.value, of.interval, of)


def occurrence(recent: Period, stride: int, reading: Reading) -> Period:
    """Which Friday, March or summer is meant, given the latest that has begun and how many periods lie between two."""
    before, after = recent.shift(-stride), recent.shift(stride)
    now = recent.end >= reading.today
    match reading.which:
        case "last" | "past" | "previous":
            return before if now else recent
        case "next" | "following":
            return after
        case "this" if recent.unit == "D":
            return recent if now or reading.lean == "past" else after
        case "this":
            return next((p for p in (recent, after) if now or p.start.year == reading.today.year), recent)
    if now:
        return recent
    if recent.unit == "D":
        return after if reading.lean == "future" else recent
    return nearest((recent, after), reading)


def nearest(periods: tuple[Period, ...], reading: Reading) -> Period:
    """The period nearest to the day of publication; one that the clause looks away from counts as four times as far."""

    def distance(of: Period) -> float:
        days = (of.start - reading.today).days
        if days > 0 and reading.follows("since part? the?"):
            return float("inf")
        against = {"past": days > 0, "future": of.end < reading.today, None: days > 31}[reading.lean]
        return abs(days) * (4 if against else 1)

    return min(periods, key=distance)


def from_reference(reading: Reading) -> Meaning:
    """The time spoken of last, else the day of publication."""
    known = reading.reference
    return known if known and known.interval and known.interval.start else whole(Period("D", reading.today))


def part_reference(reading: Reading) -> Meaning:
    """The time spoken of last, of the same part of the day where one is named ("the same night")."""
    return reading.parts.get(reading.name("day_part") or "") or from_reference(reading)


def moved(base: Meaning, unit: str, steps: int) -> Meaning:
    """The time that lies so many units from another: days from its days, longer units as whole units."""
    start, end = base.interval or (None, None)
    if start is None:
        raise UnknownDay
    if unit == "F":
        unit, steps = "W", 2 * steps
    if unit in ("TH", "TM", "TS"):
        unit, steps = "D", steps // 24 if unit == "TH" else 0
    if unit != "D":
        return whole(period(unit, start).shift(steps))
    step = timedelta(days=steps)
    day = Period("D", start + step)
    return Meaning(day.value, Interval(day.start, end + step if end else None), day)


def duration(unit: str, count: int | None) -> Meaning:
    """P3D, P10Y, PT2H, PXW."""
    times, letter = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M")}.get(unit, (1, unit))
    amount = "X" if count is None else str(count * times)
    return Meaning(f"PT{amount}{unit[1]}" if unit[0] == "T" else f"P{amount}{letter}")
