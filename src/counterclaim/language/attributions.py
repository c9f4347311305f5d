"""Who says what: spans from the role tags, and which of them belong together from pair scores.

Every attribution has one cue. A stretch of content belongs to the cue whose first word its words
score best with; a cue takes the stretch of source it scores best with, or none. Both are learnt,
not "the nearest". Cues without content, and content or sources that no cue takes, are dropped.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.encoder import Decoder, Floats, Scores
from counterclaim.language.syntax import best_path

Ints = NDArray[np.int64]
WordRange = tuple[int, int]

#: Role tags in the order of the scores' columns.
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
#: How far from its cue, in words, a source or a content may begin.
REACH = 300


@dataclass(frozen=True, slots=True)
class WordAttribution:
    """An attribution as ranges of words."""

    source: WordRange | None
    cue: WordRange
    content: tuple[WordRange, ...]


def find_attributions(scores: Scores, decoder: Decoder) -> list[WordAttribution]:
    """All attributions of a text, in the order of their cues."""
    spans = find_spans(scores.tags, decoder.transitions)
    cue_at = {i: cue for cue in spans["cue"] for i in range(*cue)}
    contents: dict[WordRange, list[WordRange]] = defaultdict(list)
    for span in spans["content"]:
        anchor = _anchor_of(span, scores, decoder)
        contents[cue_at.get(anchor, (anchor, anchor + 1))].append(span)
    return [
        WordAttribution(_source_of(cue[0], spans["source"], scores, decoder), cue, tuple(contents[cue]))
        for cue in sorted(contents)
    ]


def find_spans(tags: Floats, transitions: Floats) -> dict[str, list[WordRange]]:
    """Stretches of source, cue and content in the best tag sequence."""
    spans: dict[str, list[WordRange]] = {"source": [], "cue": [], "content": []}
    role, begin = "", 0
    path = [TAGS[i] for i in best_path(tags, transitions)]
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


def _anchor_of(span: WordRange, scores: Scores, decoder: Decoder) -> int:
    """The word that a stretch of content takes for the first word of its cue."""
    begin, end = span
    first, last = max(0, begin - REACH), min(len(scores.tags), end + REACH)
    pairs = scores.content_left[begin:end] @ scores.content_right[first:last].T
    distance = np.arange(first, last)[None, :] - np.arange(begin, end)[:, None]
    pairs += decoder.content_distance[distance_bucket(distance, len(decoder.content_distance))]
    return first + int(pairs.mean(axis=0).argmax())


def _source_of(anchor: int, sources: list[WordRange], scores: Scores, decoder: Decoder) -> WordRange | None:
    """The stretch of source a cue takes, or None where having none scores better."""
    best, taken = float(scores.source_none[anchor, 0]), None
    for begin, end in sources:
        if abs(begin - anchor) > REACH:
            continue
        pairs = scores.source_right[begin:end] @ scores.source_left[anchor]
        distance = np.arange(begin, end) - anchor
        pairs = pairs + decoder.source_distance[distance_bucket(distance, len(decoder.source_distance))]
        score = float(pairs.max())
        if score > best:
            best, taken = score, (begin, end)
    return taken
