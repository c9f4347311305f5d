"""The tables of news statements hang together, and what is made of them is labelled as they say."""

from __future__ import annotations

import random
import re

import pytest

from training.entailment.news.generate import generate
from training.entailment.news.scene import draw
from training.entailment.news.tables import Family, families, frames
from training.entailment.news.writing import in_words, number, tidy, write

EACH_FAMILY = pytest.mark.parametrize("family", families(), ids=lambda family: family.name)
CHANGES = ("-", "sides", "more", "fewer", "number")


@EACH_FAMILY
def test_every_relation_names_propositions_of_its_family(family: Family) -> None:
    for relation in family.relations:
        assert {relation.left, relation.right} <= set(family.phrasings), relation


@EACH_FAMILY
def test_a_relation_is_given_once(family: Family) -> None:
    given = [(relation.left, relation.right, relation.change) for relation in family.relations]
    assert len(given) == len(set(given))


@EACH_FAMILY
def test_every_phrasing_can_be_written_without_leftovers(family: Family) -> None:
    rng = random.Random(1)
    for phrasing in (p for phrasings in family.phrasings.values() for p in phrasings):
        written = write(phrasing, draw(rng), rng)
        assert not re.search(r"[{}|()]|  | ,", written), written


@EACH_FAMILY
def test_what_changes_is_in_the_statement_that_it_changes(family: Family) -> None:
    for relation in family.relations:
        if relation.change not in CHANGES:
            assert all(f"{{{relation.change}}}" in phrasing for phrasing in family.phrasings[relation.right]), relation


def test_there_are_hundreds_of_pairs_of_propositions_and_families_are_held_back() -> None:
    assert sum(len(family.relations) for family in families()) > 500
    assert {family.use for family in families()} == {"train", "calibrate", "test"}


def test_the_same_seed_gives_the_same_pairs_and_another_others() -> None:
    assert list(generate("train", 50, 1)) == list(generate("train", 50, 1))
    assert list(generate("train", 50, 1)) != list(generate("train", 50, 2))


def test_families_kept_for_measuring_are_never_trained_on() -> None:
    trained = {pair.source for pair in generate("train", 500, 3)}
    assert trained.isdisjoint(pair.source for pair in generate("test", 500, 3))
    assert trained.isdisjoint(pair.source for pair in generate("calibrate", 500, 3))


def test_look_alikes_in_another_place_name_both_places() -> None:
    pairs = [p for p in generate("calibrate", 1500, 4) if p.kind == "look-alike place" and p.source == "news border"]
    assert pairs
    assert all(" at " in pair.premise and " at " in pair.hypothesis for pair in pairs)


def test_all_three_labels_are_common() -> None:
    labels = [pair.label for pair in generate("train", 1000, 4)]
    assert all(labels.count(label) > 150 for label in ("entailment", "neutral", "contradiction"))


def test_a_changed_number_is_larger_or_smaller_as_asked() -> None:
    rng = random.Random(5)
    for _ in range(100):
        scene = draw(rng)
        for slot in ("n", "big", "pct", "part"):
            value = scene.values[slot]
            assert isinstance(value, int)
            assert int(str(scene.changed("more", rng).values[slot])) > value
            assert int(str(scene.changed("fewer", rng).values[slot])) < value


def test_another_place_or_person_is_another() -> None:
    rng = random.Random(6)
    for _ in range(100):
        scene = draw(rng)
        for slot in ("place", "day", "person", "org", "ship", "topic"):
            assert scene.changed(slot, rng).values[slot] != scene.values[slot]


def test_the_sides_are_exchanged() -> None:
    scene = draw(random.Random(7))
    changed = scene.changed("sides", random.Random(7))
    assert (changed.values["A"], changed.values["B"]) == (scene.values["B"], scene.values["A"])


@pytest.mark.parametrize("effect", ["keep", "deny", "doubt"])
def test_frames_hold_one_statement(effect: str) -> None:
    assert frames(effect)
    assert all(frame.count("{s}") == 1 for frame in frames(effect))


@pytest.mark.parametrize(
    ("given", "tidied"),
    [("a explosion", "an explosion"), ("an fire ,  then", "a fire, then"), ("a useful plan", "a useful plan")],
)
def test_articles_and_spaces_are_put_right(given: str, tidied: str) -> None:
    assert tidy(given) == tidied


def test_numbers_in_words() -> None:
    assert [in_words(n) for n in (0, 12, 20, 21, 99)] == ["zero", "twelve", "twenty", "twenty-one", "ninety-nine"]
    assert number(25_000, random.Random(1)).replace(",", "") == "25000"


def test_what_is_not_named_again_is_called_something() -> None:
    scene = draw(random.Random(8)).unnamed(random.Random(8))
    written = write("{person} left {place} and told {org}", scene, random.Random(8))
    assert re.fullmatch(r"(he|she|the \w+) left the \w+ and told the \w+", written)
