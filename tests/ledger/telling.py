"""Reports for the ledger's tests, made by hand: no model needed."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.compare.account import Account
from counterclaim.model import Claim, Report
from tests.compare.building import Said, Told

TAKEN = Said("the Orlan Defence Ministry", "Orlan troops had taken Kesh", predicate="take", type="take-control",
             agent="Orlan troops", patient="Kesh", place="Kesh")  # fmt: skip
HELD = Said("the Tolm General Staff", "Tolm forces still held Kesh", predicate="hold", type="hold-control",
            agent="Tolm forces", patient="Kesh", place="Kesh", state="ongoing")  # fmt: skip
DENIED = Said("the Tolm General Staff", "the claim", "deny", predicate="claim", negated=True, refers_to=0)
TOLL = Said("the Orlan Defence Ministry", "19 people were killed in the blast at Varna Quay", predicate="kill",
            type="kill", figures=(("killed", 19, 19, "19 people"),))  # fmt: skip
FEWER = Said("the Tolm General Staff", "3 people were killed in the blast at Varna Quay", predicate="kill",
             type="kill", figures=(("killed", 3, 3, "3 people"),))  # fmt: skip
BRIDGE = Said("the Mervan mayor", "the bridge had been closed", predicate="close", type="close", patient="bridge")

WIRE = Told("Wire", "2031-05-01", (TAKEN, DENIED, HELD)).account()
RADIO = Told("Radio", "2031-05-01", (TAKEN, TOLL)).account()
POST = Told("Post", "2031-05-02", (HELD, FEWER)).account()
HERALD = Told("Herald", "2031-05-02", (BRIDGE,)).account()
ALL = (WIRE, RADIO, POST, HERALD)


def at_url(account: Account, url: str, **changed: str) -> Account:
    """The same account of a report that stands at a URL, with other things changed as well."""
    return _of(account, replace(account.report, url=url, **changed))


def by(account: Account, outlet: str, published: str | None = None) -> Account:
    """The same account printed by another outlet."""
    report = replace(account.report, outlet=outlet, published=published or account.report.published)
    return _of(account, report)


def _of(account: Account, report: Report) -> Account:
    """An account's claims and actors as those of another report."""

    def named(name: str | None) -> str | None:
        return name and name.replace(account.report.id, report.id)

    def moved(claim: Claim) -> Claim:
        return replace(
            claim, id=str(named(claim.id)), report=report.id, claimant=named(claim.claimant),
            refers_to=named(claim.refers_to), text=report.words_at(claim.content),
        )  # fmt: skip

    actors = tuple(replace(actor, id=str(named(actor.id)), of=named(actor.of)) for actor in account.actors)
    return Account(report, tuple(moved(claim) for claim in account.claims), actors)
