"""Compares what was read with the gold of a scenario.

A gold claim is found when a predicted claim of its report covers it: they share half of the gold's word tokens and
half of the shorter one's. The one with the largest Jaccard index stands for it (of equal ones that with the right
claimant); one predicted claim may stand for several.

`claims`        found of all gold claims
`claimant`, `act`, `certainty`   right of the found
`quantity`, `place`, `time`   facets of found claims. Right: role, low, high and unit; three quarters of the shorter
                name's words; start and end
`conflict`      pairs that a link denies or contradicts. A pair that stands in rival positions of a gold dispute is no
                wrong one; found are the pairs that gold links name
`corroborates`, `updates`, `repeats`   gold links found
`dispute`       one to one; a predicted one is a gold one if claims of two gold positions stand in two positions of it
`positions`     of the pairs of gold claims in a matched dispute, those rightly in one or in two positions
`distinct`      look-alikes that are not told to conflict, of those that two predicted claims stand for
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

from benchmarks.figures import Count
from benchmarks.scenarios.gold import CONFLICTS, GoldClaim, Pair, Scenario, pair, rivals
from benchmarks.scenarios.predicted import Predicted, PredictedClaim, same_name, tokens_at

KINDS = ("quantity", "place", "time")
LINKS = ("corroborates", "updates", "repeats")
#: What must be equal in facets other than places.
_VALUES = {"quantity": ("role", "low", "high", "unit"), "time": ("start", "end")}

Facet = dict[str, Any]


@dataclass
class Comparison:
    """Counts by figure, and in words what is wrong."""

    counts: dict[str, Count] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def count(self, figure: str, count: Count, problem: str = "") -> None:
        """Add to a figure; `problem` is kept where not all is right."""
        self.counts[figure] = self.counts.get(figure, Count()) + count
        if problem and not (count.right_gold == count.gold and count.right_predicted == count.predicted):
            self.problems.append(f"{figure} {problem}")

    def check(self, figure: str, right: bool, problem: str) -> None:
        """Add one thing that is right or wrong."""
        self.count(figure, Count.of(int(right), 1, 1), problem)


def compare(scenario: Scenario, read: Predicted) -> Comparison:
    """All figures of a scenario."""
    result = Comparison()
    standing = _found(scenario, read.claims, result)
    for gold in scenario.claims:
        if gold.id in standing:
            _compare_claim(gold, standing[gold.id], result)
    _compare_relations(scenario, read, {gold: claim.id for gold, claim in standing.items()}, result)
    return result


# -- claims -----------------------------------------------------------------------------------------------


def _found(scenario: Scenario, claims: Sequence[PredictedClaim], result: Comparison) -> dict[str, PredictedClaim]:
    """The predicted claim that stands for each gold claim found."""
    standing = {}
    for gold in scenario.claims:
        tokens = tokens_at(scenario.reports[gold.report].text, [gold.span])
        near = [claim for claim in claims if claim.report == gold.report and _covers(claim, tokens)]
        result.check("claims", bool(near), f"{gold.id} not found: {gold.quote[:90]!r}")
        if near:
            standing[gold.id] = max(near, key=lambda claim: (_jaccard(claim.tokens, tokens), claim.is_by(gold)))
    return standing


def _covers(claim: PredictedClaim, gold: frozenset[int]) -> bool:
    shared = len(claim.tokens & gold)
    return shared >= 0.5 * len(gold) and shared >= 0.5 * min(len(gold), len(claim.tokens))


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)


def _compare_claim(gold: GoldClaim, claim: PredictedClaim, result: Comparison) -> None:
    result.check("claimant", claim.is_by(gold), f"of {gold.id}: {claim.claimant[:3]} for {gold.claimant!r}")
    for figure, right, found in (("act", gold.act, claim.act), ("certainty", gold.certainty, claim.certainty)):
        if right:
            result.check(figure, found == right, f"of {gold.id}: {found} for {right}")
    for kind in KINDS:
        wanted, given = _of_kind(gold.facets, kind), _of_kind(claim.facets, kind)
        count = Count.of(_right(wanted, given), len(given), len(wanted))
        result.count(kind, count, f"of {gold.id}: {given} for {wanted}")


def _of_kind(facets: Iterable[Facet], kind: str) -> list[Facet]:
    return [facet for facet in facets if facet["kind"] == kind]


def _right(gold: list[Facet], found: list[Facet]) -> int:
    """How many gold facets have a found one, one to one."""
    left = list(found)
    for wanted in gold:
        given = next((one for one in left if _same(wanted, one)), None)
        if given is not None:
            left.remove(given)
    return len(found) - len(left)


def _same(gold: Facet, found: Facet) -> bool:
    if gold["kind"] == "place":
        return same_name(gold["name"], found.get("name") or "")
    return all(gold.get(name) == found.get(name) for name in _VALUES[gold["kind"]])


# -- links and disputes -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Ends:
    """The gold claims that a predicted claim stands for."""

    gold: dict[str, list[str]]

    @classmethod
    def of(cls, standing: dict[str, str]) -> _Ends:
        gold: dict[str, list[str]] = {}
        for name, claim in standing.items():
            gold.setdefault(claim, []).append(name)
        return cls(gold)

    def pairs(self, one: str, other: str) -> list[Pair]:
        """All pairs of gold claims that two predicted claims stand for."""
        return [pair(a, b) for a, b in product(self.of_claim(one), self.of_claim(other)) if a != b]

    def of_claim(self, claim: str) -> list[str]:
        return self.gold.get(claim, [])

    def positions(self, dispute: Sequence[Sequence[str]]) -> list[list[str]]:
        """Positions of predicted claims as positions of gold claims."""
        return [[gold for claim in position for gold in self.of_claim(claim)] for position in dispute]


def _compare_relations(scenario: Scenario, read: Predicted, standing: dict[str, str], result: Comparison) -> None:
    ends = _Ends.of(standing)
    linked = {(at, kind) for one, other, kind in read.links for at in ends.pairs(one, other)}
    disputes = [(question, ends.positions(positions)) for question, positions in read.disputes]
    _compare_conflicts(scenario, read, ends, result)
    for at, kind in scenario.links:
        if kind in LINKS:
            result.check(kind, (at, kind) in linked, f"missed: {at}")
    matched = list(_matched(scenario, disputes, result))
    for gold, found in matched:
        _compare_positions(gold, found, result)
    apart = {at for at, kind in linked if kind in CONFLICTS}.union(*(rivals(found) for _, found in disputes))
    for look in scenario.distinct:
        one, other = (standing.get(end) for end in look.ends)
        if one and other and one != other:
            result.check("distinct", look.ends not in apart, f"told to conflict: {look.ends}: {look.why}")


def _compare_conflicts(scenario: Scenario, read: Predicted, ends: _Ends, result: Comparison) -> None:
    gold = scenario.conflicts
    allowed = gold.union(*(rivals(dispute.positions) for dispute in scenario.disputes))
    told = set()
    for one, other, kind in read.links:
        if kind in CONFLICTS and (pairs := ends.pairs(one, other)):
            told.add(next((at for at in pairs if at in allowed), pairs[0]))
    right = told & allowed
    result.count("conflict", Count(len(right), len(told), len(right & gold), len(gold)))
    result.problems += [f"conflict told that is none: {at}" for at in sorted(told - allowed)]
    result.problems += [f"conflict missed: {at}" for at in sorted(gold - right)]


Positions = list[list[str]]


def _matched(
    scenario: Scenario, disputes: list[tuple[str, Positions]], result: Comparison
) -> Iterator[tuple[Sequence[Sequence[str]], Positions]]:
    """Gold disputes with the first predicted one that tells them; counts all."""
    left = list(disputes)
    for gold in scenario.disputes:
        found = next((one for one in left if rivals(gold.positions) & rivals(one[1])), None)
        if found is None:
            result.problems.append(f"dispute missed: {gold.question}")
        else:
            left.remove(found)
            yield gold.positions, found[1]
    right = len(disputes) - len(left)
    result.count("dispute", Count.of(right, len(disputes), len(scenario.disputes)))
    result.problems += [f"dispute told that is none: {question}" for question, _ in left]


def _compare_positions(gold: Sequence[Sequence[str]], found: Positions, result: Comparison) -> None:
    wanted = {claim: number for number, position in enumerate(gold) for claim in position}
    given = {claim: {number for number, position in enumerate(found) if claim in position} for claim in wanted}
    for one, other in combinations(sorted(wanted), 2):
        if given[one] and given[other]:
            together = bool(given[one] & given[other])
            right = (wanted[one] == wanted[other]) == together
            result.check("positions", right, f"of {one}, {other}: {'together' if together else 'apart'}")
