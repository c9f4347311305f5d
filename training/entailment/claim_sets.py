"""Pairs from invented claim sets: what several voices claim about one matter (`claim_sets/*.json`).

Each claim says which of the matter's questions it answers and how; "!x" answers that it is not x. Two claims
contradict each other where their answers to a question exclude each other, agree where they give the same answer, and
leave each other open otherwise. What looks alike and answers nothing (another day, a part of the whole, a forecast) is
what the model must learn to leave open.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from training.entailment.pairs import Pair, share_of

FOLDER = Path(__file__).parent / "claim_sets"
#: One in so many matters is held back for measuring.
HELD = 6
#: One in so many of the pairs that leave each other open is read in a file.
OPEN = 3


def claim_pairs(*, held: bool, part: int | None = None) -> Iterator[Pair]:
    """The pairs of the matters that are held back, or of the others; of open ones those of a part, or all."""
    for path in sorted(FOLDER.glob("*.json")):
        if (share_of(path.stem, HELD) == 0) == held:
            for pair in _pairs(json.loads(path.read_text(encoding="utf-8"))):
                if part is None or pair.label != "neutral" or share_of(f"{part} {pair.premise}", OPEN) == 0:
                    yield pair


def _pairs(matter: dict[str, Any]) -> Iterator[Pair]:
    for one, other in combinations(matter["claims"], 2):
        label = relation(one["answers"], other["answers"])
        yield Pair(one["text"], other["text"], label, f"claims {matter['id']}")
        if label == "entailment":
            yield Pair(other["text"], one["text"], label, f"claims {matter['id']}")


def relation(one: dict[str, str], other: dict[str, str]) -> str:
    """What two claims are to each other by their answers."""
    shared = [(one[question], other[question]) for question in sorted(one.keys() & other.keys())]
    if any(_exclude(a, b) for a, b in shared):
        return "contradiction"
    return "entailment" if any(a == b for a, b in shared) else "neutral"


def _exclude(one: str, other: str) -> bool:
    if one.startswith("!") or other.startswith("!"):
        return one.lstrip("!") == other.lstrip("!") and one != other
    return one != other
