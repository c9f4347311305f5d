"""Disputes: conflicts gathered under a question, with positions that can stand together.

What the rules find lays the ground: conflicts about one statement, or about statements that support each other, are one
dispute, and so are conflicts of the same two sides whose contested claims lie near each other. What is only likely, or
only goes on about a claim, joins the dispute it belongs to and never puts two together. Within a dispute, statements
that support each other, that stand against the same one, or that one side makes, are one position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import combinations, product
from typing import NamedTuple

from counterclaim.compare.finding import Finding
from counterclaim.compare.groups import Groups
from counterclaim.compare.positions import Node, node, position_order, positions_of
from counterclaim.compare.questions import kind_of, question_of, value_of
from counterclaim.compare.statements import Statement
from counterclaim.compare.vectors import vector_of
from counterclaim.model import Dispute, Position

_SURE = 0.6
"""The least score with which an agreement puts two claims in one dispute."""
_NEAR = 0.5
"""The least cosine of two contested claims of the same two sides that are one question."""
_BACK = 64
"""How many conflicts of the same two sides back a question is sought, at most."""
_IMPLIED = 0.8
"""How much less sure an implied conflict is than those it follows from."""


class Gathered(NamedTuple):
    """Disputes, and the conflicts that follow from them."""

    disputes: list[Dispute]
    implied: list[Finding]
    """Conflicts between claims that hold rival positions and of which no comparator has said so."""


def find_disputes(findings: Sequence[Finding]) -> Gathered:
    """The disputes that findings make, in the order of their first claims."""
    supports = [finding for finding in findings if not finding.is_conflict and finding.score >= _SURE]
    supporting: dict[Node, list[Finding]] = defaultdict(list)
    for finding in supports:
        for statement in (finding.one, finding.other):
            supporting[node(statement)].append(finding)
    disputes: list[tuple[tuple[int, int], Dispute]] = []
    implied: list[Finding] = []
    for inside in gather([finding for finding in findings if finding.is_conflict], supports):
        members = {node(s) for f in inside for s in (f.one, f.other)}
        around = {id(f): f for member in sorted(members) for f in supporting.get(member, ()) if _brings_in(f, members)}
        positions = positions_of(inside, list(around.values()))
        dispute = _dispute(inside, positions)
        disputes.append((positions[0][0].at, dispute))
        implied += _implied(dispute, positions, inside)
    return Gathered([dispute for _, dispute in sorted(disputes, key=lambda d: (d[0], d[1].id))], implied)


def _brings_in(support: Finding, members: set[Node]) -> bool:
    """Whether both ends of a support belong to a dispute of which one does: a later figure replaces what it updates."""
    return support.type != "updates" or (node(support.one) in members and node(support.other) in members)


def gather(conflicts: Sequence[Finding], supports: Sequence[Finding]) -> Iterator[list[Finding]]:
    """The conflicts of each dispute."""
    ground = [finding for finding in conflicts if finding.lays_ground]
    groups: Groups[Node] = Groups([node(s) for f in ground for s in (f.one, f.other)])
    for finding in ground:
        groups.join(node(finding.one), node(finding.other))
    for finding in supports:
        if node(finding.one) in groups and node(finding.other) in groups:
            groups.join(node(finding.one), node(finding.other))
    for one, other in _one_question(ground):
        groups.join(node(one), node(other))
    for finding in conflicts:
        if not finding.lays_ground:
            groups.attach(node(finding.one), node(finding.other))
    number = {member: i for i, members in enumerate(groups.groups()) for member in members}
    inside: dict[int, list[Finding]] = defaultdict(list)
    for finding in conflicts:
        if number[node(finding.one)] == number[node(finding.other)]:
            inside[number[node(finding.one)]].append(finding)
    yield from (inside[i] for i in sorted(inside))


def _one_question(ground: Sequence[Finding]) -> Iterator[tuple[Statement, Statement]]:
    """Contested claims of the same two sides that lie near each other."""
    by_sides: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in ground:
        one, other = finding.one.voice, finding.other.voice
        if one is not None and other is not None:
            for a, b in sorted(product(one.sides, other.sides)):
                by_sides[min(a, b), max(a, b)].append(finding)
    for alike in by_sides.values():
        for place, later in enumerate(alike):
            for earlier in alike[max(0, place - _BACK) : place]:
                if earlier.kind == later.kind and _near(earlier.other, later.other):
                    yield earlier.other, later.other


def _near(one: Statement, other: Statement) -> bool:
    return float(vector_of(one.text) @ vector_of(other.text)) >= _NEAR


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
    dispute: Dispute, positions: Sequence[Sequence[Statement]], conflicts: Sequence[Finding]
) -> Iterator[Finding]:
    """The conflicts between rival positions that no comparator has found itself."""
    known = {frozenset((f.one.claim.id, f.other.claim.id)) for f in conflicts}
    score = round(min(f.score for f in conflicts) * _IMPLIED, 2)
    for mine, theirs in combinations(positions, 2):
        for a, b in product(mine, theirs):
            pair = frozenset((a.claim.id, b.claim.id))
            if len(pair) == 2 and pair not in known and not a.same_side(b):
                known.add(pair)
                one, other = sorted((a, b), key=position_order, reverse=True)
                why = f"Rival answers of {one.who} and {other.who} to the question: {dispute.question}"
                yield Finding(one, other, "contradicts", dispute.kind, why, score)
