"""Calendar periods: the day, week, month, season or year an expression names, and steps between them.

A period has a unit, as TIMEX3 abbreviates them:

    D day · W week (from Monday, ISO 8601) · WE weekend · M month · Q quarter · S season · H half-year
    Y year · E decade · C century

Seasons are the meteorological ones of the northern hemisphere, where most news is written;
winter is counted to the year it begins in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

_DAYS = {"D": 1, "W": 7, "WE": 7}
_MONTHS = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
_SEASONS = ("SP", "SU", "FA", "WI")


class Interval(NamedTuple):
    """Whole days from `start` to `end`, both included; None is an open or unknown end."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar period, known by its unit and its first day."""

    unit: str
    start: date

    @property
    def end(self) -> date:
        """Its last day."""
        if self.unit == "WE":
            return self.start + timedelta(days=1)
        return self.shift(1).start - timedelta(days=1)

    @property
    def interval(self) -> Interval:
        """All of its days."""
        return Interval(self.start, self.end)

    def shift(self, steps: int) -> Period:
        """The period of the same unit that many steps later. Raises OverflowError outside the years 1-9999."""
        if self.unit in _DAYS:
            return Period(self.unit, self.start + timedelta(days=steps * _DAYS[self.unit]))
        return Period(self.unit, _month(_index(self.start) + steps * _MONTHS[self.unit]))

    @property
    def value(self) -> str:
        """TIMEX3 value: 1989-10-26, 1989-W43, 1989-W43-WE, 1989-10, 1989-Q3, 1989-SU, 1989-H1, 1989, 198, 19."""
        year, month, _ = self.start.timetuple()[:3]
        if self.unit in ("W", "WE"):
            iso = self.start.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + "-WE" * (self.unit == "WE")
        part = {
            "Q": f"Q{(month + 2) // 3}",
            "S": _SEASONS[month // 3 - 1],
            "H": f"H{(month + 5) // 6}",
            "M": f"{month:02}",
        }
        if self.unit in part:
            return f"{year:04}-{part[self.unit]}"
        return self.start.isoformat()[: {"D": 10, "Y": 4, "E": 3, "C": 2}[self.unit]]


def period(unit: str, day: date) -> Period:
    """The period of this unit that a day lies in (for a weekend: in whose week)."""
    if unit == "D":
        return Period(unit, day)
    if unit in _DAYS:
        monday = day - timedelta(days=day.weekday())
        return Period(unit, monday + timedelta(days=5 * (unit == "WE")))
    index, length = _index(day), _MONTHS[unit]
    return Period(unit, _month(index - (index - 2 * (unit == "S")) % length))


def season(name: str, year: int) -> Period:
    """A season ("SP", "SU", "FA", "WI") of a year."""
    return Period("S", date(year, 3 * _SEASONS.index(name) + 3, 1))


def _index(day: date) -> int:
    return 12 * day.year + day.month - 1


def _month(index: int) -> date:
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside 1-9999")
    return date(year, month + 1, 1)


def part_of(whole: Period, part: str) -> Interval:
    """The part of a period that words such as "early", "mid", "late", "beginning", "middle", "end" single out.

    Early, mid and late are its thirds; a beginning or an end is its first or last month, or of a month
    the first ten days and the last day. Days stay whole.
    """
    start, end = whole.start, whole.end
    if whole.unit in ("D", "WE"):
        return whole.interval
    if whole.unit == "M":
        parts = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day), "end": (end.day, end.day)}
        first, last = parts[{"beginning": "early", "middle": "mid"}.get(part, part)]
        return Interval(start.replace(day=first), start.replace(day=last))
    if whole.unit == "W":
        first, last = {"early": (0, 2), "beginning": (0, 0), "late": (3, 6), "end": (4, 6)}.get(part, (2, 3))
        return Interval(start + timedelta(days=first), start + timedelta(days=last))
    if part in ("beginning", "end"):
        return period("M", start if part == "beginning" else end).interval
    third = _MONTHS[whole.unit] // 3
    first = {"early": 0, "late": 2 * third}.get(part, third)
    months = [Period("M", _month(_index(start) + first + step)) for step in (0, third - 1)]
    return Interval(months[0].start, months[1].end)
