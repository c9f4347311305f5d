"""Processes that add at once, and processes that are killed while they add: the ledger stays whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counterclaim.ledger import Ledger

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("COUNTERCLAIM_TEST_KILLS", "4"))
"""How often a writer is killed; set the variable for a long run."""


def adding(file: Path, outlet: str, many: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.adding", str(file), outlet, str(many)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip


def begun(process: subprocess.Popen[str]) -> subprocess.Popen[str]:
    """The process, once it has added something."""
    assert process.stdout
    process.stdout.readline()
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_writer_leaves_a_ledger_that_is_whole_and_goes_on(tmp_path: Path) -> None:
    file, dice = tmp_path / "ledger.db", random.Random()
    before = 0
    for _ in range(KILLS):
        writer = begun(adding(file, "wire", 10_000))
        until = time.monotonic() + dice.uniform(0.05, 0.8)
        with Ledger.open(file, write=False) as ledger:
            while time.monotonic() < until:
                disputes, _ = ledger.disputes(limit=3)
                claims = {claim.id for account in disputes.accounts for claim in account.claims}
                assert all(set(position.claims) <= claims for one in disputes.disputes for position in one.positions)
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        with Ledger.open(file) as ledger:
            assert ledger.check() == []
            assert ledger.stats().reports >= before
            before = ledger.stats().reports
            ledger.compare()
            assert ledger.stats().compared
    assert before > 0


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    both = [adding(file, outlet, 5) for outlet in ("wire", "post")]
    for process in both:
        process.communicate()
        assert process.returncode == 0
    with Ledger.open(file) as ledger, Ledger.open(tmp_path / "one.db") as one:
        assert ledger.check() == []
        assert (ledger.stats().reports, ledger.stats().compared) == (20, True)
        one.add(list(ledger.accounts()))
        assert set(ledger.compared().links) == set(one.compared().links)
