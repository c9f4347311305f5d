"""The pages of commands: the keys of their JSON are those that are printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli import main
from counterclaim.ledger import VARIABLE, Ledger
from tests.docs.transcripts import ROOT
from tests.ledger.telling import ALL, WIRE
from tests.readings import FakeReader

ARGUMENTS = {
    "add": "a.txt", "check": "", "claims": "", "demo": "", "disputes": "", "forget": f"{WIRE.report.id} --yes",
    "read": "a.txt", "report": WIRE.report.id, "search": "kesh", "stats": "", "watch": "http://127.0.0.1:1/ --once",
    "who": "tolm",
}  # fmt: skip
"""What each command needs to print an object."""


def test_all_commands_that_print_an_object_are_looked_at() -> None:
    printing = {name for name, command in main.commands.items() if any("--json" in one.opts for one in command.params)}
    assert set(ARGUMENTS) == printing
    assert set(main.commands) - printing == {"export"}


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_the_keys_of_a_page_are_those_that_are_printed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, "ledger.db")
    Path("a.txt").write_text("All quiet, he said.\n", encoding="utf-8")
    with Ledger.open("ledger.db") as ledger:
        ledger.add(ALL)
    result = CliRunner().invoke(main, [name, *ARGUMENTS[name].split(), "--json"], obj=FakeReader())
    page = (ROOT / "docs" / "commands" / f"{name}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", page.partition("\n## JSON\n")[2], re.MULTILINE)
    documented = [key for row in rows for key in re.findall(r"`(\w+)`", row)]
    assert list(json.loads(result.stdout)) == documented
