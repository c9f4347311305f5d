"""Ties: what of the findings of a story is needed to gather disputes, in plain values that a store can keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from counterclaim.compare.finding import Finding
from counterclaim.compare.groups import Groups
from counterclaim.compare.positions import Node, node
from counterclaim.compare.stories import Story
from counterclaim.model import DisputeKind, LinkType

_SURE = 0.6
"""The least score with which an agreement puts two claims in one dispute."""
_NEAR = 0.5
"""The least cosine of two contested claims of the same two sides that are one question."""
_BACK = 64
"""How many conflicts of the same two sides back a question is sought, at most."""


class Tie(NamedTuple):
    """Two statements that stand against each other, support each other, or are contested under one question."""

    one: Node
    other: Node
    type: LinkType | None
    """What the one does to the other; None where both are contested under one question."""
    kind: DisputeKind
    score: float
    lays_ground: bool

    @property
    def is_conflict(self) -> bool:
        """Whether the two cannot both be true as stated."""
        return self.type in ("denies", "contradicts")

    @property
    def claims(self) -> tuple[str, str]:
        """The claims of the two statements."""
        return self.one[0], self.other[0]

    @property
    def is_support(self) -> bool:
        """Whether the two can stand together in one position."""
        return self.type is not None and not self.is_conflict


def ties_of(story: Story, findings: Sequence[Finding]) -> Iterator[Tie]:
    """What ties the statements of a story together, given all that was found in it."""
    for finding in findings:
        if finding.is_conflict or finding.score >= _SURE:
            yield Tie(
                node(finding.one), node(finding.other), finding.type, finding.kind, finding.score, finding.lays_ground
            )
    ground = [finding for finding in findings if finding.is_conflict and finding.lays_ground]
    for earlier, later in _one_question(story, ground):
        yield Tie(node(later.other), node(earlier.other), None, later.kind, later.score, True)


def _one_question(story: Story, ground: Sequence[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Conflicts of the same two sides whose contested claims lie near each other."""
    by_sides: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in ground:
        one, other = finding.one.voice, finding.other.voice
        if one is not None and other is not None:
            for a, b in sorted(product(one.sides, other.sides)):
                by_sides[min(a, b), max(a, b)].append(finding)
    known: set[tuple[Node, Node]] = set()
    for alike in by_sides.values():
        for number, later in enumerate(alike):
            for earlier in alike[max(0, number - _BACK) : number]:
                pair = (node(earlier.other), node(later.other))
                if earlier.kind != later.kind or pair in known or pair[0] == pair[1]:
                    continue
                if story.cosine(earlier.other, later.other) >= _NEAR:
                    known.add(pair)
                    yield earlier, later


def clusters_of(ties: Sequence[Tie]) -> list[list[Tie]]:
    """Ties by what hangs together: claims in conflict, and what supports these; each in the order of the ties.

    A support of a claim by one that is itself in no conflict hangs on the former; one of two such claims is left out.
    """
    contested = contested_by(ties)
    groups: Groups[str] = Groups(sorted(contested))
    inside = [tie for tie in ties if not contested.isdisjoint(tie.claims)]
    for tie in inside:
        if contested.issuperset(tie.claims):
            groups.join(*tie.claims)
    number = {claim: i for i, members in enumerate(groups.groups()) for claim in members}
    clusters: dict[int, list[Tie]] = defaultdict(list)
    for tie in inside:
        clusters[next(number[claim] for claim in tie.claims if claim in contested)].append(tie)
    return list(clusters.values())


def contested_by(ties: Iterable[Tie]) -> set[str]:
    """The claims that are in conflict."""
    return {claim for tie in ties if tie.is_conflict for claim in tie.claims}
