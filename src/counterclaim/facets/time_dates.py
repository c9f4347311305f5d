"""Dates, months, seasons and years: the forms of time expressions that name a place in the calendar.

A form is a pattern over word classes (`time_words`) with a function that says what its words mean.
Forms are tried in the order of this file, the first that fits wins. Values are those of TIMEX3
(TimeML 1.2.1); durations have a value but no days, and what stands for no time at all, such as
"every Monday" or "71-year-old", is read as `NOTHING` so that no other form takes it.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date

from counterclaim.facets.calendar import Interval, Period, part_of, period, season
from counterclaim.facets.time_reading import (
    NOTHING,
    STEPS,
    Forms,
    Meaning,
    Reading,
    nearest,
    occurrence,
    register,
    whole,
)

FORMS: Forms = []

# -- what is no time ------------------------------------------------------------------------------------


@register(
    FORMS,
    "every (count|ordinal|filler)? (anyunit|weekday|month|season) (in which? month)?",
    "weekday newspaper",
    "named weekday",
)
def no_time(reading: Reading) -> Meaning:
    """Repeated times and names: "every Monday", "the Sunday Times", "Black Friday"."""
    return NOTHING


@register(FORMS, "count dash? (unit|units) dash? old", "per (unit|weekday)", "year (era|zone)")
def age(reading: Reading) -> Meaning:
    """Ages, rates, years of other eras and hours: "71-year-old", "per day", "1750 BC", "1615 GMT"."""
    return NOTHING


# -- dates ----------------------------------------------------------------------------------------------


@register(FORMS, "date")
def numeric_date(reading: Reading) -> Meaning | None:
    """2019-03-04, 04.03.2019, 3/4/2019: where day and month could change places, the date nearest to publication."""
    a, b, c = (int(part) for part in re.split(r"[-/.]", str(reading.name("date"))))
    orders = [(a, b, c)] if a > 31 else [(c, b, a)] if "." in str(reading.name("date")) else [(c, a, b), (c, b, a)]
    days = {_day(_century(y), m, d) for y, m, d in orders} - {None}
    known = [Period("D", day) for day in days if day]
    if len(known) > 1:
        return whole(min(known, key=lambda day: abs(day.start - reading.today)))
    return whole(known[0]) if known else None


def _century(year: int) -> int:
    return year if year > 99 else year + (1900 if year > 50 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@register(
    FORMS,
    "(weekday comma?)? (day|day_th) (dash|to|through|and|or) the? (day|day_th) of? month (comma? year)?",
    "slashed of? month (comma? year)?",
    "(weekday comma?)? month (day|day_th) (dash|to|through) (day|day_th) (comma? year)?",
    "(weekday comma?)? month slashed (comma? year)?",
)
def days_of_month(reading: Reading) -> Meaning | None:
    """One stretch of days: "3-5 March", "between 3 and 5 March 2019", "March 3 to 5", "3/4 June"."""
    days = reading.numbers("day", "day_th") or [int(day) for day in str(reading.name("slashed")).split("/")]
    first, last = _date(reading, days[0]), _date(reading, days[-1])
    if first is None or last is None or first.start > last.start:
        return None
    return Meaning(first.value, Interval(first.start, last.end), last)


@register(
    FORMS,
    "(weekday comma?)? (day|day_th) of? month (comma? year)?",
    "(weekday comma?)? ordinal of month (comma? year)?",
    "(weekday comma?)? month the? dayno tail* ((comma|of)? year)?",
)
def day_of_month(reading: Reading) -> Meaning | None:
    """A day by its month: "3 March", "Saturday, April 25", "Dec. 3, 1991", "the eighth of March"."""
    number = reading.number("day", "day_th", "ordinal")
    found = _date(reading, number) if number else None
    return whole(found) if found else None


def _date(reading: Reading, day: int) -> Period | None:
    """A day of the month named; of the year named, else of the year in which it is nearest."""
    month, year, weekday = reading.number("month"), reading.number("year"), reading.number("weekday")
    assert month is not None
    years = [year] if year else [reading.today.year + step for step in (-1, 0, 1)]
    days = tuple(Period("D", found) for year in years if year <= MAXYEAR and (found := _day(year, month, day)))
    if weekday is not None and not year:
        days = tuple(day for day in days if day.start.weekday() == weekday) or days
    return (days[0] if year else nearest(days, reading)) if days else None


@register(FORMS, "month (comma|of)? year", "mid_month (comma|of)? year")
def month_of_year(reading: Reading) -> Meaning | None:
    """A month by its year: "March 2019"."""
    month, year = reading.number("month", "mid_month"), reading.number("year")
    return _perhaps_mid(Period("M", date(year, month, 1)), reading) if month and year else None


@register(FORMS, "(month|season) of? (last|this|next) unit")
def month_of_which_year(reading: Reading) -> Meaning | None:
    """Months and seasons of a year told by its place: "June last year", "the summer of this year"."""
    if reading.name("unit") != "Y":
        return None
    year = period("Y", reading.today).shift(STEPS[reading.which or "this"])
    name, month = reading.name("season"), reading.number("month")
    return whole(season(name, year.start.year) if name else period("M", date(year.start.year, month or 1, 1)))


#: March and May at the beginning of a sentence are verbs more often than months.
_VERBS = (3, 5)


@register(FORMS, "whichever? month", "mid_month")
def month(reading: Reading) -> Meaning | None:
    """Months without a year: "March", "last March", "mid-March"."""
    if reading.precedes("apostrophe? year"):
        return None
    number, today = reading.number("month", "mid_month"), reading.today
    assert number is not None
    if reading.which == "same" or (number in _VERBS and not reading.which and reading.begins):
        return None
    recent = Period("M", date(today.year - (number > today.month), number, 1))
    return _perhaps_mid(occurrence(recent, 12, reading), reading)


def _perhaps_mid(month: Period, reading: Reading) -> Meaning:
    """The days of a month, or of its middle if it is written as one word: "mid-March"."""
    found = whole(month)
    return found._replace(interval=part_of(month, "mid")) if reading.has("mid_month") else found


@register(FORMS, "whichever? season ((of|in)? year)?")
def season_of_year(reading: Reading) -> Meaning | None:
    """Seasons: "last spring", "the summer of 2019", "the previous autumn"."""
    name, year = str(reading.name("season")), reading.number("year")
    if year:
        return whole(season(name, year))
    if not reading.which and (reading.precedes("of") or not reading.follows("(the|in|by|since|of|part|dash) the?")):
        return None
    recent = period("S", reading.today)
    while recent.value[-2:] != name:
        recent = recent.shift(-1)
    if reading.which == "previous" and (known := reading.reference) and known.interval and known.interval.start:
        while recent.end >= known.interval.start:
            recent = recent.shift(-4)
        return whole(recent)
    return whole(occurrence(recent, 4, reading))


# -- years and more -------------------------------------------------------------------------------------


@register(FORMS, "which? ordinal dash? unit (of? year)?", "which? ordinal half of? year")
def quarter(reading: Reading) -> Meaning | None:
    """Numbered units: "the third quarter", "the first half of 2020", "the twentieth century"."""
    unit, number, year = reading.name("half", "unit"), reading.number("ordinal"), reading.number("year")
    if unit == "C" and number:
        return whole(period("C", date(100 * number - 99 + 50, 1, 1)))
    per_year = {"Q": 4, "H": 2}.get(unit or "", 0)
    if not number or number > per_year:
        return None
    year_of = year or (reading.today.year + (-1 if reading.which == "last" else 0))
    found = period(str(unit), date(year_of, 1 + (number - 1) * 12 // per_year, 1))
    if not year and found.start > reading.today and reading.lean != "future":
        found = found.shift(-per_year)
    return whole(found)


@register(FORMS, "day_th unit")
def century(reading: Reading) -> Meaning | None:
    """Centuries: "the 20th century"."""
    number = reading.number("day_th")
    return whole(period("C", date(100 * number - 50, 1, 1))) if reading.name("unit") == "C" and number else None


@register(FORMS, "apostrophe? decade")
def decade(reading: Reading) -> Meaning:
    """Decades: "the 1990s", "the '80s", "the nineties"."""
    number = reading.number("decade") or 0
    return whole(period("E", date(number if number > 99 else 1900 + number, 1, 1)))


@register(
    FORMS,
    "fiscal unit? year tail*",
    "unit year tail*",
    "year (dash|to|through) (year|day|numeral)",
    "slashed",
    "year tail*",
)
def year(reading: Reading) -> Meaning | None:
    """Years, where the number counts nothing: "1989", "fiscal 1989", "2014-16", "2024/25"."""
    years = [int(y) for y in str(reading.name("slashed") or "").split("/") if y]
    years = years or reading.numbers("year", "day", "numeral")
    if not 1000 <= years[0] <= 2100 or _is_counted(reading):
        return None
    if len(years) > 1:
        last = years[1] if years[1] > 99 else years[0] // 100 * 100 + years[1]
        if last <= years[0] or last > 2100:
            return None
        return Meaning(f"{years[0]}", Interval(date(years[0], 1, 1), date(last, 12, 31)), None)
    return whole(period("Y", date(years[0], 1, 1)))


_BEFORE_YEARS = (
    "(in|since|by|until|of|from|through|before|after|between|over|part|to|and|or|for|as|on|fiscal|comma|dash|month|season"
    "|which|a|own|possessive|quote) the?|the"
)


def _is_counted(reading: Reading) -> bool:
    """Whether a number counts something: years don't follow the word before it, or it is round and a noun follows."""
    if reading.has("fiscal") or reading.has("unit"):
        return False
    return not reading.follows(_BEFORE_YEARS) or ((reading.number("year") or 0) % 100 == 0 and reading.goes_on)
