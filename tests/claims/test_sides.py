"""Who is of a claimant's side."""

from __future__ import annotations

import pytest

from counterclaim.claims.actors import Resolved
from counterclaim.claims.sides import Sides
from counterclaim.model import Actor
from tests.claims.trees import parsed

ACTORS = (
    Actor("a1", "Norland"),
    Actor("a2", "Defence Ministry", of="a1"),
    Actor("a3", "Ilse Brandt", of="a2"),
    Actor("a4", "Southland"),
    Actor("a5", "French army", of="FR"),
    Actor("a6", "Jean Roux", roles=("army chief",), of="FR"),
    Actor("a7", "Ring", of="a8"),
    Actor("a8", "Ring", of="a7"),
    Actor("a9", "French monitoring group", of="FR"),
    Actor("a10", "Army", of="a4"),
)
MEANT = {number: actor.id for number, actor in enumerate(ACTORS)}


@pytest.mark.parametrize(
    ("claimant", "own"),
    [
        ("a3", {0, 1, 2}),
        ("a1", {0, 1, 2}),
        ("a4", {3, 9}),
        ("a6", {4, 5}),
        ("a7", {6, 7}),
        ("a9", {8}),
        (None, set[int]()),
    ],
)
def test_a_side_is_those_it_belongs_to_and_those_that_belong_to_it(claimant: str | None, own: set[int]) -> None:
    analysis = parsed("\n".join(f"word{n} NOUN 0 root" for n in range(len(ACTORS) + 1)))
    tell = Sides(Resolved(ACTORS, (), (), MEANT), analysis).own(claimant)
    assert {word for word in range(len(ACTORS) + 1) if tell(word)} == own


def test_a_country_and_its_capital_are_of_the_side_of_whom_a_table_knows_to_belong_there() -> None:
    analysis = parsed("France PROPN 0 root\nParis PROPN 0 root\nLondon PROPN 0 root\nParis PROPN 0 root")
    tell = Sides(Resolved(ACTORS, (), (), {3: "a4"}), analysis).own("a6")
    assert [tell(word) for word in range(4)] == [True, True, False, False]


@pytest.mark.parametrize(("claimant", "own"), [("a10", True), ("a3", False)])
def test_the_noun_for_a_body_of_the_state_means_it_within_another_word_too(claimant: str, own: bool) -> None:
    analysis = parsed("an DET 3 det\narmy NOUN 3 compound\npost NOUN 0 root")
    assert Sides(Resolved(ACTORS, (), (), {}), analysis).own(claimant)(1) is own
