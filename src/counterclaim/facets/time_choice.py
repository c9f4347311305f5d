"""Which times of a report date what a claim tells, and which only date the statement ("said on Tuesday")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import takewhile

from counterclaim.facets.tense import opens_clause
from counterclaim.language.analysis import Analysis
from counterclaim.model import Spans, Time

#: How far up a tree is looked, should it be broken.
_DEPTH = 12


def times_of(analysis: Analysis, times: tuple[Time, ...], content: Spans, cue: Spans) -> tuple[Time, ...]:
    """The times that date a claim: those in its content, else one that leads up to it.

    "As of 6 March, 211 cases had been recorded, the ministry said" leads up to a content that begins at "211".
    An apposition to a thing that the claim mentions doesn't date it: "Orlo, the town from which they fled in May".
    """
    inside = tuple(time for time in times if _overlap(time.spans, content))
    if inside or not content:
        held = set(_words(analysis, content))
        return tuple(time for time in inside if not _is_aside(analysis, _words(analysis, time.spans), held))
    return tuple(
        t for t in times if _leads_up(analysis, t, cue, content) and not dates_statement(analysis, t, cue, content)
    )


def _is_aside(analysis: Analysis, timed: list[int], held: set[int]) -> bool:
    """Whether a time stands in an apposition to a noun of a clause of the content."""
    chain = list(takewhile(held.__contains__, _above(analysis, timed[0])))
    asides = (at for at, word in enumerate(chain) if analysis.relations[word] == "appos")
    return any(_is_predicate(analysis, word) for at in asides for word in chain[at + 1 :])


def _above(analysis: Analysis, word: int) -> Iterator[int]:
    """A word and the words it depends on, up to the root."""
    for _ in range(_DEPTH):
        yield word
        if analysis.heads[word] == word:
            return
        word = analysis.heads[word]


def _is_predicate(analysis: Analysis, word: int) -> bool:
    """Whether a clause is built on a word: a verb, or what has a subject."""
    if analysis.upos[word] == "VERB":
        return True
    start, end = next(sentence for sentence in analysis.sentences if sentence[1] > word)
    relations = (analysis.relations[i] for i in range(start, end) if analysis.heads[i] == word != i)
    return any(relation.startswith("nsubj") for relation in relations)


def _leads_up(analysis: Analysis, time: Time, cue: Spans, content: Spans) -> bool:
    """Whether a time stands shortly before a content, in its sentence and clause, and belongs to a word of it."""
    timed, held = _words(analysis, time.spans), _words(analysis, content)
    if not timed or not held or not 0 < held[0] - timed[-1] <= 8:
        return False
    sentence = next(s for s in analysis.sentences if s[1] > held[0])
    if (
        timed[0] < sentence[0]
        or _overlap(time.spans, cue)
        or any(opens_clause(analysis, i) for i in range(timed[-1] + 1, held[0]))
    ):
        return False
    return not _is_parsed(analysis, timed) or any(word in held for word in _above(analysis, timed[0]))


def _is_parsed(analysis: Analysis, words: list[int]) -> bool:
    return any(analysis.heads[i] != i for i in words)


def dates_statement(analysis: Analysis, time: Time, cue: Spans, content: Spans = ()) -> bool:
    """Whether a time says when the words of a cue were spoken: "said on Tuesday", "said in a statement on Tuesday".

    With syntax: it depends on a word of the cue, at most by way of nouns. Without: it stands in the clause of
    the cue. In both cases nothing of the content lies between.
    """
    timed, said, held = _words(analysis, time.spans), _words(analysis, cue), _words(analysis, content)
    if not timed or not said:
        return False
    if _is_parsed(analysis, timed):
        return any(_depends(analysis, i, said, held) for i in timed)
    between = range(said[-1] + 1, timed[0]) if said[0] < timed[0] else range(timed[-1] + 1, said[0])
    return len(between) < 12 and not any(i in held or opens_clause(analysis, i) for i in between)


def _depends(analysis: Analysis, word: int, said: list[int], held: list[int]) -> bool:
    """Whether a word depends on the cue by way of nouns that aren't in the content."""
    for _ in range(4):
        head = analysis.heads[word]
        if head in said:
            return True
        if head == word or head in held or analysis.upos[head] in ("VERB", "AUX"):
            return False
        word = head
    return False


def _overlap(some: Spans, others: Spans) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)


def _words(analysis: Analysis, spans: Spans) -> list[int]:
    """The words that spans touch."""
    words = analysis.words
    return [
        word
        for start, end in spans
        for word in range(
            bisect_right(words, start, key=lambda w: w.end), bisect_left(words, end, key=lambda w: w.start)
        )
    ]
