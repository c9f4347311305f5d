"""Disputes: conflicts gathered under a question, with positions that can stand together.

Conflicts belong to one dispute when they share a statement, or when statements of theirs support each other.
Within it, statements that support each other, or that one side makes, are one position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations, product
from typing import NamedTuple

from counterclaim.compare.finding import Finding
from counterclaim.compare.groups import Groups
from counterclaim.compare.questions import kind_of, question_of, value_of
from counterclaim.compare.statements import Statement
from counterclaim.model import Dispute, Position

Node = tuple[str, int]

_SURE = 0.6
"""The least score with which an agreement puts two claims in one position."""
_IMPLIED = 0.8
"""How much less sure an implied conflict is than those it follows from."""


class Gathered(NamedTuple):
    """Disputes, and the conflicts that follow from them."""

    disputes: list[Dispute]
    implied: list[Finding]
    """Conflicts between claims that hold rival positions and of which no comparator has said so."""


def find_disputes(findings: Sequence[Finding]) -> Gathered:
    """The disputes that findings make, in the order of their first claims."""
    conflicts = [finding for finding in findings if finding.is_conflict]
    supports = [finding for finding in findings if not finding.is_conflict and finding.score >= _SURE]
    nodes = {_node(s): s for finding in conflicts for s in (finding.one, finding.other)}
    gathered: Groups[Node] = Groups(nodes)
    for finding in conflicts:
        gathered.join(_node(finding.one), _node(finding.other))
    for finding in supports:
        if _node(finding.one) in nodes and _node(finding.other) in nodes:
            gathered.join(_node(finding.one), _node(finding.other))
    for one, other in _same_question(nodes.values(), conflicts):
        gathered.join(_node(one), _node(other))
    disputes: list[tuple[tuple[int, int], Dispute]] = []
    implied: list[Finding] = []
    group = {node: number for number, members in enumerate(gathered.groups()) for node in members}
    inside_of, around_of = defaultdict[int, list[Finding]](list), defaultdict[int, list[Finding]](list)
    for finding in conflicts:
        inside_of[group[_node(finding.one)]].append(finding)
    for finding in supports:
        for number in sorted({group[n] for n in (_node(finding.one), _node(finding.other)) if n in group}):
            around_of[number].append(finding)
    for number, inside in sorted(inside_of.items()):
        around = around_of[number]
        positions = _positions(inside, around)
        dispute = _dispute(inside, positions)
        disputes.append((positions[0][0].at, dispute))
        implied += _implied(dispute, positions, inside)
    return Gathered([dispute for _, dispute in sorted(disputes, key=lambda d: (d[0], d[1].id))], implied)


def _same_question(nodes: Iterable[Statement], conflicts: Sequence[Finding]) -> list[tuple[Statement, Statement]]:
    """Pairs that belong to one dispute: charges that one side makes against another."""
    first: dict[tuple[str, ...], Statement] = {}
    pairs = []
    for finding in conflicts:
        if finding.kind != "responsibility" or finding.type != "denies":
            continue
        by, against = finding.other.voice, finding.one.voice
        if by is None or against is None:
            continue
        key = (*sorted(by.sides), "/", *sorted(against.sides))
        if key in first:
            pairs.append((first[key], finding.other))
        first.setdefault(key, finding.other)
    return pairs


def _dispute(conflicts: Sequence[Finding], positions: Sequence[Sequence[Statement]]) -> Dispute:
    nodes = sorted(_node(statement) for position in positions for statement in position)
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
                one, other = (a, b) if a.at > b.at else (b, a)
                why = f"{one.who} and {other.who} give rival answers to the question: {dispute.question}"
                yield Finding(one, other, "contradicts", dispute.kind, why, score)


def _positions(conflicts: Sequence[Finding], supports: Sequence[Finding]) -> list[list[Statement]]:
    """The statements of a dispute by position, in the order of time."""
    statements = sorted({_node(s): s for f in (*conflicts, *supports) for s in (f.one, f.other)}.values(), key=_at)
    against: dict[Node, set[Node]] = defaultdict(set)
    for finding in conflicts:
        against[_node(finding.one)].add(_node(finding.other))
        against[_node(finding.other)].add(_node(finding.one))
    groups: Groups[Node] = Groups([_node(s) for s in statements])

    def unite(one: Statement, other: Statement) -> None:
        a, b = groups.members(_node(one)), groups.members(_node(other))
        if not any(against[node] & b for node in a):
            groups.join(_node(one), _node(other))

    for finding in sorted(supports, key=lambda f: (-f.score, f.one.at, f.other.at)):
        unite(finding.one, finding.other)
    for number, one in enumerate(statements):
        for other in statements[:number]:
            if one.same_side(other) or against[_node(one)] & against[_node(other)]:
                unite(other, one)
    by_node = {_node(s): s for s in statements}
    positions = [sorted((by_node[node] for node in group), key=_at) for group in groups.groups()]
    return sorted(positions, key=lambda position: position[0].at)


def _at(statement: Statement) -> tuple[int, int]:
    return statement.at


def _node(statement: Statement) -> Node:
    return statement.claim.id, statement.number
