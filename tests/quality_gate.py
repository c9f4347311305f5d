"""Holds reading and comparing to their quality: our own hand-made gold, and floors that figures must reach.

    python -m tests.quality_gate                check the figures against the floors
    python -m tests.quality_gate --raise        raise floors to what is measured now, less a margin
    python -m tests.quality_gate --lower        the same, and lower floors that are no longer reached
    python -m tests.quality_gate --accept-gold  take the gold as it is now (after editing gold or samples)

A gold file names a sample and lists its attributions, as PolNeAR's guidelines would have them: source, cue and
content as exact quotes from the text, each of which must occur once. Words that occur more often are quoted with
their context and put in brackets: "the officials [said] on". A floor of null is not yet set.

Scenarios (`gold/scenarios`) are invented reports with gold claims, facets, links and disputes; what is measured on them
is what `benchmarks.scenarios` measures. Explicit denials (`gold/denials`) are measured as `benchmarks.denials` does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks import denials
from benchmarks.attribution.score import compare
from benchmarks.attribution.tokens import MarkedText
from benchmarks.figures import add_up, percent
from benchmarks.scenarios.figures import main_figures, reads_with
from benchmarks.scenarios.figures import measure as measure_scenarios
from benchmarks.scenarios.gold import read_scenarios
from counterclaim import Reader
from counterclaim.model import Attribution, Report, Span, Spans
from counterclaim.samples import load_sample, samples

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.json"
SCENARIOS, DENIALS = GOLD / "scenarios", GOLD / "denials" / "denials.json"
#: F1 in per cent that is measured on the samples and held; tokens for the three roles.
ATTRIBUTIONS = ("attribution", "source", "cue", "content")
#: What is held of the figures on scenarios.
COMPARED = ("claims", "claimant", "act", "certainty", "quantity", "place", "time", "conflict", "dispute", "distinct")
FIGURES = (*ATTRIBUTIONS, *COMPARED, "denials")
#: How far below the measured figure a raised floor is set: rounding differs a little between processors.
MARGIN = 1.0
_BRACKETED = re.compile(r"\[(.*?)\]", re.DOTALL)


@dataclass(frozen=True)
class GoldReport:
    """A sample report and the attributions that people find in it."""

    report: Report
    attributions: tuple[Attribution, ...]


def gold_files() -> list[Path]:
    """The gold, a file a report."""
    return sorted(path for path in GOLD.glob("*.json") if path != FLOORS)


def read_gold() -> Iterator[GoldReport]:
    """The gold with its quotes found in the reports. Raises ValueError for a quote that isn't there exactly once."""
    reports = {sample.name: load_sample(sample) for sample in samples()}
    for path in gold_files():
        gold = json.loads(path.read_text(encoding="utf-8"))
        report = reports[gold["sample"]]
        yield GoldReport(report, tuple(_locate_all(report.text, quotes) for quotes in gold["attributions"]))


def locate(text: str, quote: str) -> Span:
    """Where a quote, or the words in brackets in it, stands. Raises ValueError if it isn't there exactly once."""
    bracketed = _BRACKETED.search(quote)
    context = _BRACKETED.sub(r"\1", quote)
    if text.count(context) != 1:
        raise ValueError(f"occurs {text.count(context)} times, not once: {context!r}")
    before, words = (bracketed.start(), bracketed[1]) if bracketed else (0, quote)
    start = text.index(context) + before
    return Span(start, start + len(words))


def gold_hash() -> str:
    """SHA-256 of the gold files and of the texts that they mark."""
    digest = sha256()
    for path in (*sorted(SCENARIOS.glob("*.json")), DENIALS):
        digest.update(json.dumps(json.loads(path.read_bytes()), sort_keys=True, ensure_ascii=False).encode())
    for path in gold_files():
        gold = json.loads(path.read_text(encoding="utf-8"))
        digest.update(json.dumps(gold, sort_keys=True, ensure_ascii=False).encode())
    for gold_report in read_gold():
        digest.update(gold_report.report.text.encode())
    return digest.hexdigest()


def measure(reader: Reader) -> dict[str, float]:
    """All figures, in per cent."""
    return {**measure_attributions(reader), **measure_comparing(reader), "denials": measure_denials(reader)}


def measure_comparing(reader: Reader) -> dict[str, float]:
    """The figures on scenarios."""
    scenarios = read_scenarios(SCENARIOS)
    figures = main_figures(measure_scenarios(scenarios, reads_with(reader)))
    return {name: figures[name] or 0.0 for name in COMPARED}


def measure_denials(reader: Reader) -> float:
    """The share of the hand-written denials that are resolved, and of the look-alikes that are none."""
    outcomes = list(denials.run(reader, json.loads(DENIALS.read_text(encoding="utf-8"))))
    return percent(sum(outcome.right for outcome in outcomes) / len(outcomes))


def measure_attributions(reader: Reader) -> dict[str, float]:
    """F1 of attributions and their parts over all gold samples."""
    counts = []
    for gold in read_gold():
        text = MarkedText(gold.report.text)
        found = reader.read(gold.report).analysis.attributions
        counts.append(compare(text.items(gold.attributions, False), text.items(found, True)).counts)
    total = add_up(counts)
    return {figure: percent(total[figure].f1) for figure in ATTRIBUTIONS}


def shortfalls(measured: dict[str, float], floors: dict[str, float | None]) -> list[str]:
    """A line for each figure below its floor."""
    return [
        f"{figure}: {measured[figure]} is below the floor of {floor}"
        for figure, floor in floors.items()
        if floor is not None and measured[figure] < floor
    ]


def read_floors() -> dict[str, Any]:
    """The pinned state: the hash of the gold and the floors by figure."""
    stored: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return stored


def new_floors(measured: dict[str, float], floors: dict[str, float | None], lower: bool) -> dict[str, float | None]:
    """Floors at what is measured less the margin; one that stands higher is kept unless `lower`."""
    wanted = {figure: round(measured[figure] - MARGIN, 1) for figure in FIGURES}
    return {figure: value if lower else max(value, floors.get(figure) or 0.0) for figure, value in wanted.items()}


def main(arguments: list[str] | None = None) -> int:
    """Check or move the floors; 1 if a figure is below its floor or the gold is not the pinned one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--raise", dest="higher", action="store_true", help="raise floors to what is measured now")
    parser.add_argument("--lower", action="store_true", help="raise or LOWER floors to what is measured now")
    parser.add_argument("--accept-gold", action="store_true", help="pin the gold as it is now")
    given = parser.parse_args(arguments)
    pinned = read_floors()
    if given.accept_gold:
        pinned["gold_sha256"] = gold_hash()
    measured = measure(Reader())
    if given.higher or given.lower:
        pinned["floors"] = new_floors(measured, pinned["floors"], given.lower)
    if given.accept_gold or given.higher or given.lower:
        FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
    for figure, value in measured.items():
        floor = pinned["floors"][figure]
        print(f"{figure:12} {value:5.1f}   floor {'not yet set' if floor is None else floor}")
    problems = shortfalls(measured, pinned["floors"])
    if pinned["gold_sha256"] != gold_hash():
        problems.append("the gold or its reports have changed; if that is meant, run with --accept-gold")
    print(*problems, sep="\n", file=sys.stderr, end="\n" if problems else "")
    return 1 if problems else 0


def _locate_all(text: str, quotes: dict[str, list[str]]) -> Attribution:
    def spans(role: str) -> Spans:
        return tuple(locate(text, quote) for quote in quotes[role])

    return Attribution(spans("source"), spans("cue"), spans("content"))


if __name__ == "__main__":
    sys.exit(main())
