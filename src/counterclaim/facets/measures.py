"""A number with the unit or currency that stands right beside it, and ranges of two such."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from counterclaim.facets.bounds import Interval
from counterclaim.facets.money import Money, money_after, money_before
from counterclaim.facets.numbers import Number, find_numbers
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words
from counterclaim.facets.units import Found, unit_after

_GLUE = re.compile(r"\s?[-–—−]\s?|[\s-]+(?:to|or)[\s-]+", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(between|from|by)\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"[ \u00a0]?([mMbB])(?![\w/])")
_MINUS = re.compile(r"(?:\bminus[\s-]|−|(?<=[\s(])-)$", re.IGNORECASE)
_POWER = {"m": 1e6, "b": 1e9}
#: From this on a number of "pounds" or "drams" is money, below it a weight.
_HEAVY = 1000


@dataclass(frozen=True, slots=True)
class Measure:
    """`[start, end)` covers number and unit; without a unit beside it, unit and dimension are None."""

    start: int
    end: int
    number: Number
    interval: Interval
    unit: str | None = None
    dimension: str | None = None
    last: int = 0
    """Where its (last) number ends."""
    share: float = 1
    """0.01 where the number counts cents, pence and the like."""
    former: bool = False
    """An earlier value: "rose from 12 to 17"."""


def find_measures(syntax: Syntax) -> list[Measure]:
    """All numbers of the text with the units beside them, ranges joined."""
    measures = [_measure(syntax, number) for number in find_numbers(syntax.text)]
    return _join(syntax, measures)


def _measure(syntax: Syntax, number: Number) -> Measure:
    text = syntax.text
    number = _magnitude(syntax, number)
    interval = Interval(number.low, number.high, number.approximate)
    before = money_before(text, number.start)
    if before:
        return Measure(before.edge, number.end, number, interval, before.code, "money", number.end)
    unit, money = unit_after(text, number.end), money_after(text, number.end, number.start)
    if money and _is_noun(syntax, number.end, money.edge, number) and not (unit and _is_weight(number, unit, money)):
        interval = _times(interval, money.share)
        return Measure(number.start, money.edge, number, interval, money.code, "money", number.end, money.share)
    if unit and _is_noun(syntax, number.end, unit.end, number):
        start, interval = _signed(text, number.start, interval)
        return Measure(start, unit.end, number, interval, unit.unit.name, unit.unit.dimension, number.end)
    return Measure(number.start, number.end, number, interval, last=number.end)


def _magnitude(syntax: Syntax, number: Number) -> Number:
    """ "$5m", "12m tonnes": a letter for a million or billion, where money or a noun shows that it is not a metre."""
    found = _MAGNITUDE.match(syntax.text, number.end) if number.digits else None
    if not found:
        return number
    following = syntax.word_at(found.end() + 1)
    noun = syntax.upos(following) in ("NOUN", "ADJ") and syntax.analysis.words[following][0] == found.end() + 1
    if not noun and not money_before(syntax.text, number.start):
        return number
    power = _POWER[found[1].lower()]
    high = None if number.high is None else number.high * power
    return Number(number.start, found.end(), number.low * power, high, number.approximate, power)


def _is_noun(syntax: Syntax, start: int, end: int, number: Number) -> bool:
    """Whether the words of a unit may be one: not the verb of "five won", the adjective of "four second"."""
    word = syntax.word_at(end - 1)
    name = syntax.text[start:end].strip(" -").isalpha()
    if name and _is_first_of_compound(syntax, word, number):
        return False
    return not name or syntax.upos(word) not in ("VERB", "AUX", "ADP", "PRON")


def _is_first_of_compound(syntax: Syntax, word: int, number: Number) -> bool:
    """ "Two barrel bombs": a unit in the singular of which there are several is only part of what is counted."""
    noun = word + 1
    several = number.low != 1 and syntax.lemma(word) == syntax.lower(word) and syntax.text[number.end] == " "
    return several and syntax.upos(word) == syntax.upos(noun) == "NOUN" and syntax.lemma(noun) != syntax.lower(noun)


def _is_weight(number: Number, unit: Found, money: Money) -> bool:
    if unit.end == money.edge:
        return number.low < _HEAVY
    return unit.end > money.edge


def _times(interval: Interval, factor: float) -> Interval:
    low, high = (None if value is None else float(f"{value * factor:.15g}") for value in interval[:2])
    return Interval(low, high, interval.approximate)


def _signed(text: str, start: int, interval: Interval) -> tuple[int, Interval]:
    minus = _MINUS.search(text, max(0, start - 7), start)
    return (minus.start(), _times(interval, -1)) if minus else (start, interval)


def _join(syntax: Syntax, measures: Iterable[Measure]) -> list[Measure]:
    joined: list[Measure] = []
    for measure in measures:
        both = _range(syntax, joined[-1], measure) if joined else None
        if both is not None:
            joined[-1:] = both
        else:
            joined.append(measure)
    return joined


def _range(syntax: Syntax, first: Measure, second: Measure) -> list[Measure] | None:
    """The two as one range; or both, the first marked as a former value; or none of both for a score; or None."""
    gap = syntax.text[first.end : second.start]
    if len(gap) > 5:
        return None
    lead = _BETWEEN.search(syntax.text, max(0, first.start - 24), first.start)
    word = lead[1].lower() if lead else ""
    spoken_and = word == "between" and gap.strip().lower() == "and"
    if not (spoken_and or _GLUE.fullmatch(gap)) or not _compatible(first, second):
        return None
    if word == "by" and gap.strip() == "to":  # "rose by 3 to 17"
        return None
    if word == "from" and is_change(syntax, syntax.word_at(first.start)):
        return [replace(first, former=True, unit=first.unit or second.unit, dimension=second.dimension), second]
    first = _share_scale(first, second)
    low, high = first.interval.low, second.interval.high
    if low is None or (high is not None and low >= high):
        score = gap.strip() in ("-", "–") and first.unit is None and second.unit is None
        return [] if score else None
    start = lead.start() if lead and word != "by" else first.start
    approximate = first.interval.approximate or second.interval.approximate
    return [replace(second, start=start, number=first.number, interval=Interval(low, high, approximate))]


def _compatible(first: Measure, second: Measure) -> bool:
    if first.share != second.share:  # "up 10 cents to $2.24"
        return False
    sign = first.dimension == "money" and first.end == first.last  # "$5 to 6 million", not "2 euros to 5 people"
    return first.unit == second.unit or first.unit is None or (second.unit is None and sign)


def _share_scale(first: Measure, second: Measure) -> Measure:
    """ "1.2 to 1.5 million": the first has the power of the second."""
    scale = second.number.scale
    shared = _times(first.interval, scale)
    low, high = shared.low, second.interval.high
    if scale > 1 and first.number.scale == 1 and low is not None and (high is None or low < high):
        return replace(first, interval=shared)
    return first


def is_change(syntax: Syntax, word: int) -> bool:
    """Whether a verb or noun of change stands in the ten words before `word`: "rose from 12 to 17"."""
    begin = max(syntax.sentence(word)[0], word - 10)
    return any(
        syntax.lemma(one) in words("change")
        for one in range(begin, word)
        if syntax.upos(one) in ("VERB", "NOUN", "ADV")
    )
