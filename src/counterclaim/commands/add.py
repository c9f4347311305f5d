"""`counterclaim add`: read reports and keep them in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from counterclaim.batch import ALL_READ, NONE_READ, SOME_NOT_READ, Batch
from counterclaim.commands.common import json_option, ledger_option, list_failures, print_json, reader_of
from counterclaim.ingest import Outcome, find
from counterclaim.ledger import Ledger, Standing
from counterclaim.model import Report
from counterclaim.options import Given, input_arguments
from counterclaim.render import with_progress
from counterclaim.render.layout import count

_WORDS: dict[Standing, str] = {
    "new": "new report", "revision": "revision", "trivial": "trivial edit", "reread": "report read again",
    "known": "known report", "forgotten": "forgotten report",
}  # fmt: skip


@click.command(short_help="Read reports and keep them in the ledger.")
@input_arguments
@ledger_option
@json_option
@click.pass_context
def add(ctx: click.Context, given: Given, file: Path, as_json: bool) -> None:
    """Read reports (files, folders, feeds, archives, URLs) and keep them in the ledger, which is made if need be.

    What is known already is not read again. A text that has changed at its URL is kept as a revision. Each
    report is kept as a whole or not at all; at the end, links and disputes are brought up to date. If that is
    interrupted, the next "add" does it.

    \b
    Examples:
      counterclaim add articles/
      counterclaim add https://example.org/feed.xml --follow --ledger desk.db

    What can't be read is listed at the end on standard error. Exit code: 0 if everything was read or known
    already, 1 if something was not read, 2 if nothing was.
    """
    found = find(given.names)
    batch = Batch(reader_of(ctx), found.failures)
    with Ledger.open(file) as ledger:
        intake = Intake(ledger, given.inputs.reports)
        readings = batch.readings(found.inputs, intake.load)
        bar = with_progress(readings, len(found.inputs), Console(stderr=True), done=lambda: batch.begun)
        counts = intake.passed + ledger.add(bar)
        disputes = ledger.stats().disputes
    _tell(counts, batch, disputes, as_json=as_json)
    list_failures(batch)
    ctx.exit(_exit_code(counts, batch))


class Intake:
    """Lets through what is to be read, and counts what need not be."""

    def __init__(self, ledger: Ledger, load: Callable[[str], Iterable[Outcome]]) -> None:
        self._ledger = ledger
        self._load = load
        self.passed = Counter[Standing]()

    def load(self, name: str) -> Iterator[Outcome]:
        """What is in an input, without the reports that the ledger has already."""
        for outcome in self._load(name):
            if isinstance(outcome, Report):
                report = _storable(outcome)
                what = self._ledger.standing(report)
                if what in ("known", "forgotten"):
                    self.passed[what] += 1
                else:
                    yield report
            else:
                yield outcome


def _storable(report: Report) -> Report:
    """The report with half characters (lone surrogates, which JSON can have) replaced by the mark for them."""
    given = {name: getattr(report, name) for name in ("text", "title", "outlet", "url", "path")}
    return replace(report, **{name: _whole(value) for name, value in given.items() if value is not None})


def _whole(words: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words) if not _is_whole(words) else words


def _is_whole(words: str) -> bool:
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _tell(counts: Counter[Standing], batch: Batch, disputes: int, *, as_json: bool) -> None:
    if as_json:
        known = {what: counts[what] for what in _WORDS}
        print_json(known | {"claims": batch.claims, "disputes": disputes, "failures": list(map(str, batch.failures))})
        return
    parts = [count(counts[what], noun) for what, noun in _WORDS.items() if counts[what]]
    failures = [f"{count(len(batch.failures), 'input')} not read"] if batch.failures else []
    parts += [count(batch.claims, "claim"), f"{count(disputes, 'dispute')} in the ledger", *failures]
    click.echo(" · ".join(parts))


def _exit_code(counts: Counter[Standing], batch: Batch) -> int:
    if not counts.total():
        return NONE_READ
    return SOME_NOT_READ if batch.failures else ALL_READ
