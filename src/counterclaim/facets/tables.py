"""Tables of knowledge: tab-separated files in `data/`, with lines of comment ("#") that say where they come from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv`, without comments and empty lines."""
    text = (files(__package__) / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and line[0] != "#")


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list in `data/word_lists.tsv`."""
    return frozenset(next(row[1] for row in read_table("word_lists") if row[0] == name).split())
