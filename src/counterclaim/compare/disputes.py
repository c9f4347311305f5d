"""Disputes: conflicts gathered under a question, with positions that can stand together.

What the rules find lays the ground: conflicts about one statement, or about statements that support each other, are one
dispute, and so are conflicts of one story and of the same two sides whose contested claims lie near each other. What is
only likely, or only goes on about a claim, joins the dispute it belongs to and never puts two together. Within a
dispute, statements that support each other, that stand against the same one, or that one side makes, are one position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations, product
from typing import NamedTuple

from counterclaim.compare.chapters import Chapter, in_order, voiced
from counterclaim.compare.finding import Finding
from counterclaim.compare.groups import Groups
from counterclaim.compare.positions import Node, node, position_order, positions_of
from counterclaim.compare.questions import kind_of, question_of, value_of
from counterclaim.compare.statements import Statement
from counterclaim.compare.ties import Tie, contested_by
from counterclaim.model import Dispute, Link, Position

_IMPLIED = 0.8
"""How much less sure an implied conflict is than those it follows from."""
_RIVALS = 16
"""Claims before it that a claim stands against by implication, at most."""


class Gathered(NamedTuple):
    """A dispute, and the conflicts that follow from it."""

    dispute: Dispute
    implied: tuple[Link, ...]
    """Conflicts between claims that hold rival positions and of which no comparator has said so."""


def find_disputes(cluster: Sequence[Tie], chapter_of: Callable[[str], Chapter]) -> Iterator[Gathered]:
    """The disputes that a cluster of ties makes (`ties.clusters_of`); `chapter_of` gives the chapter of a claim.

    Who is one person or one side is told among the reports of a dispute.
    """
    supporting: dict[Node, list[Tie]] = defaultdict(list)
    for tie in cluster:
        if tie.is_support:
            supporting[tie.one].append(tie)
            supporting[tie.other].append(tie)
    for inside in gather(cluster):
        members = {end for tie in inside for end in (tie.one, tie.other)}
        near = (tie for member in sorted(members) for tie in supporting.get(member, ()))
        around = {id(tie): tie for tie in near if _brings_in(tie, members)}
        told = _told([*inside, *around.values()], chapter_of)
        conflicts, supports = told[: len(inside)], told[len(inside) :]
        positions = positions_of(conflicts, supports)
        dispute = _dispute(conflicts, positions)
        yield Gathered(dispute, tuple(_implied(dispute, positions, inside, cluster)))


def _brings_in(support: Tie, members: set[Node]) -> bool:
    """Whether both ends of a support belong to a dispute of which one does: a later figure replaces what it updates."""
    return support.type != "updates" or {support.one, support.other} <= members


def gather(cluster: Sequence[Tie]) -> Iterator[list[Tie]]:
    """The conflicts of each dispute."""
    conflicts = [tie for tie in cluster if tie.is_conflict]
    ground = [tie for tie in conflicts if tie.lays_ground]
    groups: Groups[Node] = Groups([end for tie in ground for end in (tie.one, tie.other)])
    for tie in (*ground, *(tie for tie in cluster if not tie.is_conflict)):
        if tie.one in groups and tie.other in groups:
            groups.join(tie.one, tie.other)
    for tie in conflicts:
        if not tie.lays_ground:
            groups.attach(tie.one, tie.other)
    number = {member: i for i, members in enumerate(groups.groups()) for member in members}
    inside: dict[int, list[Tie]] = defaultdict(list)
    for tie in conflicts:
        if number[tie.one] == number[tie.other]:
            inside[number[tie.one]].append(tie)
    yield from (inside[i] for i in sorted(inside))


def _told(ties: Sequence[Tie], chapter_of: Callable[[str], Chapter]) -> list[Finding]:
    """Ties with their statements, as their reports tell them together."""
    chapters = in_order(chapter_of(claim) for tie in ties for claim in tie.claims)
    found = {node(one): one for statements in voiced(chapters) for one in statements}
    return [
        Finding(found[tie.one], found[tie.other], tie.type, tie.kind, "", tie.score, tie.lays_ground)
        for tie in ties
        if tie.type is not None
    ]


def _dispute(conflicts: Sequence[Finding], positions: Sequence[Sequence[Statement]]) -> Dispute:
    nodes = sorted(node(statement) for position in positions for statement in position)
    return Dispute(
        id=sha256("\0".join(f"{claim}:{number}" for claim, number in nodes).encode()).hexdigest()[:16],
        question=question_of(conflicts),
        kind=kind_of(conflicts),
        positions=tuple(
            Position(value_of(position, conflicts), tuple(dict.fromkeys(s.claim.id for s in position)))
            for position in positions
        ),
    )


def _implied(
    dispute: Dispute, positions: Sequence[Sequence[Statement]], conflicts: Sequence[Tie], cluster: Sequence[Tie]
) -> Iterator[Link]:
    """The conflicts between rival positions that no comparator has found itself, of claims that are contested.

    Each claim stands against the last few rivals before it, so that their number does not grow with the square of a
    long dispute's.
    """
    known = {frozenset(tie.claims) for tie in cluster if tie.is_conflict}
    contested = contested_by(conflicts)
    score = round(min(tie.score for tie in conflicts) * _IMPLIED, 2)
    rivals: dict[str, list[tuple[Statement, Statement]]] = defaultdict(list)
    for mine, theirs in combinations(positions, 2):
        for a, b in product(mine, theirs):
            pair = frozenset((a.claim.id, b.claim.id))
            if len(pair) == 2 and pair not in known and not contested.isdisjoint(pair) and not a.same_side(b):
                known.add(pair)
                other, one = sorted((a, b), key=position_order)
                rivals[one.claim.id].append((one, other))
    for some in rivals.values():
        for one, other in sorted(some, key=lambda pair: position_order(pair[1]))[-_RIVALS:]:
            why = f"Rival answers of {one.who} and {other.who} to the question: {dispute.question}"
            yield Link(one.claim.id, other.claim.id, "contradicts", why, score)
