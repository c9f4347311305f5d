"""Happened and did not happen: what one side negates and another affirms."""

from __future__ import annotations

import pytest

from counterclaim.compare.occurrence import find_occurrences
from tests.compare.building import Said, Told, story_of

PLANT, UNION = "the plant", "the union"


def types(*claims: Said) -> list[str]:
    return [finding.type for finding in find_occurrences(story_of(Told("Wire", "2031-05-01", claims)))]


def no(text: str, predicate: str = "be", **more: object) -> Said:
    return Said(PLANT, text, predicate=predicate, negated=True, **more)  # type: ignore[arg-type]


def yes(text: str, predicate: str = "escape", **more: object) -> Said:
    return Said(UNION, text, predicate=predicate, **more)  # type: ignore[arg-type]


LEAKED = yes("ammonia escaped through a leak in the cellar")


@pytest.mark.parametrize(
    "text",
    [
        "there was no leak",
        "there had been no leak",
        "there was not a leak",
        "there was no ammonia leak at any time",
        "no leak was found by the engineers",
        "not a single leak was found by the engineers",
    ],
)
def test_what_there_was_none_of_speaks_against_what_tells_of_it(text: str) -> None:
    assert types(LEAKED, no(text)) == types(no(text), LEAKED) == ["contradicts"]


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        pytest.param(no("there were no casualties"), yes("casualties filled the wards", "fill"), id="casualties"),
        pytest.param(no("there was no evidence"), yes("evidence lay in the cellar", "lie"), id="what is known"),
        pytest.param(no("no information was given"), yes("information came by radio", "come"), id="information"),
        pytest.param(no("there was no fire"), LEAKED, id="another thing"),
        pytest.param(no("there was no leak"), yes("ammonia may leak if the valve fails"), id="a condition"),
        pytest.param(
            no("there was no leak"), yes("the leak in the cellar was asked about", act="question"), id="a question"
        ),
        pytest.param(no("there was no leak"), yes("whether a leak emptied the cellar"), id="whether"),
        pytest.param(no("there was no leak"), yes("a leak will empty the cellar", act="predict"), id="a forecast"),
        pytest.param(no("there was no leak"), yes("the leak"), id="no proposition"),
        pytest.param(
            no("there was no leak"), Said(PLANT, "a leak emptied the cellar", predicate="empty"), id="the same side"
        ),
    ],
)  # fmt: skip
def test_what_is_not_denied_by_it(denied: Said, told: Said) -> None:
    assert types(denied, told) == []


def test_that_none_of_many_did_a_thing_does_not_speak_against_all_that_tells_of_them() -> None:
    told = [yes(f"the crane lifted a {what} onto the quay", "lift") for what in
            ("barge", "boat", "bell", "boiler", "beam", "barrel")]  # fmt: skip
    assert types(*told[:4], no("no crane was oiled", "oil")) == ["contradicts"] * 4
    assert types(*told, no("no crane was oiled", "oil")) == []
    assert types(*told, no("there was no crane")) == ["contradicts"] * 6


def test_the_same_deed_done_and_not_done() -> None:
    sold = yes("the plant had sold the chlorine", "sell", agent="the plant")
    assert types(sold, no("we had not sold the chlorine", "sell", agent="we")) == ["contradicts"]
    assert types(sold, no("we had not tested the sirens", "test", agent="we")) == []
    assert types(sold, Said(PLANT, "we had sold the chlorine", predicate="sell", agent="we")) == []
