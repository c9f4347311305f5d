"""Positions of a dispute: which statements stand together, and in which order."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.compare.finding import Finding
from counterclaim.compare.positions import positions_of
from tests.compare.building import Said, Told, story_of


def test_statements_that_begin_at_one_spot_stand_in_one_order_whatever_names_them_first() -> None:
    told = tuple(Said("the mayor", f"a weld gave way, said foreman {n}", predicate="give") for n in "ABCDEFGH")
    rival = Said("the plant", "it had been sabotage", predicate="be")
    *alike, other = story_of(Told("Wire", "2031-05-01", (*told, rival))).own
    nested = [replace(one, spans=alike[0].spans) for one in alike]
    conflicts = [Finding(one, other, "contradicts", "occurrence", "", 0.7) for one in nested]
    position, _ = positions_of(conflicts, [])
    assert [one.claim.id for one in position] == [one.claim.id for one in nested]
    assert positions_of(conflicts[::-1], []) == positions_of(conflicts, [])
