"""States and events that exclude each other: began and was cancelled, was arrested and is free.

Which types of events exclude each other, and whether of the same patient or by the same or another agent, says
`facets/data/opposites.tsv`. Who holds a place is compared in `control`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from counterclaim.compare.control import KINDS
from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable, same_time
from counterclaim.compare.sides import agent_names, patients_meet, same_target
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.facets.tables import read_table
from counterclaim.model import DisputeKind


def find_states(story: Story) -> Iterator[Finding]:
    """Pairs of statements of different sides whose events exclude each other."""
    typed = [one for one in story.all if one.event is not None and one.event.type in _typed() - KINDS]
    for one, other in story.own_before(typed, lambda statement: statement):
        if finding := compare(one, other):
            yield finding


def compare(one: Statement, other: Statement) -> Finding | None:
    """What the events of two statements have to do with each other."""
    if one.same_side(other) or incomparable(one, other) or not same_time(one, other):
        return None
    if one.negated or other.negated or not exclude(one, other):
        return None
    why = f"{quoted(one.text)} ({one.who}) and {quoted(other.text)} ({other.who}) exclude each other."
    return Finding(one, other, "contradicts", kind_of(one), why, 0.75)


def kind_of(statement: Statement) -> DisputeKind:
    """The kind of question that a statement's event answers."""
    kind = statement.event.type or "" if statement.event else ""
    if kind.endswith("control") or kind == "repel":
        return "control"
    return "responsibility" if kind in ("cause", "responsible", "launch", "attack") else "status"


def exclude(one: Statement, other: Statement) -> bool:
    """Whether the events of two statements, both of which have one, exclude each other."""
    assert one.event is not None and other.event is not None
    conditions = _opposites().get((one.event.type or "", other.event.type or ""), ())
    return any(_meets(condition, one, other) for condition in conditions)


def _meets(condition: str, one: Statement, other: Statement) -> bool:
    if not (same_target(one, other) if kind_of(one) == "responsibility" else patients_meet(one, other)):
        return False
    if condition == "patient":
        return True
    a, b = agent_names(one), agent_names(other)
    if not a or not b:
        return False
    return a.isdisjoint(b) if condition == "other agent" else not a.isdisjoint(b)


@cache
def _opposites() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for one, other, condition in read_table("opposites"):
        for pair in {(one, other), (other, one)}:
            found[pair] = (*found.get(pair, ()), condition)
    return found


@cache
def _typed() -> frozenset[str]:
    return frozenset(kind for pair in _opposites() for kind in pair)
