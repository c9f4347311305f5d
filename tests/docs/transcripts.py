"""Console blocks of pages: run, and compared with what the page says they print.

`python -m tests.docs.transcripts` writes what they print now into the pages; look at the difference before you keep it.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from counterclaim import Reader
from counterclaim.cli import main
from counterclaim.ingest import load
from counterclaim.ledger import VARIABLE, Ledger

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide.md"
ARTICLES = ROOT / "docs" / "guide" / "articles"
COMMANDS = sorted(page for page in (ROOT / "docs" / "commands").glob("*.md") if page.stem != "watch")
"""`watch` needs a server; its tests look at what it prints."""
ENVIRONMENT = {VARIABLE: "desk.db", "COLUMNS": "100"}

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"^\$ (.*\n(?:> .*\n)*)((?:(?!\$ ).*\n)*)", re.MULTILINE)


def make_ledger(file: Path, reader: Reader) -> None:
    """The ledger that the pages of commands begin with: that of the guide's articles."""
    with Ledger.open(file) as ledger, chdir(ARTICLES.parent):
        ledger.add(reader.read_many(load(str(article)).report for article in sorted(Path("articles").iterdir())))


def prepare(folder: Path, page: Path, ledger: Path) -> None:
    """Put into a folder what a page's commands find."""
    if page == GUIDE:
        shutil.copytree(ARTICLES, folder / ARTICLES.relative_to(ROOT))
    else:
        shutil.copytree(ARTICLES, folder / "articles")
        shutil.copy(ledger, folder / "desk.db")


def run(command: str, folder: Path, reader: Reader) -> str:
    """What a command prints; Counterclaim itself runs in this process, the rest in a shell."""
    command = command.replace("\n> ", "\n").strip()
    if not command.startswith("counterclaim "):
        return _in_shell(command, folder, "")
    own, pipe, rest = command.partition(" | ")
    own, into, file = own.partition(" > ")
    with chdir(folder):
        result = CliRunner().invoke(main, shlex.split(own)[1:], obj=reader, env=ENVIRONMENT)
    if into:
        (folder / file.strip()).write_text(result.stdout, encoding="utf-8")
        return result.stderr
    return (_in_shell(rest, folder, result.stdout) if pipe else result.stdout) + result.stderr


def rewritten(page: str, folder: Path, reader: Reader) -> str:
    """A page with what its commands print now."""

    def step(found: re.Match[str]) -> str:
        return f"$ {found[1]}{_plain(run(found[1], folder, reader))}"

    return _BLOCK.sub(lambda block: f"```console\n{_STEP.sub(step, block[1])}```", page)


def _in_shell(command: str, folder: Path, given: str) -> str:
    command = re.sub(r"\bpython3\b", shlex.quote(sys.executable), command)
    done = subprocess.run(command, shell=True, cwd=folder, input=given, capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


def _plain(printed: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def write_all() -> None:
    """Write what all commands print now into the pages."""
    reader = Reader()
    with TemporaryDirectory() as made:
        ledger = Path(made) / "ledger.db"
        make_ledger(ledger, reader)
        for page in (GUIDE, *COMMANDS):
            with TemporaryDirectory() as folder:
                prepare(Path(folder), page, ledger)
                page.write_text(rewritten(page.read_text(encoding="utf-8"), Path(folder), reader), encoding="utf-8")


if __name__ == "__main__":
    write_all()
