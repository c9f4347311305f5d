"""Facets and acts in a few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.model import Claim, Event, Participant, Place, Quantity, Span, Time
from counterclaim.render.facets import describe, is_telling, standing

AT = (Span(0, 1),)
CLAIM = Claim(id="r-1", report="r", source=(), cue=(), content=AT, text="x", quote="indirect")


@pytest.mark.parametrize(
    ("facet", "words"),
    [
        (Quantity("killed", 17, 17, "person", False, AT), "killed: 17"),
        (Quantity("killed", 30, None, "person", False, AT), "killed: at least 30"),
        (Quantity("wounded", None, 30, "person", False, AT), "wounded: at most 30"),
        (Quantity("other", 1300, 1300, "house", True, AT), "about 1,300 house"),
        (Quantity("percent", 2.5, 3, "percent", False, AT), "2.5 to 3 percent"),
        (Place("Aleppo", "SY", 170063, 36.2, 37.2, AT), "Aleppo (SY)"),
        (Place("Orlisk", None, None, None, None, AT), "Orlisk"),
        (Time("2026-03-03", "2026-03-03", AT), "2026-03-03"),
        (Time("2026-03-03", None, AT), "2026-03-03 to …"),
    ],
)
def test_a_facet_reads_as_people_say_it(facet: Quantity | Place | Time, words: str) -> None:
    assert describe(facet) == words


def test_the_act_is_shown_with_what_is_not_plain_about_it() -> None:
    assert standing(CLAIM) == ""
    assert standing(replace(CLAIM, act="deny", certainty="certain", negated=False)) == "deny"
    assert standing(replace(CLAIM, act="assert", certainty="possible", negated=True)) == "assert, possible, negated"


def test_an_event_says_who_does_what_to_whom_where_its_type_is_known() -> None:
    who = (Participant("agent", "2nd Brigade", None, AT), Participant("patient", "Orlisk", None, AT))
    event = Event("take-control", "capture", "happened", "assert", "certain", False, who, AT)
    assert describe(event) == "2nd Brigade / capture / Orlisk (happened)"
    assert is_telling(event)
    assert not is_telling(replace(event, type=None))
