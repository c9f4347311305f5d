"""Stories: which statements are compared with which.

A report is compared with the reports nearest to it: those that share the most names and words with it, rare ones
counting more, within a window of time. What a report is compared with is bounded, however many there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from counterclaim.compare.chapters import Chapter, voiced
from counterclaim.compare.neighbours import Shelf, nearest
from counterclaim.compare.statements import Statement
from counterclaim.compare.terms import Rarity
from counterclaim.compare.vectors import Floats

Told = TypeVar("Told")


@dataclass(frozen=True)
class Story:
    """A report's statements and, before them, those of the earlier reports it is compared with."""

    earlier: tuple[Statement, ...]
    own: tuple[Statement, ...]
    vector: Callable[[str], Floats] | None = None
    """Gives the unit vector of a text; without it nothing is near."""

    def cosine(self, one: Statement, other: Statement) -> float:
        """How near two statements of the story lie by their vectors, -1..1."""
        if self.vector is None:
            return 0.0
        return float(self.vector(one.text) @ self.vector(other.text))

    @cached_property
    def all(self) -> tuple[Statement, ...]:
        """All of them, in the order of time."""
        return self.earlier + self.own

    @cached_property
    def rarity(self) -> Rarity:
        """How much each term of the story tells."""
        return Rarity(one.terms.all for one in self.all)

    def is_own(self, statement: Statement) -> bool:
        """Whether a statement of the story is one of the report itself."""
        return id(statement) in self._own_ids

    def own_before(
        self, told: Sequence[Told], statement_of: Callable[[Told], Statement]
    ) -> Iterator[tuple[Told, Told]]:
        """Each thing that the report itself tells with every one before it; all stand in the order of time."""
        for number, one in enumerate(told):
            if self.is_own(statement_of(one)):
                yield from ((one, other) for other in told[:number])

    def pairs(self, shared: int) -> Iterator[tuple[Statement, Statement]]:
        """Each of the report's own statements with every one before it that shares so many terms with it."""
        first = len(self.earlier)
        for place, one in enumerate(self.own, start=first):
            counts = Counter(other for term in one.terms.all for other in self._holders[term] if other < place)
            for other in sorted(other for other, count in counts.items() if count >= shared):
                if self.all[other].claim.id != one.claim.id:
                    yield one, self.all[other]

    @cached_property
    def _own_ids(self) -> frozenset[int]:
        return frozenset(id(one) for one in self.own)

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.all):
            for term in one.terms.all:
                holders[term].append(place)
        return holders


def stories(chapters: Sequence[Chapter], vector: Callable[[str], Floats] | None = None) -> Iterator[Story]:
    """One story a report, in the order of the reports."""
    shelf = Shelf()
    known: dict[bytes, Chapter] = {}
    for chapter in chapters:
        near = nearest(chapter.terms, partial(shelf.holders, chapter.place))
        yield story_of([known[place] for place in near], chapter, vector)
        shelf.add(chapter.place, chapter.terms)
        known[chapter.place] = chapter


def story_of(earlier: Sequence[Chapter], own: Chapter, vector: Callable[[str], Floats] | None = None) -> Story:
    """The story that a report and those before it, in order, make."""
    *before, last = voiced([*earlier, own])
    return Story(tuple(one for some in before for one in some), tuple(last), vector)
