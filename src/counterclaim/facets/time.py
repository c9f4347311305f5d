"""Times of a report: when what it tells happened, as days of the calendar.

Own rules, since what exists doesn't give what is asked: dateparser (maintained, BSD) and dateutil give
points in time without their offsets in the text, parsedatetime, ctparse, timexy and recurrent have had
no release for years, SUTime and HeidelTime need Java. Values follow TimeML 1.2.1 TIMEX3.

How words become days:

- Weekdays, months and the like are the latest that have begun by the day of publication, in a clause
  that looks ahead the next; a day of a month without its year is the nearest.
- "Since Sunday" runs from Sunday to the day of publication; "by", "before" and "within" run from the
  day of publication where the clause looks ahead, and so does "until"; what lasted until a day has no
  known beginning. What will begin "from" a day is dated by that day.
- "Monday night" and "last night" are dated by the day on which they begin, "overnight" by both days.
- "Two days earlier", "the previous day" count from the time spoken of last.
- What stays unknown is None, or no time at all ("recently", "in recent days", "for three days");
  without a day of publication only expressions that name their year are read.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from counterclaim.facets import time_counted, time_dates
from counterclaim.facets.time_choice import dates_statement, times_of
from counterclaim.facets.time_grain import precision_of, time_of_day
from counterclaim.facets.time_limits import Around, Dated, Expression, limited, widened
from counterclaim.facets.time_reading import NOTHING, Form, Grammar, Meaning, Reading, UnknownDay
from counterclaim.facets.time_words import TimeWords, read_words
from counterclaim.language.analysis import Analysis
from counterclaim.model import Span, Time

__all__ = ["dates_statement", "find_times", "find_values", "times_of"]

_GRAMMAR = Grammar([*time_dates.FORMS, *time_counted.FORMS])


def find_times(analysis: Analysis, published: str | None) -> tuple[Time, ...]:
    """The times a report speaks of, in the order of its text, as whole days (see the module for the rules).

    `published` is an ISO 8601 date or date and time. Spans are code points of `analysis.text`; they take in
    the words that limit the days ("since", "by") but not those that only place them ("on", "in").
    """
    words, day = read_words(analysis), _day(published)
    found = limited(_expressions(analysis, words, day), Around(analysis, words, day))
    return tuple(_time(analysis, one) for one in found if any(one.days))


def _time(analysis: Analysis, found: Dated) -> Time:
    start, end = (day.isoformat() if day else None for day in found.days)
    span = _span(analysis, found.first, found.end)
    return Time(start, end, (span,), precision_of(found.value), None if found.is_range else time_of_day(found.value))


def find_values(analysis: Analysis, published: str | None) -> tuple[tuple[Span, str], ...]:
    """The time expressions of a report with their TIMEX3 values, durations among them."""
    found = _expressions(analysis, read_words(analysis), _day(published))
    return tuple((_span(analysis, each.first, each.end), each.meaning.value) for each in found)


def _expressions(analysis: Analysis, words: TimeWords, published: date | None) -> list[Expression]:
    """The time expressions of a report, each in the light of those before it."""
    around = Around(analysis, words, published)
    starts = [start for start, _ in analysis.sentences]
    found: list[Expression] = []
    reference: Meaning | None = None
    parts: dict[str, Meaning] = {}
    at = 0
    while match := _GRAMMAR.matches(words.letters, at):
        first, fits = match
        at = first + 1
        sentence = analysis.sentences[bisect_right(starts, first) - 1]
        for end, means in fits:
            reading = Reading(analysis, words, sentence, first, end, published, reference, parts)
            expression = _expression(means, reading, around) if end <= sentence[1] else None
            if expression is None:
                continue
            at = expression.end
            if expression.meaning.value:
                found.append(expression)
                if expression.meaning.interval:
                    reference = expression.meaning
                    parts[reference.value[10:]] = reference
            break
    return found


def _expression(means: Form, reading: Reading, around: Around) -> Expression | None:
    """What a form reads; no time at all where it counts from an unknown day, None where it doesn't fit."""
    try:
        meaning = means(reading)
        plain = Expression(reading.first, reading.end, reading.sentence, meaning) if meaning else None
        return widened(plain, around) if plain else None
    except UnknownDay:
        return Expression(reading.first, reading.end, reading.sentence, NOTHING)
    except (OverflowError, ValueError):  # beyond the years 1-9999
        return None


def _day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date and time; None if it is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _span(analysis: Analysis, first: int, end: int) -> Span:
    return Span(analysis.words[first].start, analysis.words[end - 1].end)
