"""Occasions: whether what two statements count befell at one time, in one course of events."""

from __future__ import annotations

import re

from counterclaim.compare.figures import Figure
from counterclaim.compare.matter import days_between, days_of, times_apart
from counterclaim.compare.statements import Statement

NEAR = 1500
"""Characters of a report within which two counts of casualties are of one event unless something says otherwise."""
_LONG = 45
"""Days beyond which a count is not of one event."""
_VASTLY = 1000
"""Times by which no two tolls of one event differ, while that of a whole war may exceed that of an event."""
#: How a report begins to tell of another event: "Elsewhere", "Also on Monday", "In a separate attack".
_TURN = re.compile(
    r"(?:^|[.!?\n][\"”’)]*\s+)(?:elsewhere|separately|also,? (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"in (?:a separate|another|a different) (?:attack|incident|raid|strike|shelling|blast|clash|accident))\b",
    re.IGNORECASE,
)


def other_occasion(one: Figure, other: Figure) -> str | None:
    """Why two figures are not of one event, in a few words; None where nothing says so."""
    if times_apart(one.statement.times, other.statement.times) or are_long_apart(one, other):
        return "another time"
    if _is_long(one.statement) != _is_long(other.statement) or _is_vastly_more(one, other):
        return "a whole war or year and one event"
    return "another event" if _is_turned(one.statement, other.statement) else None


def are_long_apart(one: Figure, other: Figure) -> bool:
    """Whether one of two figures is of a time long before that of the other."""
    return _is_past(one, other) or _is_past(other, one)


def _is_long(statement: Statement) -> bool:
    """Whether what a statement counts is counted over months: since a war began, in a year."""
    return any(days_of(time) > _LONG for time in statement.times)


def _is_past(one: Figure, other: Figure) -> bool:
    """Whether one figure is of a time long before that of the other, or before its report if it says no time."""
    ends = [time.end for time in one.statement.times]
    starts = [time.start for time in other.statement.times if time.start] or [other.statement.day]
    return bool(ends) and all(end and start and days_between(end, start) > _LONG for end in ends for start in starts)


def _is_vastly_more(one: Figure, other: Figure) -> bool:
    """Whether one of two figures of casualties is so much higher that it cannot be of the same event."""
    lower, higher = sorted((one.quantity.low or 0, other.quantity.low or 0))
    return one.quantity.role in ("killed", "wounded") and 0 < lower * _VASTLY <= higher


def _is_turned(one: Statement, other: Statement) -> bool:
    """Whether a report turns to something else between two statements."""
    first, second = sorted((one, other), key=lambda statement: statement.at)
    between = one.report.text[first.spans[-1].end : second.spans[-1].end]
    return one.order == other.order and bool(_TURN.search(between))
