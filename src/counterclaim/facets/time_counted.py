"""Days counted from the day of publication or from what was said before, and durations.

These forms are tried after those of `time_dates`, in the order of this file.
"""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.facets.calendar import Interval, Period, period
from counterclaim.facets.time_reading import (
    NOTHING,
    STEPS,
    Forms,
    Meaning,
    Reading,
    duration,
    from_reference,
    moved,
    occurrence,
    part_reference,
    register,
    whole,
)

FORMS: Forms = []


@register(FORMS, "(unit|day_part) (before|after) day_word")
def beyond(reading: Reading) -> Meaning:
    """Two days from publication: "the day before yesterday", "the day after tomorrow"."""
    day = reading.number("day_word") or 0
    return whole(Period("D", reading.today + timedelta(days=2 * (day or 1))))


@register(FORMS, "(day_word|tonight) day_part?")
def day_word(reading: Reading) -> Meaning:
    """Days told from publication: "today", "yesterday", "tonight"."""
    day = Period("D", reading.today + timedelta(days=reading.number("day_word") or 0))
    return Meaning(day.value + (reading.name("tonight", "day_part") or ""), day.interval, day)


@register(FORMS, "overnight")
def overnight(reading: Reading) -> Meaning | None:
    """The night that ends on the day of publication; "overnight on Friday" is left to "Friday"."""
    if reading.precedes("(on|to)? the? (weekday|day_word|month|day)"):
        return None
    day = Period("D", reading.today)
    before = day.shift(-1)
    return Meaning(before.value + "TNI", Interval(before.start, day.end), day)


@register(FORMS, "day_part")
def part_of_today(reading: Reading) -> Meaning | None:
    """A part of the day of publication: "at dawn", "by the evening"; but "at night" is no one night."""
    if not reading.follows("(at|by|before) the?") or (reading.name("day_part") == "TNI" and not reading.follows("the")):
        return None
    if reading.precedes("(comma|of|on|to)? the? (weekday|day_word|day|month)"):
        return None
    day = Period("D", reading.today)
    return Meaning(day.value + str(reading.name("day_part")), day.interval, day)


@register(FORMS, "weekday (of|comma)? which unit")
def weekday_of_week(reading: Reading) -> Meaning | None:
    """A day of a named week: "Friday of last week"."""
    if reading.name("unit") != "W" or reading.which not in STEPS:
        return None
    monday = period("W", reading.today).shift(STEPS[reading.which])
    return whole(Period("D", monday.start + timedelta(days=reading.number("weekday") or 0)))


@register(FORMS, "whichever? weekday")
def weekday(reading: Reading) -> Meaning:
    """Weekdays: "Friday" (the last one, or in a clause that looks ahead the next), "the previous Friday"."""
    number = reading.number("weekday") or 0
    if reading.which in ("previous", "following", "same"):
        day = from_reference(reading).interval
        assert day and day.start
        back = (day.start.weekday() - number) % 7
        steps = {"previous": -(back or 7), "following": 7 - back}.get(str(reading.which), -back)
        return whole(Period("D", day.start + timedelta(days=steps)))
    recent = Period("D", reading.today - timedelta(days=(reading.today.weekday() - number) % 7))
    return whole(occurrence(recent, 7, reading))


@register(FORMS, "same time")
def same_time(reading: Reading) -> Meaning | None:
    """The time spoken of last: "as of the same time"; but "at the same time" adds something."""
    return from_reference(reading) if reading.follows("(as of|by|until|since|from) the?") else None


@register(FORMS, "count dash? filler? units have passed")
def passed(reading: Reading) -> Meaning | None:
    """Lengths up to the day of publication: "four days have passed"."""
    unit, count = reading.name("units"), reading.count
    if unit not in ("D", "W", "M", "Y") or count is None:
        return None
    return duration(unit, count)._replace(interval=Interval(_back(reading.today, unit, count), reading.today))


@register(FORMS, "(last|past) unit and a half")
def past_and_half(reading: Reading) -> Meaning | None:
    """One and a half units that end on the day of publication: "the last month and a half"."""
    days = {"W": 11, "M": 45, "Y": 548}.get(reading.name("unit") or "")
    if days is None:
        return None
    unit = str(reading.name("unit"))
    return Meaning(f"P1.5{unit}", Interval(reading.today - timedelta(days=days), reading.today))


@register(FORMS, "which filler? (unit|day_part)")
def which_unit(reading: Reading) -> Meaning | None:
    """Units told by their place: "last week", "this morning", "the previous day", "that year"."""
    unit, part, which = reading.name("unit"), reading.name("day_part"), str(reading.which)
    if unit in ("TH", "TM", "TS", "F"):
        return NOTHING
    steps = STEPS[which]
    if which in ("previous", "following", "same", "that"):
        if which in ("same", "that") and not _is_known(reading, unit or "D"):
            return NOTHING
        base = part_reference(reading)
        found = moved(base, unit or "D", steps) if steps or unit != "D" else base
    else:
        found = whole(period(unit or "D", reading.today).shift(steps))
        if unit and unit != "WE":
            found = _clipped(found, which, reading)
    return found._replace(value=found.value + (part or "")) if found.value[-3:-2] != "T" else found


