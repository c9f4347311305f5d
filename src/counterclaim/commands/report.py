"""`counterclaim report`: one report, its claims, its revisions and its reprints."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from counterclaim.commands.common import asks_one, print_json
from counterclaim.ledger import Ledger
from counterclaim.render import report_view, show
from counterclaim.render.listings import history_view


@click.command(short_help="Show a report of the ledger.")
@click.argument("name", metavar="REPORT")
@asks_one
def report(file: Path, name: str, as_of: str | None, as_json: bool) -> None:
    """Show a report by its id, or the beginning of it: text, claims, revisions, and who else printed it.

    For each revision it says which claims of the text before it are gone and which have come.

    \b
    Example:
      counterclaim report 3f9a2c
    """
    with Ledger.open(file, write=False) as ledger:
        dossier = ledger.report(name, as_of=ledger.at(as_of) if as_of else None)
    if as_json:
        print_json(dossier.to_dict())
        return
    console = Console()
    if not dossier.forgotten:
        show(report_view(dossier.account, console), console)
    show(history_view(dossier, console), console)
