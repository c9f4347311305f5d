"""Processes on one core, one after the other, and what they report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.speed.child import SHORT_TEXT
from benchmarks.speed.contestants import CONTESTANTS

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")


@dataclass
class Rounds:
    """What a system did in all rounds."""

    rates: list[float] = field(default_factory=list)
    """Texts a second."""
    failures: int = 0
    peak_mb: float = 0.0
    absent: str | None = None

    @property
    def rate(self) -> float:
        """The median of the rates."""
        return median(self.rates)


@contextmanager
def one_core() -> Iterator[int | None]:
    """Keep this process and its children on one core; gives the core, or None where the system can't do it."""
    if not hasattr(os, "sched_setaffinity"):
        yield None
        return
    before = os.sched_getaffinity(0)
    core = max(before)
    os.sched_setaffinity(0, {core})
    try:
        yield core
    finally:
        os.sched_setaffinity(0, before)


def run_rounds(folder: Path, rounds: int) -> dict[str, Rounds]:
    """Every system reads the folder, turn by turn, so that a slow spell of the machine meets all of them."""
    results = {name: Rounds() for name in CONTESTANTS}
    for _ in range(rounds):
        for name, result in results.items():
            if not result.absent:
                _add(result, name, folder)
    return results


def start_ups(times: int) -> dict[str, list[float]]:
    """Seconds from starting a process to its end, for one short text: our command, and each system from Python."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        text = folder / "short.txt"
        text.write_text(SHORT_TEXT + "\n", encoding="utf-8")
        commands = {"`counterclaim read short.txt --json`": [*_our_command(), "read", str(text), "--json"]}
        commands |= {f"{name}, from Python": _child(name, folder) for name in CONTESTANTS}
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(times):
            for name, command in commands.items():
                seconds[name] += _timed(command)
    return seconds


def _add(result: Rounds, name: str, folder: Path) -> None:
    done = subprocess.run(_child(name, folder), env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2]
        result.absent = f"failed: {last}"
        return
    report = json.loads(done.stdout.splitlines()[-1])
    if why := report.get("absent"):
        result.absent = why
        return
    result.rates.append(report["texts"] / report["seconds"])
    result.failures = report["failures"]
    result.peak_mb = max(result.peak_mb, report["peak_mb"])


def _timed(command: Sequence[str]) -> list[float]:
    start = perf_counter()
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    return [] if done.returncode or '"absent"' in done.stdout else [perf_counter() - start]


def _child(name: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.speed.child", name, str(folder)]


def _our_command() -> list[str]:
    script = Path(sys.executable).with_name("counterclaim")
    return [str(script)] if script.exists() else [sys.executable, "-c", "from counterclaim.cli import main; main()"]


def _environment() -> dict[str, str]:
    return os.environ | _ONE_THREAD