def _is_known(reading: Reading, unit: str) -> bool:
    """Whether the time spoken of last is no longer than a unit, so that "that day" can mean it."""
    known = reading.reference.period if reading.reference else None
    return known is not None and known.end <= period(unit, known.start).end


def _clipped(found: Meaning, which: str, reading: Reading) -> Meaning:
    """What can't lie ahead: "this year" looking back ends today, "the past week" is the seven days to today."""
    assert found.period
    if which == "past":
        return found._replace(interval=Interval(_back(reading.today, found.period.unit, 1), reading.today))
    if which == "this" and reading.lean == "past":
        return found._replace(interval=Interval(found.period.start, reading.today))
    return found


def _back(day: date, unit: str, steps: int) -> date:
    """The day that lies so many units before (or, with a negative number, after) another, as calendars count."""
    if unit in ("D", "W"):
        return day - timedelta(days=steps * (7 if unit == "W" else 1))
    base = period("M", day).shift(-steps * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])
    return min(base.end, base.start + timedelta(days=day.day - 1))


@register(FORMS, "unit")
def named_unit(reading: Reading) -> Meaning | None:
    """The current unit or the nearest: "the weekend", "the end of the year"."""
    unit = reading.name("unit") or ""
    if unit == "WE":
        if not reading.follows("the|over"):
            return NOTHING
        now = period("WE", reading.today)
        return whole(now if reading.lean == "future" or now.start <= reading.today else now.shift(-1))
    if unit in ("D", "TH", "TM", "TS", "F") or not reading.follows("(edge of|part in|(earlier|later) in) the"):
        return None
    return whole(period(unit, reading.today))


@register(FORMS, "unit (dash|possessive)? edge")
def year_end(reading: Reading) -> Meaning | None:
    """The end of the current year: "year-end", "year's end"."""
    if reading.name("unit") != "Y" or reading.name("edge") != "end":
        return None
    year = period("Y", reading.today)
    return Meaning(year.value, period("M", year.end).interval, year)


@register(FORMS, "count dash? filler? anyunit dash? (ago|earlier|later)")
def ago(reading: Reading) -> Meaning:
    """A distance: "two days ago" from publication, "two days earlier" or "later" from the time spoken of last."""
    unit, count = reading.name("unit", "units") or "D", reading.count
    if count is None:
        return NOTHING
    if reading.number("later"):
        return moved(part_reference(reading), unit, count)
    known = reading.reference
    if known and known.period and known.period.unit == "Q" and unit == "Y":
        return whole(known.period.shift(-4 * count))
    return moved(whole(Period("D", reading.today)) if reading.number("ago") else part_reference(reading), unit, -count)


@register(FORMS, "unit dash? (ago|earlier)")
def year_ago(reading: Reading) -> Meaning | None:
    """Attributes of a year's distance: "the year-ago quarter"."""
    return ago(reading) if reading.name("unit") == "Y" else None


@register(FORMS, "(last|past|next|previous|following) count dash? filler? anyunit")
def which_count(reading: Reading) -> Meaning | None:
    """Lengths that end or begin on the day of publication: "the past two months", "the next three days"."""
    unit, count, which = reading.name("unit", "units"), reading.count, reading.which
    if unit is None or unit == "WE":
        return NOTHING
    length = duration(unit, count)
    if count is None or which not in ("last", "past", "next"):
        return length
    days = {"F": ("W", 2 * count), "TH": ("D", count // 24), "TM": ("D", 0), "TS": ("D", 0)}.get(unit, (unit, count))
    today, other = reading.today, _back(reading.today, days[0], -days[1] if which == "next" else days[1])
    return length._replace(interval=Interval(min(today, other), max(today, other)))


@register(FORMS, "within the? (next|following)? count filler? anyunit", "in count filler? anyunit")
def within(reading: Reading) -> Meaning | None:
    """Distances to come: "within ten days" from publication on, "in two weeks"."""
    unit, count = reading.name("unit", "units"), reading.count
    if count is None or (count == 1 and reading.has("units")) or unit in (None, "WE", "TH", "TM", "TS"):
        return None
    if reading.lean != "future" or reading.published is None:
        return None
    letter, steps = ("W", 2 * count) if unit == "F" else (str(unit), count)
    if reading.words.has("then", reading.sentence[0], reading.first):  # "promised then to leave within a year"
        return duration(str(unit), count)
    last = _back(reading.today, letter, -steps)
    if reading.has("within"):
        return duration(str(unit), count)._replace(interval=Interval(reading.today, last))
    return moved(whole(Period("D", reading.today)), str(unit), count)


# -- durations ------------------------------------------------------------------------------------------


@register(FORMS, "count dash? filler? (unit|units)")
def length(reading: Reading) -> Meaning | None:
    """Durations, which are no days of the calendar: "three days"; but not "$2 million a year", "a quarter of"."""
    unit = reading.name("unit", "units")
    if unit in (None, "WE") or (unit == "Q" and reading.precedes("of")):
        return NOTHING
    if reading.end - reading.first == 2 and reading.has("a") and not reading.follows(_BEFORE_LENGTHS):
        return NOTHING
    return duration(str(unit), reading.count)


_BEFORE_LENGTHS = "in|for|within|over|after|of|at|by|from|until|about|than|filler|through|as"
