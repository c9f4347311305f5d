"""Rival claims that no rule sees: what the words of two statements, and all that is known of them, make likely.

Of the statements of other sides those nearest by their vectors are weighed, a bounded number each; below the
threshold nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.compare.evidence import Evidence, evidence_on
from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.likelihood import likelihood
from counterclaim.compare.matter import is_condition, is_proposition, places_apart, times_apart
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.model import DisputeKind

#: How many others a statement is weighed against, and how near by cosine they are at least.
MOST, NEAR = 8, 0.25
#: The likelihood from which on a rivalry is told where something opposes the two, and where nothing does: statements
#: near each other without an opposition are mostly two accounts of the same.
SURE, VERY_SURE = 0.45, 0.6
_STATING = frozenset(("assert", "accuse", "confirm", "judge", "deny", "question"))


class Weighed(NamedTuple):
    """Two statements and the evidence on them."""

    one: Statement
    other: Statement
    evidence: Evidence


def find_rivals(story: Story) -> Iterator[Finding]:
    """Statements of a story's own report that are likely to be rivals of others before them."""
    for one, other, evidence in weigh(story):
        likely = likelihood(evidence)
        if likely >= (SURE if _is_opposed(evidence) else VERY_SURE):
            why = f"Likely rival answers: {quoted(one.text)} ({one.who}) and {quoted(other.text)} ({other.who})."
            yield Finding(one, other, "contradicts", _kind(one, other), why, round(likely, 2), False)


def weigh(story: Story) -> Iterator[Weighed]:
    """All pairs worth weighing, with the evidence on each."""
    for one, other in _candidates(story):
        yield Weighed(one, other, evidence_on(one, other, story))


def _candidates(story: Story) -> Iterator[tuple[Statement, Statement]]:
    """Each own statement with those nearest to it of other sides before it."""
    told = [one for one in story.all if _is_told(one)]
    for place, one in enumerate(told):
        if story.is_own(one):
            near = [(story.cosine(one, other), i) for i, other in enumerate(told[:place]) if _may_be_rivals(one, other)]
            nearest = sorted((pair for pair in near if pair[0] >= NEAR), key=lambda pair: (-pair[0], pair[1]))[:MOST]
            yield from ((one, told[i]) for i in sorted(i for _, i in nearest))


def _is_opposed(evidence: Evidence) -> bool:
    """Whether one of two statements negates or accuses where the other does not, or their events exclude each other."""
    return bool(evidence.one_negated or evidence.accuses or evidence.exclude)


def _is_told(statement: Statement) -> bool:
    planned = statement.event is not None and statement.event.state == "planned"
    return is_proposition(statement) and statement.act in _STATING and not planned and not is_condition(statement)


def _may_be_rivals(one: Statement, other: Statement) -> bool:
    """Whether the rules have nothing to say of two statements, and nothing makes them incomparable."""
    if one.claim.id == other.claim.id or one.same_side(other) or _is_inside(one, other):
        return False
    counted = {(q.role, q.unit) for q in one.quantities} & {(q.role, q.unit) for q in other.quantities}
    return not counted and not times_apart(one.times, other.times) and not places_apart(one, other)


def _is_inside(one: Statement, other: Statement) -> bool:
    """Whether one statement stands within the other: who passes on what another says does not oppose it."""
    return one.report.id == other.report.id and (_holds(one, other) or _holds(other, one))


def _holds(outer: Statement, inner: Statement) -> bool:
    return all(any(a.start <= b.start and b.end <= a.end for a in outer.spans) for b in inner.spans)


def _kind(one: Statement, other: Statement) -> DisputeKind:
    if one.quantities and other.quantities:
        return "quantity"
    if "accuse" in (one.act, other.act):
        return "responsibility"
    types = {s.event.type or "" for s in (one, other) if s.event}
    return "control" if any(kind.endswith("control") for kind in types) else "occurrence"
