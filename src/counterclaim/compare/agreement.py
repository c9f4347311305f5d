"""Agreement: the same said by an independent claimant, said again by the same one, or put otherwise by it later.

Two statements are about the same thing when they share enough of their terms, rare ones counting more, and lie near
by their vectors. What a side
says of it in a later report repeats what it said, or updates it where act, certainty, polarity or state have changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable, is_proposition
from counterclaim.compare.sides import agents_differ
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story

#: How much alike two statements of the same thing are, by words or by vectors: of one side, and of two.
_OWN, _OTHERS = 0.35, 0.4
_SHARED = 2
"""Terms that two statements of the same thing have in common, at least."""
#: What a cosine counts beyond that of unrelated claims of a story.
_UNRELATED = 0.2


def find_agreements(story: Story) -> Iterator[Finding]:
    """Pairs of statements about the same thing that do not conflict."""
    for one in story.own:
        for other in story.all:
            if other.at < one.at and one.claim.id != other.claim.id and (finding := _compare(one, other, story)):
                yield finding


def _compare(one: Statement, other: Statement, story: Story) -> Finding | None:
    same_side = one.same_side(other)
    if len(one.terms.all & other.terms.all) < _SHARED:
        return None
    alike = _alike(one, other, story)
    if alike < (_OWN if same_side else _OTHERS) or agents_differ(one, other):
        return None
    return _succession(one, other, alike) if same_side else _corroboration(one, other, alike)


def _alike(one: Statement, other: Statement, story: Story) -> float:
    """How much alike two statements are: the mean of the words they share and of how near their vectors lie."""
    near = max(0.0, story.cosine(one, other) - _UNRELATED) / (1 - _UNRELATED)
    return (story.rarity.overlap(one.terms.all, other.terms.all) + near) / 2


def _corroboration(one: Statement, other: Statement, alike: float) -> Finding | None:
    if one.negated != other.negated or incomparable(one, other) or _other_figures(one, other):
        return None
    if "deny" in (one.act, other.act) and one.act != other.act:
        return None
    if not (is_proposition(one) and is_proposition(other)) or one.terms.words.isdisjoint(other.terms.words):
        return None
    why = f"The same from {one.who} and {other.who}: {quoted(other.text)}."
    return Finding(one, other, "corroborates", "occurrence", why, _score(alike))


def _succession(one: Statement, other: Statement, alike: float) -> Finding | None:
    """What a side says of a thing on which it has spoken in an earlier report."""
    if one.order == other.order or _other_figures(one, other):
        return None
    if _standing(one) == _standing(other):
        return Finding(
            one, other, "repeats", "occurrence", f"{one.who} says again: {quoted(other.text)}.", _score(alike)
        )
    why = f"{one.who}: now {quoted(one.text)}, before {quoted(other.text)}."
    return Finding(one, other, "updates", "occurrence", why, _score(alike))


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


def _score(alike: float) -> float:
    return round(0.3 + 0.6 * alike, 2)
