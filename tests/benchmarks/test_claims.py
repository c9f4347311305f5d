"""What a claim says is measured against corpora in their own formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.claims import Part, marks_table
from benchmarks.factuality import pearson
from benchmarks.quantities import quantities_table
from benchmarks.times import MARKED, read_timeml, times_table
from tests.facets.hand import plain

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-15">May 15, 2024</TIMEX3></DCT>
<TEXT>It rained on <TIMEX3 tid="t1" type="DATE" value="2024-05-13">Monday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="PT3H">three hours</TIMEX3> and <TIMEX3 tid="t3" type="DATE"
value="PRESENT_REF">now</TIMEX3> it is dry.</TEXT></TimeML>"""


def test_quantities_are_matched_by_value_and_by_unit(tmp_path: Path) -> None:
    quantities = [
        {"value": "40", "change": "=", "unit": "km", "normalized_unit": "kilometre"},
        {"value": "3-5", "change": "=", "unit": "kg", "normalized_unit": "pound-mass"},
    ]
    rows = [{"text": "It is 40 km and 3 to 5 kg .", "quantities": quantities}]
    (tmp_path / "newsquant").mkdir()
    (tmp_path / "newsquant" / "half.json").write_text(json.dumps(rows), encoding="utf-8")
    table = quantities_table(tmp_path, plain)
    assert table.title.endswith("(1 sentences)")
    assert list(table.rows[0]) == ["Counterclaim, all that is read", 100, 100, 100, 50, 50, 50]


def test_times_are_right_if_they_overlap_and_have_the_value(tmp_path: Path) -> None:
    folder = tmp_path / "timex" / "TimeBank"
    folder.mkdir(parents=True)
    (folder / "x.tml").write_text(TIMEML, encoding="utf-8")
    text, made, gold = read_timeml(folder / "x.tml")
    assert made == "2024-05-15"
    assert [(text[start:end], value) for (start, end), value in gold] == [
        ("Monday", "2024-05-13"),
        ("three hours", "PT3H"),
        ("now", "PRESENT_REF"),
    ]
    rows = {row[0]: list(row[1:]) for row in times_table(tmp_path, plain).rows}
    assert rows["day"] == rows["duration"] == [100, 100, 100, 1]
    assert rows[MARKED] == [100, 100, 100, 2]
    assert rows["other"] == [0, 0, 0, 1]


def test_correlation() -> None:
    assert pearson([(1, 2), (2, 4), (3, 6)]) == pytest.approx(1)
    assert pearson([(1, 2), (2, 2)]) == 0


def test_a_mark_is_reached_or_not_or_not_measured() -> None:
    part = Part([], [["a", 80.0, 75.0, ""], ["b", 70.0, 75.0, ""], ["c", None, 75.0, "another"]])
    assert [list(row) for row in marks_table([part]).rows] == [
        ["a", 80.0, 75.0, "yes", ""],
        ["b", 70.0, 75.0, "no", ""],
        ["c", None, 75.0, None, "another"],
    ]
