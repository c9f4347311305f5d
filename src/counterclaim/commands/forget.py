"""`counterclaim forget`: remove a report for good."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.commands.common import json_option, ledger_option, print_json
from counterclaim.ledger import Ledger
from counterclaim.render import one_line


@click.command(short_help="Remove a report for good.")
@click.argument("name", metavar="REPORT")
@click.option("--yes", is_flag=True, help="Don't ask first.")
@ledger_option
@json_option
def forget(file: Path, name: str, yes: bool, as_json: bool) -> None:
    """Remove a report (by its id, or the beginning of it) and all its revisions, for good.

    Its text, title, address and claims, and every link and dispute that quotes them, are taken out of the
    file, also from what --as-of shows. Its id, outlet, time of publication and the hash of its text stay, so that
    it is not added again. The same text printed by others stays; those reports are named.

    \b
    Example:
      counterclaim forget 3f9a2c41d07be815 --yes
    """
    with Ledger.open(file, write=False) as ledger:
        dossier = ledger.report(name)
    report = dossier.account.report
    if not yes:
        title = one_line(report.title or report.path or "a report without a title")
        click.confirm(f"Remove {title} ({report.outlet or 'outlet unknown'}) for good?", abort=True, err=True)
    with Ledger.open(file) as ledger:
        forgotten = ledger.forget(name)
    stay = [str(one["id"]) for one in dossier.reprints]
    if as_json:
        print_json({"forgotten": list(forgotten), "reprints": stay})
        return
    click.echo(f"forgotten: {', '.join(forgotten)}")
    if stay:
        click.echo(f"the same text stays in: {', '.join(stay)}")
