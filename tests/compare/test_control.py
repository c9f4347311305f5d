"""Who holds a place: what two sides say of it that cannot both be, that can, and that comes to the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.compare.control import find_control
from tests.compare.building import Said, Told, story_of

ORLAN, TOLM = "the Orlan Ministry", "the Tolm Staff"
DAY_1, DAY_2 = "2031-05-01", "2031-05-02"


def said(who: str, text: str, predicate: str, type: str | None, agent: str | None = None,
         patient: str | None = "Kesh", **more: object) -> Said:  # fmt: skip
    return Said(who, text, predicate=predicate, type=type, agent=agent, patient=patient, **{"place": "Kesh", **more})  # type: ignore[arg-type]


def types(*told: Told) -> list[str]:
    return [finding.type for finding in find_control(story_of(*told))]


def between(one: Said, other: Said) -> list[str]:
    return types(Told("Wire", DAY_1, (one, other)))


TAKEN = said(ORLAN, "Orlan troops had taken Kesh", "take", "take-control", "Orlan troops")
SHARE = said(ORLAN, "Orlan troops had taken a third of Kesh", "take", "take-control", "Orlan troops", "a third")
QUARTER = said(ORLAN, "Orlan troops held the quarter of Kesh", "hold", "hold-control", "Orlan troops", "the quarter")
ENTERED = said(ORLAN, "Orlan troops had entered Kesh", "enter", "take-control", "Orlan troops")
HELD = said(TOLM, "Tolm forces held Kesh", "hold", "hold-control", "Tolm forces", state="ongoing")
STATION = said(TOLM, "Tolm forces held the station in Kesh", "hold", "hold-control", "Tolm forces", "the station")
REPELLED = said(TOLM, "Tolm forces had repelled an attack on Kesh", "repel", "repel", "Tolm forces", "an attack")
LEFT = said(TOLM, "Tolm forces had left Kesh", "leave", "lose-control", "Tolm forces")
DRIVEN_OUT = said(TOLM, "Tolm forces had driven the enemy out of Kesh", "drive", None, "Tolm forces", "the enemy")
COMPLETED = said(ORLAN, "Orlan troops had completed the liberation of Kesh", "complete", None, "Orlan troops",
                 "the liberation")  # fmt: skip
PRESENT = said(TOLM, "Tolm soldiers were in Kesh", "Kesh", None, "Tolm soldiers", None)
FOUGHT = said(TOLM, "fighting for Kesh went on", "fight", "contest-control", None)
NOT_TAKEN = said(TOLM, "Orlan troops had not taken Kesh", "take", "take-control", "Orlan troops", negated=True)
NOT_FOUGHT = said(TOLM, "nobody fought for Kesh", "fight", "contest-control", None, negated=True)
BESIEGED = said(TOLM, "Tolm forces had encircled Kesh", "encircle", "take-control", "Tolm forces")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(TAKEN, HELD, id="two hold the whole"),
        pytest.param(TAKEN, STATION, id="the whole and a building in it"),
        pytest.param(TAKEN, REPELLED, id="held, and kept by another"),
        pytest.param(TAKEN, FOUGHT, id="held, and fought over"),
        pytest.param(TAKEN, NOT_TAKEN, id="taken, and not taken"),
        pytest.param(TAKEN, PRESENT, id="held, and soldiers of another in it"),
        pytest.param(COMPLETED, HELD, id="liberation completed"),
        pytest.param(TAKEN, DRIVEN_OUT, id="held, and driven out"),
        pytest.param(SHARE, HELD, id="a share, and the whole by another"),
        pytest.param(ENTERED, HELD, id="inside what another holds"),
        pytest.param(SHARE, REPELLED, id="a share, and the whole kept by another"),
        pytest.param(
            TAKEN, said(TOLM, "Orlan troops held a third of Kesh", "hold", "hold-control", "Orlan troops", "a third"),
            id="the whole, and no more than a share",
        ),
    ],
)  # fmt: skip
def test_what_two_sides_cannot_both_hold(one: Said, other: Said) -> None:
    assert between(one, other) == ["contradicts"]
    assert between(other, one) == ["contradicts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(SHARE, PRESENT, id="a share each"),
        pytest.param(
            SHARE, said(TOLM, "Tolm forces had not lost Kesh", "lose", "lose-control", "Tolm forces", negated=True),
            id="a share, and not lost",
        ),
        pytest.param(QUARTER, STATION, id="a quarter and a building"),
        pytest.param(ENTERED, REPELLED, id="an attack driven back had got inside"),
        pytest.param(ENTERED, DRIVEN_OUT, id="the enemy driven out had got inside"),
        pytest.param(ENTERED, PRESENT, id="both inside"),
        pytest.param(TAKEN, BESIEGED, id="who besieges does not hold"),
        pytest.param(TAKEN, NOT_FOUGHT, id="no fight"),
        pytest.param(
            said(ORLAN, "captured ten days before", "capture", "take-control", None, None, place=None), HELD,
            id="nothing said of whom and where",
        ),
        pytest.param(
            TAKEN, said(TOLM, "Tolm forces held Varn", "hold", "hold-control", "Tolm forces", "Varn", place="Varn"),
            id="another place",
        ),
        pytest.param(
            TAKEN, said(TOLM, "Tolm forces would hold Kesh", "hold", "hold-control", "Tolm forces", state="planned"),
            id="a plan",
        ),
    ],
)  # fmt: skip
def test_what_two_sides_can_both_say(one: Said, other: Said) -> None:
    assert between(one, other) == between(other, one) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(said(TOLM, "Orlan troops held Kesh", "hold", "hold-control", "Orlan troops"), id="the same"),
        pytest.param(LEFT, id="the other side has left"),
    ],
)
def test_two_sides_agree_on_who_holds_the_whole(other: Said) -> None:
    assert between(TAKEN, other) == ["corroborates"]


def test_who_holds_a_share_agrees_on_nothing() -> None:
    assert between(SHARE, LEFT) == []


def test_two_days_apart_a_place_may_have_changed_hands() -> None:
    assert types(Told("Wire", DAY_1, (HELD,)), Told("Post", DAY_2, (TAKEN,))) == ["contradicts"]
    assert types(Told("Wire", DAY_1, (HELD,)), Told("Post", "2031-05-03", (TAKEN,))) == []


@pytest.mark.parametrize(
    ("before", "later", "found"),
    [
        pytest.param(HELD, LEFT, ["updates"], id="held, then left"),
        pytest.param(HELD, HELD, ["repeats"], id="held, then held"),
        pytest.param(HELD, STATION, [], id="the whole, then a building"),
        pytest.param(HELD, FOUGHT, [], id="held, then fought over"),
        pytest.param(HELD, replace(HELD, state="planned"), [], id="held, then a plan"),
    ],
)
def test_a_side_goes_on_about_a_place(before: Said, later: Said, found: list[str]) -> None:
    assert types(Told("Wire", DAY_1, (before,)), Told("Post", DAY_2, (later,))) == found


def test_a_side_does_not_update_itself_within_a_report() -> None:
    assert between(HELD, LEFT) == []


def test_who_observes_holds_nothing_itself() -> None:
    """What a ministry says was taken its troops have taken; a monitor that says so has not captured it."""
    unsaid = {"text": "the town of Kesh had been taken", "predicate": "take", "type": "take-control"}
    assert between(HELD, said(ORLAN, **unsaid)) == ["contradicts"]
    assert between(HELD, said("the Mervan Observatory", **unsaid)) == []


def test_the_place_named_last_is_meant_by_a_place_without_a_name() -> None:
    town = said(TOLM, "Tolm forces held the town", "hold", "hold-control", "Tolm forces", "the town", place=None)
    assert between(TAKEN, town) == ["contradicts"]
    assert types(Told("Wire", DAY_1, (TAKEN,)), Told("Post", DAY_1, (town,))) == []


def test_neither_side_holding_a_place_leaves_it_contested() -> None:
    neither = said("the Mervan mayor", "neither army had taken Kesh", "take", "take-control", "neither army",
                   negated=True)  # fmt: skip
    assert between(TAKEN, neither) == ["contradicts"]


def test_an_enemy_that_has_left_leaves_the_place_to_the_speaker() -> None:
    fled = said(TOLM, "the enemy had left Kesh", "leave", "lose-control", "the enemy")
    assert between(TAKEN, fled) == ["contradicts"]
