"""Pairs → batches of tensors, of similar length and about the same number of word pieces."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.entailment.pair_pieces import PairPieces, cut_pair
from training.entailment.pairs import ADMITTED, LABELS, Pair

BATCH_PIECES = 2560
#: Pairs that are sorted by length together; more would make the batches less mixed.
SORTED_TOGETHER = 1500


class Example(NamedTuple):
    """A pair as pieces, with 1 for each label that it may have and 0 for the others."""

    pieces: PairPieces
    admitted: list[float]


class Batch(NamedTuple):
    """Padded tensors; a row a pair."""

    ids: Tensor
    sides: Tensor
    lengths: Tensor
    admitted: Tensor


def example(tokenizer: Tokenizer, pair: Pair) -> Example:
    """A pair as the network reads it."""
    admitted = [float(i in ADMITTED[pair.label]) for i in range(len(LABELS))]
    return Example(cut_pair(tokenizer, pair.premise, pair.hypothesis), admitted)


def group(examples: Sequence[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Shuffled batches of about BATCH_PIECES word pieces, padding included."""
    shuffled = list(examples)
    rng.shuffle(shuffled)
    made: list[list[Example]] = []
    for at in range(0, len(shuffled), SORTED_TOGETHER):
        batch: list[Example] = []
        for item in sorted(shuffled[at : at + SORTED_TOGETHER], key=lambda x: len(x.pieces.ids)):
            if batch and (len(batch) + 1) * len(item.pieces.ids) > BATCH_PIECES:
                made.append(batch)
                batch = []
            batch.append(item)
        made.append(batch)
    rng.shuffle(made)
    yield from made


def collate(examples: Sequence[Example]) -> Batch:
    """A batch of examples, padded with zeros on the right."""
    width = max(len(x.pieces.ids) for x in examples)

    def padded(rows: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (width - len(row)) for row in rows])

    return Batch(
        padded([x.pieces.ids for x in examples]),
        padded([x.pieces.sides for x in examples]),
        torch.tensor([len(x.pieces.ids) for x in examples]),
        torch.tensor([x.admitted for x in examples]),
    )
