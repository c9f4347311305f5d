"""The public entailment sets as pairs: MNLI, SNLI, SciTail, SICK, JOCI, MPE, RTE and ClaimDiff.

A fifth of MNLI, chosen by premise so that no premise is on both sides, is held back for measuring.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.entailment.pairs import Pair, share_of

#: Files by set and the share of their premises that is used: captions and odd guesses need not fill the model.
SETS = {
    "mnli": (("dev.csv",), 1.0),
    "snli": (("dev.csv",), 1.0),
    "scitail": (("dev.csv",), 1.0),
    "sick": (("train.csv", "dev.csv"), 0.7),
    "joci": (("train.csv", "dev.csv"), 0.3),
    "mpe": (("train.csv", "dev.csv"), 0.15),
    "rte": (("train.csv", "dev.csv"), 1.0),
}
FIFTH = 5
_PICTURE = re.compile(r"\s*\d+jpg\d+")


def read_set(data: Path, name: str) -> list[Pair]:
    """All pairs of one of SETS that are used."""
    files, share = SETS[name]
    return [
        Pair(premise, row["hypothesis"].strip(), row["label"], name)
        for file in files
        for row in _rows(data / "nli" / name / file)
        if (premise := _PICTURE.sub(". ", row["premise"]).strip(". "))
        and row["hypothesis"].strip()
        and share_of(f"{name} {premise}", 1000) < 1000 * share
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def held_back(pair: Pair) -> bool:
    """Whether a pair's premise is in the fifth that is never trained on."""
    return share_of(pair.premise, FIFTH) == 0


def mnli(data: Path, held: bool) -> list[Pair]:
    """The held-back fifth of MNLI, or the rest."""
    return [pair for pair in read_set(data, "mnli") if held_back(pair) == held]


def claimdiff(data: Path) -> Iterator[Pair]:
    """Claims of two outlets on one event; that one strengthens the other does not yet make it follow."""
    folder = data / "claimdiff"
    strengthened, weakened = (
        json.loads((folder / f"ClaimDiff-{kind}-train.json").read_text(encoding="utf-8"))["data"]
        for kind in ("strength", "weak")
    )
    for strong, weak in zip(strengthened, weakened, strict=True):
        label = "not_entailment" if weak["relation"] else "not_contradiction" if strong["relation"] else "neutral"
        yield Pair(strong["claim_a"], strong["claim_b"], label, "claimdiff")
