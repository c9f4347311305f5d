"""Agreement: the same said by an independent claimant, said again by the same one, or put otherwise by it later.

Two statements are about the same thing when they share enough of their terms, rare ones counting more. What a side
says of it in a later report repeats what it said, or updates it where act, certainty, polarity or state have changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable
from counterclaim.compare.sides import agents_differ
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.compare.terms import Rarity

#: The share of the shorter statement's terms, by weight, and their number that two statements of the same thing have
#: in common: of one side, and of two.
_OWN, _OTHERS, _SHARED = 0.4, 0.5, 2


def find_agreements(story: Story) -> Iterator[Finding]:
    """Pairs of statements about the same thing that do not conflict."""
    for one, other in story.pairs(_SHARED):
        if finding := _compare(one, other, story.rarity):
            yield finding


def _compare(one: Statement, other: Statement, rarity: Rarity) -> Finding | None:
    same_side = one.same_side(other)
    share = rarity.overlap(one.terms.all, other.terms.all)
    if share < (_OWN if same_side else _OTHERS) or agents_differ(one, other):
        return None
    return _succession(one, other, share) if same_side else _corroboration(one, other, share)


def _corroboration(one: Statement, other: Statement, share: float) -> Finding | None:
    if one.negated != other.negated or incomparable(one, other) or _other_figures(one, other):
        return None
    if "deny" in (one.act, other.act) and one.act != other.act:
        return None
    why = f"{one.who} says the same as {other.who}: {quoted(other.text)}."
    return Finding(one, other, "corroborates", "occurrence", why, _score(share))


def _succession(one: Statement, other: Statement, share: float) -> Finding | None:
    """What a side says of a thing on which it has spoken in an earlier report."""
    if one.order == other.order or _other_figures(one, other):
        return None
    if _standing(one) == _standing(other):
        return Finding(
            one, other, "repeats", "occurrence", f"{one.who} says again: {quoted(other.text)}.", _score(share)
        )
    why = f"{one.who} now says {quoted(one.text)}, before {quoted(other.text)}."
    return Finding(one, other, "updates", "occurrence", why, _score(share))


def _standing(statement: Statement) -> tuple[bool, bool, str, bool]:
    """How a statement stands to what it is about."""
    ahead = statement.act in ("predict", "promise", "urge")
    return (
        statement.act == "deny" or statement.negated,
        ahead,
        statement.certainty,
        statement.event is not None and (statement.event.state in ("ended", "planned")),
    )


def _other_figures(one: Statement, other: Statement) -> bool:
    a, b = ({(q.role, q.low, q.high) for q in s.quantities} for s in (one, other))
    return bool(a and b) and a.isdisjoint(b)


def _score(share: float) -> float:
    return round(0.3 + 0.5 * share, 2)
