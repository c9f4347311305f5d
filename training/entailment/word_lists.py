"""The lists of words in word_lists.tsv."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a list, in its order."""
    rows = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    lists = dict(row.split("\t") for row in rows if not row.startswith("#"))
    return tuple(lists[name].split())
