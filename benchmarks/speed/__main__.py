"""How fast we read, side by side with peers: `python -m benchmarks.speed TEXTS_FOLDER`. See benchmarks/README.md."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from platform import machine, processor, python_version, system
from statistics import median

import click

from benchmarks.speed.contestants import PACKAGES, YARDSTICK
from benchmarks.speed.footprint import size_in_mb
from benchmarks.speed.rounds import Rounds, one_core, run_rounds, start_ups
from benchmarks.systems import SPACY_MODEL, installed
from benchmarks.tables import Cell, Table, absent_row, publish


@click.command()
@click.argument("texts", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--rounds", default=3, show_default=True, help="How often each system reads all texts.")
@click.option("--starts", default=5, show_default=True, help="How often each system is started for a short text.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("docs"), show_default=True, help="Output folder.")
def main(texts: Path, rounds: int, starts: int, out: Path) -> None:
    """Measure speed on one core over the .txt files in the folder TEXTS."""
    found = [path.read_bytes().decode("utf-8") for path in sorted(texts.glob("*.txt"))]
    if not found:
        raise click.BadParameter(f"{texts}: no .txt files in it", param_hint="TEXTS")
    with one_core():
        results = run_rounds(texts, rounds)
        seconds = start_ups(starts)
    tables = [_rates(results, found, rounds), _start_ups(seconds, starts), _sizes()]
    publish(tables, out, "speed", "Speed, memory and size", _about())


def _rates(results: dict[str, Rounds], texts: list[str], rounds: int) -> Table:
    columns = ("system", "reports a second", "slowest", "fastest", "times the yardstick", "peak memory, MB", "failures")
    yardstick = results[YARDSTICK]
    rows: list[list[Cell]] = []
    for name, result in results.items():
        if result.absent:
            rows.append(absent_row(name, result.absent, columns))
            continue
        times = None if yardstick.absent else round(result.rate / yardstick.rate, 2)
        rates = [round(rate, 1) for rate in (result.rate, min(result.rates), max(result.rates))]
        rows.append([name, *rates, times, round(result.peak_mb), result.failures])
    note = (
        f"{len(texts)} texts, {sum(map(len, texts)):,} characters, on one core, each system alone in its process with "
        f"one thread, in turn (rounds: {rounds}): median, slowest and fastest. Loading is not counted. The yardstick "
        f"is “{YARDSTICK}”. Failures: texts a system gave up on."
    )
    return Table("Reading", columns, rows, note)


def _start_ups(seconds: dict[str, list[float]], starts: int) -> Table:
    rows: list[list[Cell]] = [
        [name, *(round(x, 2) for x in (median(times), min(times), max(times)))]
        if times
        else absent_row(name, "did not run", "1234")
        for name, times in seconds.items()
    ]
    note = f"Whole process for one text of two sentences, measured from outside, on one core (starts: {starts})."
    return Table("Start-up to the first result", ("process", "seconds", "fastest", "slowest"), rows, note)


def _sizes() -> Table:
    rows: list[list[Cell]] = []
    for name, packages in PACKAGES.items():
        size = size_in_mb(*packages)
        rows.append([name, round(size[0], 1), size[1]] if size else [name, "not installed", None])
    note = "Files that pip installs for the package and everything it needs, in MB of 10^6 bytes."
    return Table("Install size", ("packages", "MB", "number of packages"), rows, note)


def _about() -> dict[str, str]:
    packages = ("counterclaim", "onnxruntime", "numpy", "spacy", SPACY_MODEL, "textacy")
    return {
        "measured": date.today().isoformat(),
        "command": "`python -m benchmarks.speed TEXTS`; definitions in `benchmarks/README.md`",
        "machine": f"{_processor()}, {os.cpu_count()} cores, one used; {system()} {machine()}",
        "versions": f"Python {python_version()}, {installed(*packages)}",
    }


def _processor() -> str:
    """The processor's name, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return processor() or "unknown processor"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), machine())


if __name__ == "__main__":
    main()
