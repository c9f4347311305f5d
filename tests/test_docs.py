"""The pages say what is so: commands, options, versions and links."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import counterclaim
from counterclaim.cli import main
from counterclaim.export import FOLDER_FORMATS, FORMATS, TABLES, Named, acled, parquet, ucdp
from counterclaim.export.policy import POLICY, Policy
from counterclaim.export.schemas import schema_of
from counterclaim.ingest import KINDS, Inputs
from counterclaim.ingest.kind import Kind, Source
from counterclaim.ingest.kinds.opml import feeds
from counterclaim.ingest.records import FIELDS
from counterclaim.ingest.registry import kind_of
from counterclaim.ledger import Ledger
from counterclaim.model import Report
from counterclaim.tables import read_table
from tests.ledger.telling import ALL

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("**/*.md")])


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme_word_for_word() -> None:
    commands = [line for line in text("README.md").splitlines() if ".[test]" in line]
    assert len(commands) == 1
    assert commands[0] in text(".ci/run").splitlines()


def test_ci_can_be_executed() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_demo_is_one_line_of_the_readme() -> None:
    assert any(
        "venv" in line and "install" in line and "counterclaim demo" in line for line in text("README.md").splitlines()
    )


def options(name: str) -> list[str]:
    return [word for one in main.commands[name].params if isinstance(one, click.Option) for word in one.opts]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_a_page_with_its_options_and_stands_in_the_list(name: str) -> None:
    page = text(f"docs/commands/{name}.md")
    assert re.match(rf"# `counterclaim {name}\b", page)
    assert re.search(rf"^(\$ )?counterclaim {name}\b", page, re.MULTILINE)
    assert all(f"\n## {part}\n" in page for part in ("Options", "Exit codes", "JSON"))
    documented = re.findall(r"^\| `(--[\w-]+)", page, re.MULTILINE)
    assert sorted(documented) == sorted(options(name))
    assert f"[`counterclaim {name}`](commands/{name}.md)" in text("docs/commands.md")


def test_every_page_of_a_command_is_of_one_that_there_is() -> None:
    assert {page.stem for page in (ROOT / "docs" / "commands").iterdir()} == set(main.commands)
    assert all(f"`{word}" in text("docs/commands.md") for word in ("counterclaim --version", "counterclaim --help"))


EXAMPLES = {"text": "text", "html": "html", "feed": "xml", "jsonl": "json", "json": "json", "csv": "csv",
            "telegram": "json", "opml": "xml"}  # fmt: skip
"""The language that the example of an input's page is marked with, where it can be printed."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.NAME)
def test_every_kind_of_input_has_a_page_with_a_command_and_stands_in_the_list(kind: Kind) -> None:
    page = text(f"docs/inputs/{kind.NAME}.md")
    assert f"(`{kind.NAME}`)" in page.splitlines()[0]
    assert "```console\n$ " in page
    assert f"[`{kind.NAME}`]({kind.NAME}.md)" in text("docs/inputs/README.md")


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_example_of_an_input_is_of_that_kind_and_can_be_read(name: str, tmp_path: Path) -> None:
    found = re.search(rf"^```{EXAMPLES[name]}\n(.*?)^```", text(f"docs/inputs/{name}.md"), re.DOTALL | re.MULTILINE)
    assert found
    file = tmp_path / "example"
    file.write_text(found[1], encoding="utf-8")
    assert name == kind_of(found[1].encode(), "example").NAME
    if name == "opml":
        with file.open("rb") as stream:
            assert len(feeds(Source(stream, "example"))) == 2
        return
    outcomes = list(Inputs().reports(str(file)))
    assert outcomes
    assert all(isinstance(outcome, Report) for outcome in outcomes)


@pytest.mark.parametrize("form", (*FORMATS, *FOLDER_FORMATS), ids=lambda form: form.NAME)
def test_every_export_has_a_page_with_a_command_and_stands_in_the_list(form: Named) -> None:
    page = text(f"docs/exports/{form.NAME}.md")
    assert f"(`{form.NAME}`)" in page.splitlines()[0]
    assert f"```console\n$ counterclaim export {form.NAME} " in page
    assert f"[`{form.NAME}`]({form.NAME}.md)" in text("docs/exports/README.md")


