"""Figures: which exclude each other, which have grown, which do not count the same thing."""

from __future__ import annotations

import pytest

from counterclaim.compare.compare import compare
from counterclaim.model import Link
from tests.compare.building import Said, Told

DAY_1, DAY_2 = "2031-05-01", "2031-05-02"


def killed(who: str, text: str, low: float, words: str, high: float | None = None, **more: object) -> Said:
    return Said(who, text, predicate="kill", type="kill", figures=(("killed", low, high or low, words),), **more)  # type: ignore[arg-type]


def links(*told: Told) -> list[Link]:
    return list(compare(one.account() for one in told).links)


def types(*told: Told) -> list[str]:
    return [link.type for link in links(*told)]


MINISTRY = killed("the Orlan Health Ministry", "19 people were killed in the blast at Varna Quay", 19, "19 people")
UNION = killed("the Dockers' Union", "31 people were killed in the blast at Varna Quay", 31, "31 people")


def test_two_figures_of_one_day_exclude_each_other_and_say_why() -> None:
    (link,) = links(Told("Wire", DAY_1, (MINISTRY, UNION)))
    assert link.type == "contradicts"
    assert "31 people" in link.why and "19 people" in link.why


def test_the_same_figure_by_another_is_corroboration() -> None:
    same = killed("the Dockers' Union", "19 people were killed in the blast at Varna Quay", 19, "19 people")
    assert types(Told("Wire", DAY_1, (MINISTRY, same))) == ["corroborates"]


def test_a_later_higher_toll_by_another_has_grown() -> None:
    assert types(Told("Wire", DAY_1, (MINISTRY,)), Told("Post", DAY_2, (UNION,))) == []


def test_a_later_lower_toll_by_another_excludes_the_earlier_one() -> None:
    assert types(Told("Wire", DAY_1, (UNION,)), Told("Post", DAY_2, (MINISTRY,))) == ["contradicts"]


def test_one_authority_updates_its_own_toll() -> None:
    later = killed("the Orlan Health Ministry", "24 people were killed in the blast at Varna Quay", 24, "24 people")
    assert types(Told("Wire", DAY_1, (MINISTRY,)), Told("Post", DAY_2, (later,))) == ["updates"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            killed("the Dockers' Union", "five children were killed in the blast at Varna Quay", 5, "five children"),
            id="some of them",
        ),
        pytest.param(
            killed("the Dockers' Union", "four people were killed at Varna Quay", 4, "four people", part=True),
            id="a part that the text gives as one",
        ),
        pytest.param(
            Said("the Dockers' Union", "31 people were wounded in the blast at Varna Quay", predicate="wound",
                 figures=(("wounded", 31, 31, "31 people"),)),
            id="wounded, not killed",
        ),
        pytest.param(
            killed("the Dockers' Union", "31 people were killed in a blast in Tolm", 31, "31 people"),
            id="another place",
        ),
        pytest.param(
            killed("the city hospital", "we received six bodies from Varna Quay", 6, "six bodies"),
            id="only those that one hospital saw",
        ),
    ],
)  # fmt: skip
def test_figures_of_other_things_do_not_conflict(other: Said) -> None:
    assert "contradicts" not in types(Told("Wire", DAY_1, (MINISTRY, other)))


def test_losses_of_two_sides_do_not_conflict() -> None:
    ours = killed("the Orlan army", "eight Orlanian soldiers were killed at Kesh", 8, "eight Orlanian soldiers")
    theirs = killed("the Front", "40 fighters were killed at Kesh", 40, "40 fighters")
    assert types(Told("Wire", DAY_1, (ours, theirs))) == []


def test_ranges_that_meet_do_not_exclude_each_other() -> None:
    at_least = Said("the mayor", "at least 15 people were killed at Varna Quay", predicate="kill",
                    figures=(("killed", 15, None, "15 people"),))  # fmt: skip
    assert "contradicts" not in types(Told("Wire", DAY_1, (MINISTRY, at_least)))


def crowd(who: str, text: str, number: float, words: str) -> Said:
    return Said(who, text, predicate="put", figures=(("other", number, number, words),))


MARCHED = crowd("the Orlan police", "4,000 people had marched through Varna", 4000, "4,000 people")
PUT = crowd("the organisers", "they put the number at 9,000 people", 9000, "9,000 people")


def test_a_figure_put_in_the_place_of_another_excludes_it() -> None:
    assert types(Told("Wire", DAY_1, (MARCHED, PUT))) == ["contradicts"]


def test_a_figure_put_in_the_place_of_another_excludes_what_that_one_excludes() -> None:
    mayor = crowd("the mayor", "he put the figure at 6,000 people", 6000, "6,000 people")
    assert types(Told("Wire", DAY_1, (MARCHED, PUT, mayor))) == ["contradicts"] * 3


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(crowd("the organisers", "9,000 people bought flags", 9000, "9,000 people"), id="something else"),
        pytest.param(crowd("the Orlan police", "the number was put at 9,000", 9000, "9,000"), id="own"),
        pytest.param(
            crowd("the organisers", "the number was put at 9,000 in Lomar", 9000, "9,000"),
            id="elsewhere",
        ),
    ],
)
def test_what_says_more_is_not_put_in_the_place_of_another(other: Said) -> None:
    assert types(Told("Wire", DAY_1, (MARCHED, other))) == []


def test_the_dead_of_a_whole_war_do_not_conflict_with_those_of_a_blast() -> None:
    war = killed("the Dockers' Union", "310,000 people were killed before Varna Quay fell", 310_000, "310,000 people")
    assert types(Told("Wire", DAY_1, (MINISTRY, war))) == []


@pytest.mark.parametrize("turn", ["Elsewhere the Dockers' Union", "Also on Monday the Dockers' Union"])
def test_a_report_that_turns_to_another_event_sets_no_figure_against_the_last(turn: str) -> None:
    other = killed(turn, "31 people were killed in the blast at Varna Quay", 31, "31 people")
    assert types(Told("Wire", DAY_1, (MINISTRY, other))) == []


@pytest.mark.parametrize(("place", "found"), [("New Varna", []), ("the new Varna Quay", ["updates"])])
def test_a_name_that_begins_with_new_raises_no_figure_of_the_same_report(place: str, found: list[str]) -> None:
    first = killed("the Orlan Health Ministry", "two people were killed in a blast at Varna", 2, "two people")
    then = killed("the Orlan Health Ministry", f"four people were killed in a blast at {place}", 4, "four people")
    assert types(Told("Wire", DAY_1, (first, then))) == found


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        (
            Said(MINISTRY.who, "the curfew will last four days", figures=(("duration", 4, 4, "four days"),)),
            Said(MINISTRY.who, "ferries stood still for 12 days", figures=(("duration", 12, 12, "12 days"),)),
        ),
        (
            Said(MINISTRY.who, "smoke was seen from three miles away", figures=(("distance", 3, 3, "three miles"),)),
            Said(MINISTRY.who, "a convoy had come 40 miles", figures=(("distance", 40, 40, "40 miles"),)),
        ),
    ],
    ids=["durations", "distances"],
)
def test_a_measure_of_something_else_is_no_newer_figure(later: Said, earlier: Said) -> None:
    assert types(Told("Wire", DAY_1, (earlier,)), Told("Post", DAY_2, (later,))) == []
