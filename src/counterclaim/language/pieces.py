"""From words to the encoder's input: word pieces, surface features and windows.

Training and reading share this module, so both see a text in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from counterclaim.language.words import LINE, PARAGRAPH

Ints = NDArray[np.int64]

#: A window holds this many word pieces at most, [CLS] and [SEP] included.
WINDOW = 256
#: Neighbouring windows share at least this many word pieces.
OVERLAP = 64
#: A word contributes at most this many pieces (the rest of a web address says little).
PIECES_A_WORD = 10

#: Surface features of a word and how many values each takes.
CASES, GAPS, QUOTES = 8, 4, 4
OUTSIDE, INSIDE, OPENING, CLOSING = range(QUOTES)

_OPENING_MARKS = frozenset("“„«")
_CLOSING_MARKS = frozenset("”»")
_EITHER_MARKS = frozenset(('"', "''", "``", "‟", "＂"))


class Pieces(NamedTuple):
    """A document as the encoder sees it."""

    ids: Ints
    """Word-piece ids, without special pieces."""
    first: Ints
    """For each word the position of its first piece in `ids`."""
    last: Ints
    """For each word the position of its last piece in `ids`."""
    features: Ints
    """For each word its surface features, shape (words, 3): case, gap, quotation state."""


class Window(NamedTuple):
    """A stretch of pieces read at once, and the words whose reading is taken from it."""

    start: int
    end: int
    first_word: int
    last_word: int


def cut_pieces(tokenizer: Tokenizer, words: Sequence[str], gaps: Sequence[int]) -> Pieces:
    """Word pieces and features of a document given as words and the gaps before them."""
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    ids = np.array(encoding.ids, dtype=np.int64)
    owner = np.array(encoding.word_ids, dtype=np.int64)
    counts = np.bincount(owner, minlength=len(words)) if len(words) else np.zeros(0, np.int64)
    if counts.size and (counts.min() == 0 or counts.max() > PIECES_A_WORD):
        ids, owner, counts = _even_out(ids, owner, counts, special_piece(tokenizer, "[UNK]"))
    last = np.cumsum(counts) - 1
    features = np.stack(
        [
            np.array([word_case(word) for word in words], dtype=np.int64),
            np.array(gaps, dtype=np.int64),
            np.array(quote_states(words, gaps), dtype=np.int64),
        ],
        axis=1,
    )
    return Pieces(ids, last - counts + 1, last, features)


def special_piece(tokenizer: Tokenizer, piece: str) -> int:
    """The id of a special piece; KeyError where the vocabulary lacks it."""
    number: int | None = tokenizer.token_to_id(piece)
    if number is None:
        raise KeyError(f"the vocabulary has no {piece}")
    return number


def _even_out(ids: Ints, owner: Ints, counts: Ints, unknown: int) -> tuple[Ints, Ints, Ints]:
    """Give a word without pieces the unknown piece, and cut words of too many pieces."""
    starts = np.cumsum(counts) - counts
    rank = np.arange(len(owner)) - starts[owner]
    keep = rank < PIECES_A_WORD
    empty = np.flatnonzero(counts == 0)
    all_ids = np.concatenate([ids[keep], np.full(len(empty), unknown, np.int64)])
    all_owners = np.concatenate([owner[keep], empty])
    order = np.argsort(all_owners, kind="stable")
    owners = all_owners[order]
    return all_ids[order], owners, np.bincount(owners, minlength=len(counts))


def word_case(word: str) -> int:
    """The shape of a word, as one of `CASES` classes; the vocabulary itself is lower-case."""
    if word.islower():
        return 1
    if word[0].isupper():
        if len(word) == 1:
            return 5
        return 2 if word[1:].islower() else 3 if word.isupper() else 4
    if word[0].isdigit():
        return 6
    return 4 if word.isalpha() else 7


def quote_states(words: Sequence[str], gaps: Sequence[int]) -> list[int]:
    """Whether each word stands outside or inside double quotation marks, or is such a mark.

    Straight marks open after a space and close before one. A paragraph starts afresh: a quotation
    that runs on over paragraphs opens each of them again.
    """
    states = []
    inside = False
    for i, (word, gap) in enumerate(zip(words, gaps, strict=True)):
        if gap in (LINE, PARAGRAPH):
            inside = False
        if word in _OPENING_MARKS:
            opens = True
        elif word in _CLOSING_MARKS:
            opens = False
        elif word in _EITHER_MARKS:
            joined_behind = i + 1 < len(words) and gaps[i + 1] == 0
            opens = (joined_behind and gap != 0) or (not inside and (gap != 0 or joined_behind))
        else:
            states.append(INSIDE if inside else OUTSIDE)
            continue
        inside = opens
        states.append(OPENING if opens else CLOSING)
    return states


def cut_windows(pieces: Pieces, window: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Equally long, overlapping windows over a document.

    Every word belongs to exactly one window: the one in whose inside it lies deepest. Windows
    start and end anywhere; where a document fits into one window there is one.
    """
    total, room = len(pieces.ids), window - 2
    words = len(pieces.first)
    if total <= room:
        return [Window(0, total, 0, words)]
    count = -(-(total - overlap) // (room - overlap))
    starts = [round(k * (total - room) / (count - 1)) for k in range(count)]
    middles = [(a + room + b) / 2 for a, b in pairwise(starts)]
    centres = (pieces.first + pieces.last) / 2
    seams = [0, *np.searchsorted(centres, middles).tolist(), words]
    return [Window(a, a + room, seams[k], seams[k + 1]) for k, a in enumerate(starts)]
