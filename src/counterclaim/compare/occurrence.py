"""Happened and did not happen: the same event, affirmed by one side and negated by another."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable
from counterclaim.compare.sides import agents_differ
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.compare.terms import overlap, stem

_LEAST, _SHARED = 0.5, 2
"""The share of terms, and their number, that the two must have in common."""


def find_occurrences(story: Story) -> Iterator[Finding]:
    """Pairs of statements of different sides, one of them negated, about the same event."""
    for one, other in story.pairs(_SHARED):
        if one.event and other.event and one.negated != other.negated and (finding := compare(one, other)):
            yield finding


def compare(one: Statement, other: Statement) -> Finding | None:
    """Whether one statement negates what the other affirms."""
    if one.same_side(other) or incomparable(one, other) or not _same_event(one, other):
        return None
    no, yes = (one, other) if one.negated else (other, one)
    why = f"Not so by {no.who}, {quoted(no.text)}, and so by {yes.who}, {quoted(yes.text)}."
    return Finding(one, other, "contradicts", "occurrence", why, 0.7)


def _same_event(one: Statement, other: Statement) -> bool:
    assert one.event is not None and other.event is not None
    alike = stem(one.event.predicate) == stem(other.event.predicate) or (
        one.event.type is not None and one.event.type == other.event.type
    )
    return alike and not agents_differ(one, other) and overlap(one.terms.all, other.terms.all) >= _LEAST
