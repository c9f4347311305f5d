"""`counterclaim export`: what is in the ledger for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click

from counterclaim.commands.common import as_of_option, ledger_option
from counterclaim.export import FORMATS, TABLES
from counterclaim.ledger import Ledger

_FORMATS = {form.NAME: form for form in FORMATS}


@click.command(short_help="Write claims, links or disputes for other programs.")
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(_FORMATS)))
@click.option("--of", "what", type=click.Choice(sorted(TABLES)), default="claims", show_default=True, help="Of what.")
@click.option(
    "--out",
    metavar="FILE",
    type=click.File("wb", atomic=True),
    default="-",
    help="Write to a file, which is there only when it is whole; without it, to standard output.",
)
@as_of_option
@ledger_option
def export(file: Path, form: str, what: str, out: BinaryIO, as_of: str | None) -> None:
    """Write all claims, links or disputes of the ledger as csv or jsonl (JSON Lines).

    \b
    Examples:
      counterclaim export csv > claims.csv
      counterclaim export jsonl --of disputes --out disputes.jsonl
    """
    table = TABLES[what]
    with Ledger.open(file, write=False) as ledger:
        things = table.things(ledger, ledger.at(as_of) if as_of else None)
        _FORMATS[form].write(table, things, out)
