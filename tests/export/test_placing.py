"""An export is there only when it is whole, and what was there before stays until then."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.errors import ExportError
from counterclaim.export.placing import whole_file, whole_folder
from counterclaim.ledger import Ledger
from tests.export.exporting import ledger_of, run
from tests.ledger.telling import ALL


class Broken(Exception):
    """Something that goes wrong half-way."""


def test_a_file_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    with pytest.raises(Broken), whole_file(file) as stream:
        stream.write(b"half")
        raise Broken
    assert [one.name for one in tmp_path.iterdir()] == ["claims.csv"]
    assert file.read_text(encoding="utf-8") == "old"
    (tmp_path / "link").symlink_to(file)
    with whole_file(tmp_path / "link") as stream:
        stream.write(b"new")
    assert file.read_text(encoding="utf-8") == "new"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_breaks_off_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Broken), whole_folder(tmp_path / "pages") as folder:
        (folder / "index.html").write_text("half", encoding="utf-8")
        raise Broken
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("empty", [True, False], ids=["an empty folder", "no folder"])
def test_a_folder_takes_its_name_when_it_is_whole(empty: bool, tmp_path: Path) -> None:
    if empty:
        (tmp_path / "pages").mkdir()
    with whole_folder(tmp_path / "pages") as folder:
        (folder / "index.html").write_text("whole", encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["pages"]
    assert (tmp_path / "pages" / "index.html").read_text(encoding="utf-8") == "whole"
    assert (tmp_path / "pages").stat().st_mode & 0o500 == 0o500


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = run(ledger_of(tmp_path / "ledger", *ALL), "html", "--out", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == f"counterclaim: {tmp_path}: is there already and not an empty folder; name a new one\n"
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("form", ["csv", "html"])
def test_a_place_that_is_not_there_gives_one_line(form: str, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "export"
    result = run(ledger_of(tmp_path, *ALL), form, "--out", out)
    assert result.exit_code == 2
    assert result.stderr == f"counterclaim: {out}: can't be written: No such file or directory\n"


def test_what_a_format_does_not_take_is_said(tmp_path: Path) -> None:
    file = ledger_of(tmp_path, *ALL)
    assert "geojson is a format of claims, not of links" in run(file, "geojson", "--of", "links").stderr
    assert "say where with --out FOLDER" in run(file, "html").stderr


def test_it_is_said_that_the_last_reports_are_not_compared_yet(tmp_path: Path) -> None:
    file = ledger_of(tmp_path, *ALL[:2])
    assert run(file, "csv", "--of", "disputes").stderr == ""
    with Ledger.open(file) as ledger:
        ledger.keep(ALL[2])
    assert "not compared yet" in run(file, "csv", "--of", "disputes").stderr
    assert "not compared yet" in run(file, "ucdp").stderr
    assert run(file, "csv", "--of", "claims").stderr == ""


def test_a_full_disk_gives_one_line(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"can't be written: No space left"), whole_file(tmp_path / "a"):
        raise OSError(28, "No space left on device")
