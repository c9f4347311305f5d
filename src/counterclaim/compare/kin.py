"""What else a side says on a claim that it conflicts with.

That is whatever lies near the rival claim by its vector, and what a speaker is quoted with right after the contested
words: news gives a claim in its own words first and then the quotation that bears it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable, is_proposition
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story

NEAR = 0.55
"""The least cosine of a statement and the rival claim that it goes on about."""
_BEHIND = 400
"""Characters from the contested words to the quotation that bears them out, at most."""
_SURE = 0.8
"""How much less sure it is than the conflict that it goes on with."""
_AHEAD = frozenset(("decline", "urge", "promise", "predict"))


def find_kin(story: Story, conflicts: Sequence[Finding]) -> Iterator[Finding]:
    """Further statements against a claim that their side conflicts with; one of the two is the story's own."""
    known = {frozenset((f.one.claim.id, f.other.claim.id)) for f in conflicts}
    behind = _quoted_behind(story)
    for finding in conflicts:
        for mine, rival in ((finding.one, finding.other), (finding.other, finding.one)):
            near = _near(story, mine, rival) if finding.type == "denies" else ()
            for statement in (*behind[mine.claim.id], *near):
                pair = frozenset((statement.claim.id, rival.claim.id))
                if len(pair) == 2 and pair not in known and (story.is_own(statement) or story.is_own(rival)):
                    known.add(pair)
                    yield _finding(statement, rival, finding)


def _near(story: Story, mine: Statement, rival: Statement) -> Iterator[Statement]:
    """Statements of the one side and not of the other that are comparable with the rival claim and lie near it."""
    for statement in story.all:
        if not statement.same_side(mine) or statement.same_side(rival) or not is_proposition(statement):
            continue
        if incomparable(statement, rival) is None and story.cosine(statement, rival) >= NEAR:
            yield statement


def _quoted_behind(story: Story) -> dict[str, list[Statement]]:
    """For each claim that is given in the report's words, what its speaker is quoted with right behind it."""
    behind: dict[str, list[Statement]] = defaultdict(list)
    for before, one in zip(story.all, story.all[1:], strict=False):
        if before.claim.id != one.claim.id and _bears_out(one, before):
            behind[before.claim.id].append(one)
    return behind


def _bears_out(one: Statement, before: Statement) -> bool:
    if before.order != one.order or before.voice is None or not before.same_side(one):
        return False
    if before.claim.quote == "direct" or one.claim.quote != "direct" or one.quantities or one.act in _AHEAD:
        return False
    return one.at[1] - before.spans[-1].end <= _BEHIND


def _finding(statement: Statement, rival: Statement, conflict: Finding) -> Finding:
    one, other = (statement, rival) if statement.at > rival.at else (rival, statement)
    why = f"On what they dispute: {quoted(one.text)} ({one.who}) against {quoted(other.text)} ({other.who})."
    return Finding(one, other, "contradicts", conflict.kind, why, round(_SURE * conflict.score, 2), False)
