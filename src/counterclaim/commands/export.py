"""`counterclaim export`: what is in the ledger for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from counterclaim.commands.common import as_of_option, ledger_option, say_if_behind
from counterclaim.export import FOLDER_FORMATS, FORMATS, TABLES, Named, about
from counterclaim.export.placing import whole_file, whole_folder
from counterclaim.ledger import Ledger

_FILES = {form.NAME: form for form in FORMATS}
_FOLDERS = {form.NAME: form for form in FOLDER_FORMATS}
_FORMATS: dict[str, Named] = {**_FILES, **_FOLDERS}
_HELP = """Write what the ledger holds for other programs.

\b
Formats:
{formats}

\b
Examples:
  counterclaim export csv > claims.csv
  counterclaim export jsonl --of disputes --out disputes.jsonl
  counterclaim export html --out pages/
""".format(formats="\n".join(f"  {name:15} {line}" for name, line in about()))


@click.command(short_help="Write claims, links or disputes for other programs.", help=_HELP)
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(_FORMATS)))
@click.option(
    "--of", "what", type=click.Choice(list(TABLES)), help="Of what; without it, claims, or the first that FORMAT takes."
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to a file or a new folder, which is there only when it is whole; without it, to standard output.",
)
@as_of_option
@ledger_option
def export(file: Path, form: str, what: str | None, out: Path | None, as_of: str | None) -> None:
    """Write all things of one kind in one format."""
    what = what or _FORMATS[form].OF[0]
    if what not in _FORMATS[form].OF:
        raise click.UsageError(f"{form} is a format of {' or '.join(_FORMATS[form].OF)}, not of {what}")
    out = None if out == Path("-") else out
    if form in _FOLDERS and out is None:
        raise click.UsageError(f"{form} is a folder of files: say where with --out FOLDER")
    with Ledger.open(file, write=False) as ledger:
        things = TABLES[what].things(ledger, ledger.at(as_of) if as_of else None)
        note = _write(form, what, things, out)
        behind = what != "claims" and not as_of and not ledger.is_compared()
    if note:
        click.echo(note, err=True)
    say_if_behind(behind)


def _write(form: str, what: str, things: Iterable[dict[str, Any]], out: Path | None) -> str | None:
    if out is None:
        return _FILES[form].write(TABLES[what], things, sys.stdout.buffer)
    if form in _FOLDERS:
        with whole_folder(out) as folder:
            return _FOLDERS[form].write_folder(things, folder)
    with whole_file(out) as stream:
        return _FILES[form].write(TABLES[what], things, stream)
