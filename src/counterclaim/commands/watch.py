"""`counterclaim watch`: ask feeds again and again, and keep what is new."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import click

from counterclaim.batch import ALL_READ, NONE_READ, SOME_NOT_READ
from counterclaim.commands.common import ledger_option, print_json_line, reader_of, totals
from counterclaim.errors import LockedLedgerError
from counterclaim.ingest import Fetcher
from counterclaim.options import complete_files, private_option
from counterclaim.render import one_line
from counterclaim.watch import Done, Watching, find_feeds, until_stopped

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LEAST = timedelta(minutes=1)


def _duration(ctx: click.Context, parameter: click.Parameter, value: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,6})([smhd])", value)
    every = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else None
    if every is None or every < _LEAST:
        raise click.BadParameter(f'"{value}" is not a time like 15m, 2h or 1d, of a minute or more')
    return every


@click.command(short_help="Ask feeds again and again, and keep what is new.")
@click.argument("names", nargs=-1, required=True, metavar="FEEDS.opml|URL...", shell_complete=complete_files)
@click.option("--every", metavar="TIME", default="15m", show_default=True, callback=_duration,
              help="Time from one round to the next: 15m, 2h, 1d.")  # fmt: skip
@click.option("--once", is_flag=True, help="Ask once and end, for cron and the like.")
@click.option("--verbose", is_flag=True, help="Also tell of rounds without news, and all that is wrong with entries.")
@private_option
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a round, on a line.")
@click.pass_context
def watch(
    ctx: click.Context, names: tuple[str, ...], every: timedelta, once: bool, verbose: bool, private: bool,
    file: Path, as_json: bool,
) -> None:  # fmt: skip
    """Ask feeds, and the pages they link to, again and again; keep what is new in the ledger.

    Servers are asked only for what has changed since, one request at a time; a feed that fails is asked less and
    less often. What was asked when is kept in the ledger, so that watching goes on after a restart where it
    stopped. End it with Ctrl-C or SIGTERM, at any moment.

    \b
    Examples:
      counterclaim watch feeds.opml --every 30m --ledger desk.db
      counterclaim watch https://example.org/feed.xml --once

    Prints a line for each round in which something is new, and when a failure begins or ends. With --once the
    exit code is 0 if all could be had, 1 if something could not, 2 if no feed could; else it is 0 when stopped.
    """
    feeds, failures = find_feeds(names)
    for failure in failures:
        click.echo(one_line(str(failure)), err=True)
    if not feeds:
        ctx.exit(NONE_READ)
    with until_stopped():
        watching = Watching(feeds, file, reader_of(ctx), Fetcher(private=private), every)
        if once:
            single = watching.once()
            _tell(single, verbose=verbose, as_json=as_json)
            ctx.exit(_exit_code(single, len(failures)))
        for done in watching.rounds():
            _tell(done, verbose=verbose, as_json=as_json)


def _tell(done: Done | LockedLedgerError, *, verbose: bool, as_json: bool) -> None:
    if isinstance(done, LockedLedgerError):
        click.echo(one_line(str(done)), err=True)
    elif as_json and (done.has_news or verbose):
        print_json_line(done.to_dict() | ({} if verbose else {"details": []}))
    elif not as_json:
        for line in (*done.begun, *done.ended, *(done.details if verbose else ())):
            _say(done, line)
        if done.counts or verbose:
            nothing = [] if done.counts else ["nothing new"]
            _say(done, " · ".join((*nothing, *totals(done.counts, done.claims, done.disputes))))


def _say(done: Done, line: str) -> None:
    click.echo(f"{done.at:%Y-%m-%d %H:%M}  {one_line(line)}")


def _exit_code(done: Done, failures: int) -> int:
    if done.feeds and done.failed["feed"] == done.feeds:
        return NONE_READ
    return SOME_NOT_READ if done.failed.total() or failures else ALL_READ
