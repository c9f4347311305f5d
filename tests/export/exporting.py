"""What tests of exports share: ledgers made of told reports, and the command run on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from counterclaim.cli import main
from counterclaim.compare.account import Account
from counterclaim.ledger import Ledger
from counterclaim.model import Claim, Facet, Place, Time
from tests.compare.building import Said


def ledger_of(folder: Path, *accounts: Account) -> Path:
    """A ledger's file that holds some reports."""
    folder.mkdir(exist_ok=True)
    with Ledger.open(folder / "ledger.db") as ledger:
        ledger.add(accounts)
    return folder / "ledger.db"


def run(file: Path, *words: object) -> Result:
    """The export command on a ledger."""
    return CliRunner().invoke(main, ["export", *map(str, words), "--ledger", str(file)], catch_exceptions=False)


def written(file: Path, *words: object) -> bytes:
    """What the command writes to standard output."""
    result = run(file, *words)
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def killed(who: str, shown: str, low: float | None, high: float | None, at: str = "Varna Quay") -> Said:
    """A claim that so many people ("at least 9 people") were killed in a blast at a place."""
    text = f"{shown} were killed in the blast at {at}"
    return Said(who, text, predicate="kill", type="kill", figures=(("killed", low, high, shown),), place=at)


def with_facets(account: Account, *facets: Facet) -> Account:
    """An account in whose claims the facets stand besides, places instead of those of the same name."""
    names = {facet.name for facet in facets if isinstance(facet, Place)}

    def added(claim: Claim) -> Claim:
        kept = [one for one in claim.facets if not (isinstance(one, Place) and one.name in names)]
        return replace(claim, facets=(*kept, *(replace(facet, spans=claim.content) for facet in facets)))

    return account._replace(claims=tuple(map(added, account.claims)))


def day(date: str) -> Time:
    """A day."""
    return Time(date, date, (), "day")
