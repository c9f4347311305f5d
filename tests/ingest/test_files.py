"""Which files stand behind the names people give."""

import os
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.ingest import find
from counterclaim.ingest.files import shown


def write(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("The mayor said so.")
    return str(path)


def test_a_folder_stands_for_the_files_of_known_kinds_in_order_of_name(tmp_path: Path) -> None:
    names = ("a.html", "a.txt", "b/a.TXT", "b/c", "b/d.md", "b/e.warc.gz", "b/f.JSONL", "c.text")
    wanted = [write(tmp_path / name) for name in names]
    for other in ("a.css", "b/picture.png", "z.2024"):
        write(tmp_path / other)
    assert find([str(tmp_path)]) == (wanted, [])


def test_hidden_files_and_folders_in_a_folder_are_left_out(tmp_path: Path) -> None:
    wanted = write(tmp_path / "a.txt")
    hidden = write(tmp_path / ".notes.txt")
    write(tmp_path / ".git" / "a.txt")
    assert find([tmp_path]).inputs == [wanted]
    assert find([hidden]).inputs == [hidden]


def test_a_named_file_is_tried_whatever_its_suffix_and_whether_or_not_it_exists(tmp_path: Path) -> None:
    names = [write(tmp_path / "a.html"), str(tmp_path / "missing.txt"), "-", "a\0b", "https://a.example/b"]
    assert find(names) == (names, [])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(file)
    assert find([file, "-", str(tmp_path), f"{tmp_path}/./a.txt", "-"]).inputs == [file, "-"]


def test_a_folder_without_text_fails_and_the_others_are_still_found(tmp_path: Path) -> None:
    write(tmp_path / "pictures" / "a.png")
    (tmp_path / "empty").mkdir()
    file = write(tmp_path / "a.txt")
    files, failures = find([tmp_path / "empty", tmp_path / "pictures", file])
    assert files == [file]
    assert [failure.where for failure in failures] == [str(tmp_path / "empty"), str(tmp_path / "pictures")]
    assert "no file in it" in str(failures[0])


def test_a_folder_that_cannot_be_opened_fails_and_its_neighbours_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "b.txt")
    locked = tmp_path / "a"
    write(locked / "a.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path == str(locked):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, failures = find([tmp_path])
    assert files == [file]
    assert [str(failure) for failure in failures] == [f"{locked}: there is no permission to read it"]


def test_links_that_lead_in_circles_or_nowhere_are_left_out(tmp_path: Path) -> None:
    file = write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "a" / "self.txt").symlink_to(tmp_path / "a" / "self.txt")
    os.mkfifo(tmp_path / "a" / "pipe.txt")
    assert find([tmp_path]) == ([file], [])


def test_a_name_is_shown_in_one_printable_line() -> None:
    assert shown("-") == "standard input"
    assert shown("reports/Gömez 1.txt") == "reports/Gömez 1.txt"
    assert shown("a\nb\udce9\x1b.txt") == "a\\nb\\udce9\\x1b.txt"


def test_failures_are_input_errors(tmp_path: Path) -> None:
    assert isinstance(find([tmp_path]).failures[0], InputError)
