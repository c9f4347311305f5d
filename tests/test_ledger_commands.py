"""The commands that work on a ledger: what they print, as text and as JSON, and their exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest
from click.shell_completion import CompletionItem, ShellComplete
from click.testing import CliRunner, Result

from counterclaim.cli import main
from counterclaim.export import FOLDER_FORMATS, FORMATS
from counterclaim.ledger import VARIABLE, Ledger, default_place
from tests.ledger.telling import ALL, HERALD, POST, WIRE, at_url, by
from tests.readings import FakeReader

EXPORTS = {form.NAME for form in (*FORMATS, *FOLDER_FORMATS)}
ASKING = ("claims", "disputes", "who tolm", "report {report}", "search kesh", "stats", "check")
"""Commands that ask, with what they need."""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "ledger.db"))
    return tmp_path / "ledger.db"


@pytest.fixture
def full(file: Path) -> Path:
    """A ledger with reports that are in dispute."""
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Title: First\nOutlet: The Paper\n\nAll quiet, he said.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Second report.\n", encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], obj=FakeReader())


def answer(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_add_makes_a_ledger_and_what_is_known_is_not_read_again(file: Path, folder: Path) -> None:
    result = run("add", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "2 new reports · 2 claims · 0 disputes in the ledger\n"
    again = answer("add", folder)
    assert (again["known"], again["new"], again["claims"]) == (2, 0, 0)
    assert answer("stats")["reports"] == 2


def test_add_takes_up_revisions_and_trivial_edits(file: Path, tmp_path: Path) -> None:
    def written(text: str) -> Path:
        (tmp_path / "x.txt").write_text(f"URL: https://a.example/x\nTitle: X\n\n{text}\n", encoding="utf-8")
        return tmp_path / "x.txt"

    assert answer("add", written("All quiet, he said."))["new"] == 1
    assert answer("add", written("All  quiet - he said!"))["trivial"] == 1
    assert answer("add", written("Nothing quiet, he said."))["revision"] == 1
    (claim,) = answer("claims")["claims"]
    shown = run("report", claim["report"][:8])
    assert "3 revisions" in shown.stdout
    assert "gone: All" in shown.stdout and "come: Nothing" in shown.stdout


def test_add_lists_what_cannot_be_read_and_keeps_the_rest(file: Path, folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"\x00\x01\x02")
    (folder / "d.txt").write_text("Le ministre a dit non.", encoding="utf-8")
    result = run("add", folder)
    assert result.exit_code == 1
    assert "2 new reports · 2 claims" in result.stdout and "2 inputs not read" in result.stdout
    assert len(result.stderr.splitlines()) == 2
    assert run("add", folder / "c.txt").exit_code == 2


def test_half_characters_in_json_do_not_keep_a_report_out(file: Path, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"text": "Quiet \\ud83d, he said."}\n', encoding="utf-8")
    assert answer("add", tmp_path / "x.jsonl")["new"] == 1
    assert answer("add", tmp_path / "x.jsonl")["known"] == 1


def test_claims_are_filtered_and_carry_names(full: Path) -> None:
    found = answer("claims", "--claimant", "Tolm", "--act", "deny")
    assert (found["more"], len(found["claims"])) == (False, 1)
    assert found["claims"][0]["claimant_name"] == "the Tolm General Staff"
    assert found["claims"][0]["outlet"] == "Wire"
    shown = run("claims", "--place", "kesh", "--until", "2031-05-01", "--limit", 1)
    assert "2031-05-01 · " in shown.stdout
    assert shown.stderr.endswith("1 shown, there are more; --limit 0 shows all\n")
    assert answer("claims", "--limit", 1)["more"]
    assert run("claims", "--since", "soon").exit_code == 2


def test_disputes_are_shown_with_their_positions(full: Path) -> None:
    found = answer("disputes", "--kind", "control")
    (dispute,) = found["disputes"]
    members = {claim for position in dispute["positions"] for claim in position["claims"]}
    assert members == {claim["id"] for claim in found["claims"]}
    assert found["links"]
    assert "Who holds Kesh?" in run("disputes", "--text", "kesh").stdout
    assert "No disputes found" in run("disputes", "--as-of", "2001-01-01").stdout


def test_who_counts_what_a_body_claims(full: Path) -> None:
    found = answer("who", "staff general")
    (one,) = found["people"]
    assert (one["name"], one["claims"], one["reports"]) == ("the Tolm General Staff", 4, 2)
    assert len(found["claims"]) == 4
    assert one["acts"] == {"assert": 3, "deny": 1}
    assert "No one of that name" in run("who", "Nemo").stdout


def test_report_shows_text_claims_and_reprints(full: Path) -> None:
    with Ledger.open(full) as ledger:
        ledger.add([by(WIRE, "Copy")])
    found = answer("report", WIRE.report.id[:6])
    assert found["reports"][0]["text"] == WIRE.report.text
    assert [claim["id"] for claim in found["claims"]] == [claim.id for claim in WIRE.claims]
    assert [one["outlet"] for one in found["reprints"]] == ["Copy"]
    assert "The same text: 1 other report" in run("report", WIRE.report.id).stdout
    assert run("report", "zz").stderr == "counterclaim: there is no report zz\n"


def test_search_shows_the_words_that_were_found(full: Path) -> None:
    assert "[bridge]" in run("search", "bridge").stdout
    assert answer("search", "still", "held")["total"] == 2
    assert run("search", "?").exit_code == 2


def test_check_says_what_is_wrong(full: Path) -> None:
    assert run("check").stdout == "whole: 4 reports, 8 claims\n"
    with Ledger.open(full) as ledger:
        ledger._connection.execute("UPDATE claims SET text = 'Something else.' WHERE key = 1")
    result = run("check")
    assert result.exit_code == 1
    assert "does not have the words of its report" in result.stdout.splitlines()[-1]
    assert json.loads(run("check", "--json").stdout)["whole"] is False


def test_reports_that_are_not_compared_yet_are_mentioned_until_the_next_add(file: Path, folder: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.keep(WIRE)
    assert "not compared yet" in run("check").stdout
    assert "not compared yet" in run("disputes").stderr
    assert run("add", folder).exit_code == 0
    assert "not compared yet" not in run("check").stdout
    assert "Who holds Kesh?" in run("disputes").stdout
    assert run("disputes").stderr == ""


def test_forget_asks_first_and_names_what_stays(full: Path) -> None:
    with Ledger.open(full) as ledger:
        ledger.add([by(WIRE, "Copy"), at_url(HERALD, "https://a.example/x")])
    assert run("forget", POST.report.id).exit_code == 1
    assert answer("stats")["forgotten"] == 0
    found = answer("forget", WIRE.report.id[:8], "--yes")
    assert found == {"forgotten": [WIRE.report.id], "reprints": [by(WIRE, "Copy").report.id]}
    assert "forgotten" in run("report", WIRE.report.id).stdout
    assert answer("report", WIRE.report.id)["reports"][0]["text"] == ""


@pytest.mark.parametrize("command", ASKING)
def test_every_command_answers_in_text_and_in_json_and_from_a_named_file(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    words = command.format(report=WIRE.report.id).split()
    assert run(*words).exit_code == 0
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other.db"))
    missing = run(*words)
    assert (missing.exit_code, len(missing.stderr.splitlines())) == (2, 1)
    assert "there is no ledger" in missing.stderr
    assert not (tmp_path / "other.db").exists()
    assert answer(*words, "--ledger", full)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_help_of_every_command_has_an_example_json_and_the_place_of_the_ledger(name: str) -> None:
    said = run(name, "--help").stdout
    assert re.search(rf"^ +counterclaim {name}\b", said.partition("Example")[2], re.MULTILINE)
    assert "--json" in said or name == "export"
    assert ("--ledger FILE" in said and VARIABLE in said) or name in ("read", "demo")
    assert run(name, "-h").stdout == said


@pytest.mark.parametrize("name", sorted(set(main.commands) - {"read", "demo"}))
def test_the_ledger_is_the_one_named_or_of_the_environment_or_in_the_users_data(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (option,) = (one for one in main.commands[name].params if one.name == "file")
    monkeypatch.delenv(VARIABLE, raising=False)
    context = click.Context(main.commands[name])
    assert option.consume_value(context, {})[0] == default_place()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "a.db"))
    assert option.consume_value(context, {})[0] == str(tmp_path / "a.db")
    assert option.consume_value(context, {"file": "b.db"})[0] == "b.db"


@pytest.mark.parametrize(
    ("words", "offered"),
    [("", set(main.commands)), ("claims --act d", {"deny", "decline"}), ("export ", EXPORTS),
     ("disputes --k", {"--kind"}), ("add --as o", {"opml"})],
)  # fmt: skip
def test_shells_complete_commands_options_and_their_values(words: str, offered: set[str]) -> None:
    assert {item.value for item in completions(words)} == offered


@pytest.mark.parametrize("words", ["read a", "add a", "watch a", "claims --ledger a", "export csv --out a"])
def test_shells_complete_files(words: str) -> None:
    assert [item.type for item in completions(words)] == ["file"]


def completions(words: str) -> list[CompletionItem]:
    """What a shell is told after these words."""
    *before, incomplete = words.split(" ")
    return ShellComplete(main, {}, "counterclaim", "_COUNTERCLAIM_COMPLETE").get_completions(before, incomplete)


def test_what_is_no_ledger_is_one_line(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "text.db").write_text("All quiet. " * 100)
    for words in (("stats",), ("add", folder)):
        result = run(*words, "--ledger", tmp_path / "text.db")
        assert (result.exit_code, result.stderr) == (2, f"counterclaim: {tmp_path}/text.db: is not a ledger\n")
