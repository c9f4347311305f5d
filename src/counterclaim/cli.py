"""The command line: `counterclaim read`, `counterclaim demo`, and the commands that work on a ledger."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from counterclaim import __version__
from counterclaim.batch import NONE_READ, Batch
from counterclaim.commands import COMMANDS
from counterclaim.commands.common import list_failures, print_json, print_json_line, reader_of
from counterclaim.compare.compare import compare
from counterclaim.errors import CounterclaimError
from counterclaim.ingest import find
from counterclaim.options import Given, input_arguments, output_forms
from counterclaim.reader import Reading, contract
from counterclaim.render import disputes_view, one_line, overview, report_view, show, summary, with_progress
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
        except click.FileError as error:
            click.echo(f"counterclaim: {error.ui_filename}: {one_line(error.message).lower()}", err=True)
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
      counterclaim add articles/
      counterclaim watch feeds.opml
      counterclaim disputes
    """


@main.command(short_help="Show who claims what in reports.")
@input_arguments
@output_forms
@click.pass_context
def read(ctx: click.Context, given: Given, form: str | None) -> None:
    """Show who claims what in reports: files, folders, URLs, or standard input (-).

    Text, web pages, feeds, JSON, tables and archives are told apart by what is in them. A folder or an
    archive stands for all that can be read in it.

    Each report is shown with sources, cues and what is claimed marked in its text, then with a table of
    its claims. A text may begin with header lines (Title:, Outlet:, Published:, URL:) and a blank line.

    \b
    Examples:
      counterclaim read article.txt
      counterclaim read articles/ crawl.warc.gz https://example.org/feed.xml --jsonl > claims.jsonl
      counterclaim read - --outlet "The Karolin Chronicle" --published 2026-03-04 < article.txt

    What can't be read is listed at the end on standard error, one line each; the rest is read all the
    same. Exit code: 0 if everything was read, 1 if something was not, 2 if nothing was.
    """
    found = find(given.names)
    batch = Batch(reader_of(ctx), found.failures)
    readings = _shown(batch.readings(found.inputs, given.inputs.reports), form, batch, len(found.inputs))
    if form:
        _print_json(readings, form)
    else:
        _print_text(readings, batch)
    _finish(ctx, batch)


@main.command(short_help="Read the twelve sample reports that come along.")
@output_forms
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
    batch = Batch(reader_of(ctx))
    readings = batch.readings(samples(), lambda sample: [load_sample(sample)])
    if form:
        _print_json(readings, form)
    else:
        _print_demo(readings, batch, full=full)
    _finish(ctx, batch)


for _command in COMMANDS:
    main.add_command(_command)


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
    if form == "jsonl":
        for reading in readings:
            print_json_line(reading.to_dict())
    else:
        print_json(contract(readings))


def _shown(readings: Iterator[Reading], form: str | None, batch: Batch, total: int) -> Iterator[Reading]:
    """The readings, with a progress bar unless they themselves scroll by on the terminal."""
    if form != "json" and sys.stdout.isatty():
        return readings
    return with_progress(readings, total, Console(stderr=True), done=lambda: batch.begun)


def _finish(ctx: click.Context, batch: Batch) -> None:
    """List what was assumed and what could not be read, and exit accordingly."""
    list_failures(batch)
    ctx.exit(batch.exit_code)


def _never_fail_on_encoding() -> None:
    """A terminal that lacks a character gets its escape, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
