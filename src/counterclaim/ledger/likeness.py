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
"""Sixteen bands of four miss a pair at the threshold about once in 5,000 times, and more like ones never."""
_PRIME = np.uint64((1 << 31) - 1)


def bands_of(text: str) -> list[int]:
    """Numbers of which reprints have at least one in common; a text without words has none."""
    runs = _runs(text)
    if not runs:
        return []
    values = np.array([_hash(run) % int(_PRIME) for run in sorted(runs)], dtype=np.uint64)
    factors, terms = _permutations()
    least = np.array([((a * values + b) % _PRIME).min() for a, b in zip(factors, terms, strict=True)])
    rows = least.reshape(_BANDS, _ROWS)
    return [_hash(f"{number}:{row.tolist()}") for number, row in enumerate(rows)]


def are_reprints(one: Report, other: Report) -> bool:
    """Whether two reports are the same text but for trifles, published about the same time."""
    if not _near(one.published, other.published) or _telling(one.text) != _telling(other.text):
        return False
    a, b = _runs(one.text), _runs(other.text)
    return bool(a and b) and len(a & b) >= ALIKE * len(a | b)


def _runs(text: str) -> set[str]:
    words = words_of(text)
    return {" ".join(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))} - {""}


def _telling(text: str) -> Counter[str]:
    """The figures and negations of a text."""
    return Counter(word for word in words_of(text) if word in _telling_words() or any(c.isdigit() for c in word))


def _near(one: str | None, other: str | None) -> bool:
    """Whether two times of publication are few days apart; unknown ones may be."""
    try:
        days = [date.fromisoformat((moment or "")[:10]) for moment in (one, other)]
    except ValueError:
        return True
    return abs((days[0] - days[1]).days) <= DAYS


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
