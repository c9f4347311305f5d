"""`counterclaim disputes`: who is in dispute with whom about what."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click
from rich.console import Console

from counterclaim.commands.common import asks, print_json, say_if_behind, say_if_cut
from counterclaim.compare.compare import Comparison
from counterclaim.ledger import Ledger
from counterclaim.model import DisputeKind
from counterclaim.render import disputes_view, show


@click.command(short_help="Show what is in dispute.")
@click.option("--kind", type=click.Choice(get_args(DisputeKind)), help="What kind of question it is.")
@click.option("--text", metavar="WORDS", help="Words of the question or of a claim.")
@asks
def disputes(file: Path, kind: str | None, text: str | None, as_of: str | None, limit: int, as_json: bool) -> None:
    """Show the disputes in the ledger with their positions, those with the latest report first.

    Of reports with the same text only the first is shown; "counterclaim report" lists the others.

    \b
    Examples:
      counterclaim disputes --kind quantity
      counterclaim disputes --text Orlisk --as-of 2026-03-05
    """
    with Ledger.open(file, write=False) as ledger:
        generation = ledger.at(as_of) if as_of else None
        found, total = ledger.disputes(kind=kind, text=text, as_of=generation, limit=limit)
        behind = generation is None and not ledger.is_compared()
    if as_json:
        print_json({"total": total, **found.to_dict()})
    else:
        console = Console()
        show(disputes_view(found.accounts, Comparison(found.links, found.disputes), console), console)
    say_if_cut(len(found.disputes), total)
    say_if_behind(behind)
