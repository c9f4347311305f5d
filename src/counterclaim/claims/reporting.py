"""Reporting verbs, nouns and adjectives: which class a word belongs to, and what the class does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from counterclaim.claims.tables import read_table
from counterclaim.model import Act, Certainty

#: Classes whose words say little of themselves; what depends on them does.
LIGHT, REPEAT, REFUSE = "light", "repeat", "refuse"


@dataclass(frozen=True, slots=True)
class ReportingClass:
    """What is done with the words of a class; `act` is None where the words below them say it."""

    name: str
    act: Act | None
    certainty: Certainty
    negated_act: Act | None
    """None where the negation is the content's ("does not believe that")."""
    negated_certainty: Certainty


@cache
def reporting_classes() -> dict[str, ReportingClass]:
    """All classes by name."""
    return {
        name: ReportingClass(name, _act(act), cast(Certainty, sure), _act(negated), cast(Certainty, negated_sure))
        for name, act, negated, sure, negated_sure in read_table("classes")
    }


def classes_of(lemma: str, pos: str, near: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The classes of a word, those that its particle decides first ("call" with "on" near it)."""
    entries = _entries().get((lemma, pos), ())
    special = tuple(name for name, particle in entries if particle and particle in near)
    return special + tuple(name for name, particle in entries if not particle)


@cache
def _entries() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for name, pos, words in read_table("reporting"):
        for entry in words.split():
            word, _, particle = entry.partition("|")
            found[word, pos] = (*found.get((word, pos), ()), (name, particle))
    return found


def _act(value: str) -> Act | None:
    return None if value in ("-", "=") else cast(Act, value)
