"""What stands around a time expression and moves the limits of its days.

`widened` takes in the words that belong to the expression itself: parts ("early in 2020", "the end of
May"), parts of the day and clock times ("3 a.m. on Tuesday", "Sunday noon"). `limited` reads the words
in front of it that open, close or bind days: since, until, by, before, after, from ... to, between ... and.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.facets.calendar import Interval, part_of
from counterclaim.facets.tables import words
from counterclaim.facets.tense import lean, noun_follows
from counterclaim.facets.time_grain import clock_value
from counterclaim.facets.time_reading import Meaning
from counterclaim.facets.time_words import TimeWords, pattern
from counterclaim.language.analysis import Analysis, lemma

_PART = "the? part of? (in|on)? the?|part dash|the? edge of the?|edge dash"
_REST = "(earlier|later) (in|on)? the?"
_CLOCK = "(clock am_pm?|(day|number) am_pm) zone?"
_HOUR = f"({_CLOCK}|the? (day_part|overnight)) comma? (on|of|at)? the?"
_NIGHT_TO = "the? (day_part|overnight) to the?"
_LIMIT = "(since|until|by|before|after|from|between|dated from|day_part from) the?"

#: How many words before a time its verb may stand.
_NEAR = 4
#: How many words behind "since" its clause may name a time.
_CLAUSE = 12


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: the words `[first, end)`, their sentence and meaning."""

    first: int
    end: int
    sentence: tuple[int, int]
    meaning: Meaning
    part: str | None = None
    """Which part of the period is meant: early, mid, late, beginning, middle, end."""

    @property
    def is_day(self) -> bool:
        """Whether one day is meant."""
        return self.meaning.period is not None and self.meaning.period.unit == "D"


@dataclass(frozen=True, slots=True)
class Around:
    """The report around an expression."""

    analysis: Analysis
    words: TimeWords
    published: date | None

    def before(self, classes: str, found: Expression) -> int | None:
        """The first word of what fits right before an expression in its sentence; None if nothing does."""
        start = max(found.first - 8, found.sentence[0])
        fit = pattern(f"({classes})$").search(self.words.letters, start, found.first)
        return fit.start() if fit else None

    def between(self, classes: str, first: int, end: int) -> bool:
        """Whether the words `[first, end)` fit."""
        return pattern(classes).fullmatch(self.words.letters, first, end) is not None

    def name(self, first: int, end: int, *classes: str) -> str | None:
        """The value of the first word of these classes."""
        return self.told(range(first, end), *classes)

    def told(self, among: Iterable[int], *classes: str) -> str | None:
        """The value of the first of some words that is of these classes."""
        values = (value for word in among for value in self.words.of_classes(classes, word, word + 1))
        return next(map(str, values), None)

    def tells(self, name: str, expression: Expression) -> bool:
        """Whether a verb of a list (`data/word_lists.tsv`) stands shortly before an expression."""
        near = range(max(expression.sentence[0], expression.first - _NEAR), expression.first)
        return any(lemma(self.analysis.word(word).lower(), "VERB") in words(name) for word in near)

    def looks_ahead(self, expression: Expression) -> bool:
        """Whether the clause looks ahead, or the days are to come."""
        days = expression.meaning.interval
        if self.published and days and days.start and days.start > self.published:
            return True
        return lean(self.analysis, expression.sentence, expression.first, expression.end) == "future"


def widened(found: Expression, around: Around) -> Expression:
    """The expression with the words beside it that name a part of its period or of its day."""
    if found.meaning.period is None:
        return found
    for widen in (_with_hour, _with_night, _with_part, _with_rest):
        found = widen(found, around)
    return found


def _moved(found: Expression, first: int, days: Interval | None, part: str | None = None) -> Expression:
    return replace(found, first=first, part=part or found.part, meaning=found.meaning._replace(interval=days))


def _with_hour(found: Expression, around: Around) -> Expression:
    """Parts of a day: "3 a.m. on Tuesday", "Monday evening", "23 October, 18:00"."""
    first = around.before(_HOUR, found)
    after = pattern(f"comma? at? {_CLOCK}|day_part").match(around.words.letters, found.end)
    if not found.is_day or "T" in found.meaning.value or (first is None and after is None):
        return found
    start, end = found.first if first is None else first, after.end() if after else found.end
    hour = _hour(around, [*range(start, found.first), *range(found.end, end)])
    return replace(found, first=start, end=end, meaning=found.meaning._replace(value=found.meaning.value + hour))


def _hour(around: Around, words: list[int]) -> str:
    """The time of day that words tell, as in TIMEX3: "TNI", "T15:00"; "TXX:XX" where it can't be read."""
    part = around.told(words, "day_part", "overnight")
    return part or clock_value(around.told(words, "clock", "day", "number") or "", around.told(words, "am_pm"))


def _with_night(found: Expression, around: Around) -> Expression:
    """Nights told by the day they end on: "the night to Wednesday", "overnight into Wednesday"."""
    first, period = around.before(_NIGHT_TO, found), found.meaning.period
    if first is None or period is None or not found.is_day:
        return found
    days = Interval(period.start - timedelta(days=1), period.end)
    return _moved(replace(found, meaning=found.meaning._replace(value=found.meaning.value + "TNI")), first, days)


def _with_part(found: Expression, around: Around) -> Expression:
    """Parts of a period: "early in 2020", "the end of May"; a day stays whole: "late on Sunday"."""
    first, period = around.before(_PART, found), found.meaning.period
    if first is None or period is None:
        return found
    part = around.name(first, found.first, "part", "edge") or "mid"
    return _moved(found, first, found.meaning.interval if found.is_day else part_of(period, part), part)


