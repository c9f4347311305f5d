"""Parts of speech, dependency trees and names from the encoder's scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.analysis import Name
from counterclaim.language.encoder import Decoder, Floats, Labels, Scores
from counterclaim.language.trees import find_heads

Ints = NDArray[np.int64]


def parse(scores: Scores, decoder: Decoder, labels: Labels, sentences: list[tuple[int, int]]) -> tuple[Ints, list[str]]:
    """Head (an index into all words) and relation of every word."""
    heads = np.empty(len(scores.upos), np.int64)
    for begin, end in sentences:
        arcs = scores.arcs_left[begin:end] @ scores.arcs_right[begin:end].T
        heads[begin:end] = find_heads(arcs) + begin
    both = np.maximum(scores.label_dependent + scores.label_head[heads], 0)
    relation = both @ decoder.label_weight.T + decoder.label_bias
    root = labels.relations.index("root")
    is_root = heads == np.arange(len(heads))
    relation[:, root] = np.where(is_root, np.inf, -np.inf)
    return heads, [labels.relations[i] for i in relation.argmax(axis=1)]


def find_names(scores: Floats, tags: tuple[str, ...]) -> list[Name]:
    """Names from BIO scores; the best tag sequence in which I- only follows its own kind."""
    found: list[Name] = []
    kind, start = "", 0
    for i, tag in enumerate([*_best_tags(scores, tags), "O"]):
        if kind and tag != f"I-{kind}":
            found.append(Name(kind, start, i))
            kind = ""
        if tag[0] == "B":
            kind, start = tag[2:], i
    return found


def _best_tags(scores: Floats, tags: tuple[str, ...]) -> list[str]:
    """Best allowed sequence. Words that are surely outside cut it, so only short stretches are searched."""
    best = scores.argmax(axis=1)
    outside = tags.index("O")
    allowed = _allowed(tags)
    named = best != outside
    # A stretch: named words with one neighbour at each side.
    near = named | np.append(named[1:], False) | np.append(False, named[:-1])
    edges = np.flatnonzero(np.diff(np.concatenate(([False], near, [False])).astype(np.int8)))
    for begin, end in edges.reshape(-1, 2):
        best[begin:end] = best_path(scores[begin:end], allowed, first=allowed[outside])
    return [tags[i] for i in best]


def _allowed(tags: tuple[str, ...]) -> Floats:
    """Transition scores: 0 where one tag may follow another, a large negative number where not."""
    table = np.zeros((len(tags), len(tags)), np.float32)
    for a, before in enumerate(tags):
        for b, after in enumerate(tags):
            if after[0] == "I" and before[2:] != after[2:]:
                table[a, b] = -1e6
    return table


def best_path(scores: Floats, transitions: Floats, first: Floats | None = None) -> Ints:
    """Viterbi: the tag sequence of highest total score; `first` is added to the first word's scores."""
    size = len(scores)
    back = np.empty((size, scores.shape[1]), np.int64)
    total = scores[0] if first is None else scores[0] + first
    columns = np.arange(scores.shape[1])
    for i in range(1, size):
        step = total[:, None] + transitions
        back[i] = step.argmax(axis=0)
        total = step[back[i], columns] + scores[i]
    path = np.empty(size, np.int64)
    path[-1] = total.argmax()
    for i in range(size - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path
