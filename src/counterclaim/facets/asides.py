"""What a claim only adds to something that it mentions: "Orlo, a town of 4,000 people from which they fled in May"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import takewhile

from counterclaim.language.analysis import Analysis
from counterclaim.model import Spans

#: How far up a tree is looked, should it be broken.
_DEPTH = 12


def is_aside(analysis: Analysis, word: int, held: set[int], to_name: bool = False) -> bool:
    """Whether a word stands in an apposition to a noun (or only to a name) of a clause made of the words `held`."""
    chain = list(takewhile(held.__contains__, above(analysis, word)))
    appositions = (at for at, one in enumerate(chain[:-1]) if analysis.relations[one] == "appos")
    return any(
        (not to_name or analysis.upos[chain[at + 1]] == "PROPN")
        and any(_is_predicate(analysis, one) for one in chain[at + 1 :])
        for at in appositions
    )


def above(analysis: Analysis, word: int) -> Iterator[int]:
    """A word and the words it depends on, up to the root."""
    for _ in range(_DEPTH):
        yield word
        if analysis.heads[word] == word:
            return
        word = analysis.heads[word]


def words_in(analysis: Analysis, spans: Spans) -> list[int]:
    """The words that spans touch."""
    words = analysis.words
    return [
        word
        for start, end in spans
        for word in range(
            bisect_right(words, start, key=lambda w: w.end), bisect_left(words, end, key=lambda w: w.start)
        )
    ]


def _is_predicate(analysis: Analysis, word: int) -> bool:
    """Whether a clause is built on a word: a verb, or what has a subject."""
    if analysis.upos[word] == "VERB":
        return True
    start, end = next(sentence for sentence in analysis.sentences if sentence[1] > word)
    relations = (analysis.relations[i] for i in range(start, end) if analysis.heads[i] == word != i)
    return any(relation.startswith("nsubj") for relation in relations)
