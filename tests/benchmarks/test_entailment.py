"""The figures of the entailment benchmark, on hand-made cases."""

from __future__ import annotations

import pytest

from benchmarks.entailment.figures import accuracy, thresholds_table
from benchmarks.entailment.stances import Scored, choose_disagree, f1, stance_of
from benchmarks.entailment.systems import majority, overlap
from training.entailment.judge import LABELS, Judgement, Settings
from training.entailment.pairs import Pair
from training.entailment.stance import Case


def pair(label: str, premise: str = "The gate is open", hypothesis: str = "The gate is not open") -> Pair:
    return Pair(premise, hypothesis, label, "x")


def test_a_pair_that_is_only_known_not_to_follow_is_right_with_either_other_label() -> None:
    pairs = [pair("not_entailment")] * 3 + [pair("neutral")]
    assert accuracy(pairs, ["neutral", "contradiction", "entailment", "neutral"]) == 75


def test_the_majority_peer_says_the_commonest_label() -> None:
    assert majority([pair("neutral"), pair("contradiction"), pair("neutral")]) == ["neutral"] * 3


def test_the_overlap_peer_looks_for_shared_words_and_a_mismatch_of_negation() -> None:
    assert overlap([pair("contradiction")]) == ["contradiction"]
    assert overlap([pair("entailment", hypothesis="the gate is open")]) == ["entailment"]
    assert overlap([pair("neutral", hypothesis="a ship left the port of Tarn")]) == ["neutral"]


def test_precision_and_recall_above_a_threshold() -> None:
    judged = [Judgement(0.0, 0.1, 0.9), Judgement(0.0, 0.2, 0.8), Judgement(0.0, 0.6, 0.4)]
    pairs = [pair("contradiction"), pair("neutral"), pair("contradiction")]
    table = thresholds_table({"x": (pairs, judged)}, Settings(LABELS, 1.0, 0.8, 0.9))
    assert table.rows[0][2:] == [2, 2, 50.0, 50.0]
    assert table.rows[1][3:] == [0, None, 0.0]


def scored(stance: str, judgement: Judgement | None) -> Scored:
    return Scored(Case("h", "b", "1", stance), judgement)


def test_stances_from_judgements() -> None:
    assert stance_of(scored("", None), 0.5) == "unrelated"
    assert stance_of(scored("", Judgement(0.2, 0.2, 0.6)), 0.5) == "disagree"
    assert stance_of(scored("", Judgement(0.4, 0.2, 0.4)), 0.5) == "agree"
    assert stance_of(scored("", Judgement(0.2, 0.4, 0.4)), 0.5) == "discuss"


def test_the_threshold_is_the_one_that_finds_disagreement_best() -> None:
    cases = [scored("disagree", Judgement(0.1, 0.1, 0.8)), scored("discuss", Judgement(0.1, 0.5, 0.4))]
    assert 0.4 < choose_disagree(cases) <= 0.8


def test_f1_of_a_stance() -> None:
    assert f1(["a", "a", "b", "b"], ["a", "b", "a", "b"], "a") == pytest.approx(0.5)
    assert f1(["b"], ["b"], "a") == 0.0
