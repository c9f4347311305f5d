"""Explanations of a disaster: which exclude each other, and which come to the same."""

from __future__ import annotations

import pytest

from counterclaim.compare.causes import find_causes
from tests.compare.building import Said, Told, story_of

COMPANY, UNION = "the Varna Company", "the Dockers' Union"


def cause(who: str, agent: str, **more: object) -> Said:
    return Said(who, f"{agent} caused the explosion", predicate="cause", type="cause", agent=agent, **more)  # type: ignore[arg-type]


def was(who: str, what: str, **more: object) -> Said:
    return Said(who, f"it was {what}", predicate=what.split()[-1], agent="it", **more)  # type: ignore[arg-type]


def types(*told: Told) -> list[str]:
    return [finding.type for finding in find_causes(story_of(*told))]


def between(one: Said, other: Said) -> list[str]:
    return types(Told("Wire", "2031-05-01", (one, other)))


VALVE, LIGHTNING, BOMB = cause(COMPANY, "a valve"), cause(UNION, "lightning"), cause(UNION, "a bomb")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(LIGHTNING, id="nature"),
        pytest.param(BOMB, id="deed"),
        pytest.param(cause(UNION, "a gasket"), id="another part"),
        pytest.param(cause(UNION, "a valve", negated=True), id="not that"),
        pytest.param(cause(UNION, "a valve", act="deny"), id="denied"),
        pytest.param(was(UNION, "sabotage"), id="what it was"),
        pytest.param(
            Said(UNION, "the traces point to a drone", predicate="point", agent="the traces", patient="a drone"),
            id="what traces point to",
        ),
        pytest.param(
            Said(UNION, "12 people were killed as a result of an attack", predicate="kill", type="kill",
                 patient="12 people"),
            id="what it was the result of",
        ),
        pytest.param(
            Said(UNION, "Tolm had bombed the plant", act="accuse", predicate="bomb", type="attack", agent="Tolm",
                 patient="the plant"),
            id="an accusation",
        ),
        pytest.param(
            Said(UNION, "the traces point to sabotage and not a valve", predicate="point", agent="the traces"),
            id="in contrast to it",
        ),
    ],
)  # fmt: skip
def test_at_most_one_explanation_is_right(other: Said) -> None:
    assert between(VALVE, other) == ["contradicts"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(was(UNION, "an accident"), id="no part named"),
        pytest.param(cause(UNION, "negligence"), id="whose fault it was"),
        pytest.param(cause(UNION, "a bomb", negated=True), id="another kind denied"),
        pytest.param(cause(UNION, "a worker"), id="no cause known"),
        pytest.param(cause(COMPANY, "a bomb"), id="the same side"),
        pytest.param(cause(UNION, "a valve or a bomb"), id="two kinds"),
        pytest.param(cause(UNION, "a bomb", act="predict"), id="not stated as so"),
        pytest.param(Said(UNION, "a bomb was found at the plant", predicate="find", patient="a bomb"), id="no cause"),
    ],
)
def test_explanations_that_can_stand_together(other: Said) -> None:
    assert between(VALVE, other) == []


def test_two_weapons_are_no_two_explanations() -> None:
    assert between(BOMB, cause(COMPANY, "a missile")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(VALVE, cause(UNION, "a valve"), id="the same part"),
        pytest.param(cause(COMPANY, "a bomb", negated=True), cause(UNION, "a bomb", negated=True), id="both deny it"),
    ],
)
def test_the_same_cause_agrees(one: Said, other: Said) -> None:
    assert between(one, other) == ["corroborates"]


def test_the_same_deed_of_two_doers_does_not_agree() -> None:
    ours = Said(COMPANY, "it was an attack by Orlan", predicate="attack", agent="it")
    theirs = Said(UNION, "it was an attack by Tolm", predicate="attack", agent="it")
    assert between(ours, theirs) == []


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        pytest.param("the explosion at Varna shook the port", ["contradicts"], id="the same disaster"),
        pytest.param("the flood at Varna filled the port", [], id="another kind of disaster"),
        pytest.param("the explosion at Kesh shook the port", [], id="elsewhere"),
    ],
)
def test_across_reports_explanations_are_of_one_disaster(lead: str, found: list[str]) -> None:
    first = Said("Anna Orr", "the explosion at Varna was loud", predicate="loud")
    second = Said("Olm Drest", lead, predicate="shake")
    wire = Told("Wire", "2031-05-01", (first, was("Anna Orr", "corrosion")))
    assert types(wire, Told("Post", "2031-05-01", (second, was("Olm Drest", "lightning")))) == found