def _with_rest(found: Expression, around: Around) -> Expression:
    """What has passed or is left of a current period: "earlier this year", "later this month"."""
    first, period, today = around.before(_REST, found), found.meaning.period, around.published
    if first is None or period is None or today is None:
        return found
    if found.is_day or not period.start <= today <= period.end:
        return _moved(found, first, found.meaning.interval)
    earlier = around.words.has("earlier", first, found.first)
    return _moved(found, first, Interval(period.start, today) if earlier else Interval(today, period.end))


class Dated(NamedTuple):
    """The words `[first, end)`, the days they mean, and the TIMEX3 value of the (first) expression in them."""

    first: int
    end: int
    days: Interval
    value: str
    is_range: bool = False


def limited(expressions: list[Expression], around: Around) -> list[Dated]:
    """The words and the days of each expression or pair of expressions, as the words in front limit them."""
    found: list[Dated] = []
    rest = [each for each in expressions if each.meaning.interval]
    while rest:
        one = rest.pop(0)
        limit = around.before(_LIMIT, one)
        first = one.first if limit is None else limit
        if rest and (days := _range(one, rest[0], first, around)):
            found.append(Dated(first, rest.pop(0).end, days, one.meaning.value, is_range=True))
        elif one.meaning.interval:
            days = _limits(one, first, around)
            if days == one.meaning.interval and _is_since(one, around):
                days = _in_order(_since(one, days, around.published, around), days)
            begin = one.first if days == one.meaning.interval else first
            found.append(Dated(begin, one.end, days or one.meaning.interval, one.meaning.value))
    return found


def _range(one: Expression, other: Expression, first: int, around: Around) -> Interval | None:
    """From the first day of one to the last of the other: "from Monday to Wednesday", "between March and May"."""
    joint = "(to|through|until|dash|slash) the?"
    if around.words.has("between", first, one.first):
        joint = "(and|to|dash) the?"
    elif _follows_at_once(one, other):
        joint = f"{joint}|and on?"
    if not around.between(joint, one.end, other.first) or not one.meaning.interval or not other.meaning.interval:
        return None
    start, end = one.meaning.interval.start, other.meaning.interval.end
    return Interval(start, end) if start and end and start <= end else None


def _follows_at_once(one: Expression, other: Expression) -> bool:
    """Whether one day comes right after another: "on Monday and Tuesday"."""
    first, second = one.meaning.period, other.meaning.period
    return one.is_day and other.is_day and bool(first and second and first.shift(1) == second)


def _limits(one: Expression, first: int, around: Around) -> Interval | None:
    """The days of an expression behind the words `[first, one.first)`."""
    if first == one.first or one.meaning.interval is None:
        return one.meaning.interval
    days, today = one.meaning.interval, around.published
    word = around.analysis.word(first).lower()
    limit = _LIMITS.get("until" if word in ("till", "til") else word)
    if limit in (_before, _after) and "T" in one.meaning.value:  # "before dawn on Tuesday"
        return days
    if limit is not _since and (_is_possessive(one, around) or noun_follows(around.analysis, one.end)):
        return days
    return _in_order(limit(one, days, today, around), days) if limit else days


def _in_order(found: Interval, days: Interval) -> Interval:
    """The limited days, or those named where the limits would have them end before they begin."""
    return days if found.start and found.end and found.start > found.end else found


def _is_since(one: Expression, around: Around) -> bool:
    """Whether an expression dates what all has been since: "since the war began in 2011"."""
    letters, start = around.words.letters, max(one.sentence[0] + 1, one.first - _CLAUSE)
    opened = pattern("since").search(letters, start, one.first)
    if opened is None or pattern("comma").search(letters, opened.start() - 1, one.first):
        return False
    between = [around.analysis.upos[word] for word in range(opened.end(), one.first)]
    return between.count("VERB") == 1 and around.analysis.upos[opened.start()] == "SCONJ"


def _is_possessive(one: Expression, around: Around) -> bool:
    return pattern("possessive").match(around.words.letters, one.end) is not None


def _since(one: Expression, days: Interval, today: date | None, around: Around) -> Interval:
    """From the first day (of a middle: the day in the midst) to the day of publication."""
    start = days.start
    if start and days.end and one.part in ("mid", "middle"):
        start += (days.end - start) / 2
    return Interval(start, today)


def _until(one: Expression, days: Interval, today: date | None, around: Around) -> Interval:
    if around.tells("deferral", one):  # "postponed until Friday"
        return days
    return Interval(today if around.looks_ahead(one) else None, days.end)


def _by(one: Expression, days: Interval, today: date | None, around: Around) -> Interval:
    return Interval(today, days.end) if around.looks_ahead(one) else days


def _before(one: Expression, days: Interval, today: date | None, around: Around) -> Interval:
    end = days.end if one.part == "end" or not days.start else _step(days.start, -1)
    ahead = today and end and today <= end and around.looks_ahead(one)
    return Interval(today if ahead else None, end)


def _after(one: Expression, days: Interval, today: date | None, around: Around) -> Interval:
    return Interval(_step(days.end, 1), None) if days.end else days


def _step(day: date, days: int) -> date | None:
    """A day some days away; None beyond the years 1-9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _from(one: Expression, days: Interval, today: date | None, around: Around) -> Interval:
    return days if around.looks_ahead(one) else _since(one, days, today, around)


_LIMITS = {"since": _since, "until": _until, "by": _by, "before": _before, "after": _after, "from": _from}
