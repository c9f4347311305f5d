"""What a side is quoted with right behind its contested words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.compare.control import find_control
from counterclaim.compare.kin import find_kin
from counterclaim.compare.stories import Story
from tests.compare.building import Said, Told, story_of

TAKEN = Said("Orlan", "Orlan troops had taken Kesh", predicate="take", type="take-control", agent="Orlan troops",
             patient="Kesh", place="Kesh")  # fmt: skip
HELD = Said("Tolm", "Tolm forces held Kesh", predicate="hold", type="hold-control", agent="Tolm forces",
            patient="Kesh", place="Kesh", state="ongoing")  # fmt: skip
QUOTED = Said("Tolm", "our flag flies over the market", predicate="fly", quote="direct")


def kin(*claims: Said) -> list[tuple[str, str]]:
    """Words of each statement that goes on about a conflict over a place, and of the claim it stands against."""
    story: Story = story_of(Told("Wire", "2031-05-01", claims))
    conflicts = list(find_control(story))
    assert len(conflicts) == 1
    found = list(find_kin(story, conflicts))
    assert not any(finding.lays_ground for finding in found)
    assert all(finding.kind == "control" and finding.score < conflicts[0].score for finding in found)
    return [(finding.one.text, finding.other.text) for finding in found]


def test_a_quotation_behind_a_paraphrase_bears_it_out() -> None:
    assert kin(TAKEN, HELD, QUOTED) == [(QUOTED.text, TAKEN.text)]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param((TAKEN, replace(HELD, quote="direct"), QUOTED), id="behind a quotation"),
        pytest.param((TAKEN, HELD, replace(QUOTED, quote="indirect")), id="a paraphrase"),
        pytest.param((TAKEN, HELD, replace(QUOTED, who="Mervan")), id="somebody else"),
        pytest.param((TAKEN, HELD, replace(QUOTED, act="promise")), id="of what is to come"),
        pytest.param((HELD, TAKEN, QUOTED), id="behind the rival's words"),
        pytest.param(
            (TAKEN, HELD, replace(QUOTED, text="40 people fled", figures=(("displaced", 40, 40, "40 people"),))),
            id="with a figure",
        ),
        pytest.param(
            (TAKEN, HELD, Said("Mervan", "the harvest had begun", predicate="begin"), QUOTED), id="not right behind"
        ),
    ],
)
def test_other_words_do_not_bear_it_out(claims: tuple[Said, ...]) -> None:
    assert kin(*claims) == []


def test_a_quotation_before_the_rival_words_stands_against_them() -> None:
    assert kin(HELD, QUOTED, TAKEN) == [(TAKEN.text, QUOTED.text)]
