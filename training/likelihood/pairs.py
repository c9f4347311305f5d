"""Pairs of statements as found in scenarios, with the evidence on them and whether the gold has them as rivals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.scenarios.gold import GoldClaim, Pair, Scenario, pair, rivals
from counterclaim import Reader
from counterclaim.compare.chapters import chapter_of, in_order
from counterclaim.compare.evidence import values
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import stories
from counterclaim.compare.textual import weigh
from counterclaim.compare.vectors import vector_of
from counterclaim.model import Span

#: How much of the shorter of two stretches must lie in the other for them to be the same claim.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence on a pair, and whether it is a rivalry."""

    scenario: str
    evidence: tuple[float, ...]
    rival: bool


def weighed_pairs(scenario: Scenario, reader: Reader) -> Iterator[Weighed]:
    """All pairs of a scenario that are worth weighing."""
    told = {reader.read(report).account: name for name, report in scenario.reports.items()}
    ids = {account.report.id: name for account, name in told.items()}
    known = scenario.conflicts.union(*(rivals(dispute.positions) for dispute in scenario.disputes))
    for story in stories(in_order(chapter_of(account) for account in told), vector_of):
        for one, other, evidence in weigh(story):
            ends = ({claim.id for claim in _meant(scenario, s, ids)} for s in (one, other))
            yield Weighed(scenario.id, values(evidence), _are_rivals(*ends, known))


def _are_rivals(one: set[str], other: set[str], known: set[Pair]) -> bool:
    return any(pair(a, b) in known for a in one for b in other)


def _meant(scenario: Scenario, statement: Statement, ids: dict[str, str]) -> Iterator[GoldClaim]:
    """The gold claims that a statement covers or is covered by."""
    for claim in scenario.claims:
        if claim.report == ids[statement.report.id] and _overlap(claim.span, statement) >= _SAME:
            yield claim


def _overlap(span: Span, statement: Statement) -> float:
    shared = sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in statement.spans)
    own = sum(end - start for start, end in statement.spans)
    return shared / min(span.end - span.start, own)
