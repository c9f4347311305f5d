"""Near-identical texts: found by MinHash (Broder 1997) over runs of words, with banding (Indyk and Motwani 1998).

Texts are reprints of each other when nearly all runs of four words are the same and every figure and every
negation is: a report that has only raised the number of the dead says something else. Comparing two texts does
not depend on any other, so what is found is the same in whatever order reports come.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from counterclaim.ledger.documents import words_of
from counterclaim.model import Report
from counterclaim.tables import read_table

ALIKE = 0.8
"""The share of runs that two reprints have in common, of those that either has (Jaccard), at least."""
DAYS = 7
"""Days between two reprints, at most: the same few words a month later are a new report."""
_RUN = 4
_BANDS, _ROWS = 16, 4
"""Sixteen bands of four miss a pair at the threshold about once in 5,000 times, and hardly ever a more like one."""
_BITS = 40
_NO_WEEK = -2
_PRIME = np.uint64((1 << 31) - 1)


class Bands(NamedTuple):
    """Numbers that stand for parts of a text at a time."""

    own: list[int]
    """Those that a report is found by."""
    near: list[int]
    """Those by which reports of its and the neighbouring weeks are found."""


def bands_of(report: Report) -> Bands:
    """Numbers of which two reprints nearly always share one: an own one of either is a near one of the other.

    A number holds for a week, so what is found does not grow with the years. A text without words has none.
    """
    runs = _runs(report.text)
    if not runs:
        return Bands([], [])
    values = np.array([_hash(run) % int(_PRIME) for run in sorted(runs)], dtype=np.uint64)
    factors, terms = _permutations()
    least = np.array([((a * values + b) % _PRIME).min() for a, b in zip(factors, terms, strict=True)])
    rows = [f"{number}:{row}" for number, row in enumerate(least.reshape(_BANDS, _ROWS).tolist())]
    day = _day(report)
    week = day.toordinal() // DAYS if day else _NO_WEEK
    weeks = (week - 1, week, week + 1) if day else (week,)
    return Bands([_band(week, row) for row in rows], [_band(one, row) for one in weeks for row in rows])


def _band(week: int, row: str) -> int:
    """A number for a row of a week. Those of one week are neighbours, which spares an index that grows for years."""
    return (week << _BITS) | (_hash(row) & ((1 << _BITS) - 1))


def are_reprints(one: Report, other: Report) -> bool:
    """Whether two reports are the same text but for trifles, published about the same time."""
    if not _near(_day(one), _day(other)) or _telling(one.text) != _telling(other.text):
        return False
    a, b = _runs(one.text), _runs(other.text)
    return bool(a and b) and len(a & b) >= ALIKE * len(a | b)


def _runs(text: str) -> set[str]:
    words = words_of(text)
    return {" ".join(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))} - {""}


def _telling(text: str) -> Counter[str]:
    """The figures and negations of a text."""
    return Counter(word for word in words_of(text) if word in _telling_words() or any(c.isdigit() for c in word))


def _near(one: date | None, other: date | None) -> bool:
    """Whether two days are few days apart, or both unknown."""
    return one is other if one is None or other is None else abs((one - other).days) <= DAYS


def _day(report: Report) -> date | None:
    """The day of publication, where known."""
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


@cache
def _telling_words() -> frozenset[str]:
    numbers = {part for word, *_ in read_table("facets", "numbers") for part in words_of(word) if len(part) > 1}
    negators = {word for _, *words in read_table("claims", "negators") for part in words for word in words_of(part)}
    return frozenset(numbers | negators) - {"a", "an", "or", "more", "longer"}


@cache
def _permutations() -> tuple[np.ndarray, np.ndarray]:
    """Factors and terms of the linear hash functions; always the same."""
    drawn = [_hash(f"permutation {number}") % (int(_PRIME) - 1) + 1 for number in range(2 * _BANDS * _ROWS)]
    numbers = np.array(drawn, dtype=np.uint64)
    return numbers[::2], numbers[1::2]


def _hash(words: str) -> int:
    """A hash that SQLite can hold as an integer."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
