"""Labels of pairs of claims follow from the answers that the claims give."""

from __future__ import annotations

import pytest

from training.entailment.claim_sets import claim_pairs, relation


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ({"q1": "yes"}, {"q1": "no"}, "contradiction"),
        ({"q1": "yes"}, {"q1": "yes"}, "entailment"),
        ({"q1": "yes", "q2": "army"}, {"q1": "yes", "q2": "rebels"}, "contradiction"),
        ({"q2": "army"}, {"q2": "!army"}, "contradiction"),
        ({"q2": "army"}, {"q2": "!rebels"}, "neutral"),
        ({"q2": "!army"}, {"q2": "!rebels"}, "neutral"),
        ({"q1": "yes"}, {"q2": "army"}, "neutral"),
        ({}, {"q1": "yes"}, "neutral"),
    ],
)
def test_claims_contradict_agree_or_leave_open_by_their_answers(
    one: dict[str, str], other: dict[str, str], label: str
) -> None:
    assert relation(one, other) == label
    assert relation(other, one) == label


def test_matters_are_either_trained_on_or_held_back() -> None:
    trained = {pair.source for pair in claim_pairs(held=False, part=0)}
    held = {pair.source for pair in claim_pairs(held=True)}
    assert trained and held and trained.isdisjoint(held)


def test_parts_differ_in_the_open_pairs_only() -> None:
    parts = [{p for p in claim_pairs(held=False, part=part) if p.label != "neutral"} for part in (0, 1)]
    assert parts[0] == parts[1]
    assert list(claim_pairs(held=False, part=0)) != list(claim_pairs(held=False, part=1))
