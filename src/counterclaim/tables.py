"""Tables of knowledge: tab-separated files in a room's `data/`, with comments ("#") that say where they come from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_table(room: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `<room>/data/<name>.tsv`, without comments and empty lines."""
    text = (files(__package__) / room / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and line[0] != "#")


@cache
def read_lists(room: str, name: str) -> dict[str, frozenset[str]]:
    """The words of a table by what its first column says; the last column is a list parted by spaces."""
    lists: dict[str, set[str]] = {}
    for key, *_, words in read_table(room, name):
        lists.setdefault(key, set()).update(words.split())
    return {key: frozenset(words) for key, words in lists.items()}
