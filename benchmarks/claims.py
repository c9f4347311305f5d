"""How well claims and what they say are read, beside the marks we set ourselves: `python -m benchmarks.claims DATA`.

See README.md here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from platform import python_version
from typing import NamedTuple

import click

from benchmarks.factuality import factuality_table
from benchmarks.language.parse import of_analysis
from benchmarks.places import Parsers, recognition_table, resolution_table
from benchmarks.quantities import quantities_table
from benchmarks.scenarios.figures import figures_table, main_figures, measure, reads_with
from benchmarks.scenarios.gold import read_scenarios
from benchmarks.systems import installed, load_analyser
from benchmarks.tables import Cell, Table, publish
from benchmarks.times import MARKED, times_table
from counterclaim.language.analysis import Analysis
from counterclaim.language.encoder import WEIGHTS
from counterclaim.reader import Reader

#: What we want to reach on scenarios, in per cent.
MARKS = {
    "claims": 92.0, "claimant": 88.0, "act": 88.0, "certainty": 85.0, "quantity": 85.0, "place": 82.0, "time": 82.0,
    "dispute": 75.0, "conflict": 70.0, "distinct": 95.0, "positions": 90.0, "corroborates": 60.0, "updates": 70.0,
    "repeats": 70.0,
}  # fmt: skip

#: The figures that don't depend on comparing claims.
OF_CLAIMS = ("claims", "claimant", "act", "certainty", "quantity", "place", "time")


class Part(NamedTuple):
    """Tables of one corpus, and lines for the table of marks: figure, ours, mark, what others reach."""

    tables: list[Table]
    marks: list[list[Cell]]


Read = Callable[[str], Analysis]


def quantities(data: Path, read: Read) -> Part:
    table = quantities_table(data, read)
    ours, _, peer = (row[-1] for row in table.rows)
    beside = f"quantulum3 {peer} in this run" if peer is not None else "quantulum3 not installed"
    others = f"{beside}; on the whole set CQE 85.6, quantulum3 47.2 (Almasian et al. 2023)"
    return Part([table], [["NewsQuant, value + unit F1", ours, 80.0, others]])


def times(data: Path, read: Read) -> Part:
    table = times_table(data, read)
    f1 = next(row[3] for row in table.rows if row[0] == MARKED)
    others = "HeidelTime about 78 on another set, TempEval-3 platinum (UzZaman et al. 2013)"
    return Part([table], [["TimeBank, value F1 of days to durations", f1, 75.0, others]])


def factuality(data: Path, read: Read) -> Part:
    table = factuality_table(data, read)
    return Part([table], [["UW factuality, Pearson r", table.rows[0][2], 0.6, ""]])


def places(data: Path, read: Read) -> Part:
    parsers: Parsers = {"our names": lambda: cache(lambda text: of_analysis(read(text)))}
    resolution = resolution_table(data / "geoparsing", parsers)
    recognition = recognition_table(data / "geoparsing", parsers)
    return Part([resolution, recognition], [*_resolved(resolution), *_recognised(recognition)])


def _resolved(table: Table) -> Iterator[list[Cell]]:
    """Toponyms that we find, and given ones, beside the plain choice by population."""
    rows = {(row[0], row[1]): row for row in table.rows}
    plain = "largest population"
    for way, ours, peer, mark in (
        ("found by us", ("Counterclaim, our names", "all found"), (f"{plain}, our names", "names of places"), 65.0),
        ("given", ("Counterclaim", "given"), (plain, "given"), 75.0),
    ):
        for corpus, column in (("LGL", 2), ("TR-News", 4)):
            reached = rows[peer][column] if peer in rows else None
            beside = f"{plain} {reached:.1f} in this run" if isinstance(reached, float) else f"{plain} not installed"
            yield [f"{corpus}, within 161 km, toponyms {way}", rows[ours][column], mark, beside]


def _recognised(table: Table) -> Iterator[list[Cell]]:
    for kind, meant in (("names", "names of places"), ("all", "adjectives and parts of other names too")):
        f1 = next(row[-1] for row in table.rows if tuple(row[1:3]) == (kind, "overlap"))
        yield [f"GeoWebNews, F1 of toponyms, {meant}", f1, 80.0, ""]


def scenarios(folder: Path, weights: Path) -> Part:
    gold = read_scenarios(folder)
    counts = measure(gold, reads_with(Reader(weights)))
    compared = bool(counts["conflict"].predicted or counts["dispute"].predicted)
    lines: list[list[Cell]] = [
        [f"scenarios, {name}", value, MARKS[name], ""]
        for name, value in main_figures(counts).items()
        if compared or name in OF_CLAIMS
    ]
    return Part([figures_table(counts, gold, MARKS)], lines)


#: Parts that read corpora in the folder DATA, by name.
CORPORA: dict[str, Callable[[Path, Read], Part]] = {
    "quantities": quantities,
    "times": times,
    "factuality": factuality,
    "places": places,
}


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--scenarios",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of scenarios, a JSON file each.",
)
@click.option("--only", default=",".join(CORPORA), show_default=True, help="Corpora to measure, with commas.")
@click.option("--weights", type=click.Path(path_type=Path), default=WEIGHTS, help="Folder of the model's files.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("docs"), show_default=True, help="Output folder.")
def main(data: Path, folder: Path | None, only: str, weights: Path, out: Path) -> None:
    """Measure claims and facets on scenarios and on the corpora in the folder DATA."""
    names = [name for name in only.split(",") if name]
    if unknown := set(names) - set(CORPORA):
        raise click.BadParameter(f"no such corpus: {', '.join(sorted(unknown))}", param_hint="--only")
    read = cache(load_analyser(weights))
    parts = [scenarios(folder, weights)] if folder else []
    parts += [CORPORA[name](data, read) for name in names]
    tables = [marks_table(parts), *(table for part in parts for table in part.tables)]
    publish(tables, out, "claims", "Claims and facets", _about())


def marks_table(parts: list[Part]) -> Table:
    """All figures that a mark is set for."""
    rows = [
        [figure, value, mark, _reached(value, mark), beside]
        for part in parts
        for figure, value, mark, beside in part.marks
    ]
    note = "Per cent where not r. A dash: not measured."
    return Table("What we want to reach, and reach", ("figure", "measured", "mark", "reached", "others"), rows, note)


def _reached(value: Cell, mark: Cell) -> str | None:
    if not isinstance(value, float) or not isinstance(mark, float):
        return None
    return "yes" if value >= mark else "no"


def _about() -> dict[str, str]:
    return {
        "measured": date.today().isoformat(),
        "command": "`python -m benchmarks.claims DATA --scenarios FOLDER`; definitions in `benchmarks/README.md`",
        "versions": f"Python {python_version()}, " + installed("counterclaim", "onnxruntime", "quantulum3"),
    }


if __name__ == "__main__":
    main()
