"""From spans of the text to words of the analysis, and short walks through the dependency tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from counterclaim.language.analysis import Analysis
from counterclaim.model import Span, Spans

#: Function words and marks; a head is looked for among the other words first.
_LIGHT = frozenset(("PUNCT", "DET", "CCONJ", "SCONJ", "PART", "SYM", "INTJ", "X"))
#: Relations that only a predicate has below it.
_CLAUSAL = frozenset(("nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop"))
_INNER = frozenset(("acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis"))
_COMPLEMENTISERS = frozenset(("that", "whether", "to", "as", "of", "for"))


def words_in(analysis: Analysis, spans: Spans) -> tuple[int, ...]:
    """Indices of the words that overlap the spans, in the order of the text."""
    stretches = [_stretch(analysis, span) for span in spans]
    if len(stretches) == 1:
        return tuple(stretches[0])
    return tuple(sorted({word for stretch in stretches for word in stretch}))


def _stretch(analysis: Analysis, span: Span) -> range:
    start, end = span
    first = bisect_left(analysis.words, (start,))
    if first and analysis.words[first - 1].end > start:
        first -= 1
    return range(first, bisect_left(analysis.words, (end,)))


def head_of(analysis: Analysis, words: tuple[int, ...]) -> int:
    """The word on which the others depend: the one nearest to the root of the first sentence they touch.

    -1 where there are no words.
    """
    if not words:
        return -1
    end = sentence_of(analysis, words[0])[1]
    inside = [word for word in words if word < end]
    full = [word for word in inside if analysis.upos[word] not in _LIGHT] or inside
    return min(full, key=lambda word: (analysis.depths[word], word))


def predicate_of(analysis: Analysis, words: tuple[int, ...]) -> int:
    """The main predicate of a content: the highest word of its first sentence with a subject, an auxiliary or a copula.

    Clauses inside it ("if", "who") don't count. Where there is none it is the head; -1 where there are no words.
    """
    if not words:
        return -1
    inside = frozenset(range(words[0], min(words[-1] + 1, sentence_of(analysis, words[0])[1]))) & frozenset(words)
    clauses = {analysis.heads[i] for i in inside if analysis.relations[i] in _CLAUSAL} & inside
    main = [i for i in clauses if not _is_inner(analysis, i, inside)]
    return min(main, key=lambda word: (analysis.depths[word], word)) if main else head_of(analysis, words)


def sentence_of(analysis: Analysis, word: int) -> tuple[int, int]:
    """The sentence `[start, end)` of words in which a word stands."""
    return analysis.sentences[bisect_right(analysis.sentences, (word, len(analysis.words) + 1)) - 1]


def children_of(analysis: Analysis, word: int) -> tuple[int, ...]:
    """The words that depend directly on a word, in the order of the text."""
    return analysis.children[word]


def above(analysis: Analysis, word: int) -> Iterator[int]:
    """The words that a word depends on, from its own head up to the root."""
    heads = analysis.heads
    for _ in range(len(analysis.words)):
        up = heads[word]
        if up == word:
            return
        yield up
        word = up


def _is_inner(analysis: Analysis, word: int, inside: frozenset[int]) -> bool:
    """A relative or adverbial clause within the words."""
    if analysis.relations[word] in _INNER and analysis.heads[word] in inside:
        return True
    marks = (i for i in children_of(analysis, word) if analysis.relations[i] == "mark")
    return any(analysis.word(i).lower() not in _COMPLEMENTISERS for i in marks)
