"""Names: strict F1, that is the same kind and the same first and last character."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.figures import Count
from benchmarks.language.parse import Entity
from counterclaim.language.analysis import NAME_KINDS

#: Where the classes of OntoNotes, which spaCy's English models give, are classes of the corpus too.
FROM_ONTONOTES = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Facility",
    "NORP": "NORP",
    "DATE": "Date",
    "MONEY": "Money",
    "PRODUCT": "Product",
}
SHARED_KINDS = frozenset(FROM_ONTONOTES.values())
ALL_KINDS, THE_SHARED = "all nine kinds", "the shared kinds"


def compare_names(gold: Iterable[Entity], predicted: Iterable[Entity]) -> dict[str, Count]:
    """Counts by kind, and over all of them and those that spaCy has too."""
    there, said = set(gold), set(predicted)
    groups = {kind: frozenset({kind}) for kind in NAME_KINDS}
    groups |= {ALL_KINDS: frozenset(NAME_KINDS), THE_SHARED: SHARED_KINDS}
    return {name: _count(_of(there, kinds), _of(said, kinds)) for name, kinds in groups.items()}


def without_article(names: Iterable[Entity], text: str) -> list[Entity]:
    """Names without a leading "the", which OntoNotes counts in and the corpus leaves out."""
    return [
        Entity(name.kind, name.start + 4, name.end) if text[name.start : name.start + 4].lower() == "the " else name
        for name in names
    ]


def _of(names: set[Entity], kinds: frozenset[str]) -> set[Entity]:
    return {name for name in names if name.kind in kinds}


def _count(gold: set[Entity], predicted: set[Entity]) -> Count:
    return Count.of(len(gold & predicted), len(predicted), len(gold))
