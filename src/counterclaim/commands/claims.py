"""`counterclaim claims`: the claims in the ledger, by who, where, when and what."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click
from rich.console import Console

from counterclaim.commands.common import asks, print_json, say_if_more
from counterclaim.ledger import Ledger, Wanted
from counterclaim.model import Act
from counterclaim.options import as_date
from counterclaim.render import show
from counterclaim.render.listings import claims_view


@click.command(short_help="List claims in the ledger.")
@click.option("--claimant", metavar="NAME", help="Words of the claimant's name.")
@click.option("--place", metavar="NAME", help="A part of a place's name, or a country's code (SY).")
@click.option("--since", metavar="DATE", callback=as_date, help="Published on this day or later.")
@click.option("--until", metavar="DATE", callback=as_date, help="Published on this day or earlier.")
@click.option("--act", type=click.Choice(get_args(Act)), help="What the claimant does.")
@click.option("--outlet", metavar="NAME", help="A part of the outlet's name.")
@click.option("--text", metavar="WORDS", help="Words of the claim.")
@asks
def claims(file: Path, as_of: str | None, limit: int, as_json: bool, **wanted: Any) -> None:
    """List the claims in the ledger to which all that is given applies, those last published first.

    \b
    Examples:
      counterclaim claims --claimant "Interior Ministry" --since 2026-03-01
      counterclaim claims --act deny --place Orlisk --json > denials.json
    """
    with Ledger.open(file, write=False) as ledger:
        generation = ledger.at(as_of) if as_of else None
        told, more = ledger.claims(Wanted(**wanted), as_of=generation, limit=limit)
    if as_json:
        print_json({"more": more, "claims": [one.to_dict() for one in told]})
    else:
        console = Console()
        show(claims_view(told, console), console)
    say_if_more(len(told), more)
