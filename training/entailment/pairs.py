"""Pairs of statements with labels, and how they are split and stored."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction")

#: What each label of the data sets admits; some sets say only what a pair is not.
ADMITTED = {
    "entailment": (0,),
    "neutral": (1,),
    "contradiction": (2,),
    "not_entailment": (1, 2),
    "not_contradiction": (0, 1),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise, a hypothesis and what the one says of the other (a key of ADMITTED).

    `source` names the data set or template family and `kind` what was done to make the pair, if it was made.
    """

    premise: str
    hypothesis: str
    label: str
    source: str
    kind: str = ""


def share_of(key: str, parts: int) -> int:
    """A fixed part of `parts` for a key, the same on every machine and whatever else is in the set."""
    return int.from_bytes(sha256(key.encode()).digest()[:8], "big") % parts


def write_pairs(path: Path, pairs: Iterable[Pair]) -> None:
    """Store pairs as JSON Lines."""
    lines = (json.dumps(asdict(pair), ensure_ascii=False) + "\n" for pair in pairs)
    path.write_text("".join(lines), encoding="utf-8")


def read_pairs(path: Path) -> list[Pair]:
    """Pairs stored by `write_pairs`."""
    return [Pair(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
