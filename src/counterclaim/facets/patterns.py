"""Regular expressions out of word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def any_of(words: Iterable[str], case: bool = False) -> str:
    """An expression for any of the words, longest first; letters of both cases unless `case`, any white space.

    Grouped by first letter, because then a search gives up on most words of a text after one look.
    """
    groups = groupby(sorted(set(words)), key=lambda word: word[0])
    return "|".join(_group(first, [word[1:] for word in group], case) for first, group in groups)


def _group(first: str, rests: list[str], case: bool) -> str:
    rest = "|".join(re.escape(rest).replace(r"\ ", r"\s+") for rest in sorted(rests, key=len, reverse=True))
    if case:
        return f"{re.escape(first)}(?:{rest})"
    return f"[{re.escape(first.lower())}{re.escape(first.upper())}](?i:{rest})"
