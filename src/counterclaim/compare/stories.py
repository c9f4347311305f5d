"""Stories: which statements are compared with which.

A report is compared with the reports nearest to it: those that share the most names and words with it, rare ones
counting more, within a window of time. What a report is compared with is bounded, however many there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counterclaim.compare.statements import Statement
from counterclaim.compare.terms import Rarity
from counterclaim.compare.vectors import Floats

NEAREST = 32
"""Reports that one is compared with, at most."""
COMMON = 256
"""A name or word that more reports than this have tells no story."""
WINDOW = 92
"""Days between two reports of one story, at most."""
SHARED = 2.0
"""What two reports of one story share, at least: a name counts 1, or 2 where no third report has it, a word 0.1."""


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

    def pairs(self, shared: int) -> Iterator[tuple[Statement, Statement]]:
        """Each of the report's own statements with every one before it that shares so many terms with it."""
        first = len(self.earlier)
        for place, one in enumerate(self.own, start=first):
            counts = Counter(other for term in one.terms.all for other in self._holders[term] if other < place)
            for other in sorted(other for other, count in counts.items() if count >= shared):
                if self.all[other].claim.id != one.claim.id:
                    yield one, self.all[other]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.all):
            for term in one.terms.all:
                holders[term].append(place)
        return holders


def stories(statements: Sequence[Statement], vector: Callable[[str], Floats] | None = None) -> Iterator[Story]:
    """One story a report, in the order of the reports."""
    by_report: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.order].append(statement)
    holders: dict[str, list[int]] = defaultdict(list)
    for order, own in by_report.items():
        names, words = _names(own), _words(own)
        near = sorted(_nearest(names, words, holders, _day(own), by_report))
        yield Story(tuple(one for other in near for one in by_report[other]), tuple(own), vector)
        for term in (*names, *words):
            holders[term].append(order)


def _names(statements: Sequence[Statement]) -> tuple[str, ...]:
    found = {name for one in statements for name in one.terms.names}
    found |= {name for one in statements if one.voice for name in one.voice.known_by}
    return tuple(sorted(f"={name}" for name in found))


def _words(statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(sorted({word for one in statements for word in one.terms.words if not word[0].isdigit()}))


def _nearest(
    names: Sequence[str], words: Sequence[str], holders: dict[str, list[int]], day: date | None,
    by_report: dict[int, list[Statement]],
) -> list[int]:  # fmt: skip
    shared: dict[int, float] = defaultdict(float)
    for term in (*names, *words):
        having = holders.get(term, ())
        if len(having) <= COMMON:
            weight = 0.1 if term[0] != "=" else 2.0 if len(having) == 1 else 1.0
            for order in having:
                shared[order] += weight
    near = [o for o, weight in shared.items() if weight >= SHARED and _is_near(day, _day(by_report[o]))]
    return sorted(near, key=lambda order: (-shared[order], order))[:NEAREST]


def _day(statements: Sequence[Statement]) -> date | None:
    try:
        return date.fromisoformat(statements[0].day)
    except ValueError:
        return None


def _is_near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= WINDOW
