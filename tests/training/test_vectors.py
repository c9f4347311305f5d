"""What the claim vectors are trained and measured on: which claims are about the same question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.vectors.matters import Matter, read_matters
from training.vectors.rankings import average_precision, held_rankings, measure, scenario_rankings

SENTENCES = ["the bridge has fallen", "no, the bridge still stands", "it stands, I saw it", "rain is on its way"]


def test_claims_answer_a_common_question_whatever_they_say() -> None:
    matter = Matter(tuple("abc"), (frozenset({"q1"}), frozenset({"q1", "q2"}), frozenset()))
    assert matter.same_question().tolist() == [[False, True, False], [True, False, False], [False, False, False]]


def test_matters_are_either_trained_on_or_held_back() -> None:
    trained, held = ({text for m in read_matters(held=side) for text in m.texts} for side in (False, True))
    assert trained and held and trained.isdisjoint(held)


def claim(number: int, claimant: str, act: str = "assert") -> dict[str, Any]:
    return {"id": f"c{number}", "claimant": claimant, "act": act, "quote": SENTENCES[number]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scenario = {
        "claims": [claim(0, "mayor"), claim(1, "army"), claim(2, "driver"), claim(3, "mayor")],
        "links": [{"type": "corroborates", "from": "c2", "to": "c1"}, {"type": "updates", "from": "c3", "to": "c1"}],
        "disputes": [{"positions": [{"claims": ["c0"]}, {"claims": ["c1"]}]}],
    }
    (tmp_path / "bridge.json").write_text(json.dumps(scenario), encoding="utf-8")
    return tmp_path


def test_in_a_scenario_conflict_and_agreement_are_about_the_same_question(folder: Path) -> None:
    (ranking,) = scenario_rankings(folder)
    assert {(i, j) for i, j, same in ranking.pairs if same} == {(0, 1), (1, 2)}
    assert (0, 3) not in {(i, j) for i, j, _ in ranking.pairs}, "both are the mayor's"


def test_right_pairs_ranked_first_have_full_precision_and_last_little() -> None:
    right = np.array([True, False, True, False])
    assert average_precision(np.array([0.9, 0.1, 0.8, 0.2]), right) == 1
    assert average_precision(np.array([0.1, 0.9, 0.2, 0.8]), right) == pytest.approx((1 / 3 + 2 / 4) / 2)


def test_vectors_that_know_the_answers_are_measured_as_perfect_and_equal_ones_are_not() -> None:
    rankings = held_rankings()[:1]
    numbers = {text: i for i, text in enumerate(rankings[0].texts)}
    grams = np.eye(len(numbers), dtype=np.float32) * len(numbers)
    for i, j, same in rankings[0].pairs:
        grams[i, j] = grams[j, i] = float(same)
    known = np.linalg.cholesky(grams).astype(np.float32)
    assert measure(lambda texts: known[[numbers[text] for text in texts]], rankings)["precision"] == 1
    assert measure(lambda texts: np.ones((len(texts), 2), np.float32), rankings)["precision"] < 0.9
