"""Scenarios are compared with what was read claim by claim, link by link, dispute by dispute."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.scenarios.figures import main_figures, measure
from benchmarks.scenarios.gold import read_scenarios, rivals, scenario_of
from benchmarks.scenarios.predicted import predicted, same_name
from benchmarks.scenarios.score import Comparison, compare

ONE = "The mayor said 11 people died in the fire on Monday. The police said 14 people died and nobody was hurt."
TWO = "Fire chief Rosa Lindt said the dead numbered 14."
QUANTITY = {"kind": "quantity", "role": "killed", "low": 11, "high": 11, "unit": "person", "approximate": False}
CLAIMS = {
    "c1": ("r1", "11 people died in the fire", "The mayor", [QUANTITY, {"kind": "place", "name": "Lower Kern"}]),
    "c2": ("r1", "14 people died", "The police", []),
    "c3": ("r1", "nobody was hurt", "The police", []),
    "c4": ("r2", "the dead numbered 14", "Rosa Lindt", []),
}
GOLD: dict[str, Any] = {
    "id": "fire",
    "reports": [{"id": "r1", "text": ONE, "outlet": "The Kern Post"}, {"id": "r2", "text": TWO}],
    "claims": [
        {"id": name, "report": report, "quote": quote, "claimant": by, "act": "assert", "certainty": "certain",
         "facets": facets}
        for name, (report, quote, by, facets) in CLAIMS.items()
    ],
    "links": [
        {"from": "c2", "to": "c1", "type": "contradicts"},
        {"from": "c4", "to": "c2", "type": "corroborates"},
    ],
    "disputes": [
        {"question": "How many died?", "positions": [{"value": "11", "claims": ["c1"]},
                                                     {"value": "14", "claims": ["c2", "c4"]}]}
    ],
    "distinct": [["c1", "c3", "killed v hurt"]],
}  # fmt: skip
SCENARIO = scenario_of(GOLD)


def told(**changes: Any) -> dict[str, Any]:
    """What a program that reads the scenario well prints, one claim for both that the police make."""
    reports = {name: report.id for name, report in SCENARIO.reports.items()}
    spans = {"p1": ("r1", ONE, "11 people died in the fire"), "p2": ("r1", ONE, "14 people died and nobody was hurt"),
             "p4": ("r2", TWO, "the dead numbered 14")}  # fmt: skip
    mentions = {"p1": (0, 9), "p2": (53, 63), "p4": None}
    claims: dict[str, dict[str, Any]] = {
        name: {
            "id": name, "report": reports[report], "claimant": None if mentions[name] else "a1",
            "mention": [mentions[name]] if mentions[name] else [], "act": "assert", "certainty": "certain",
            "content": [[text.index(quote), text.index(quote) + len(quote)]], "facets": [],
        }
        for name, (report, text, quote) in spans.items()
    }  # fmt: skip
    claims["p1"]["facets"] = [QUANTITY | {"spans": []}, {"kind": "place", "name": "Kern"}]
    for name, values in changes.pop("claims", {}).items():
        claims[name] |= values
    return {
        "reports": [report.to_dict() for report in SCENARIO.reports.values()],
        "actors": [{"id": "a1", "name": "Lindt", "names": [], "roles": ["Fire chief"]}],
        "claims": list(claims.values()),
        "links": [
            {"from": "p1", "to": "p2", "type": "denies"},
            {"from": "p4", "to": "p2", "type": "corroborates"},
        ],
        "disputes": [{"question": "How many?", "positions": [{"claims": ["p1"]}, {"claims": ["p2", "p4"]}]}],
    } | changes


def scored(**changes: Any) -> Comparison:
    return compare(SCENARIO, predicted(SCENARIO, told(**changes)))


def figures(**changes: Any) -> dict[str, float | None]:
    return main_figures(scored(**changes).counts)


def test_a_good_reading_reaches_everything_but_the_look_alike_in_the_same_claim() -> None:
    assert {name: value for name, value in figures().items() if value is not None} == {
        "claims": 100, "claimant": 100, "act": 100, "certainty": 100, "quantity": 100, "place": 100, "conflict": 100,
        "corroborates": 100, "dispute": 100, "positions": 100, "distinct": 0,
    }  # fmt: skip


def test_a_claim_that_covers_less_than_half_is_not_found() -> None:
    found = scored(claims={"p1": {"content": [[15, 24]]}})
    assert found.counts["claims"].right_gold == 3
    assert any(problem.startswith("claims c1 not found") for problem in found.problems)


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        ({"act": "accuse"}, "act"),
        ({"certainty": "possible"}, "certainty"),
        ({"mention": [(53, 63)]}, "claimant"),
    ],
)
def test_what_is_wrong_of_one_of_four_claims_costs_a_quarter(change: dict[str, Any], figure: str) -> None:
    assert figures(claims={"p1": change})[figure] == 75


@pytest.mark.parametrize(
    ("facets", "precision", "recall"),
    [
        ([QUANTITY, QUANTITY], 0.5, 1),
        ([QUANTITY | {"high": None}], 0, 0),
        ([QUANTITY | {"approximate": True}], 1, 1),
        ([], 0, 0),
    ],
)
def test_facets_are_matched_one_to_one_by_their_values(
    facets: list[dict[str, Any]], precision: float, recall: float
) -> None:
    count = scored(claims={"p1": {"facets": facets}}).counts["quantity"]
    assert (count.precision, count.recall) == (precision, recall)


def test_a_conflict_that_only_a_dispute_allows_is_not_wrong_but_finds_no_link() -> None:
    count = scored(links=[{"from": "p4", "to": "p1", "type": "contradicts"}]).counts["conflict"]
    assert (count.precision, count.recall) == (1, 0)


def test_a_conflict_and_a_dispute_of_their_own_invention_are_wrong() -> None:
    wrong = {"from": "p4", "to": "p2", "type": "denies"}
    extra = {"question": "Who lit it?", "positions": [{"claims": ["p2"]}, {"claims": ["p4"]}]}
    found = scored(links=[wrong], disputes=[extra])
    assert found.counts["conflict"].precision == 0
    assert (found.counts["dispute"].precision, found.counts["dispute"].recall) == (0, 0)
    assert "dispute told that is none: Who lit it?" in found.problems


def test_claims_put_into_the_wrong_position_are_told() -> None:
    apart = [{"question": "", "positions": [{"claims": ["p1"]}, {"claims": ["p2"]}, {"claims": ["p4"]}]}]
    assert figures(disputes=apart)["positions"] == pytest.approx(66.7)


def test_another_text_than_the_one_given_is_an_error() -> None:
    other = told()
    other["reports"][0] = other["reports"][0] | {"text": "Other words."}
    with pytest.raises(ValueError, match="the text of r1 is not the one"):
        predicted(SCENARIO, other)


def test_a_quote_that_is_not_in_the_report_is_an_error() -> None:
    broken = json.loads(json.dumps(GOLD))
    broken["claims"][0]["nth"] = 2
    with pytest.raises(ValueError, match="c1: not in its report"):
        scenario_of(broken)


def test_scenarios_are_read_from_a_folder_and_measured(tmp_path: Path) -> None:
    (tmp_path / "fire.json").write_text(json.dumps(GOLD), encoding="utf-8")
    scenarios = read_scenarios(tmp_path)
    assert [scenario.id for scenario in scenarios] == ["fire"]
    counts = measure([*scenarios, *scenarios], lambda reports: told())
    assert counts["claims"].gold == 8


def test_names_are_the_same_by_three_quarters_of_the_shorter() -> None:
    assert same_name("the Defence Ministry of Norland", "Norland's Defence Ministry")
    assert same_name("Rosa Lindt", "Lindt")
    assert not same_name("Rosa Lindt", "Rosa Brandt")
    assert not same_name("the", "the")


def test_rivals_stand_in_different_positions() -> None:
    assert rivals([["a"], ["b", "a"]]) == {("a", "b")}
