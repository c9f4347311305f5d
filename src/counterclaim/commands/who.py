"""`counterclaim who`: what a person or body has claimed."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from counterclaim.commands.common import asks, print_json, say_if_more
from counterclaim.ledger import Ledger, Wanted
from counterclaim.render import show
from counterclaim.render.listings import claims_view, people_view


@click.command(short_help="Show what a person or body has claimed.")
@click.argument("name")
@asks
def who(file: Path, name: str, as_of: str | None, limit: int, as_json: bool) -> None:
    """Show who goes by a name (all of its words, in any order), and all that they claim.

    The same name in two reports is listed once; two people of one name are not told apart here.

    \b
    Examples:
      counterclaim who "Ilse Brandt"
      counterclaim who ministry --json
    """
    with Ledger.open(file, write=False) as ledger:
        generation = ledger.at(as_of) if as_of else None
        people = ledger.who(name, as_of=generation)
        told, more = ledger.claims(Wanted(claimant=name), as_of=generation, limit=limit)
    if as_json:
        print_json({
            "people": [one.to_dict() for one in people], "more": more, "claims": [one.to_dict() for one in told],
        })  # fmt: skip
    else:
        console = Console()
        show(people_view(people, console), console)
        show(claims_view(told, console), console)
    say_if_more(len(told), more)
