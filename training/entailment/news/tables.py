"""The tables of statements, relations, fillers and frames, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent
FIELDS = ("war", "peace")
LABEL_OF = {"E": "entailment", "N": "neutral", "C": "contradiction"}

Use = Literal["train", "calibrate", "test"]


@dataclass(frozen=True, slots=True)
class Relation:
    """What the left proposition of a family says of the right one, once `change` has been made on the right."""

    left: str
    right: str
    change: str
    label: str


@dataclass(frozen=True, slots=True)
class Family:
    """Propositions about one matter, each with its phrasings, and the relations between them."""

    name: str
    use: str
    named: bool
    """Whether sides must be named, never "we"."""
    phrasings: dict[str, tuple[str, ...]]
    relations: tuple[Relation, ...]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table without its header."""
    for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of families.tsv."""
    statements = [row for field in FIELDS for row in rows(field)]
    relations = [row for field in FIELDS for row in rows(f"{field}_relations")]
    return tuple(
        Family(
            name,
            use,
            voice == "named",
            {row[1]: tuple(row[2].split(" / ")) for row in statements if row[0] == name},
            tuple(Relation(r[1], r[2], r[3], LABEL_OF[r[4]]) for r in relations if r[0] == name),
        )
        for name, use, voice in rows("families")
    )


@cache
def fillers() -> dict[str, tuple[str, ...]]:
    """Values by slot."""
    return {slot: tuple(values.split(" / ")) for slot, values in rows("fillers")}


@cache
def frames(effect: str) -> tuple[str, ...]:
    """The frames that keep, deny or doubt a statement."""
    return tuple(frame for kind, frame in rows("frames") if kind == effect)
