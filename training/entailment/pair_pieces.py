"""From two statements to the entailment model's input: [CLS] premise [SEP] hypothesis [SEP].

Training and judging share this module, so both see a pair in the same way.
"""

from __future__ import annotations

from typing import NamedTuple

from tokenizers import Tokenizer

from counterclaim.language.pieces import special_piece

#: A pair holds this many word pieces at most, the three special ones included.
PIECES = 96


class PairPieces(NamedTuple):
    """Word-piece ids of a pair, and for each whether it is of the premise (0) or the hypothesis (1)."""

    ids: list[int]
    sides: list[int]


def cut_pair(tokenizer: Tokenizer, premise: str, hypothesis: str) -> PairPieces:
    """The model's input for a pair. What does not fit is cut from the end of the longer statement."""
    first = tokenizer.encode(premise, add_special_tokens=False).ids
    second = tokenizer.encode(hypothesis, add_special_tokens=False).ids
    room = PIECES - 3
    kept = min(len(second), max(room // 2, room - len(first)))
    first, second = first[: room - kept], second[:kept]
    begin, end = special_piece(tokenizer, "[CLS]"), special_piece(tokenizer, "[SEP]")
    ids = [begin, *first, end, *second, end]
    return PairPieces(ids, [0] * (len(first) + 2) + [1] * (len(second) + 1))
