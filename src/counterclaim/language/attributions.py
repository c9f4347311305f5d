"""Who says what: spans from the role tags, and which of them belong together from pair scores.

Every attribution has one cue. A stretch of content belongs to the cue whose first word its words
score best with; a cue takes the source that holds the word it scores best with, or none. Both are
learnt, not "the nearest", and both may name a word that the tags passed over. Cues without content,
and sources that no cue takes, are dropped.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.encoder import Decoder, Floats, Scores
from counterclaim.language.syntax import best_path
from counterclaim.language.words import LINE

Ints = NDArray[np.int64]
WordRange = tuple[int, int]

#: Role tags in the order of the scores' columns.
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
#: How far from its cue, in words, a source or a content may begin.
REACH = 300
# Tuned on PolNeAR dev.
#: Added to the score of beginning a span, by role: precision and recall come out even.
BEGINNING = {"B-source": 0.5, "B-cue": 0.5, "B-content": 0.3}
#: What a cue loses for each paragraph, and each sentence, between it and a content; two count at most.
PARAGRAPH_APART, SENTENCE_APART = 6.0, 2.0


@dataclass(frozen=True, slots=True)
class WordAttribution:
    """An attribution as ranges of words."""

    source: WordRange | None
    cue: WordRange
    content: tuple[WordRange, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The number of the paragraph and of the sentence each word stands in."""

    paragraph: Ints
    sentence: Ints

    @classmethod
    def of(cls, gaps: list[int], sentences: list[WordRange]) -> Layout:
        """The layout of a text; a line of its own counts as a paragraph."""
        starts = np.zeros(len(gaps), np.int64)
        starts[[begin for begin, _ in sentences]] = 1
        return cls(np.cumsum(np.array(gaps) >= LINE), np.cumsum(starts))


def find_attributions(scores: Scores, decoder: Decoder, layout: Layout) -> list[WordAttribution]:
    """All attributions of a text, in the order of their cues."""
    spans = find_spans(scores.tags, decoder.transitions)
    links = Links(scores, decoder, layout, spans)
    contents: dict[WordRange, list[WordRange]] = defaultdict(list)
    for span in spans["content"]:
        contents[links.cue_of(span)].append(span)
    return [WordAttribution(links.source_of(cue), cue, tuple(contents[cue])) for cue in sorted(contents)]


def find_spans(tags: Floats, transitions: Floats) -> dict[str, list[WordRange]]:
    """Stretches of source, cue and content in the best tag sequence."""
    spans: dict[str, list[WordRange]] = {"source": [], "cue": [], "content": []}
    role, begin = "", 0
    readier = transitions + np.array([BEGINNING.get(tag, 0.0) for tag in TAGS], np.float32)
    path = [TAGS[i] for i in best_path(tags, readier)]
    for i, tag in enumerate([*path, "O"]):
        if role and tag != f"I-{role}":
            spans[role].append((begin, i))
            role = ""
        if tag != "O" and not role:
            role, begin = tag[2:], i
    return spans


def distance_bucket(distance: Ints, buckets: int) -> Ints:
    """Bucket of a signed distance in words: exact up to 3, then growing by powers of about 1.5."""
    half = buckets // 2
    size = np.abs(distance).astype(np.float32)
    steps = np.where(size < 4, size, 4 + np.log(np.maximum(size, 4) / 4) / 0.4054651)
    return half + np.sign(distance) * np.minimum(np.floor(steps), half).astype(np.int64)


class Links:
    """Which cue a content belongs to and which source a cue takes."""

    def __init__(self, scores: Scores, decoder: Decoder, layout: Layout, spans: dict[str, list[WordRange]]) -> None:
        self._scores, self._layout = scores, layout
        self._content_distance, self._source_distance = decoder.content_distance, decoder.source_distance
        self._cue_at = {i: cue for cue in spans["cue"] for i in range(*cue)}
        self._source_at = {i: source for source in spans["source"] for i in range(*source)}

    def cue_of(self, span: WordRange) -> WordRange:
        """The cue a stretch of content belongs to: a tagged one, or a single word that was not tagged."""
        begin, end = span
        first, last = self._around(begin, end)
        score = self._scores.content_right[first:last] @ self._scores.content_left[begin:end].mean(axis=0)
        score = score + self._mean_distance(span, (first, last))
        score -= PARAGRAPH_APART * _between(self._layout.paragraph, span, (first, last))
        score -= SENTENCE_APART * _between(self._layout.sentence, span, (first, last))
        score[begin - first : end - first] = -np.inf
        anchor = first + int(score.argmax())
        return self._cue_at.get(anchor, (anchor, anchor + 1))

    def _mean_distance(self, span: WordRange, words: WordRange) -> Floats:
        """For each of some words what its distances from the words of a content add on average."""
        size = span[1] - span[0]
        distance = np.arange(words[0] - span[1] + 1, words[1] - span[0])
        values = self._content_distance[distance_bucket(distance, len(self._content_distance))]
        sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
        return ((sums[size:] - sums[:-size]) / size).astype(np.float32)

    def source_of(self, cue: WordRange) -> WordRange | None:
        """The source a cue takes, tagged or a single word, or None where having none scores better."""
        anchor = cue[0]
        first, last = self._around(anchor, anchor)
        pairs = self._scores.source_right[first:last] @ self._scores.source_left[anchor]
        distance = np.arange(first, last) - anchor
        pairs = pairs + self._source_distance[distance_bucket(distance, len(self._source_distance))]
        best = int(pairs.argmax())
        if pairs[best] <= self._scores.source_none[anchor, 0]:
            return None
        word = first + best
        return self._source_at.get(word, (word, word + 1))

    def _around(self, begin: int, end: int) -> WordRange:
        return max(0, begin - REACH), min(len(self._scores.tags), end + REACH)


def _between(number: Ints, span: WordRange, words: WordRange) -> Ints:
    """How many paragraphs (or sentences) lie from a span to each of some words; 2 stands for more."""
    others = number[words[0] : words[1]]
    apart: Ints = np.maximum(number[span[0]] - others, others - number[span[1] - 1])
    return np.minimum(np.maximum(apart, 0), 2)
