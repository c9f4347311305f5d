"""The web archives that memory is measured on are real ones."""

from __future__ import annotations

from pathlib import Path

from benchmarks.ingest import read_all, write_archive
from counterclaim.ingest import Inputs
from counterclaim.model import Report


def test_a_generated_archive_has_a_report_for_every_page_and_is_the_same_every_time(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    write_archive(path, 1_000_000)
    first = path.read_bytes()
    outcomes = list(Inputs().reports(str(path)))
    assert len(outcomes) == read_all(path)["reports"] == 5
    assert all(isinstance(outcome, Report) and outcome.published for outcome in outcomes)
    write_archive(path, 1_000_000)
    assert path.read_bytes() == first
