"""Plain text to a report: what is kept, what is known of it, and what is refused in one line."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.errors import BinaryInputError, EmptyInputError, InputError, TooLargeError
from counterclaim.ingest import MAX_BYTES, Loaded, load, parse
from counterclaim.ingest.headers import split_headers

TEXT = "ORLISK - Nine people were killed, the mayor said.\n\nThe army denied it."
in_one_folder = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(folder: Path, data: bytes) -> Path:
    path = folder / "a.txt"
    path.write_bytes(data)
    return path


def given_on_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_a_file_becomes_a_report_with_its_text_unchanged(tmp_path: Path) -> None:
    text = "\ufeff\r\n " + TEXT.replace("\n", "\r\n") + "\n\n"
    path = written(tmp_path, text.encode())
    loaded = load(path)
    assert loaded.report.text == text.removeprefix("\ufeff")
    assert loaded.report.path == str(path)
    assert loaded.note is None
    assert (loaded.report.title, loaded.report.outlet, loaded.report.published) == (None, None, None)


def test_header_lines_are_known_of_the_report_and_not_in_its_text(tmp_path: Path) -> None:
    head = "Title: Rockets\nOutlet: Teln\nPublished: 2026-03-03\nURL: https://t.example/1\n\n"
    report = load(written(tmp_path, (head + TEXT).encode())).report
    assert report.text == TEXT
    assert (report.title, report.outlet, report.published) == ("Rockets", "Teln", "2026-03-03")
    assert report.url == "https://t.example/1"


def test_what_a_file_says_of_itself_wins_over_the_options_of_a_batch() -> None:
    report = parse(f"Outlet: Teln\n\n{TEXT}", outlet="Chronicle", published="2024-05-12 10:30")
    assert (report.outlet, report.published) == ("Teln", "2024-05-12T10:30:00")
    assert parse(TEXT, outlet="Chronicle").outlet == "Chronicle"
    assert parse(TEXT, outlet="", published="").outlet is None


def test_a_published_option_that_is_no_date_is_refused() -> None:
    with pytest.raises(InputError, match="Published must be a date"):
        parse(TEXT, published="yesterday")


def test_what_was_assumed_of_the_encoding_is_said_in_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, "The café was hit, “badly”, he said.".encode("windows-1252"))
    loaded = load(path)
    assert loaded.report.text == "The café was hit, “badly”, he said."
    assert loaded.note == f"{path}: read as windows-1252"
    damaged = load(written(tmp_path, "“The café was hit”, he said.\xff".encode()[:-1]))
    assert damaged.note == f"{path}: read as utf-8, 1 place in it could not be read"


def test_standard_input_has_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    given_on_stdin(monkeypatch, "Caf\xe9 owners said so.".encode("latin-1"))
    loaded = load("-")
    assert loaded.report.path is None
    assert loaded.note == "standard input: read as windows-1252"


def test_standard_input_is_not_read_past_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    given_on_stdin(monkeypatch, b"a" * (MAX_BYTES + 1))
    with pytest.raises(TooLargeError, match="standard input: is over the limit of 5 MB"):
        load("-")


def test_closed_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input: is closed"):
        load("-")


def test_a_file_of_fifty_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(TooLargeError, match=r"big\.txt: is over the limit of 5 MB"):
        load(path)


def test_a_string_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLargeError, match="5 million characters"):
        parse("a" * (MAX_BYTES + 1))


def test_one_line_of_a_million_characters_is_read(tmp_path: Path) -> None:
    line = "The mayor said so. " * 55_000
    assert load(written(tmp_path, line.encode())).report.text == line


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u2003\u3000\n".encode()])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptyInputError, match="is empty"):
        load(written(tmp_path, data))


@pytest.mark.parametrize("text", ["“” ''" * 500, "🚑🔥🏳️‍🌈", "\u0301\u0302\u0489", "1 300 - 45 %", "\u202e\u200f\u200d"])
def test_a_text_without_a_letter_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(EmptyInputError, match="there are no words in it"):
        load(written(tmp_path, text.encode()))


@pytest.mark.parametrize("text", ["Title: a", "Title: The mayor said so\nOutlet: Teln\n\n  \n"])
def test_header_lines_alone_are_no_text(text: str) -> None:
    with pytest.raises(EmptyInputError, match="has header lines but no text"):
        parse(text)


def test_binary_is_refused_with_the_file_named(tmp_path: Path) -> None:
    path = written(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with pytest.raises(BinaryInputError) as refused:
        load(path)
    assert str(refused.value) == f"{path}: is a PNG picture, not plain text"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.txt", "there is no such file"),
        ("", "is a folder, not a file"),
        ("a\0b", "is not a name"),
        ("x" * 300, ""),
    ],
)
def test_what_cannot_be_opened_is_refused_in_one_line(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        load(f"{tmp_path}/{name}")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.where


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="there is no permission to read it"):
        load(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "text", ["قال الوزير \u202bإن ثلاثة\u202c قتلوا", "The \ud800 mayor", "e\u0301te\u0301", "a\u2028b\x85c"]
)
def test_odd_characters_are_kept(text: str) -> None:
    assert parse(text).text == text


@in_one_folder
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_report_or_a_reason(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path, data)
    try:
        assert isinstance(load(path), Loaded)
    except InputError as error:
        assert str(path) in str(error)
        assert "\n" not in str(error)


@in_one_folder
@given(
    body=st.text(max_size=200),
    head=st.text(st.sampled_from("tTile: OuPbshdURL-2024\r\n \t"), max_size=60),
)
def test_any_text_gives_a_report_with_the_end_of_that_text_or_a_reason(body: str, head: str) -> None:
    text = head + body
    try:
        report = parse(text)
    except InputError:
        return
    assert text.endswith(report.text)


@in_one_folder
@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\r\n\t\f"), max_size=200)
)
def test_a_text_comes_back_from_a_file_exactly(tmp_path: Path, text: str) -> None:
    text = f"It is so: {text}"
    assert split_headers(text).text == text
    loaded = load(written(tmp_path, text.encode()))
    assert loaded.report.text == text
    assert load(written(tmp_path, text.encode())) == loaded
