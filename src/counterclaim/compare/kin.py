"""What else a side says against a claim that it conflicts with: whatever lies near that claim by its vector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable, is_proposition
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story

NEAR = 0.55
"""The least cosine of a statement and the rival claim that it goes on about."""


def find_kin(story: Story, conflicts: Sequence[Finding]) -> Iterator[Finding]:
    """Further statements of a side near to a claim that it conflicts with; one of the two is the story's own."""
    conflicts = [finding for finding in conflicts if finding.type == "denies"]
    known = {frozenset((f.one.claim.id, f.other.claim.id)) for f in conflicts}
    own = {id(one) for one in story.own}
    for finding in conflicts:
        for mine, rival in ((finding.one, finding.other), (finding.other, finding.one)):
            for statement in story.all:
                pair = frozenset((statement.claim.id, rival.claim.id))
                if len(pair) < 2 or pair in known or not (id(statement) in own or id(rival) in own):
                    continue
                if _goes_on(statement, mine, rival) and story.cosine(statement, rival) >= NEAR:
                    known.add(pair)
                    yield _finding(statement, rival, finding)


def _goes_on(statement: Statement, mine: Statement, rival: Statement) -> bool:
    """Whether a statement is of the one side and not of the other, and comparable with the rival claim."""
    if not statement.same_side(mine) or statement.same_side(rival) or not is_proposition(statement):
        return False
    return incomparable(statement, rival) is None


def _finding(statement: Statement, rival: Statement, conflict: Finding) -> Finding:
    one, other = (statement, rival) if statement.at > rival.at else (rival, statement)
    why = f"On what they dispute: {quoted(one.text)} ({one.who}) against {quoted(other.text)} ({other.who})."
    return Finding(one, other, "contradicts", conflict.kind, why, round(0.8 * conflict.score, 2), False)
