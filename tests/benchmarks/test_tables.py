"""What the commands print and write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.attribution.tables import run
from benchmarks.speed.contestants import CONTESTANTS, YARDSTICK
from benchmarks.systems import NotInstalled, module
from benchmarks.tables import Table, absent_row, publish


def test_a_peer_that_is_not_installed_is_a_row_not_a_crash() -> None:
    def missing() -> None:
        module("a_peer_that_nobody_has.part")

    with pytest.raises(NotInstalled, match=r"^a_peer_that_nobody_has$"):
        missing()
    entry = run("a peer", [], lambda: module("a_peer_that_nobody_has"))
    assert entry.absent == "not installed: a_peer_that_nobody_has"
    assert absent_row(entry.name, entry.absent, ("system", "F1", "P")) == ["a peer", entry.absent, None]


def test_tables_are_written_as_markdown_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = Table("Reading", ("system", "F1", "texts"), [["ours", 75.0, 1234], ["theirs", None, 2]], "Per cent.")
    publish([table], tmp_path / "docs", "speed", "Speed", {"machine": "a laptop"})
    assert "Reading" in capsys.readouterr().out
    page = (tmp_path / "docs" / "speed.md").read_text(encoding="utf-8")
    assert "| system | F1 | texts |\n| --- | ---: | ---: |\n| ours | 75.0 | 1,234 |\n| theirs | – | 2 |\n" in page
    stored = json.loads((tmp_path / "docs" / "speed.json").read_text(encoding="utf-8"))
    assert stored["about"] == {"machine": "a laptop"}
    assert stored["tables"][0]["rows"][0] == {"system": "ours", "F1": 75.0, "texts": 1234}


def test_the_yardstick_is_one_of_the_systems() -> None:
    assert YARDSTICK in CONTESTANTS
