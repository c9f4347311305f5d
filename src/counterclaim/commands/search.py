"""`counterclaim search`: reports by their words."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from counterclaim.commands.common import asks, print_json, say_if_cut
from counterclaim.ledger import Ledger
from counterclaim.render import show
from counterclaim.render.listings import hits_view


@click.command(short_help="Search the reports' texts.")
@click.argument("words", nargs=-1, required=True)
@asks
def search(file: Path, words: tuple[str, ...], as_of: str | None, limit: int, as_json: bool) -> None:
    """Search titles and texts for reports that have all words; the best come first.

    Words in quotation marks stand together; a word with * at its end stands for all that begin so.

    \b
    Examples:
      counterclaim search glassworks rocket*
      counterclaim search '"chief of staff"' --json
    """
    with Ledger.open(file, write=False) as ledger:
        hits, total = ledger.search(" ".join(words), as_of=ledger.at(as_of) if as_of else None, limit=limit)
    if as_json:
        print_json({"total": total, "hits": [hit.to_dict() for hit in hits]})
    else:
        console = Console()
        show(hits_view(hits, total, console), console)
    say_if_cut(len(hits), total)
