"""Types of events by word, and the words that stand over an event or stand in for it (tables in `facets/data`)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterclaim.facets.tables import read_table
from counterclaim.model import Role

#: Kinds of verbs that only say in which state an event is, or who says so.
OVER = ("not", "ended", "ongoing", "planned", "intended", "done", "raising")


class Entry(NamedTuple):
    """A row of `data/events.tsv`."""

    type: str
    subject: Role
    """Role of a subject without an object, and of the possessor of a noun."""
    patient: frozenset[str]
    """Prepositions that bring in the patient."""


@cache
def entries(pos: str) -> dict[str, Entry]:
    """Entries by lemma for "verb", "noun" or "adj"; of two words joined by "|"."""
    found: dict[str, Entry] = {}
    for kind, tag, subject, patient, words in read_table("events"):
        if tag == pos:
            role: Role = "patient" if subject == "patient" else "agent"
            entry = Entry(kind, role, frozenset(patient.split(",")))
            for word in words.split():
                found.setdefault(word, entry)
    return found


@cache
def kinds() -> dict[str, frozenset[str]]:
    """For each word of `data/predicates.tsv` the kinds it is of: light, passive, occur, ongoing, ended, ..."""
    found: dict[str, set[str]] = {}
    for kind, words in read_table("predicates"):
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def kind_of(word: str, *wanted: str) -> str | None:
    """Which of the wanted kinds a lemma is of, the first that fits."""
    have = kinds().get(word, frozenset())
    return next((kind for kind in wanted if kind in have), None)
