"""The tables of this room, `data/*.tsv`."""

from __future__ import annotations

from functools import partial

from counterclaim import tables

read_table = partial(tables.read_table, "facets")


def words(name: str) -> frozenset[str]:
    """The words of a list in `data/word_lists.tsv`."""
    return tables.read_lists("facets", "word_lists")[name]
