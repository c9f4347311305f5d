"""The entailment model on invented statements: what it must tell apart, and that it says the same every time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from counterclaim.compare.entailment import WEIGHTS, Entailment, softmax
from counterclaim.compare.pair_pieces import PIECES, cut_pair
from counterclaim.errors import WeightsError
from counterclaim.language.encoder import WEIGHTS as LANGUAGE_WEIGHTS

if not (WEIGHTS / "entailment.onnx").exists():
    pytest.skip("the entailment model's weights are not there", allow_module_level=True)

TAKEN = "Ostravian forces captured the village of Lower Meld on Monday"
PAIRS = [
    (TAKEN, "our troops still hold Lower Meld"),
    (TAKEN, "the village of Lower Meld fell to Ostravian troops"),
    (TAKEN, "Ostravian forces plan to capture Lower Meld"),
]


@pytest.fixture(scope="module")
def model() -> Entailment:
    return Entailment()


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        ("The minister met the envoy in Tarn on Friday", "The minister did not meet the envoy in Tarn on Friday"),
        ("The company has recalled its heaters", "It is not true that the company has recalled its heaters"),
        ("Nobody was hurt in the fire at the depot", "Four people were hurt in the fire at the depot"),
        (TAKEN, "Lower Meld has not fallen and remains under Baltine control"),
        ("The explosion at the refinery was an accident", "The explosion at the refinery was sabotage"),
    ],
)
def test_a_negation_or_an_excluding_state_is_a_contradiction(model: Entailment, premise: str, hypothesis: str) -> None:
    assert model.judge([(premise, hypothesis)])[0].likeliest == "contradiction"
    assert model.judge([(hypothesis, premise)])[0].likeliest == "contradiction"


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        (TAKEN, "the village of Lower Meld was taken by Ostravian troops on Monday"),
        ("Twelve people were killed in the blast in Tarn", "The blast in Tarn killed 12 people"),
        ("The governor resigned on Tuesday because of the scandal", "The governor resigned"),
        ("The minister did not meet the envoy", "It is not true that the minister met the envoy"),
    ],
)
def test_a_paraphrase_or_less_detail_follows(model: Entailment, premise: str, hypothesis: str) -> None:
    assert model.judge([(premise, hypothesis)])[0].likeliest == "entailment"


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        ("Twelve people were killed in the blast in Tarn", "Thirty people were wounded in the blast in Tarn"),
        ("Ostravian forces captured Lower Meld on Monday", "Baltine troops still hold Upper Meld"),
        ("The minister plans to meet the envoy in Tarn", "The minister met the envoy in Tarn"),
        ("It is not known whether the blast was an accident", "The blast was an accident"),
    ],
)
def test_a_look_alike_is_neither(model: Entailment, premise: str, hypothesis: str) -> None:
    assert model.judge([(premise, hypothesis)])[0].likeliest == "neutral"


def test_probabilities_sum_to_one_and_contradiction_is_the_same_both_ways_round_in_rank(model: Entailment) -> None:
    for judgement in model.judge(PAIRS):
        assert judgement.entailment + judgement.neutral + judgement.contradiction == pytest.approx(1)


def test_a_judgement_does_not_depend_on_the_other_pairs_or_their_order(model: Entailment) -> None:
    together = model.judge(PAIRS)
    assert model.judge(PAIRS[::-1]) == together[::-1]
    assert [model.judge([pair])[0] for pair in PAIRS] == together


def test_another_loaded_model_gives_the_same_numbers(model: Entailment) -> None:
    assert Entailment(threads=2).judge(PAIRS) == model.judge(PAIRS)


def test_no_pairs_give_no_judgements(model: Entailment) -> None:
    assert model.judge([]) == []


@pytest.mark.parametrize("text", ["", " ", "\ud800", "🙂" * 300, "word " * 400])
def test_odd_texts_are_judged_all_the_same(model: Entailment, text: str) -> None:
    assert len(model.judge([(text, TAKEN), (TAKEN, text)])) == 2


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="missing or damaged"):
        Entailment(tmp_path)


def test_settings_of_another_version_are_told(tmp_path: Path) -> None:
    shutil.copyfile(WEIGHTS / "entailment.onnx", tmp_path / "entailment.onnx")
    stored = json.loads((WEIGHTS / "entailment.json").read_text(encoding="utf-8"))
    (tmp_path / "entailment.json").write_text(json.dumps({**stored, "labels": ["yes", "no"]}), encoding="utf-8")
    with pytest.raises(WeightsError, match="labels"):
        Entailment(tmp_path)


def test_thresholds_are_such_that_something_is_said(model: Entailment) -> None:
    assert 0.5 <= model.settings.contradiction < 1
    assert 0.34 <= model.settings.entailment < 1
    assert model.judge([PAIRS[0]])[0].contradiction >= model.settings.contradiction


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
