"""The entailment model's parts that need no weights: probabilities, the pieces of a pair, and missing files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from counterclaim.errors import WeightsError
from counterclaim.language.encoder import WEIGHTS as LANGUAGE_WEIGHTS
from training.entailment.judge import Entailment, softmax
from training.entailment.pair_pieces import PIECES, cut_pair


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="missing or damaged"):
        Entailment(tmp_path)


@settings(max_examples=200)
@given(st.lists(st.floats(-50, 50), min_size=1, max_size=5), st.floats(0.2, 5))
def test_softmax_gives_probabilities_in_the_order_of_the_scores(scores: list[float], temperature: float) -> None:
    probabilities = softmax(scores, temperature)
    assert sum(probabilities) == pytest.approx(1)
    assert probabilities[scores.index(max(scores))] == max(probabilities)


@settings(max_examples=100)
@given(st.text(max_size=600), st.text(max_size=600))
def test_pieces_of_a_pair_fit_and_keep_both_sides(premise: str, hypothesis: str) -> None:
    tokenizer = Tokenizer.from_file(str(LANGUAGE_WEIGHTS / "tokenizer.json"))
    pieces = cut_pair(tokenizer, premise, hypothesis)
    lengths = [len(tokenizer.encode(text, add_special_tokens=False).ids) for text in (premise, hypothesis)]
    assert len(pieces.ids) == len(pieces.sides) == min(PIECES, sum(lengths) + 3)
    assert pieces.sides == sorted(pieces.sides)
    assert pieces.sides.count(1) >= min(lengths[1], (PIECES - 3) // 2) + 1
