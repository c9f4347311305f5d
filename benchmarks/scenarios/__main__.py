"""How well scenarios are read: `python -m benchmarks.scenarios FOLDER`, with a JSON file each; see README.md there."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from benchmarks.figures import add_up
from benchmarks.scenarios.figures import comparisons, figures_table, reads_with
from benchmarks.scenarios.gold import read_scenarios
from counterclaim.language.encoder import WEIGHTS
from counterclaim.reader import Reader


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", default="", help="Tell what is wrong in the scenario of this id ('all': in every one).")
@click.option("--weights", type=click.Path(path_type=Path), default=WEIGHTS, help="Folder of the model's files.")
def main(folder: Path, show: str, weights: Path) -> None:
    """Measure claims, facets, links and disputes on the scenarios in FOLDER."""
    scenarios = read_scenarios(folder)
    found = list(comparisons(scenarios, reads_with(Reader(weights))))
    for scenario, comparison in found:
        if show in ("all", scenario.id):
            click.echo("".join(f"{scenario.id}: {problem}\n" for problem in comparison.problems), nl=False)
    Console().print(figures_table(add_up(one.counts for _, one in found), scenarios, {}).to_rich())


if __name__ == "__main__":
    main()
