"""Pieces, quotation states and windows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from counterclaim.language.encoder import WEIGHTS
from counterclaim.language.pieces import (
    CLOSING,
    INSIDE,
    OPENING,
    OUTSIDE,
    PIECES_A_WORD,
    Pieces,
    cut_pieces,
    cut_windows,
    quote_states,
)
from counterclaim.language.words import split_words


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


def states(text: str) -> list[int]:
    split = split_words(text)
    return quote_states([text[s:e] for s, e in zip(split.starts, split.ends, strict=True)], split.gaps)


@pytest.mark.parametrize("text", ['He said "no more" again', "He said “no more” again", "He said ''no more'' again"])
def test_knows_what_stands_between_quotation_marks(text: str) -> None:
    assert states(text) == [OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]


def test_a_quotation_left_open_ends_with_its_paragraph_and_may_open_again() -> None:
    assert states('"One.\n\n"Two," he said') == [
        OPENING,
        INSIDE,
        INSIDE,
        OPENING,
        INSIDE,
        INSIDE,
        CLOSING,
        OUTSIDE,
        OUTSIDE,
    ]
    assert states("“One.\n\nTwo") == [OPENING, INSIDE, INSIDE, OUTSIDE]


def test_every_word_has_pieces_even_when_the_vocabulary_has_none(tokenizer: Tokenizer) -> None:
    written = ["\u200d", "said", "\u00ad", "x" * 300, "a" + "-b" * 40]
    pieces = cut_pieces(tokenizer, written, [3, 1, 1, 1, 1])
    counts = pieces.last - pieces.first + 1
    assert counts.min() == 1
    assert counts.max() <= PIECES_A_WORD
    assert pieces.first[0] == 0
    assert pieces.last[-1] == len(pieces.ids) - 1
    assert (pieces.first[1:] == pieces.last[:-1] + 1).all()


@given(st.lists(st.integers(1, 4), min_size=1, max_size=900))
def test_windows_are_equally_long_and_own_every_word_once(sizes: list[int]) -> None:
    last = np.cumsum(sizes) - 1
    total = int(last[-1]) + 1
    pieces = Pieces(np.zeros(total, np.int64), last - np.array(sizes) + 1, last, np.zeros((len(sizes), 3), np.int64))
    windows = cut_windows(pieces)
    assert len({w.end - w.start for w in windows}) == 1
    assert [w.first_word for w in windows] == [0, *(w.last_word for w in windows[:-1])]
    assert windows[-1].last_word == len(sizes)
    assert windows[0].start == 0
    assert windows[-1].end == total
    for window in windows:
        for word in range(window.first_word, window.last_word):
            assert window.start <= last[word] and pieces.first[word] < window.end
