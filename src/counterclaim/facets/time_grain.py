"""How finely a time is told, and at what time of day: read off its TIMEX3 value (TimeML 1.2.1)."""

from __future__ import annotations

import re

from counterclaim.model import Precision

#: Forms of values, finest first.
_GRAINS: tuple[tuple[str, Precision], ...] = (
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d", "time of day"),
    (r"\d{4}-\d\d-\d\dT.+", "part of day"),
    (r"\d{4}-\d\d-\d\d|P[\dX.]+D|PT.+", "day"),
    (r"\d{4}-W(?:\d\d|XX)-WE", "weekend"),
    (r"\d{4}-W(?:\d\d|XX).*|P[\dX.]+W", "week"),
    (r"\d{4}-(?:SP|SU|FA|WI).*", "season"),
    (r"\d{4}-Q\d.*", "quarter"),
    (r"\d{4}-H\d.*", "half-year"),
    (r"\d{4}-\d\d.*|P[\dX.]+M", "month"),
    (r"\d{4}.*|P[\dX.]+Y", "year"),
    (r"\d{3}", "decade"),
    (r"\d{2}", "century"),
)
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


def precision_of(value: str) -> Precision | None:
    """The calendar unit in which a value counts; None for a value that is none."""
    return next((grain for form, grain in _GRAINS if re.fullmatch(form, value)), None)


def time_of_day(value: str) -> str | None:
    """What a value says of the time of day: "02:14" (ISO 8601), "morning", "afternoon", "evening", "night" or None."""
    told = value[11:] if value[10:11] == "T" else ""
    return told if re.fullmatch(r"\d\d:\d\d", told) else _PARTS.get(told)


def clock_value(digits: str, half: str | None) -> str:
    """A clock time as in TIMEX3: "T14:05" of "2:05" in the half "pm" or of "14.05"; "TXX:XX" for what is no time."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?", digits)
    hour = int(found[1]) if found else 24
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"T{hour:02}:{found[2] or '00'}" if found and hour < 24 else "TXX:XX"
