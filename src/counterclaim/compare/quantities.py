"""Figures of the same thing that exclude each other, that agree, or that one authority has put at another value.

A running count that a later report puts higher has grown; one of the dead that a later report puts lower, or two
on the same day, exclude each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.compare.figures import Figure, figures_of
from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import names_of
from counterclaim.compare.occasions import NEAR
from counterclaim.compare.scope import RUNNING, Scope
from counterclaim.compare.stories import Story
from counterclaim.compare.tables import read_words
from counterclaim.compare.terms import stems_of
from counterclaim.model import LinkType

_ANCHORS = 2
"""Words beyond figure and fate that two counts of casualties in two reports have in common, at least."""
_RAISED = re.compile(
    r"\b(?:rais\w*|ris\w*|rose|now|climb\w*|grow\w*|grew|grown|increas\w*|updat\w*|(?-i:new))\b",  # not "New Kern"
    re.IGNORECASE,
)
_CORRECTED = re.compile(r"\b(?:correct|revis|lower|reduc|cut|down|fewer|instead|mistake|twice)\w*", re.IGNORECASE)
_ANY = frozenset(("other", "percent", "money", "duration", "distance"))
"""Roles that do not say by themselves what is counted."""
_FATES = ("fate", "generic")
"""Kinds of words that tell no event from another."""


def find_figures(story: Story) -> Iterator[Finding]:
    """What the figures of a story's own report have to do with those given before them."""
    scope = Scope(story)
    own, earlier = figures_of(story.own), figures_of(story.earlier)
    taken_up: dict[int, list[Figure]] = {}
    for number, figure in enumerate(own):
        last = _taken_up(figure, own[:number])
        taken_up[id(figure)] = [last, *taken_up[id(last)]] if last else []
        for other in (*earlier, *own[:number]):
            of_one = any(other is one for one in taken_up[id(figure)])
            if finding := compare(figure, other, scope, of_one=of_one):
                yield finding


def compare(later: Figure, earlier: Figure, scope: Scope, *, of_one: bool = False) -> Finding | None:
    """What a figure has to do with one given before it; `of_one` where it is known to be put in its place."""
    one, other = later.statement, earlier.statement
    if one.claim.id == other.claim.id:
        return None
    same = (later.quantity.low, later.quantity.high) == (earlier.quantity.low, earlier.quantity.high)
    if one.same_side(other):
        return None if scope.own_difference(later, earlier) else _own_figures(later, earlier, same)
    if scope.difference(later, earlier):
        return None
    of_one = of_one or _same_matter(later, earlier) or scope.are_of_one_place(later, earlier)
    if not (later.low <= earlier.high and earlier.low <= later.high):
        if _grew(later, earlier) or not of_one:
            return None
        why = f"{quoted(later.shown)} ({one.who}) and {quoted(earlier.shown)} ({other.who}) exclude each other."
        return _finding(later, earlier, "contradicts", why, 0.8)
    if same and of_one:
        return _finding(
            later, earlier, "corroborates", f"The same figure from {one.who} and {other.who}: {later.shown}.", 0.7
        )
    return None


def _taken_up(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The figure that an elliptic one is put in the place of: "put the number at 9,000"; the last of another side."""
    said = figure.terms.words - figure.counted - read_words("units") - stems_of("count") - stems_of("putting")
    if any(not term[0].isdigit() for term in said) or not figure.terms.names <= figure.statement.theme.names:
        return None
    one = figure.statement
    return next((f for f in reversed(before) if f.statement.claim.id != one.claim.id and not one.same_side(f.statement)
                 and f.quantity.unit == figure.quantity.unit), None)  # fmt: skip


def _own_figures(later: Figure, earlier: Figure, same: bool) -> Finding | None:
    """What one side's figure has to do with one it gave before."""
    who = later.statement.who
    if later.statement.order == earlier.statement.order and (same or not _RAISED.search(later.statement.claim.text)):
        return None  # two counts in one report are of two things unless it says that one has become the other
    if same:
        return _finding(later, earlier, "repeats", f"The same figure again from {who}: {later.shown}.", 0.7)
    if later.quantity.role in _ANY and not (_same_matter(later, earlier) or _is_own_count(later, earlier)):
        return None
    fallen = later.quantity.role in ("killed", "wounded") and later.high < earlier.low
    if fallen and not _CORRECTED.search(later.statement.claim.text):
        return None  # a toll does not fall by itself: another one is meant
    return _finding(
        later, earlier, "updates", f"{who}: now {quoted(later.shown)}, before {quoted(earlier.shown)}.", 0.8
    )


def _grew(later: Figure, earlier: Figure) -> bool:
    """Whether a count may have grown, or changed, between two days."""
    if later.statement.day == earlier.statement.day:
        return False
    return later.quantity.role != "killed" or later.low > earlier.high


def _same_matter(one: Figure, other: Figure) -> bool:
    """Whether two statements share words beyond the figure and the fate it counts, or give it in one place.

    In another report the dead of the same day and city may be those of another attack: one word is not enough.
    """
    shared = (one.terms.all & other.terms.all) - read_words("units") - stems_of(*_FATES)
    if one.quantity.role in _ANY and not _is_one_count(one, other):
        shared -= one.counted
    telling = sum(not term[0].isdigit() for term in shared)
    casualties = one.quantity.role in RUNNING - {"other"}
    if one.statement.order != other.statement.order:
        return telling >= (_ANCHORS if casualties else 1) and (not casualties or _one_place(one, other))
    return telling >= 1 or (casualties and abs(one.statement.at[1] - other.statement.at[1]) <= NEAR)


def _one_place(one: Figure, other: Figure) -> bool:
    """Whether two statements name the same place; where neither names one, whether their reports lead with the same."""
    a, b = (frozenset(name for place in f.statement.places for name in names_of(place.name)) for f in (one, other))
    if a or b:
        return not a.isdisjoint(b)
    return not one.statement.theme.names.isdisjoint(other.statement.theme.names)


def _is_own_count(later: Figure, earlier: Figure) -> bool:
    """Whether one side counts the same special things again: "suspected cases", not "people"."""
    special = later.counted - stems_of(*_FATES)
    return later.quantity.role == "other" and later.counted == earlier.counted and bool(special)


def _is_one_count(one: Figure, other: Figure) -> bool:
    """Whether one of two figures of the same special things is put forward as the number of them all."""
    special = one.counted & other.counted - stems_of(*_FATES)
    return bool(special) and bool((one.terms.words | other.terms.words) & stems_of("count"))


def _finding(later: Figure, earlier: Figure, kind: LinkType, why: str, score: float) -> Finding:
    return Finding(later.statement, earlier.statement, kind, "quantity", why, score)
