"""Neighbours: the reports that a report is compared with.

They are the earlier reports that share the most names and words with it, within a window of time; what too many
reports of that window have counts nothing. So who is near a report depends on the reports of a few months that share
its rarer terms and on nothing else, and what it is compared with is bounded, however many reports there are.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from counterclaim.compare.account import DATED, day_of, start_of
from counterclaim.compare.terms import Terms

NEAREST = 32
"""Reports that one is compared with, at most."""
COMMON = 256
"""A name or word that more of the earlier reports of the window have than this tells no story."""
WINDOW = 92
"""Days between two reports of one story, at most."""
#: What two reports of one story share, at least; what a word counts, a name, and a name that no third report has.
SHARED, WORD, NAME, SOLE = 20, 1, 10, 20

TERM_BITS = 40
"""A term is a number of so many bits; the last one is set for a name."""


def numbered(terms: Terms) -> frozenset[int]:
    """The terms by which a report is found, as numbers; a figure tells no story."""
    words = (_number(word) << 1 for word in terms.words if not word[0].isdigit())
    return frozenset((*words, *((_number(name) << 1) | 1 for name in terms.names)))


def is_name(term: int) -> bool:
    """Whether a term is a name."""
    return bool(term & 1)


def weight_of(term: int, *, sole: bool) -> int:
    """What a shared term counts; `sole` for one that no third report has."""
    return WORD if not is_name(term) else SOLE if sole else NAME


def nearest(terms: Iterable[int], holders: Callable[[int], Sequence[bytes]]) -> list[bytes]:
    """The places of the reports nearest to one with these terms, in the order of time.

    `holders` gives the places of the earlier reports of its window that have a term, COMMON + 1 of them at most.
    """
    shared: dict[bytes, int] = defaultdict(int)
    for term in terms:
        having = holders(term)
        if len(having) <= COMMON:
            weight = weight_of(term, sole=len(having) == 1)
            for place in having:
                shared[place] += weight
    near = [place for place, weight in shared.items() if weight >= SHARED]
    return sorted(sorted(near, key=lambda place: (-shared[place], place))[:NEAREST])


def window_start(place: bytes) -> bytes:
    """Where the window begins that ends with a place."""
    return start_of(day_of(place) - WINDOW)


def window_end(place: bytes) -> bytes:
    """Where the last window ends that a place is in."""
    return start_of(day_of(place) + WINDOW + 1)


class Shelf:
    """Reports by their terms."""

    def __init__(self) -> None:
        self._places: dict[int, list[bytes]] = defaultdict(list)

    def add(self, place: bytes, terms: Iterable[int]) -> None:
        """Make a report findable."""
        for term in terms:
            insort(self._places[term], place)

    def holders(self, place: bytes, term: int) -> Sequence[bytes]:
        """The places of reports before a place that have a term: those of its window, and the undated ones."""
        places = self._places.get(term, [])
        end = bisect_left(places, place)
        undated = min(end, bisect_left(places, DATED))
        start = max(undated, bisect_left(places, window_start(place)))
        return places[:undated] + places[start:end] if undated + end - start <= COMMON else places[: COMMON + 1]


@lru_cache(maxsize=65536)
def _number(term: str) -> int:
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (65 - TERM_BITS)
