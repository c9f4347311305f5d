"""Claim vectors on invented sentences: what lies near, and that a text always has the same vector."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from counterclaim.compare.vectors import PIECES, WEIGHTS, WIDTH, Vectors, cut_text
from counterclaim.errors import WeightsError
from counterclaim.language.encoder import WEIGHTS as LANGUAGE_WEIGHTS

CLAIMS = [
    "Ostravian forces captured the village of Lower Meld on Monday",
    "eleven miners died when the shaft flooded",
    "the minister has never met the envoy",
    "our tariffs will not rise before the spring",
]


@pytest.fixture(scope="module")
def model() -> Vectors:
    return Vectors()


@pytest.mark.parametrize(
    ("claim", "same_question", "other_question"),
    [
        (CLAIMS[0], "Lower Meld fell to the Ostravians", "the harvest around Lower Meld has begun"),
        (CLAIMS[0], "our troops still hold Lower Meld", "Ostravian wheat exports doubled last year"),
        (CLAIMS[1], "the flood in the shaft killed at least 11", "miners have asked for higher wages since May"),
        (CLAIMS[1], "nobody lost his life in the flooded mine", "the mine was opened eleven years ago"),
        (CLAIMS[2], "the two dined together in Tarn in March", "the minister will present her budget in March"),
        ("the blast was an accident", "saboteurs blew up the depot", "repairs of the depot will take a month"),
    ],
)
def test_claims_on_one_question_lie_nearer_than_others_whether_they_agree_or_not(
    model: Vectors, claim: str, same_question: str, other_question: str
) -> None:
    own, near, far = model.of([claim, same_question, other_question])
    assert own @ near > own @ far


def test_a_paraphrase_lies_nearer_than_unrelated_claims(model: Vectors) -> None:
    paraphrases = [
        "on Monday Lower Meld was taken by troops of Ostravia",
        "11 miners were killed by the flooding of the shaft",
        "the envoy and the minister never saw each other",
        "there will be no higher tariffs until spring",
    ]
    near = model.of(CLAIMS) @ model.of(paraphrases).T
    assert near.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_rows_have_length_one_and_are_float32(model: Vectors) -> None:
    rows = model.of(CLAIMS)
    assert rows.dtype == np.float32
    assert rows.shape == (4, WIDTH)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1)


def test_a_vector_depends_on_its_text_alone(model: Vectors) -> None:
    together = model.of(CLAIMS)
    assert (model.of(CLAIMS[::-1])[::-1] == together).all()
    assert (np.concatenate([model.of([claim]) for claim in CLAIMS]) == together).all()
    assert (model.of([CLAIMS[0], *CLAIMS])[1:] == together).all()


def test_another_loaded_model_gives_the_same_numbers(model: Vectors) -> None:
    assert (Vectors(threads=2).of(CLAIMS) == model.of(CLAIMS)).all()


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_a_text_without_words_has_a_row_of_zeros(model: Vectors, text: str) -> None:
    rows = model.of([text, CLAIMS[0]])
    assert not rows[0].any()
    assert rows[1].any()


def test_no_texts_give_no_rows(model: Vectors) -> None:
    assert model.of([]).shape == (0, WIDTH)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="missing or damaged"):
        Vectors(tmp_path)


def test_a_missing_vocabulary_is_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="missing or damaged"):
        Vectors(vocabulary=tmp_path)


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    (tmp_path / "vectors.onnx").write_bytes((WEIGHTS / "vectors.onnx").read_bytes()[:5000])
    with pytest.raises(WeightsError, match="missing or damaged"):
        Vectors(tmp_path)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_vector_of_finite_numbers_and_of_length_one_or_zero(text: str) -> None:
    row = _shared().of([text])[0]
    assert np.linalg.norm(row) == pytest.approx(1) or not row.any()


@settings(max_examples=100)
@given(st.text(st.characters(codec=None), max_size=400))
def test_pieces_of_a_text_fit(text: str) -> None:
    tokenizer = Tokenizer.from_file(str(LANGUAGE_WEIGHTS / "tokenizer.json"))
    assert len(cut_text(tokenizer, text)) <= PIECES


_LOADED: list[Vectors] = []


def _shared() -> Vectors:
    """One loaded model for all examples of a property."""
    if not _LOADED:
        _LOADED.append(Vectors())
    return _LOADED[0]
