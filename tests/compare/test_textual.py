"""Rival claims that no rule sees: only among comparable statements of two sides, and by evidence that can be read."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.compare import likelihood
from counterclaim.compare.chapters import chapter_of
from counterclaim.compare.evidence import NAMES, evidence_on, values
from counterclaim.compare.finding import Finding
from counterclaim.compare.kin import find_kin
from counterclaim.compare.stories import Story, story_of
from counterclaim.compare.textual import find_rivals, weigh
from counterclaim.compare.vectors import vector_of
from tests.compare.building import Said, Told

WELD = Said("the labour inspector", "a corroded weld gave way under the tank", predicate="give")
VALVE = Said("Harl Chemicals", "a valve failed under the tank on its own", predicate="fail")
DINNER = Said("the canteen cook", "dinner was served in the yard at noon", predicate="serve")


def story(*said: Said) -> Story:
    return story_of([], chapter_of(Told("Wire", "2031-05-01", said).account()), vector_of)


def test_only_statements_of_two_sides_are_weighed() -> None:
    pairs = [(w.other.who, w.one.who) for w in weigh(story(WELD, WELD, VALVE))]
    assert all(one != other for one, other in pairs)
    assert ("the labour inspector", "Harl Chemicals") in pairs


def test_a_statement_is_not_weighed_against_the_one_it_stands_in() -> None:
    account = Told("Wire", "2031-05-01", (WELD, VALVE)).account()
    passed_on, found = account.claims
    found = replace(passed_on, id=found.id, claimant=found.claimant)
    told = story_of([], chapter_of(account._replace(claims=(passed_on, found))), vector_of)
    assert {one.who for one in told.all} == {"the labour inspector", "Harl Chemicals"}
    assert list(weigh(told)) == []


def test_forecasts_conditions_and_demands_are_not_weighed() -> None:
    ahead = Said("Harl Chemicals", "a valve will be found to have failed under the tank", "predict", predicate="fail")
    doubtful = Said("Harl Chemicals", "if a valve failed under the tank nobody knew", predicate="fail")
    assert list(weigh(story(WELD, ahead, doubtful))) == []


def test_claims_on_one_question_lie_nearer_than_others() -> None:
    told = story(WELD, VALVE, DINNER)
    weld, valve, dinner = told.all
    assert told.cosine(weld, valve) > told.cosine(weld, dinner)


def test_evidence_is_in_bounds_and_complete() -> None:
    told = story(WELD, VALVE)
    evidence = evidence_on(told.all[1], told.all[0], told)
    assert len(values(evidence)) == len(NAMES)
    assert all(0 <= value <= 1 for value in values(evidence))


def test_every_piece_of_evidence_has_a_learnt_weight() -> None:
    weights, _ = likelihood.stored_weights()
    assert len(weights) == len(NAMES)


def test_below_the_threshold_nothing_is_said() -> None:
    assert list(find_rivals(story(WELD, DINNER))) == []


def test_what_a_side_says_near_a_claim_it_disputes_is_held_against_that_claim() -> None:
    further = Said("Harl Chemicals", "the weld under the tank was sound and gave way to nothing", predicate="sound")
    told = story(WELD, VALVE, further, DINNER)
    weld, valve, *_ = told.all
    conflict = Finding(valve, weld, "denies", "responsibility", "because", 0.9)
    kin = list(find_kin(told, [conflict]))
    assert [(found.one.text, found.other.text) for found in kin] == [(further.text, WELD.text)]


def test_without_vectors_nothing_is_near() -> None:
    told = story_of([], chapter_of(Told("Wire", "2031-05-01", (WELD, VALVE)).account()))
    assert told.cosine(*told.all) == 0.0
