"""The positions of a dispute: which of its statements can stand together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.compare.finding import Finding
from counterclaim.compare.groups import Groups
from counterclaim.compare.statements import Statement

Node = tuple[str, int]
"""A statement by its claim and its number."""


def node(statement: Statement) -> Node:
    """What names a statement."""
    return statement.claim.id, statement.number


def position_order(statement: Statement) -> tuple[tuple[int, int], Node]:
    """Statements in the order of time; no two are equal in it, though one may begin where another does."""
    return statement.at, node(statement)


def positions_of(conflicts: Sequence[Finding], supports: Sequence[Finding]) -> list[list[Statement]]:
    """The statements of a dispute by position, in the order of time."""
    found = {node(s): s for f in (*conflicts, *supports) for s in (f.one, f.other)}
    statements = sorted(found.values(), key=position_order)
    against: dict[Node, set[Node]] = defaultdict(set)
    for finding in conflicts:
        against[node(finding.one)].add(node(finding.other))
        against[node(finding.other)].add(node(finding.one))
    groups: Groups[Node] = Groups([node(s) for s in statements])

    def unite(one: Statement, other: Statement) -> None:
        a, b = groups.members(node(one)), groups.members(node(other))
        if not any(against[member] & b for member in a):
            groups.join(node(one), node(other))

    for finding in sorted(supports, key=lambda f: (-f.score, position_order(f.one), position_order(f.other))):
        unite(finding.one, finding.other)
    for place, one in enumerate(statements):
        for other in statements[:place]:
            if one.same_side(other) or against[node(one)] & against[node(other)]:
                unite(other, one)
    positions = [sorted((found[member] for member in group), key=position_order) for group in groups.groups()]
    return sorted(positions, key=lambda position: position_order(position[0]))
