"""What a denial or a confirmation replies to, by hand-made claims."""

from __future__ import annotations

import pytest

from counterclaim.compare.replies import find_confirmations, find_denials
from tests.compare.building import Said, Told, story_of

MINISTRY, PLANT = "the Orlan Ministry", "the Varna Plant"
SPILT = Said(MINISTRY, "the plant had spilt acid into the river Lom", predicate="spill", agent="the plant",
             patient="acid")  # fmt: skip
FIRED = Said(MINISTRY, "the plant had fired two engineers", predicate="fire", agent="the plant", patient="engineers")
TOLL = Said(PLANT, "12 people had died in the fire", predicate="die", figures=(("killed", 12, 12, "12 people"),))


def denied(*told: Told) -> list[str]:
    """The words of each claim that the last report denies."""
    return [finding.other.text for finding in find_denials(story_of(*told))]


def here(*claims: Said) -> list[str]:
    return denied(Told("Wire", "2031-05-01", claims))


def no(text: str, predicate: str, **more: object) -> Said:
    return Said(PLANT, text, predicate=predicate, negated=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(no("A lie", "lie", act="deny"), id="a bare label"),
        pytest.param(no("that is not true", "true"), id="pointing back"),
        pytest.param(no("the accusation", "accusation", act="deny"), id="a noun for it"),
        pytest.param(no("it had spilt acid into the river", "spill", act="deny"), id="in full"),
        pytest.param(no("we spilt no acid into the river", "spill"), id="without a word of denial"),
    ],
)
def test_a_reply_denies_what_the_other_side_says(reply: Said) -> None:
    assert here(SPILT, reply) == [SPILT.text]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(no("which had not spilt acid into the river Lom", "spill", agent="which"), id="a relative clause"),
        pytest.param(no("we could not find acid in the river Lom", "find"), id="what could not be seen"),
        pytest.param(no("it is not known that acid was spilt into the river", "know"), id="what is not known"),
        pytest.param(no("we had not painted the gates", "paint"), id="something else"),
    ],
)
def test_what_is_no_reply_denies_nothing(reply: Said) -> None:
    assert here(SPILT, reply) == []


def test_in_its_own_report_less_shows_what_is_denied() -> None:
    reply = no("acid ever leaves the tanks of the works on the hill", "leave", act="deny")
    assert here(SPILT, reply) == [SPILT.text]
    assert denied(Told("Wire", "2031-05-01", (SPILT,)), Told("Post", "2031-05-01", (reply,))) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("its figure", [("repeats", TOLL.text)], id="its own"),
        pytest.param("the accusation", [], id="not its own"),
    ],
)
def test_who_stands_by_a_figure_upholds_its_own(words: str, found: list[tuple[str, str]]) -> None:
    union = Said("the Dockers' Union", "31 people had died in the fire", predicate="die",
                 figures=(("killed", 31, 31, "31 people"),))  # fmt: skip
    stands = Said(PLANT, words, act="confirm", predicate=words.split()[-1])
    story = story_of(Told("Wire", "2031-05-01", (TOLL, union, stands)))
    assert [(one.type, one.other.text) for one in find_confirmations(story)] == found


def test_the_one_whose_word_it_is_is_denied() -> None:
    mayor = Said("the Lomar mayor", "the plant had burnt tyres at night", predicate="burn", agent="the plant")
    assert here(SPILT, mayor, no("the Orlan Ministry's claim", "claim", act="deny")) == [SPILT.text]
