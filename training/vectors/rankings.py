"""How well vectors tell claims about the same question from others of the same matter.

All pairs of claims of a matter are ranked by cosine, those of all matters together: one threshold must do for all.
`precision` is the average precision of finding the pairs about the same question. `reach` is what a search for
neighbours finds: the share of these pairs of which one is among the NEAREST ones of the other, of the claims of all
matters.

In a scenario (reports with claims, links and disputes) the pairs about the same question are the claims that conflict,
corroborate or repeat each other; pairs of one claimant, denials and claims of under four words, which are linked by
other means than likeness, are left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.vectors.matters import read_matters

Floats = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats]

CONFLICT, AGREEMENT = ("denies", "contradicts"), ("corroborates", "repeats")
WORDS = 4
NEAREST = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """Texts, and pairs of their places with whether they are about the same question."""

    texts: tuple[str, ...]
    pairs: tuple[tuple[int, int, bool], ...]


def held_rankings() -> list[Ranking]:
    """The held-back matters of the claim sets."""
    made = []
    for matter in read_matters(held=True):
        same = matter.same_question()
        pairs = combinations(range(len(same)), 2)
        made.append(Ranking(matter.texts, tuple((i, j, bool(same[i, j])) for i, j in pairs)))
    return made


def scenario_rankings(folder: Path) -> list[Ranking]:
    """The scenarios of a folder."""
    return [_scenario(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]


def _scenario(scenario: dict[str, Any]) -> Ranking:
    claims = [c for c in scenario["claims"] if c["act"] != "deny" and len(c["quote"].split()) >= WORDS]
    same = {frozenset(pair) for pair in _same_question(scenario)}
    pairs = [
        (i, j, frozenset((claims[i]["id"], claims[j]["id"])) in same)
        for i, j in combinations(range(len(claims)), 2)
        if claims[i]["claimant"] != claims[j]["claimant"]
    ]
    return Ranking(tuple(c["quote"] for c in claims), tuple(pairs))


def _same_question(scenario: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for link in scenario["links"]:
        if link["type"] in CONFLICT or link["type"] in AGREEMENT:
            yield link["from"], link["to"]
    for dispute in scenario["disputes"]:
        for one, other in combinations(dispute["positions"], 2):
            yield from ((a, b) for a in one["claims"] for b in other["claims"])


def measure(embed: Embed, rankings: Sequence[Ranking]) -> dict[str, float]:
    """`precision` and `reach` (see above) of the vectors that `embed` gives."""
    tables = [embed(ranking.texts) for ranking in rankings]
    scores = [float(table[i] @ table[j]) for r, table in zip(rankings, tables, strict=True) for i, j, _ in r.pairs]
    right = [same for ranking in rankings for *_, same in ranking.pairs]
    return {
        "precision": round(average_precision(np.array(scores), np.array(right)), 3),
        "reach": round(_reach(tables, rankings), 3),
    }


def average_precision(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Mean, over the right ones, of the share of right ones among those that are ranked no lower."""
    ordered = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float(precision[ordered].mean())


def _reach(tables: Sequence[Floats], rankings: Sequence[Ranking]) -> float:
    """The share of right pairs of which one claim is among the nearest of the other."""
    rows = np.concatenate(tables)
    near = rows @ rows.T
    np.fill_diagonal(near, -1)
    nearest = [set(row[:NEAREST]) for row in np.argsort(-near, axis=1, kind="stable").tolist()]
    starts = np.cumsum([0, *(len(table) for table in tables)]).tolist()
    right = [(at + i, at + j) for at, r in zip(starts, rankings, strict=False) for i, j, same in r.pairs if same]
    return float(np.mean([i in nearest[j] or j in nearest[i] for i, j in right]))
