"""The room's tables of knowledge (`data/*.tsv`)."""

from __future__ import annotations

from counterclaim.tables import read_lists, read_table


def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table."""
    return read_table("compare", name)


def read_words(kind: str) -> frozenset[str]:
    """The words of one kind in `words.tsv`."""
    return read_lists("compare", "words")[kind]
