"""Running `counterclaim export` in a test."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from counterclaim.cli import main


def export(form: str, ledger: Path, *more: object) -> str:
    """What is printed."""
    words = ["export", form, "--ledger", str(ledger), *map(str, more)]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes.decode()
