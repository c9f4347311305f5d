"""The guide and the pages of commands: what they say that commands print is what they print."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim import Reader
from tests.docs.transcripts import COMMANDS, GUIDE, make_ledger, prepare, rewritten


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    file = tmp_path_factory.mktemp("desk") / "ledger.db"
    make_ledger(file, reader)
    return file


@pytest.mark.parametrize("page", [GUIDE, *COMMANDS], ids=lambda page: page.stem)
def test_commands_print_what_the_page_says(page: Path, ledger: Path, reader: Reader, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    prepare(tmp_path, page, ledger)
    assert "\n$ counterclaim " in text
    assert rewritten(text, tmp_path, reader) == text, "python -m tests.docs.transcripts writes the page anew"


def test_the_guide_ends_with_a_table_of_who_says_how_many() -> None:
    table = GUIDE.read_text(encoding="utf-8").rpartition("$ cut")[2].partition("```")[0]
    for who in ("Teln Guard", "Irena Vasko", "Interior Ministry", "Border Observers"):
        assert who in table
