"""Documents → labelled windows → batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from counterclaim.language.attributions import TAGS
from counterclaim.language.encoder import Labels
from counterclaim.language.pieces import WINDOW, Pieces, cut_pieces, quote_states
from training.corpora import Attribution, Document

IGNORED = -100
TAG = {tag: i for i, tag in enumerate(TAGS)}


def inventory(documents: list[Document]) -> Labels:
    """Every label that occurs, sorted; "O" first among the names."""

    def distinct(columns: Iterator[list[str] | None]) -> list[str]:
        return sorted({label for column in columns for label in column or ()})

    names = distinct(d.names for d in documents)
    return Labels(
        upos=tuple(distinct(d.upos for d in documents)),
        relations=tuple(distinct(d.relations for d in documents)),
        names=("O", *(name for name in names if name != "O")),
    )


@dataclass
class Example:
    """A window with the labels its words have (IGNORED where there is none)."""

    ids: list[int]
    features: list[list[int]]
    first: list[int]
    last: list[int]
    upos: list[int]
    names: list[int]
    starts: list[int]
    heads: list[int]
    relations: list[int]
    sentence: list[int]
    tags: list[int] | None
    content_cue: list[int]
    """For a content word the index of its cue's first word in the window."""
    sources: list[tuple[int, tuple[int, ...]]]
    """For a cue's first word the words of its source; an empty tuple where it has none."""


def roughen(document: Document, rng: random.Random) -> Document:
    """Vary what differs from outlet to outlet: the shape of quotation marks, careless commas."""
    if rng.random() < 0.1:
        document = _without(document, ",")
    if rng.random() < 0.25:
        straight = str.maketrans("“”’‘", "\"\"''")
        document = replace(document, words=[w.translate(straight) for w in document.words])
    elif rng.random() < 0.25:
        states = quote_states(document.words, document.gaps)
        words = [
            ("“" if s == 2 else "”") if w == '"' and s > 1 else w for w, s in zip(document.words, states, strict=True)
        ]
        document = replace(document, words=[w.replace("'", "’") for w in words])
    return document


