"""The command line: what it prints, what it says when something can't be read, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import counterclaim
from counterclaim.cli import main
from counterclaim.errors import WeightsError
from counterclaim.samples import samples
from tests.readings import FakeReader


def run(*arguments: str | Path, stdin: bytes | None = None, reader: object = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin, obj=reader or FakeReader())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Title: First\nOutlet: The Paper\n\nAll quiet, he said.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Second report.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def mixed(folder: Path) -> Path:
    (folder / "c.txt").write_bytes(b"\x00\x01\x02")
    (folder / "d.txt").write_text("Le ministre a dit non.", encoding="utf-8")
    (folder / "e.txt").write_text("", encoding="utf-8")
    return folder


def test_read_shows_text_and_claims(folder: Path) -> None:
    result = run("read", folder / "a.txt")
    assert result.exit_code == 0
    assert "First" in result.stdout
    assert "The Paper" in result.stdout
    assert "[1: All] quiet, he said." in result.stdout
    assert result.stderr == ""


def test_read_takes_folders_and_counts(folder: Path) -> None:
    result = run("read", folder)
    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith("2 reports · 2 claims")


def test_read_takes_standard_input_with_outlet_and_date() -> None:
    result = run("read", "-", "--outlet", "The Paper", "--published", "2026-03-04", stdin=b"Quiet, he said.")
    assert result.exit_code == 0
    assert "The Paper · 2026-03-04" in result.stdout


def test_json_is_one_object_for_all_reports(folder: Path) -> None:
    contract = json.loads(run("read", "--json", folder).stdout)
    assert [report["title"] for report in contract["reports"]] == ["First", None]
    assert [claim["text"] for claim in contract["claims"]] == ["All", "Second"]
    assert contract["links"] == contract["disputes"] == []


def test_jsonl_is_one_object_a_report(folder: Path) -> None:
    lines = run("read", "--jsonl", folder).stdout.splitlines()
    assert [json.loads(line)["reports"][0]["title"] for line in lines] == ["First", None]
    assert [len(json.loads(line)["claims"]) for line in lines] == [1, 1]


def test_what_cannot_be_read_is_listed_at_the_end_and_the_rest_is_read(mixed: Path) -> None:
    result = run("read", mixed, "lost.txt", "--jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    failures = result.stderr.splitlines()
    assert len(failures) == 4
    for name in ("c.txt", "d.txt", "e.txt", "lost.txt"):
        assert sum(f"{name}:" in line for line in failures) == 1


def test_read_takes_archives_and_counts_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"body": "One, he said."}\n{"x": 1}\n{"body": "Two, she said."}\n', encoding="utf-8"
    )
    result = run("read", tmp_path / "a.jsonl", "--map", "text=body", "--outlet", "The Paper", "--jsonl")
    assert result.exit_code == 1
    reports = [json.loads(line)["reports"][0] for line in result.stdout.splitlines()]
    assert [(report["text"], report["outlet"]) for report in reports] == [
        ("One, he said.", "The Paper"),
        ("Two, she said.", "The Paper"),
    ]
    assert result.stderr == f'{tmp_path}/a.jsonl, line 2: has no text in it under "body"\n'


def test_a_kind_can_be_named_and_one_that_is_none_is_wrong_usage(folder: Path) -> None:
    assert run("read", folder / "a.txt", "--as", "text").exit_code == 0
    assert "is not valid JSON" in run("read", folder / "a.txt", "--as", "jsonl").stderr
    assert run("read", folder / "a.txt", "--as", "spreadsheet").exit_code == 2


def test_a_mapping_that_makes_no_sense_is_wrong_usage(folder: Path) -> None:
    result = run("read", folder, "--map", "body")
    assert result.exit_code == 2
    assert "text=body" in result.stderr


def test_this_machine_is_not_asked_unless_allowed() -> None:
    result = run("read", "http://127.0.0.1:1/a")
    assert result.exit_code == 2
    assert "--allow-private" in result.stderr
    assert "there is no connection" in run("read", "http://127.0.0.1:1/a", "--allow-private").stderr


def test_summary_counts_what_was_not_read(mixed: Path) -> None:
    assert "2 reports · 2 claims · 3 inputs not read" in run("read", mixed).stdout


@pytest.mark.parametrize("form", ["--json", "--jsonl", None])
def test_exit_code_2_where_nothing_could_be_read(tmp_path: Path, form: str | None) -> None:
    (tmp_path / "x.txt").write_bytes(b"\x00\x01")
    result = run("read", tmp_path / "x.txt", *([form] if form else []))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "x.txt" in result.stderr
    assert form == "--json" or result.stdout == ""


def test_exit_code_2_for_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 2
    assert str(tmp_path) in result.stderr


def test_an_assumed_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes("Nothing happened, said the mayor of Köln.".encode("latin-1"))
    result = run("read", tmp_path / "x.txt")
    assert result.exit_code == 0
    assert "Köln" in result.stdout
    assert "read as windows-1252" in result.stderr


def test_a_date_that_is_none_is_wrong_usage(folder: Path) -> None:
    result = run("read", folder, "--published", "soon")
    assert result.exit_code == 2
    assert '"soon" is not a date' in result.stderr


def test_missing_weights_are_one_line_without_a_traceback(folder: Path) -> None:
    class Broken:
        def read_many(self, *_: object) -> None:
            raise WeightsError("the weights are missing; install the package again")

    result = run("read", folder, reader=Broken())
    assert result.exit_code == 2
    assert result.stderr == "counterclaim: the weights are missing; install the package again\n"


def test_demo_shows_every_sample_and_an_overview() -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert f"{len(samples())} reports" in result.stdout
    for outlet in ("Transalpine Press", "Teln News Agency", "The Karolin Chronicle", "Carpathian Monitor"):
        assert outlet in result.stdout
    assert "ORLISK]" in result.stdout or "ORLISK," in result.stdout  # the first text is shown
    assert "CHISINAU, Moldova - Envoys" not in result.stdout


def test_demo_full_shows_every_text() -> None:
    assert "Moldova - Envoys of Ostavia" in run("demo", "--full").stdout


def test_demo_json_is_the_contract() -> None:
    contract = json.loads(run("demo", "--json").stdout)
    assert len(contract["reports"]) == len(samples())
    assert contract["reports"][0]["path"] == samples()[0].name


@pytest.mark.parametrize("command", [[], ["read"], ["demo"]])
def test_help_has_an_example(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "  counterclaim " in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_version() -> None:
    assert run("--version").stdout.split()[-1] == counterclaim.__version__


def start(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """The command as its own process, without a model: the fake reader is handed over."""
    code = "from counterclaim.cli import main; from tests.readings import FakeReader; main(obj=FakeReader())"
    path = os.pathsep.join(filter(None, [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH")]))
    pipe = subprocess.PIPE
    env = os.environ | {"PYTHONPATH": path} | environment
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=pipe, stderr=pipe, env=env)


@pytest.mark.parametrize("form", [["--full"], ["--json"], ["--jsonl"]])
def test_a_reader_that_stops_listening_is_no_error(form: list[str]) -> None:
    process = start("demo", *form)
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


def test_a_stream_that_lacks_characters_gets_escapes_or_valid_json() -> None:
    out, err = start("demo", PYTHONIOENCODING="ascii").communicate(timeout=60)
    assert err == b""
    assert out.isascii()
    out, err = start("demo", "--json", PYTHONIOENCODING="ascii").communicate(timeout=60)
    assert "“" in json.loads(out)["reports"][1]["text"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_styles_and_no_color_is_respected() -> None:
    coloured = in_terminal("demo", TERM="xterm-256color", COLUMNS="100")
    assert b"\x1b[32m" in coloured or b"\x1b[3;32m" in coloured
    assert b"\x1b[3;32m" not in in_terminal("demo", TERM="xterm-256color", COLUMNS="100", NO_COLOR="1")
    assert b"\x1b" not in in_terminal("demo", TERM="dumb", COLUMNS="100")


def in_terminal(*arguments: str, **environment: str) -> bytes:
    """What the command writes to a terminal."""
    import pty

    ours, theirs = pty.openpty()
    code = "from counterclaim.cli import main; from tests.readings import FakeReader; main(obj=FakeReader())"
    root = str(Path(__file__).parents[1])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    env = known | {"PYTHONPATH": path} | environment
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    written = b""
    try:
        while chunk := os.read(ours, 65536):
            written += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return written
