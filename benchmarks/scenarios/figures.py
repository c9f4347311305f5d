"""The figures over all scenarios of a folder, and their table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from benchmarks.figures import Count, add_up, percent
from benchmarks.scenarios.gold import Scenario
from benchmarks.scenarios.predicted import predicted
from benchmarks.scenarios.score import Comparison, compare
from benchmarks.tables import Cell, Table
from counterclaim.model import Report
from counterclaim.reader import Reader, contract

Reads = Callable[[Iterable[Report]], dict[str, Any]]
"""Gives the contract's object for reports."""

#: Figures that are shares of the gold; the others have a precision too.
SHARES = (
    "claims", "claimant", "act", "certainty", "corroborates", "updates", "repeats", "positions", "distinct",
)  # fmt: skip
FIGURES = (
    "claims", "claimant", "act", "certainty", "quantity", "place", "time", "conflict", "corroborates", "updates",
    "repeats", "dispute", "positions", "distinct",
)  # fmt: skip


def reads_with(reader: Reader) -> Reads:
    """What a reader tells of reports."""
    return lambda reports: contract(reader.read_many(reports))


def comparisons(scenarios: Iterable[Scenario], read: Reads) -> Iterator[tuple[Scenario, Comparison]]:
    """Every scenario with what is right and wrong in it."""
    for scenario in scenarios:
        yield scenario, compare(scenario, predicted(scenario, read(scenario.reports.values())))


def measure(scenarios: Iterable[Scenario], read: Reads) -> dict[str, Count]:
    """Counts by figure, over all scenarios."""
    return add_up(comparison.counts for _, comparison in comparisons(scenarios, read))


def main_figures(counts: dict[str, Count]) -> dict[str, float | None]:
    """One number a figure in per cent, as marks and floors name it: the share or F1; None where there is no gold."""
    return {name: _main(name, counts.get(name, Count())) for name in FIGURES}


def _main(name: str, count: Count) -> float | None:
    if not count.gold:
        return None
    return percent(count.recall if name in SHARES else count.f1)


def figures_table(counts: dict[str, Count], scenarios: Sequence[Scenario], marks: dict[str, float]) -> Table:
    """A row a figure: precision, recall, the number that marks are set for, of how many, and the mark."""
    rows: list[list[Cell]] = []
    for name, main in main_figures(counts).items():
        count = counts.get(name, Count())
        both: list[Cell] = [None, None] if name in SHARES else [percent(count.precision), percent(count.recall)]
        rows.append([name, *both, main, count.gold, marks.get(name)])
    reports = sum(len(scenario.reports) for scenario in scenarios)
    note = (
        "Per cent: precision and recall, and F1; where there is no precision the share of the gold that is right. "
        "Claimant, act, certainty and facets are of the claims found; one found claim may stand for several gold "
        "claims of a sentence each, and then has the facets of all."
    )
    columns = ("figure", "P", "R", "F1 or share", "gold", "mark")
    return Table(f"Scenarios ({len(scenarios)} of {reports:,} reports)", columns, rows, note)
