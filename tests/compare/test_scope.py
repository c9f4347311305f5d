"""Scope: what two figures that differ may count differently."""

from __future__ import annotations

import pytest

from counterclaim.compare.quantities import find_figures
from tests.compare.building import Said, Told, story_of

MINISTRY, UNION = "the Orlan Ministry", "the Dockers' Union"


def killed(who: str, text: str, number: float, words: str, **more: object) -> Said:
    return Said(who, text, predicate="kill", type="kill", figures=(("killed", number, number, words),), **more)  # type: ignore[arg-type]


def types(*claims: Said) -> list[str]:
    return [finding.type for finding in find_figures(story_of(Told("Wire", "2031-05-01", claims)))]


BLAST = killed(MINISTRY, "19 people died in the blast at Varna Quay", 19, "19 people")


@pytest.mark.parametrize(
    "text",
    [
        "31 others died in the blast at Varna Quay",
        "a further 31 died in the blast at Varna Quay",
        "31 more people died in the blast at Varna Quay",
        "31 additional victims of the blast at Varna Quay died",
        "31 died of their wounds after the blast at Varna Quay",
    ],
)
def test_further_dead_are_no_other_count(text: str) -> None:
    assert types(BLAST, killed(UNION, text, 31, "31", counted="people")) == []


@pytest.mark.parametrize(
    ("time", "found"),
    [
        pytest.param(("2031-05-01", "2031-05-01"), ["contradicts"], id="the same day"),
        pytest.param(("2030-05-01", "2030-05-01"), [], id="long ago"),
        pytest.param(("2031-01-01", "2031-05-01"), [], id="over months"),
    ],
)
def test_a_count_of_long_ago_or_of_months_is_another(time: tuple[str, str], found: list[str]) -> None:
    assert types(BLAST, killed(UNION, "31 people died in the blast at Varna Quay", 31, "31 people", time=time)) == found


@pytest.mark.parametrize(
    ("who", "text", "found"),
    [
        pytest.param("Anna Tesk", "Tesk counted 31 people killed in the blast", ["contradicts"], id="the speaker's"),
        pytest.param("Anna Tesk", "31 people were killed in the blast at Lomar", [], id="another's"),
        pytest.param("Anna Tesk", "31 people were killed in the blast at Upper Varna", ["contradicts"], id="a part"),
    ],
)
def test_names_that_tell_where_part_two_counts(who: str, text: str, found: list[str]) -> None:
    lead = Said(MINISTRY, f"the blast at Varna was loud{' and long' * 60}", predicate="loud")
    assert types(lead, killed(MINISTRY, "19 people died in the blast", 19, "19 people"),
                 killed(who, text, 31, "31 people")) == found  # fmt: skip


def test_what_one_kind_of_place_has_counted_is_not_the_whole() -> None:
    lead = Said(MINISTRY, f"the blast at Varna was loud{' and long' * 60}", predicate="loud")
    hospital = killed(UNION, "31 people were killed in the blast at the hospital", 31, "31 people")
    assert types(lead, BLAST, hospital) == []
