"""`counterclaim add`: read reports and keep them in the ledger."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click
from rich.console import Console

from counterclaim.batch import ALL_READ, NONE_READ, SOME_NOT_READ, Batch
from counterclaim.commands.common import (
    STANDINGS,
    json_option,
    ledger_option,
    list_failures,
    print_json,
    reader_of,
    totals,
)
from counterclaim.ingest import find
from counterclaim.intake import Intake
from counterclaim.ledger import Ledger, Standing
from counterclaim.options import Given, input_arguments
from counterclaim.render import with_progress
from counterclaim.render.layout import count


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
        intake = Intake(ledger)
        readings = batch.readings(found.inputs, lambda name: intake.wanted(given.inputs.reports(name)))
        bar = with_progress(readings, len(found.inputs), Console(stderr=True), done=lambda: batch.begun)
        counts = intake.passed + ledger.add(bar)
        disputes = ledger.count_disputes()
    _tell(counts, batch, disputes, as_json=as_json)
    list_failures(batch)
    ctx.exit(_exit_code(counts, batch))


def _tell(counts: Counter[Standing], batch: Batch, disputes: int, *, as_json: bool) -> None:
    if as_json:
        known = {what: counts[what] for what in STANDINGS}
        print_json(known | {"claims": batch.claims, "disputes": disputes, "failures": list(map(str, batch.failures))})
        return
    failures = [f"{count(len(batch.failures), 'input')} not read"] if batch.failures else []
    click.echo(" · ".join((*totals(counts, batch.claims, disputes), *failures)))


def _exit_code(counts: Counter[Standing], batch: Batch) -> int:
    if not counts.total():
        return NONE_READ
    return SOME_NOT_READ if batch.failures else ALL_READ
