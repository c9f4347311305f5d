"""Edits of sentences change what they say in the way that the pairs' labels assume."""

from __future__ import annotations

import random

import pytest

from counterclaim.language.analyse import analyse
from counterclaim.language.encoder import Encoder
from training.entailment import edits
from training.entailment.edited import NEGATION, negation_pairs


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(threads=1)


@pytest.mark.parametrize(
    ("edit", "sentence", "expected"),
    [
        (edits.negate, "The bridge is open to lorries.", "The bridge is not open to lorries."),
        (edits.negate, "The envoy will visit the camp.", "The envoy will not visit the camp."),
        (edits.negate, "The council approves the plan.", "The council does not approve the plan."),
        (edits.negate, "The bridge is not open to lorries.", None),
        (edits.reverse, "The mill hired workers.", "The mill fired workers."),
        (edits.swap_roles, "The rebels attacked the garrison.", "The garrison attacked The rebels."),
        (edits.swap_roles, "They attacked the garrison.", None),
        (edits.change_number, "The council met in 2014.", None),
    ],
)
def test_an_edit(encoder: Encoder, edit: edits.Edit, sentence: str, expected: str | None) -> None:
    edited = edit(analyse(encoder, sentence), random.Random(1))
    assert (edited and edited.lower()) == (expected and expected.lower())


def test_a_past_verb_is_negated_by_did_not_or_never(encoder: Encoder) -> None:
    reading = analyse(encoder, "The governor signed the order.")
    made = {edits.negate(reading, random.Random(seed)) for seed in range(30)}
    assert made == {"The governor did not sign the order.", "The governor never signed the order."}


def test_a_count_becomes_another_count(encoder: Encoder) -> None:
    edited = edits.change_number(analyse(encoder, "Police arrested 40 protesters."), random.Random(2))
    assert edited is not None and "40" not in edited and edited.startswith("Police arrested ")


def test_a_sentence_with_room_gives_every_kind_of_pair_about_negation(encoder: Encoder) -> None:
    pairs = list(negation_pairs(["The governor signed the order on Monday."], "x", 1, encoder))
    assert tuple(pair.kind for pair in pairs) == NEGATION
    assert [pair.label for pair in pairs].count("contradiction") == 3
    shorter = next(pair.hypothesis for pair in pairs if pair.kind == "shortened")
    assert shorter == "The governor signed the order."


def test_names_keep_their_case_when_a_sentence_is_denied(encoder: Encoder) -> None:
    reading = analyse(encoder, "Boris signed the order.")
    assert edits.deny(reading, reading.text, random.Random(1)).endswith("that Boris signed the order.")
