"""Figures of the same thing that exclude each other, that agree, or that one authority has put at another value.

A running count that a later report puts higher has grown; one of the dead that a later report puts lower, or two
on the same day, exclude each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.compare.figures import Figure, figures_of
from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.scope import RUNNING, Scope
from counterclaim.compare.stories import Story
from counterclaim.compare.tables import read_words
from counterclaim.model import LinkType

_NONE: frozenset[str] = frozenset()


def find_figures(story: Story) -> Iterator[Finding]:
    """What the figures of a story's own report have to do with those given before them."""
    scope = Scope(story)
    own, earlier = figures_of(story.own), figures_of(story.earlier)
    for number, figure in enumerate(own):
        taken_up = _taken_up(figure, own[:number])
        for other in (*earlier, *own[:number]):
            if finding := compare(figure, other, scope, of_one=other is taken_up):
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
    of_one = of_one or _same_matter(later, earlier)
    if not (later.low <= earlier.high and earlier.low <= later.high):
        if _grew(later, earlier) or not of_one:
            return None
        why = f"{one.who} says {quoted(later.shown)}, {other.who} says {quoted(earlier.shown)}: not both can be so."
        return _finding(later, earlier, "contradicts", why, 0.8)
    if same and of_one:
        return _finding(later, earlier, "corroborates", f"{one.who} gives the same figure as {other.who}.", 0.7)
    return None


def _taken_up(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The figure that an elliptic one is put in the place of: "police put it at 9,000"; the last of another side."""
    said = figure.terms.all - figure.counted - read_words("units")
    if any(not term[0].isdigit() for term in said):
        return None
    one = figure.statement
    return next((f for f in reversed(before) if f.statement.claim.id != one.claim.id and not one.same_side(f.statement)
                 and f.quantity.unit == figure.quantity.unit), None)  # fmt: skip


def _own_figures(later: Figure, earlier: Figure, same: bool) -> Finding | None:
    """What one side's figure has to do with one it gave before."""
    who = later.statement.who
    if same:
        if later.statement.order == earlier.statement.order:
            return None
        return _finding(later, earlier, "repeats", f"{who} gives the same figure again: {later.shown}.", 0.7)
    if not _same_matter(later, earlier):
        return None
    return _finding(later, earlier, "updates", f"{who} now says {later.shown}, before {earlier.shown}.", 0.8)


def _grew(later: Figure, earlier: Figure) -> bool:
    """Whether a count may have grown, or changed, between two days."""
    if later.statement.day == earlier.statement.day:
        return False
    return later.quantity.role != "killed" or later.low > earlier.high


def _same_matter(one: Figure, other: Figure) -> bool:
    """Whether two statements share words beyond the figure itself; the casualties of one story are one matter."""
    if one.quantity.role in RUNNING - {"other"}:
        return True
    shared = (
        (one.terms.all & other.terms.all)
        - read_words("units")
        - (one.counted if one.quantity.role == "other" else _NONE)
    )
    return any(not term[0].isdigit() for term in shared)


def _finding(later: Figure, earlier: Figure, kind: LinkType, why: str, score: float) -> Finding:
    return Finding(later.statement, earlier.statement, kind, "quantity", why, score)
