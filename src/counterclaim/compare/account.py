"""What the comparison takes of a report: the report itself, its claims and its actors, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.model import Actor, Claim, Report


class Account(NamedTuple):
    """One report as read."""

    report: Report
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """Accounts by the time of publication, then by outlet and id: the same whatever order they came in."""
    return sorted(accounts, key=_place)


def _place(account: Account) -> tuple[str, str, str]:
    report = account.report
    return report.published or "", report.outlet or "", report.id
