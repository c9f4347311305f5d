"""Terms: the content words of a text in a form in which the same word, however inflected, is equal.

Names are folded so that a country, its people and its adjective are one term; all other words are stemmed
(Porter 2, by the snowballstemmer package); function words and words of reporting are left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from counterclaim.claims.keys import key
from counterclaim.compare.tables import read_words
from counterclaim.language.analysis import lemma

_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:[’'][^\W_]+)*")
_STOP_BEFORE = re.compile(r"(?:^|[.!?:]\s*|[\"“„«‘\n]\s*)$")


class Terms(NamedTuple):
    """The terms of a text."""

    words: frozenset[str]
    """Stems of common words."""
    names: frozenset[str]
    """Keys of names."""

    @property
    def all(self) -> frozenset[str]:
        """Both."""
        return self.words | self.names


def terms_of(text: str, names: frozenset[str] = frozenset()) -> Terms:
    """The terms of a text; `names` are keys of known names, for words that open a sentence."""
    words, named = set(), set()
    for word, opens in _tokens(text):
        lower = word.casefold()
        if lower in read_words("function"):
            continue
        if word[0].isupper() and lower not in read_words("number") and (not opens or key(word) in names):
            named.add(key(word))
        elif (term := stem(lower)) not in stems_of("reporting"):
            words.add(term)
    return Terms(frozenset(words), frozenset(named))


def names_in(text: str) -> Iterator[str]:
    """Keys of the words that are names by their capital, not standing at the beginning of a sentence."""
    for word, opens in _tokens(text):
        if word[0].isupper() and not opens and word.casefold() not in read_words("function"):
            yield key(word)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case."""
    plain = lemma(word.removesuffix("'s").removesuffix("’s"), "VERB")  # "met" and "meeting" are one term
    return str(_stemmer().stemWord(plain))


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of some words."""
    return frozenset(stem(word) for word in words)


@cache
def stems_of(*kinds: str) -> frozenset[str]:
    """The stems of the words of some kinds in `words.tsv`."""
    return stems(word for kind in kinds for word in read_words(kind))


class Rarity:
    """How much each term tells: less, the more of some texts have it."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        known = list(texts)
        counts = Counter(term for text in known for term in text)
        self._weights = {term: math.log(1 + len(known) / count) for term, count in counts.items()}

    def weight(self, terms: Iterable[str]) -> float:
        """The weight of some terms together."""
        return sum(self._weights.get(term, 0.0) for term in sorted(terms))

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the lighter set, by weight, that the other has."""
        least = min(self.weight(one), self.weight(other))
        return self.weight(one & other) / least if least else 0.0


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter set's terms that the other has; 0 for an empty one."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """The words of a text and whether each opens a sentence or a quotation."""
    for match in _WORD.finditer(text):
        yield match[0], bool(_STOP_BEFORE.search(text, max(0, match.start() - 3), match.start()))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
