"""Expressions of quantity in a text: number, bounds, and the unit or noun they go with. What they are said of comes
later (`roles`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from counterclaim.facets.bounds import Bound, Interval, bound_after, bound_before
from counterclaim.facets.labels import is_age, is_label
from counterclaim.facets.measures import Measure, find_measures
from counterclaim.facets.nouns import Noun, counted_noun, unit_of
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words
from counterclaim.model import Span

_TWICE = re.compile(r"\b(?:twice|thrice)\b(?!\s+(?:as|the|that|what|more|its|their|his|her|an?)\b)", re.IGNORECASE)
_PER = re.compile(r"[\s-]?(?:\bper[\s-]|\ban?[\s-]|/)\s?([^\W\d_]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """A quantity as written."""

    span: Span
    interval: Interval
    unit: str | None
    """A unit of measurement, an ISO 4217 code, or what the counted noun gives; None for a bare number."""
    dimension: str | None
    """area, distance, money, percent, age, ... ; None for counted things and bare numbers."""
    first: int
    last: int
    """First and last word of the number."""
    noun: int | None
    """The counted noun."""
    partitive: bool
    """"four of the injured"."""
    per: str | None = None
    """The unit of a rate: "$55 a barrel" has barrel."""
    conversion: bool = False
    """The same in another unit, in brackets behind it: "7 miles (11 km)"."""
    former: bool = False
    """An earlier value that the text says was replaced: "rose from 12 to 17"."""

    @property
    def anchor(self) -> int:
        """The word that stands for the quantity in the sentence's syntax."""
        return self.last if self.noun is None else self.noun


def find_expressions(syntax: Syntax) -> list[Expression]:
    """All expressions of quantity of a text, in order."""
    found: list[Expression] = []
    if not syntax.size:
        return found
    for measure in find_measures(syntax):
        expression = _expression(syntax, measure)
        if expression:
            found.append(_as_conversion(syntax.text, found, expression))
    repeated = [_repeated(syntax, match) for match in _TWICE.finditer(syntax.text)]
    return sorted([*found, *repeated], key=lambda one: one.span) if repeated else found


def _repeated(syntax: Syntax, found: re.Match[str]) -> Expression:
    """ "twice": two times, where it does not compare ("twice as many")."""
    word = syntax.word_at(found.start())
    times = 2.0 if found[0].lower() == "twice" else 3.0
    return Expression(Span(*found.span()), Interval(times, times), "time", None, word, word, None, False)


def _expression(syntax: Syntax, measure: Measure) -> Expression | None:
    first, last = syntax.word_at(measure.number.start), syntax.word_at(measure.last - 1)
    noun = Noun(None) if measure.unit else counted_noun(syntax, first, last)
    measured = measure.unit is not None
    age = is_age(syntax, measure.number, measure.last, measured)
    if not age and is_label(syntax, measure.number, noun.word, measured):
        return None
    unit = measure.unit if noun.word is None else unit_of(syntax, noun.word)
    if unit is None and syntax.lower(last + 1) in ("who", "whose"):
        unit = "person"
    start, end, interval = _bounded(syntax, measure, noun.word)
    rate = _PER.match(syntax.text, end) if measure.dimension or unit == "time" else None
    anchor = syntax.word_at(measure.end - 1) if measure.unit else noun.word
    return Expression(
        Span(start, end), interval, unit, "age" if age else measure.dimension, first, last, anchor, noun.partitive,
        per=rate[1].lower() if rate else None, former=measure.former,
    )  # fmt: skip


def _bounded(syntax: Syntax, measure: Measure, noun: int | None) -> tuple[int, int, Interval]:
    """Where the expression begins and ends with its bounds and noun, and the interval they leave."""
    start, end, interval = measure.start, measure.end, measure.interval
    dimension = measure.dimension or ("bare" if noun is None else "count")
    for _ in range(2):
        before = bound_before(syntax.text, start)
        if not before or not _applies(syntax, before, dimension):
            break
        start, interval = before.edge, interval.bounded(_effect(syntax, before))
    if noun is not None:
        end = max(end, syntax.analysis.words[noun][1])
    after = bound_after(syntax.text, measure.end) or bound_after(syntax.text, end)
    if after and _applies(syntax, after, dimension):
        end, interval = max(end, after.edge), interval.bounded(after.effect)
    return start, end, interval


def _applies(syntax: Syntax, bound: Bound, dimension: str) -> bool:
    if bound.dimensions and dimension not in bound.dimensions.split(","):
        return False
    word = syntax.word_at(bound.edge)
    if syntax.lower(word) not in words("placing"):
        return True
    return syntax.upos(word) != "ADP" or syntax.relation(word) not in ("case", "compound")  # "a quarrel over 40 cows"


def _effect(syntax: Syntax, bound: Bound) -> str:
    """What a bound does: a verb of passing gives the lower end, or if it is denied the upper ("did not exceed 40")."""
    if bound.effect != "passed":
        return bound.effect
    return "high" if _is_denied(syntax, syntax.word_at(bound.edge)) else "low"


def _is_denied(syntax: Syntax, verb: int) -> bool:
    subjects = syntax.below(verb, "nsubj")
    around = (
        *syntax.below(verb, "advmod"),
        *subjects,
        *(one for noun in subjects for one in syntax.below(noun, "det")),
    )
    return any(syntax.lower(one) in words("denial") for one in around)


def _as_conversion(text: str, found: list[Expression], expression: Expression) -> Expression:
    """The expression, marked if it only says the one before it in another unit, in brackets."""
    if not found or expression.dimension is None or found[-1].dimension != expression.dimension:
        return expression
    gap = text[found[-1].span.end : expression.span.start].strip()
    within = gap == "/" and found[-1].conversion
    bracket = gap.startswith("(") and len(gap) < 12 and found[-1].unit != expression.unit
    return replace(expression, conversion=True) if within or bracket else expression
