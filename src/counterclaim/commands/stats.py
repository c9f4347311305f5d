"""`counterclaim stats`: what is in the ledger, counted."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from counterclaim.commands.common import json_option, ledger_option, print_json
from counterclaim.ledger import Ledger
from counterclaim.render import show
from counterclaim.render.listings import stats_view


@click.command(short_help="Count what is in the ledger.")
@ledger_option
@json_option
def stats(file: Path, as_json: bool) -> None:
    """Count what is in the ledger.

    \b
    Example:
      counterclaim stats --ledger desk.db
    """
    with Ledger.open(file, write=False) as ledger:
        found = ledger.stats()
    if as_json:
        print_json({"ledger": str(file), **found.to_dict()})
        return
    console = Console()
    show(stats_view(str(file), found, console), console)
