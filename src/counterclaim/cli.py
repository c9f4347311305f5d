"""The command line: `counterclaim read` and `counterclaim demo`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from counterclaim import __version__, ingest
from counterclaim.batch import NONE_READ, Batch, ReadsReports
from counterclaim.compare.compare import compare
from counterclaim.errors import CounterclaimError, InputError
from counterclaim.model import Report
from counterclaim.reader import Reader, Reading, contract
from counterclaim.render import disputes_view, dumps, one_line, overview, report_view, show, summary, with_progress
from counterclaim.samples import load_sample, samples


class _Commands(click.Group):
    """Says in one line what went wrong, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        _never_fail_on_encoding()
        try:
            return super().invoke(ctx)
        except CounterclaimError as error:
            click.echo(f"counterclaim: {one_line(str(error))}", err=True)
            ctx.exit(NONE_READ)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog='Completion in bash: eval "$(_COUNTERCLAIM_COMPLETE=bash_source counterclaim)"; '
    "zsh_source and fish_source for the other shells.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Reads news reports and tells who claims what, down to the exact words. Offline.

    \b
    Start here:
      counterclaim demo
      counterclaim read article.txt
    """


def _iso(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date as it is kept; a date that is none is wrong usage, not a failure of every file."""
    try:
        return ingest.iso_date(value) if value else None
    except InputError as error:
        raise click.BadParameter(f'"{value}" is not a date like 2024-05-12 or 2024-05-12T10:30') from error


def _forms(command: Callable[..., None]) -> Callable[..., None]:
    """The options for the form of the output, the same for every command that reads."""
    jsonl = click.option("--jsonl", "form", flag_value="jsonl", help="Print one JSON object a report, as it is read.")
    as_json = click.option("--json", "form", flag_value="json", help="Print one JSON object for all reports.")
    return as_json(jsonl(command))


@main.command(short_help="Show who claims what in reports.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|-...")
@_forms
@click.option("--outlet", metavar="NAME", help="Who published it, for files that don't say so themselves.")
@click.option(
    "--published", metavar="DATE", callback=_iso, help="When it was published (ISO 8601), for files that don't say so."
)
@click.pass_context
def read(
    ctx: click.Context, inputs: tuple[str, ...], form: str | None, outlet: str | None, published: str | None
) -> None:
    """Show who claims what in reports: files, the text files of folders, or standard input (-).

    Each report is shown with sources, cues and what is claimed marked in its text, then with a table of
    its claims. A file may begin with header lines (Title:, Outlet:, Published:, URL:) and a blank line.

    \b
    Examples:
      counterclaim read article.txt
      counterclaim read articles/ --jsonl > claims.jsonl
      counterclaim read - --outlet "The Karolin Chronicle" --published 2026-03-04 < article.txt

    What can't be read is listed at the end on standard error, one line each; the rest is read all the
    same. Exit code: 0 if everything was read, 1 if something was not, 2 if nothing was.
    """
    found = ingest.find(inputs)
    batch = Batch(_reader(ctx), found.failures)

    def load(path: str) -> Report:
        loaded = ingest.load(path, outlet=outlet, published=published)
        batch.notes += [loaded.note] if loaded.note else []
        return loaded.report

    readings = _shown(batch.readings(found.files, load), form, batch, len(found.files))
    if form:
        _print_json(readings, form)
    else:
        _print_text(readings, batch)
    _finish(ctx, batch)


@main.command(short_help="Read the twelve sample reports that come along.")
@_forms
@click.option("--full", is_flag=True, help="Show the text of every report, not of the first alone.")
@click.pass_context
def demo(ctx: click.Context, form: str | None, full: bool) -> None:
    """Read the reports that come with Counterclaim: twelve by five outlets on one contested event.

    The outlets, the countries and everything that happens in them are invented.

    \b
    Examples:
      counterclaim demo
      counterclaim demo --json > demo.json
    """
    batch = Batch(_reader(ctx))
    readings = batch.readings(samples(), load_sample)
    if form:
        _print_json(readings, form)
    else:
        _print_demo(readings, batch, full=full)
    _finish(ctx, batch)


def _print_text(readings: Iterable[Reading], batch: Batch) -> None:
    console = Console()
    accounts = []
    for reading in readings:
        show(report_view(reading, console), console)
        accounts.append(reading.account)
    if accounts:
        show(disputes_view(accounts, compare(accounts), console), console)
    if batch.reports and batch.reports + len(batch.failures) > 1:
        show(summary(batch.reports, batch.claims, len(batch.failures)), console)


def _print_demo(readings: Iterable[Reading], batch: Batch, *, full: bool) -> None:
    console = Console()
    show(
        Text("Reports by five outlets on one event. The outlets, the countries and all that happens are invented.\n"),
        console,
    )
    read = []
    for number, reading in enumerate(readings, start=1):
        show(report_view(reading, console, number=number, text=full or number == 1), console)
        read.append(reading)
    accounts = [reading.account for reading in read]
    show(overview(read, console), console)
    show(disputes_view(accounts, compare(accounts), console), console)
    show(summary(batch.reports, batch.claims, len(batch.failures)), console)
    show(Text("Now one of yours: counterclaim read article.txt"), console)


def _print_json(readings: Iterable[Reading], form: str) -> None:
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    if form == "jsonl":
        for reading in readings:
            click.echo(dumps(reading.to_dict(), ascii_only=ascii_only, one_line=True))
        return
    click.echo(dumps(contract(readings), ascii_only=ascii_only))


def _shown(readings: Iterator[Reading], form: str | None, batch: Batch, total: int) -> Iterator[Reading]:
    """The readings, with a progress bar unless they themselves scroll by on the terminal."""
    if form != "json" and sys.stdout.isatty():
        return readings
    return with_progress(readings, total, Console(stderr=True), done=lambda: batch.begun)


def _finish(ctx: click.Context, batch: Batch) -> None:
    """List what was assumed and what could not be read, and exit accordingly."""
    for line in (*batch.notes, *batch.failures):
        click.echo(one_line(str(line)), err=True)
    ctx.exit(batch.exit_code)


def _reader(ctx: click.Context) -> ReadsReports:
    """The reader that a caller handed over, or a new one."""
    return Reader() if ctx.obj is None else ctx.obj


def _never_fail_on_encoding() -> None:
    """A terminal that lacks a character gets its escape, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