@pytest.mark.parametrize("form", (*FORMATS, *FOLDER_FORMATS), ids=lambda form: form.NAME)
def test_the_commands_of_an_exports_page_run(form: Named, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Ledger.open("ledger.db") as ledger:
        ledger.add(ALL)
    for line in re.findall(r"^\$ counterclaim (.*)$", text(f"docs/exports/{form.NAME}.md"), re.MULTILINE):
        words, _, _ = line.partition(" > ")
        result = CliRunner().invoke(main, [*shlex.split(words), "--ledger", "ledger.db"], catch_exceptions=False)
        assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("form", (*FORMATS, *FOLDER_FORMATS), ids=lambda form: form.NAME)
def test_every_export_stands_in_the_help_and_on_the_page_of_the_command(form: Named) -> None:
    assert re.search(rf"^ +{form.NAME} +\S", CliRunner().invoke(main, ["export", "--help"]).stdout, re.MULTILINE)
    assert f"`{form.NAME}`" in text("docs/commands/export.md")


@pytest.mark.parametrize(("page", "policy"), [("ucdp", POLICY), ("acled", acled.POLICY)])
def test_the_policies_stand_on_their_pages_word_for_word(page: str, policy: Policy) -> None:
    written = " ".join(text(f"docs/exports/{page}.md").replace("\n> ", " ").split())
    assert f"`{policy.name}`" in written
    assert policy.text in written


@pytest.mark.parametrize(("page", "columns"), [("ucdp", ucdp.COLUMNS), ("acled", acled.COLUMNS)])
def test_the_columns_that_a_page_says_are_filled_are_columns(page: str, columns: tuple[str, ...]) -> None:
    filled = text(f"docs/exports/{page}.md").partition("## Columns that are filled")[2].partition("\nAll other")[0]
    named = [
        name for row in re.findall(r"^\| (`[^|]*) \|", filled, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    ]
    assert len(named) > 9
    assert set(named) <= set(columns)


def test_the_columns_of_the_parquet_page_are_those_that_are_written() -> None:
    rows = re.findall(r"^\| (\w+) \| (`.*) \|$", text("docs/exports/parquet.md"), re.MULTILINE)
    assert {name: re.findall(r"`([^`]+)`", columns) for name, columns in rows} == {
        name: schema_of(name).names for name in parquet.OF
    }


def test_the_columns_of_the_csv_page_are_those_that_are_written() -> None:
    rows = re.findall(r"^\| (\w+) \| (`.*) \|$", text("docs/exports/csv.md"), re.MULTILINE)
    assert {name: tuple(re.findall(r"`([^`]+)`", columns)) for name, columns in rows} == {
        name: table.columns for name, table in TABLES.items()
    }


def test_the_keys_that_are_known_are_those_of_the_page() -> None:
    rows = re.findall(r"^\| (\w+) \| (.*) \|$", text("docs/inputs/jsonl.md"), re.MULTILINE)
    documented = {field: re.findall(r"`([^`]+)`", keys) for field, keys in rows if field in FIELDS}
    known = read_table("ingest", "fields")
    assert documented == {field: [key for name, key, _ in known if name == field] for field in FIELDS}


def test_the_package_and_its_project_have_one_version() -> None:
    assert tomllib.loads(text("pyproject.toml"))["project"]["version"] == counterclaim.__version__


def test_the_changelog_knows_this_version() -> None:
    assert re.search(rf"^## {re.escape(counterclaim.__version__)}\b", text("CHANGELOG.md"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not missing


def test_the_python_example_of_the_ledgers_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", text("docs/ledger.md"), re.DOTALL)
    exec(compile(example, "ledger.md", "exec"), {})
    assert "two people were killed" in capsys.readouterr().out


def test_the_python_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    examples = re.findall(r"```python\n(.*?)```", text("README.md"), re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, "README.md", "exec"), {})
    assert "Zabrod is ours" in capsys.readouterr().out
