"""What a claim only adds to something that it mentions: "Orlo, a town of 4,000 people from which they fled in May"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import takewhile

from counterclaim.facets.tables import words
from counterclaim.language.analysis import Analysis
from counterclaim.model import Spans

#: How far up a tree is looked, should it be broken.
_DEPTH = 12
#: How many words a figure's noun and prepositions, or what stands before a noun, may have.
_SHORT = 4
#: How many words before a time the record may stand that it belongs to.
_FAR = 16


def is_aside(analysis: Analysis, word: int, held: set[int], to_name: bool = False) -> bool:
    """Whether a word stands in an apposition to a noun (or only to a name) of a clause made of the words `held`.

    So does the day of what is only planned: "they put off the vote planned for May".
    """
    chain = list(takewhile(held.__contains__, above(analysis, word)))
    appositions = (at for at, one in enumerate(chain[:-1]) if _is_added(analysis, one, to_name))
    return any(
        (not to_name or analysis.upos[chain[at + 1]] == "PROPN")
        and any(_is_predicate(analysis, one) for one in chain[at + 1 :])
        for at in appositions
    )


def _is_added(analysis: Analysis, word: int, to_name: bool) -> bool:
    planned = analysis.relations[word] == "acl" and analysis.lemma(word).lower() in words("planned")
    return analysis.relations[word] == "appos" or (planned and not to_name)


def is_standard(analysis: Analysis, word: int) -> bool:
    """Whether a time belongs to what a figure is compared with: "from 12 on Tuesday", "than 40 percent last year"."""
    at = word - 1
    while at > 0 and analysis.upos[at] in ("ADP", "DET", "NOUN", "SYM") and word - at <= _SHORT:
        if analysis.word(at).lower() in words("compared"):
            return False  # no number between
        at -= 1
    if at < 1 or analysis.upos[at] != "NUM":
        return False
    return analysis.word(at - 1).lower() in words("compared")


def is_rank(analysis: Analysis, word: int) -> bool:
    """Whether a time is that of which something is the first or the most: "its first gain of the spring"."""
    head = analysis.heads[word]
    if analysis.upos[head] != "NOUN" or head >= word or "of" not in _between(analysis, head, word):
        return False
    before = range(max(head - _SHORT, 0), head)
    ranks = (analysis.word(one).lower() for one in before if analysis.heads[one] in (head, head - 1))
    return any(rank in words("rank") or rank.endswith("est") for rank in ranks)


def is_record(analysis: Analysis, word: int) -> bool:
    """Whether a time only says since when or of when something is a record: "the biggest march since 1998"."""
    start = next(sentence for sentence in analysis.sentences if sentence[1] > word)[0]
    before = range(max(start, word - _FAR), word)
    opened = next((one for one in reversed((*before, word)) if analysis.word(one).lower() == "since"), None)
    if opened is None:  # "the lowest this month"
        return analysis.word(word).lower() == "this" and word > start and _is_superlative(analysis, word - 1)
    record = takewhile(lambda one: analysis.upos[one] not in ("VERB", "AUX", "PUNCT"), range(opened - 1, start - 1, -1))
    return any(analysis.word(one).lower() in words("rank") or _is_superlative(analysis, one) for one in record)


def _is_superlative(analysis: Analysis, word: int) -> bool:
    return analysis.upos[word] == "ADJ" and analysis.word(word).endswith("est")


def _between(analysis: Analysis, first: int, last: int) -> list[str]:
    return [analysis.word(one).lower() for one in range(first + 1, last)]


def above(analysis: Analysis, word: int) -> Iterator[int]:
    """A word and the words it depends on, up to the root."""
    for _ in range(_DEPTH):
        yield word
        if analysis.heads[word] == word:
            return
        word = analysis.heads[word]


def words_in(analysis: Analysis, spans: Spans) -> list[int]:
    """The words that spans touch."""
    all_words = analysis.words
    return [
        word
        for start, end in spans
        for word in range(
            bisect_right(all_words, start, key=lambda w: w.end), bisect_left(all_words, end, key=lambda w: w.start)
        )
    ]


def _is_predicate(analysis: Analysis, word: int) -> bool:
    """Whether a clause is built on a word: a verb, or what has a subject."""
    if analysis.upos[word] == "VERB":
        return True
    start, end = next(sentence for sentence in analysis.sentences if sentence[1] > word)
    relations = (analysis.relations[i] for i in range(start, end) if analysis.heads[i] == word != i)
    return any(relation.startswith("nsubj") for relation in relations)
