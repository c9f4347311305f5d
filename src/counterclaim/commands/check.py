"""`counterclaim check`: whether the ledger is whole."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.commands.common import json_option, ledger_option, print_json
from counterclaim.ledger import Ledger
from counterclaim.render import one_line
from counterclaim.render.layout import count

WHOLE, NOT_WHOLE = 0, 1


@click.command(short_help="Check that the ledger is whole.")
@ledger_option
@json_option
@click.pass_context
def check(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Check the ledger's file, its search index, and that every claim has the words of its report.

    \b
    Example:
      counterclaim check --ledger desk.db

    Exit code: 0 if it is whole, 1 if something is wrong (a line each), 2 if it can't be opened.
    """
    Ledger.open(file, write=False).close()
    with Ledger.open(file) as ledger:
        problems = ledger.check()
        found = None if problems else ledger.stats()
    if as_json:
        print_json({"ledger": str(file), "whole": not problems, "problems": problems})
    else:
        for problem in problems:
            click.echo(one_line(problem))
    if found and not as_json:
        behind = "" if found.compared else '; the last reports are not compared yet, the next "add" does it'
        click.echo(f"whole: {count(found.reports, 'report')}, {count(found.claims, 'claim')}{behind}")
    ctx.exit(NOT_WHOLE if problems else WHOLE)
