"""What commands have in common: the ledger they work on, how much is shown, how things are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import reduce
from pathlib import Path
from typing import Any, cast

import click

from counterclaim.batch import Batch, ReadsReports
from counterclaim.ledger import VARIABLE, Standing, default_place
from counterclaim.options import Command
from counterclaim.reader import Reader
from counterclaim.render import dumps, one_line
from counterclaim.render.layout import count

FEW = 50
"""Lines that are shown when nobody says how many."""

STANDINGS: dict[Standing, str] = {
    "new": "new report", "revision": "revision", "trivial": "trivial edit", "reread": "report read again",
    "known": "known report", "forgotten": "forgotten report",
}  # fmt: skip
"""What reports can be to a ledger, as it is told."""

Decorator = Callable[[Command], Command]

ledger_option: Decorator = click.option(
    "--ledger",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    envvar=VARIABLE,
    default=default_place,
    show_default=f"${VARIABLE}, or {default_place()}",
    help="The ledger's file.",
)
json_option: Decorator = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
as_of_option: Decorator = click.option(
    "--as-of", metavar="WHEN", help="What the ledger held at the end of a day, at a time (UTC), or at a generation."
)
_LIMIT: Decorator = click.option(
    "--limit", metavar="N", type=click.IntRange(min=0), default=FEW, show_default=True, help="At most so many; 0: all."
)


def asks(command: Command) -> Command:
    """The options of every command that asks a ledger and may get many lines."""
    return with_options(command, as_of_option, _LIMIT, ledger_option, json_option)


def asks_one(command: Command) -> Command:
    """The options of a command that asks for one thing."""
    return with_options(command, as_of_option, ledger_option, json_option)


def with_options(command: Command, *options: Decorator) -> Command:
    """A command with some options, which are listed in this order."""
    return reduce(lambda inner, decorate: decorate(inner), reversed(options), command)


def totals(counts: Mapping[Standing, int], claims: int, disputes: int) -> list[str]:
    """What reports were to the ledger, how many claims were read, and how many disputes there are."""
    parts = [count(counts[what], noun) for what, noun in STANDINGS.items() if counts.get(what)]
    return [*parts, count(claims, "claim"), f"{count(disputes, 'dispute')} in the ledger"]


def print_json(value: Mapping[str, Any]) -> None:
    """Print an object, each value of its lists on a line of its own."""
    click.echo(dumps(value, ascii_only=_is_ascii()))


def print_json_line(value: Mapping[str, Any]) -> None:
    """Print an object on one line."""
    click.echo(dumps(value, ascii_only=_is_ascii(), one_line=True))


def say_if_cut(shown: int, total: int) -> None:
    """Say on standard error that there is more than what was shown."""
    if shown < total:
        click.echo(f"{shown:,} of {total:,} shown; --limit 0 shows all", err=True)


def say_if_more(shown: int, more: bool) -> None:
    """Say on standard error that there is more than what was shown, where nobody has counted it."""
    if more:
        click.echo(f"{shown:,} shown, there are more; --limit 0 shows all", err=True)


def say_if_behind(behind: bool) -> None:
    """Say on standard error that what was shown does not take in the last reports."""
    if behind:
        click.echo('the last reports are not compared yet; the next "add" does it', err=True)


def list_failures(batch: Batch) -> None:
    """What was assumed and what could not be read, a line each on standard error."""
    for line in (*batch.notes, *batch.failures):
        click.echo(one_line(str(line)), err=True)


def reader_of(ctx: click.Context) -> ReadsReports:
    """The reader that a caller handed over, or a new one."""
    return Reader() if ctx.obj is None else cast(ReadsReports, ctx.obj)


def _is_ascii() -> bool:
    """Whether standard output is not known to take more than ASCII."""
    return not (sys.stdout.encoding or "").lower().startswith("utf")
