"""Evidence: what speaks for and against two statements being rival answers to one question.

Each piece is a number that a person can read; what they weigh together is learnt (`likelihood`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from counterclaim.compare.matter import same_time
from counterclaim.compare.sides import acts_in, agents_differ, patients_meet
from counterclaim.compare.statements import Statement
from counterclaim.compare.states import exclude
from counterclaim.compare.stories import Story
from counterclaim.compare.terms import stem

_FAR = 3000
"""Characters beyond which two statements of a report stand far apart."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence on a pair of statements of two sides; all numbers lie between 0 and 1."""

    near: float
    """How near their vectors are (cosine)."""
    nearest: float
    """The same beyond one half, where it tells most."""
    words: float
    """The share of the shorter one's terms, by weight, that the other has."""
    same_report: float
    apart: float
    """How far apart they stand in one report."""
    one_negated: float
    """Only one of them is negated, or denies."""
    both_negated: float
    same_type: float
    """Their events are of one type."""
    same_predicate: float
    exclude: float
    """Their events exclude each other."""
    same_patient: float
    other_agents: float
    another_day: float
    """Their reports are of different days, and no time of theirs meets."""
    accuses: float
    """One accuses, the other is by or of the accused side."""
    speaks_of: float
    """One names the other's side."""
    unsure: float
    """One of them is less than certain."""


NAMES = tuple(field.name for field in fields(Evidence))


def evidence_on(one: Statement, other: Statement, story: Story) -> Evidence:
    """The evidence on two statements of a story."""
    cosine = story.cosine(one, other)
    a, b = one.event, other.event
    same_report = one.order == other.order
    return Evidence(
        near=max(0.0, cosine),
        nearest=max(0.0, 2 * cosine - 1),
        words=story.rarity.overlap(one.terms.all, other.terms.all),
        same_report=float(same_report),
        apart=min(1.0, abs(one.at[1] - other.at[1]) / _FAR) if same_report else 0.0,
        one_negated=float(_negated(one) != _negated(other)),
        both_negated=float(_negated(one) and _negated(other)),
        same_type=float(a is not None and b is not None and a.type is not None and a.type == b.type),
        same_predicate=float(a is not None and b is not None and stem(a.predicate) == stem(b.predicate)),
        exclude=float(a is not None and b is not None and exclude(one, other)),
        same_patient=float(patients_meet(one, other)),
        other_agents=float(agents_differ(one, other)),
        another_day=float(not same_time(one, other)),
        accuses=float(_accused(one, other) or _accused(other, one)),
        speaks_of=float(_names(one, other) or _names(other, one)),
        unsure=float("certain" not in (one.certainty, other.certainty) or one.certainty != other.certainty),
    )


def values(evidence: Evidence) -> tuple[float, ...]:
    """The numbers in the order of `NAMES`."""
    return tuple(getattr(evidence, name) for name in NAMES)


def _negated(statement: Statement) -> bool:
    return statement.negated or statement.act == "deny"


def _accused(one: Statement, other: Statement) -> bool:
    return one.act == "accuse" and other.voice is not None and acts_in(other.voice, one)


def _names(one: Statement, other: Statement) -> bool:
    return other.voice is not None and not other.voice.known_by.isdisjoint(one.terms.names)