def _without(document: Document, word: str) -> Document:
    kept = [i for i, w in enumerate(document.words) if w != word]
    new = {old: i for i, old in enumerate(kept)}

    def pick(values: list[str] | list[int] | None):
        return None if values is None else [values[i] for i in kept]

    def move(indices: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(new[i] for i in indices if i in new)

    versions = document.versions and [
        [Attribution(move(a.source), move(a.cue), move(a.content)) for a in version if move(a.cue) and move(a.content)]
        for version in document.versions
    ]
    heads = None if document.heads is None else [new.get(document.heads[i], IGNORED) for i in kept]
    return replace(
        document, words=[document.words[i] for i in kept], gaps=[document.gaps[i] for i in kept],
        versions=versions, upos=pick(document.upos), heads=heads, relations=pick(document.relations),
        starts=pick(document.starts), names=pick(document.names), lemmas=None,
    )  # fmt: skip


class Cutter:
    """Cuts documents into training windows."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels) -> None:
        self.tokenizer = tokenizer
        self.upos = {x: i for i, x in enumerate(labels.upos)}
        self.relations = {x: i for i, x in enumerate(labels.relations)}
        self.names = {x: i for i, x in enumerate(labels.names)}
        self.begin = tokenizer.token_to_id("[CLS]")
        self.end = tokenizer.token_to_id("[SEP]")

    def cut(self, document: Document, rng: random.Random) -> Iterator[Example]:
        """Windows that follow one another; the first is of random length, so seams move."""
        pieces = cut_pieces(self.tokenizer, document.words, document.gaps)
        attributions = rng.choice(document.versions) if document.versions else []
        sentences = np.cumsum(document.starts).tolist() if document.starts else [0] * len(document.words)
        room, word = WINDOW - 2, 0
        if len(pieces.ids) > room:
            room = rng.randint(room // 3, room)
        while word < len(document.words):
            limit = pieces.first[word] + room
            stop = max(int(np.searchsorted(pieces.last, limit)), word + 1)
            yield self._example(document, pieces, attributions, sentences, word, stop)
            word, room = stop, WINDOW - 2

    def _example(
        self, document: Document, pieces: Pieces, attributions: list[Attribution], sentences: list[int], a: int, b: int
    ) -> Example:
        p, q = int(pieces.first[a]), int(pieces.last[b - 1]) + 1
        counts = pieces.last[a:b] - pieces.first[a:b] + 1
        features = np.repeat(pieces.features[a:b], counts, axis=0).tolist()
        blank = [IGNORED] * (b - a)

        def inside(indices: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(i - a for i in indices if a <= i < b)

        tags, content_cue, sources = [0] * (b - a), blank.copy(), []
        for attribution in attributions:
            for role in ("source", "cue", "content"):
                indices = inside(getattr(attribution, role))
                for k, i in enumerate(indices):
                    runs_on = (k > 0 and indices[k - 1] == i - 1) or (
                        k == 0 and i == 0 and getattr(attribution, role)[0] < a
                    )
                    tags[i] = TAG[f"{'I' if runs_on else 'B'}-{role}"]
            anchor = attribution.cue[0] - a
            if 0 <= anchor < b - a:
                for i in inside(attribution.content):
                    content_cue[i] = anchor
                if not attribution.source or inside(attribution.source):
                    sources.append((anchor, inside(attribution.source)))
        heads = [h - a if a <= h < b else IGNORED for h in document.heads[a:b]] if document.heads else blank
        return Example(
            ids=[self.begin, *pieces.ids[p:q].tolist(), self.end],
            features=[[0, 0, 0], *features, [0, 0, 0]],
            first=(pieces.first[a:b] - p + 1).tolist(),
            last=(pieces.last[a:b] - p + 1).tolist(),
            upos=[self.upos[x] for x in document.upos[a:b]] if document.upos else blank,
            names=[self.names[x] for x in document.names[a:b]] if document.names else blank,
            starts=document.starts[a:b] if document.starts else blank,
            heads=heads,
            relations=[self.relations[x] for x in document.relations[a:b]] if document.relations else blank,
            sentence=sentences[a:b],
            tags=tags if document.versions is not None else None,
            content_cue=content_cue,
            sources=sources,
        )


@dataclass
class Batch:
    """Windows padded to one length.

    `first` and `last` run over all words, window by window, and a few spare rows at the end.
    """

    ids: Tensor
    features: Tensor
    lengths: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    """(windows, words) index into the flat list of words, -1 for padding."""
    examples: list[Example]

    def padded(self, name: str, rows: list[int]) -> Tensor:
        """A label list of some windows as (windows, words), IGNORED for padding."""
        width = self.words.shape[1]
        values = [getattr(self.examples[r], name) for r in rows]
        return torch.tensor([v + [IGNORED] * (width - len(v)) for v in values])


def collate(examples: list[Example]) -> Batch:
    """Pad windows to the longest."""
    # Few distinct shapes: the matrix kernels are compiled for each.
    length = -(-max(len(x.ids) for x in examples) // 32) * 32
    width = max(len(x.first) for x in examples)
    first, last, words, count = [], [], [], 0
    for row, x in enumerate(examples):
        first += [row * length + i for i in x.first]
        last += [row * length + i for i in x.last]
        words.append([*range(count, count + len(x.first)), *[-1] * (width - len(x.first))])
        count += len(x.first)
    spare = [0] * (-count % 512)
    return Batch(
        ids=torch.tensor([x.ids + [0] * (length - len(x.ids)) for x in examples]),
        features=torch.tensor([x.features + [[0, 0, 0]] * (length - len(x.features)) for x in examples]),
        lengths=torch.tensor([len(x.ids) for x in examples]),
        first=torch.tensor(first + spare),
        last=torch.tensor(last + spare),
        words=torch.tensor(words),
        examples=examples,
    )


def batches(examples: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Shuffled batches of about `pieces` word pieces, each of windows of similar length."""
    examples = examples.copy()
    rng.shuffle(examples)
    made: list[list[Example]] = []
    for at in range(0, len(examples), 400):
        batch: list[Example] = []
        for example in sorted(examples[at : at + 400], key=lambda x: len(x.ids)):
            if batch and (len(batch) + 1) * len(example.ids) > pieces:
                made.append(batch)
                batch = []
            batch.append(example)
        made.append(batch)
    rng.shuffle(made)
    return made
