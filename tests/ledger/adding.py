"""A process that adds reports without end, to be killed: `python -m tests.ledger.adding FILE OUTLET HOW-MANY`."""

from __future__ import annotations

import sys

from counterclaim.ledger import Ledger
from tests.ledger.telling import POST as SECOND
from tests.ledger.telling import WIRE as FIRST
from tests.ledger.telling import at_url, by


def add(file: str, outlet: str, many: int) -> None:
    """Add reports of an outlet, in pairs that are in dispute; those that are there already change nothing."""
    with Ledger.open(file) as ledger:
        for number in range(many):
            url = f"https://{outlet}.example/{number}"
            day = f"20{10 + number % 80}-05-01"
            ledger.add(
                at_url(by(account, outlet, day), f"{url}/{account.report.outlet}") for account in (FIRST, SECOND)
            )
            print(number, flush=True)


if __name__ == "__main__":
    add(sys.argv[1], sys.argv[2], int(sys.argv[3]))
