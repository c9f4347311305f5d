"""Reports as things to export: each with its text, its actors, its claims and the links that go out from these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from counterclaim.ledger import Ledger

Thing = dict[str, Any]

COLUMNS = (
    "id", "outlet", "published", "title", "url", "language", "reprint", "claims", "links", "raw_sha256", "text_sha256",
    "text",
)  # fmt: skip
"""The columns of a report's flat row."""


def reports_of(ledger: Ledger, as_of: int | None) -> Iterator[Thing]:
    """Each report's object in the contract, with `actors`, `claims` and `links` as lists of theirs.

    `reprint` is true of one that prints the text of an earlier report; the claims of that one are compared for both.
    """
    found = ledger.compared(as_of)
    links = defaultdict[str, list[Thing]](list)
    for link in found.links:
        links[link.source].append(link.to_dict())
    compared = {account.report.id for account in found.accounts}
    for account in ledger.accounts(as_of):
        yield account.report.to_dict() | {
            "reprint": account.report.id not in compared,
            "actors": [actor.to_dict() for actor in account.actors],
            "claims": [claim.to_dict() for claim in account.claims],
            "links": [link for claim in account.claims for link in links[claim.id]],
        }


def report_rows(report: Thing) -> Iterator[Thing]:
    """The flat row of a report, in which claims and links are counted."""
    counts = {name: len(report[name]) for name in ("claims", "links")}
    yield {name: report[name] for name in COLUMNS} | counts
