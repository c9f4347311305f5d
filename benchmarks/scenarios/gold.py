"""Scenarios: a few short reports on one contested matter, and what a careful editor would note down from them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from counterclaim.model import Report, Span

CONFLICTS = frozenset(("denies", "contradicts"))

Pair = tuple[str, str]
"""Two ids in alphabetical order."""


def pair(one: str, other: str) -> Pair:
    """Two ids without direction."""
    return (one, other) if one <= other else (other, one)


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim; `facets` as the contract has them, without spans."""

    id: str
    report: str
    span: Span
    quote: str
    claimant: str
    act: str | None
    certainty: str | None
    facets: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class GoldDispute:
    """A question with the claims that stand for each of its answers."""

    question: str
    positions: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Two claims that must not be told to conflict, and why."""

    ends: Pair
    why: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """Reports by their ids in the file, and the gold on them."""

    id: str
    reports: dict[str, Report]
    claims: tuple[GoldClaim, ...]
    links: tuple[tuple[Pair, str], ...]
    disputes: tuple[GoldDispute, ...]
    distinct: tuple[LookAlikes, ...]

    @property
    def conflicts(self) -> set[Pair]:
        """The pairs that a link denies or contradicts."""
        return {ends for ends, kind in self.links if kind in CONFLICTS}


def rivals(positions: Iterable[Iterable[str]]) -> set[Pair]:
    """All pairs of things that stand in different positions."""
    return {
        pair(a, b)
        for one, other in combinations(map(tuple, positions), 2)
        for a, b in product(one, other)
        if a != b
    }  # fmt: skip


def read_scenarios(folder: Path) -> list[Scenario]:
    """The scenarios of a folder, a JSON file each. Raises ValueError for a quote that its report doesn't have."""
    return [scenario_of(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]


def scenario_of(stored: dict[str, Any]) -> Scenario:
    """A scenario from its JSON object. Raises ValueError for a quote that its report doesn't have."""
    reports = {one["id"]: _report(stored["id"], one) for one in stored["reports"]}
    return Scenario(
        stored["id"],
        reports,
        tuple(_claim(one, reports[one["report"]].text) for one in stored["claims"]),
        tuple((pair(link["from"], link["to"]), link["type"]) for link in stored["links"]),
        tuple(GoldDispute(one["question"], tuple(tuple(p["claims"]) for p in one["positions"]))
              for one in stored["disputes"]),
        tuple(LookAlikes(pair(a, b), " ".join(why)) for a, b, *why in stored.get("distinct", ())),
    )  # fmt: skip


def _report(scenario: str, stored: dict[str, Any]) -> Report:
    known = {key: stored.get(key) or None for key in ("title", "outlet", "published")}
    return Report(stored["text"], path=f"{scenario}--{stored['id']}.txt", **known)


def _claim(stored: dict[str, Any], text: str) -> GoldClaim:
    start = -1
    for _ in range(stored.get("nth", 1)):
        start = text.find(stored["quote"], start + 1)
        if start < 0:
            raise ValueError(f"{stored['id']}: not in its report: {stored['quote']!r}")
    return GoldClaim(
        stored["id"], stored["report"], Span(start, start + len(stored["quote"])), stored["quote"], stored["claimant"],
        stored.get("act"), stored.get("certainty"), tuple(stored.get("facets", ())),
    )  # fmt: skip
