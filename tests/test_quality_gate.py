"""The gold can be found in the samples, is the pinned one, and reading reaches the floors."""

from __future__ import annotations

import pytest

from counterclaim import Reader
from tests.quality_gate import (
    ATTRIBUTIONS,
    FIGURES,
    gold_hash,
    locate,
    measure_attributions,
    new_floors,
    read_floors,
    read_gold,
    shortfalls,
)


def test_every_quote_of_the_gold_stands_in_its_report() -> None:
    gold = list(read_gold())
    assert len(gold) >= 5
    assert all(attribution.content for report in gold for attribution in report.attributions)


def test_the_gold_is_the_pinned_one() -> None:
    assert gold_hash() == read_floors()["gold_sha256"], "if that is meant: python -m tests.quality_gate --accept-gold"


def test_reading_reaches_the_floors(reader: Reader) -> None:
    floors = read_floors()["floors"]
    assert set(floors) == set(FIGURES)
    held = {figure: floors[figure] for figure in ATTRIBUTIONS}  # the others take long: the gate itself measures them
    assert shortfalls(measure_attributions(reader), held) == []


def test_a_figure_below_its_floor_is_told_and_one_without_floor_is_not() -> None:
    assert shortfalls({"cue": 70.0, "source": 1.0}, {"cue": 70.5, "source": None}) == [
        "cue: 70.0 is below the floor of 70.5"
    ]


def test_floors_go_down_only_when_told_to() -> None:
    measured = dict.fromkeys(FIGURES, 70.0)
    standing: dict[str, float | None] = {"attribution": 75.0, "source": 60.0, "cue": None}
    raised = new_floors(measured, standing, lower=False)
    assert raised == dict.fromkeys(FIGURES, 69.0) | {"attribution": 75.0}
    assert new_floors(measured, standing, lower=True)["attribution"] == 69.0


def test_quotes_are_found_only_where_they_are_unmistakable() -> None:
    text = "He said so. She said no."
    assert locate(text, "so") == (8, 10)
    assert locate(text, "She [said] no") == (16, 20)
    for quote in ("said", "nothing"):
        with pytest.raises(ValueError, match="not once"):
            locate(text, quote)
