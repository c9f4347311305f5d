"""Quantities of a report as facets: how many or how much, of what, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import NamedTuple

from counterclaim.facets.counted import counted_words
from counterclaim.facets.expressions import Expression, find_expressions
from counterclaim.facets.implied import find_implied
from counterclaim.facets.known import is_no_count, is_reference, is_total
from counterclaim.facets.measures import is_change
from counterclaim.facets.nouns import are_ill, deed_of, is_flying, is_person
from counterclaim.facets.roles import OF_PEOPLE, Count, clause_role, is_among, noun_role, role_of
from counterclaim.facets.sums import is_sum
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words
from counterclaim.facets.tallies import group_of, stood_at, tally_of
from counterclaim.facets.unnumbered import find_unnumbered
from counterclaim.language.analysis import Analysis
from counterclaim.model import Quantity, Span

_BY_DIMENSION = frozenset(("area", "distance", "money", "percent", "duration"))
_AGO = re.compile(r"\s+(?:ago|earlier|later|before|after(?:wards)?|previously|since|from now|ahead|early|late)\b", re.I)
_RECENT = re.compile(r"\b(?:past|last|next|previous|following|coming|preceding|another|every|each|the|these)\s+$", re.I)
_AMONG = re.compile(
    r"\b(?:including|among (?:them|whom|those)|of (?:them|whom|which|those))[\s,:—-]*(?:(?:were|are) )?"
    r"(?:an? [\w-]+,? and )?$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s?\b(?:more(?! than)|additional|further|extra)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s?\b(?:others?|another)\b", re.IGNORECASE)
#: How many sentences back a number said of "it" finds what it counts.
_FAR = 3
#: How many words back a share in percent makes "three points" percentage points.
_POINTS = 80
#: From this number on a bare number that was counted before counts the same.
_TELLING = 10


class _Said(NamedTuple):
    """Role and unit of an expression, and what it counts as far as other words than its own noun say."""

    role: str
    unit: str | None
    counted: str | None = None


@dataclass
class _Found:
    """What was found so far, so that a later number can pick it up."""

    expressions: list[Expression] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    @property
    def last(self) -> Expression | None:
        """The expression before."""
        return self.expressions[-1] if self.expressions else None

    def money(self, reach: int) -> str | None:
        """The currency of the last quantity that stands at word `reach` or later, shares aside; None if it has none."""
        last = next((one for one in reversed(self.expressions) if one.dimension != "percent"), None)
        return last.unit if last and last.dimension == "money" and last.first >= reach else None

    def same(self, expression: Expression) -> Quantity | None:
        """The last counted quantity of the same number, which a bare number repeats: "its figure of 45,000"."""
        low, high, _ = expression.interval
        both = zip(reversed(self.expressions), reversed(self.quantities), strict=True)
        known = (one for was, one in both if was.dimension is None and (one.low, one.high) == (low, high))
        return next(known, None) if (low or high or 0) >= _TELLING else None

    def counted(self, reach: int) -> tuple[int, Quantity] | None:
        """The last counted quantity that stands at word `reach` or later, with its place in the list."""
        for place in range(len(self.expressions) - 1, -1, -1):
            if self.expressions[place].first < reach:
                return None
            if self.expressions[place].dimension is None:
                return place, self.quantities[place]
        return None


def find_quantities(analysis: Analysis) -> tuple[Quantity, ...]:
    """All quantities of a report, in the order of the text; spans in code points.

    `low` and `high` are in the unit as written (see `units.convert`); people are always "person", money has its ISO
    4217 code, counted things the singular of their noun. Ages, dates, names with numbers, former values ("rose from
    12") and conversions in brackets are no quantities. Casualty words imply counts of none and one ("nobody was
    hurt"). `part` marks what the text gives as some of more ("11 people, among them three children"): it does not
    compete with a total.
    """
    syntax = Syntax(analysis)
    found = _Found()
    written = sorted([*find_expressions(syntax), *find_unnumbered(syntax)], key=lambda one: one.span)
    for expression in counted_expressions(syntax, written):
        quantity = _quantity(syntax, expression, found)
        if quantity:
            found.expressions.append(expression)
            found.quantities.append(quantity)
    taken = {at for quantity in found.quantities for span in quantity.spans for at in range(*span)}
    implied = [
        replace(one, part=_is_among(syntax.text, one.spans[0]))
        for one in find_implied(syntax)
        if taken.isdisjoint(range(*one.spans[0]))
    ]
    return tuple(sorted([*found.quantities, *implied], key=lambda quantity: quantity.spans))


def counted_expressions(syntax: Syntax, expressions: Iterable[Expression]) -> list[Expression]:
    """The expressions that claims can have as facets; the age of a thing is a duration."""
    kept = []
    for one in expressions:
        if one.dimension == "age" and one.unit and _is_thing_old(syntax, one):
            kept.append(replace(one, dimension="duration"))
        elif one.noun is not None and is_sum(syntax, one.noun, one.interval.low or one.interval.high or 0):
            kept.append(replace(one, dimension="money"))
        elif not _is_aside(syntax, one):
            kept.append(one)
    return kept


def _is_thing_old(syntax: Syntax, expression: Expression) -> bool:
    """ "The pipe is 30 years old"."""
    old = syntax.word_at(expression.span.end + 1)
    subjects = syntax.below(old, "nsubj") or syntax.below(syntax.head(old), "nsubj")
    return any(syntax.upos(one) == "NOUN" and not is_person(syntax, one) for one in subjects)


def _is_aside(syntax: Syntax, expression: Expression) -> bool:
    if expression.conversion or expression.former or expression.dimension == "age":
        return True
    start, end = expression.span
    if expression.unit is None and syntax.lower(expression.first - 1) == "from":
        return is_change(syntax, expression.first)
    if expression.dimension == "duration" and expression.interval.low == expression.interval.high:
        return bool(_AGO.match(syntax.text, end) or _RECENT.search(syntax.text, max(0, start - 12), start))
    return False


def _quantity(syntax: Syntax, expression: Expression, found: _Found) -> Quantity | None:
    role, unit, counted = _said(syntax, expression, found)
    if (
        unit is None
        or is_no_count(syntax, expression, _count(syntax, expression, unit))
        or (role == "other" and is_reference(syntax, expression, found.last))
    ):
        return None
    low, high, approximate = expression.interval
    among = _is_among(syntax.text, expression.span) or _is_with_part(syntax, expression, found)
    if among:
        role = _share_role(syntax, expression, role, unit, found)
    before = found.counted(_reach(syntax, expression))
    same = before is not None and before[1].role == role
    part = (
        among
        or expression.partitive
        or is_among(syntax, expression.anchor)
        or _is_added(syntax.text, expression.span, same)
    )
    if part and role == "downed":
        _launch_total(syntax, expression, found)
    counted = counted_words(syntax, expression) or counted
    return Quantity(role, low, high, unit, approximate, (expression.span,), part, counted)


def _said(syntax: Syntax, expression: Expression, found: _Found) -> _Said:
    unit = expression.unit
    if expression.dimension:
        return _Said(expression.dimension if expression.dimension in _BY_DIMENSION else "other", unit)
    if unit == "point" and _after_percent(expression, found):
        return _Said("percent", "percentage point")
    if unit == "time":
        return _Said("other", deed_of(syntax, expression.anchor) or unit)
    if unit is None:
        return _bare(syntax, expression, found)
    if is_total(expression, found.last):
        clause = clause_role(syntax, expression.anchor, unit)
        return _Said(clause.name if clause else "other", unit)
    if expression.noun is not None and noun_role(syntax, expression.noun):
        unit = "person"
    role = role_of(syntax, _count(syntax, expression, unit))
    tally = tally_of(syntax, expression) if role is None and unit == "person" else None
    name = role.name if role else (tally.role if tally else None)
    if name is None and expression.partitive and not _has_verb(syntax, expression):
        before = found.counted(_reach(syntax, expression))
        name = before[1].role if before else None
    if name is None and unit == "person" and are_ill(syntax, expression.last, expression.anchor):
        return _Said("other", "case")
    return _Said(name or "other", unit)


def _bare(syntax: Syntax, expression: Expression, found: _Found) -> _Said:
    """What is said of a number without a noun: by its verb, its tally, or the count before that it takes up."""
    tally = tally_of(syntax, expression)
    group = group_of(syntax, expression) or (None if tally else stood_at(syntax, expression))
    if group:
        return _Said(group.role or "other", group.unit, group.counted)
    if known := _percentage(syntax, expression, found):
        return _Said(known.role, known.unit, known.counted)
    if _is_scaled(syntax, expression) and (money := found.money(_reach(syntax, expression))):
        return _Said("money", money)
    before = found.counted(_reach(syntax, expression))
    near = found.counted(syntax.sentence(expression.first)[0])
    for unit in dict.fromkeys((before[1].unit if before else "person", "person")):
        role = role_of(syntax, _count(syntax, expression, unit))
        if role and unit == "person" and not role.strong and near and near[1].unit not in (None, unit):
            continue  # "94 drones were launched and 15 were lost"
        if role and (role.name in OF_PEOPLE or role.name == "other" or before):
            return _Said(role.name, unit, near[1].counted if near and near[1].unit == unit else None)
    if tally and not tally.role and (same := found.same(expression)):
        return _Said(same.role, same.unit, same.counted)
    if tally and tally.unit:
        return _Said(tally.role or "other", tally.unit, tally.counted)
    if before is None or not (tally or _takes_up(syntax, expression)):
        return _Said("other", None)
    known = before[1]
    if tally:  # "its figure of 187"
        return _Said(known.role, known.unit, known.counted)
    if known.unit == "person" and are_ill(syntax, expression.last, expression.anchor):
        return _Said("other", "case", known.counted)
    if same := found.same(expression):
        return _Said(same.role, same.unit, same.counted)
    inherits = not _has_verb(syntax, expression) or _is_elliptic(syntax, expression)
    return _Said(known.role if inherits else "other", known.unit, known.counted)


def _percentage(syntax: Syntax, expression: Expression, found: _Found) -> Quantity | None:
    """The percentage before it in the sentence that a broken number goes with: "50.6 percent against 49.4"."""
    start, low = syntax.sentence(expression.first)[0], expression.interval.low
    both = zip(reversed(found.expressions), reversed(found.quantities), strict=True)
    near = (one for was, one in both if was.first >= start and one.unit == "percent")
    return None if low is None or low.is_integer() else next(near, None)


def _is_scaled(syntax: Syntax, expression: Expression) -> bool:
    """ "40 million euros on Monday and 25 million on Friday": a number with a scale behind money is money."""
    return syntax.lower(expression.last) in words("scale") and syntax.upos(expression.last + 1) not in ("NOUN", "ADJ")


def _count(syntax: Syntax, expression: Expression, unit: str | None) -> Count:
    start = syntax.word_at(expression.span.start)
    return Count(start, expression.first, expression.last, expression.anchor, unit)


def _reach(syntax: Syntax, expression: Expression) -> int:
    """The first word of the sentence before; "it is 58" reaches back further."""
    start = syntax.sentence(expression.first)[0]
    for _ in range(_FAR if _is_it(syntax, expression) else 1):
        start = syntax.sentence(start - 1)[0] if start else 0
    return start


def _takes_up(syntax: Syntax, expression: Expression) -> bool:
    """Whether a bare number stands for things already spoken of: "17 of them", "18,000 were without it"."""
    remaining = syntax.lower(expression.first - 1) in ("remaining", "other", "all")
    remaining |= syntax.lower(expression.last + 1) == "more" and syntax.lower(expression.last + 2) != "than"
    grammatical = syntax.relation(expression.last) in ("nsubj", "obj", "appos")
    return expression.partitive or remaining or grammatical or _is_elliptic(syntax, expression) or _is_it(
        syntax, expression
    )  # fmt: skip


def _is_it(syntax: Syntax, expression: Expression) -> bool:
    """ "It is 58 as of this evening"."""
    subjects = syntax.below(expression.last, "nsubj")
    return any(syntax.lower(one) in ("it", "this", "that") for one in subjects)


def _is_elliptic(syntax: Syntax, expression: Expression) -> bool:
    """ "63 died in Jumla, 24 in Kalikot and 10 in Mugu": the verb is left out."""
    before, after = syntax.lower(expression.first - 1), syntax.upos(expression.last + 1)
    return before in (",", ";", "and") and after == "ADP"


def _has_verb(syntax: Syntax, expression: Expression) -> bool:
    """Whether a number is an argument of a verb: not so "four of them seriously"."""
    word = expression.last
    if syntax.relation(word) == "nummod":
        word = syntax.head(word) if expression.noun is None else expression.anchor  # "15 more were lost"
    return syntax.relation(word) in ("nsubj", "obj", "csubj") and syntax.upos(syntax.head(word)) in ("VERB", "ADJ")


def _after_percent(expression: Expression, found: _Found) -> bool:
    near = takewhile(lambda one: one.first > expression.first - _POINTS, reversed(found.expressions))
    return any(one.unit in ("percent", "percentage point") for one in near)


def _launch_total(syntax: Syntax, expression: Expression, found: _Found) -> None:
    """ "22 drones, of which 19 were shot down": the 22 were launched."""
    before = found.counted(_reach(syntax, expression))
    if before and before[1].role == "other" and is_flying(before[1].unit):
        found.quantities[before[0]] = replace(before[1], role="launched")


def _is_among(text: str, span: Span) -> bool:
    """ "11 people, among them three children"."""
    return bool(_AMONG.search(text, max(0, span.start - 40), span.start))


def _is_with_part(syntax: Syntax, expression: Expression, found: _Found) -> bool:
    """The second of "including four children and two women"."""
    last = found.last
    if last is None or syntax.relation(expression.anchor) != "conj":
        return False
    return syntax.head(expression.anchor) == last.anchor and _is_among(syntax.text, last.span)


def _is_added(text: str, span: Span, same: bool) -> bool:
    """ "three more bodies"; and "six others" where as many were said before to have shared their fate."""
    patterns = (_MORE, _OTHERS) if same else (_MORE,)
    return any(pattern.search(text, *span) or pattern.match(text, span.end) for pattern in patterns)


def _share_role(syntax: Syntax, expression: Expression, role: str, unit: str, found: _Found) -> str:
    """The whole and what is among it share a fate, whichever of them the parse gave it to."""
    before = found.counted(_reach(syntax, expression))
    if before is None or before[1].unit != unit or unit != "person":
        return role
    place, whole = before
    if role == "other":
        return whole.role
    if whole.role == "other":
        found.quantities[place] = replace(whole, role=role)
    return role
