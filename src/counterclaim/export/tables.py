"""What can be exported as a table: claims, links, disputes and reports as objects of the contract, the figures of the
dead that are drawn from them (`fatalities`), and the flat rows of all of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from counterclaim.export.disputed import disputes_of
from counterclaim.export.fatalities import fatalities_of
from counterclaim.export.reports import COLUMNS as _REPORT
from counterclaim.export.reports import report_rows, reports_of
from counterclaim.ledger import Ledger, Told
from counterclaim.ledger.asking import told_in

Thing = dict[str, Any]

_TOLD = ("claimant_name", "outlet", "published", "text")
"""What a link or a dispute says of each of its claims."""


class Table(NamedTuple):
    """One kind of thing that a ledger holds."""

    name: str
    columns: tuple[str, ...]
    """The columns of its flat rows."""
    things: Callable[[Ledger, int | None], Iterator[Thing]]
    """All of them, now or at a generation."""
    rows: Callable[[Thing], Iterator[Thing]]
    """The flat rows of one."""


def _claims(ledger: Ledger, as_of: int | None) -> Iterator[Thing]:
    return (told.to_dict() for told in told_in(ledger.accounts(as_of)))


def _claim_rows(claim: Thing) -> Iterator[Thing]:
    facets = {kind: [one for one in claim["facets"] if one["kind"] == kind] for kind in ("place", "time", "quantity")}
    plain = {name: claim[name] for name in _CLAIM if name in claim}
    yield plain | {
        "start": claim["content"][0][0] if claim["content"] else None,
        "end": claim["content"][-1][1] if claim["content"] else None,
        "places": _joined(one["name"] for one in facets["place"]),
        "times": _joined(_range(one["start"], one["end"]) for one in facets["time"]),
        "quantities": _joined(
            " ".join(filter(None, (one["role"], _range(one["low"], one["high"]), one["unit"])))
            for one in facets["quantity"]
        ),
    }


def _links(ledger: Ledger, as_of: int | None) -> Iterator[Thing]:
    found = ledger.compared(as_of)
    told = _by_id(told_in(found.accounts))
    for link in found.links:
        ends = {f"{end}_{name}": value for end, claim in (("from", link.source), ("to", link.target))
                for name, value in told[claim].items() if name in _TOLD}  # fmt: skip
        yield link.to_dict() | ends


def _link_rows(link: Thing) -> Iterator[Thing]:
    yield link


def _dispute_rows(dispute: Thing) -> Iterator[Thing]:
    """One row for each claim of each position."""
    for number, position in enumerate(dispute["positions"], start=1):
        for claim in position["claims"]:
            plain = {name: dispute[name] for name in ("id", "question", "kind", "status")}
            told = {name: dispute["claims"][claim][name] for name in ("report", *_TOLD)}
            yield plain | {"position": number, "value": position["value"], "claim": claim} | told


def _fatalities(ledger: Ledger, as_of: int | None) -> Iterator[Thing]:
    yield from fatalities_of(ledger.compared(as_of))


def _fatality_rows(event: Thing) -> Iterator[Thing]:
    """One row for each figure that an event was given."""
    place = event["place"] or {}
    plain = {name: event[name] for name in ("id", "low", "best", "high", "policy", "date_start", "date_end")}
    plain |= {name: place.get(name) for name in ("lat", "lon", "country")} | {"place": place.get("name")}
    for figure in event["figures"]:
        yield plain | {f"figure_{name}" if name in ("low", "high") else name: figure[name] for name in _FIGURE}


def _by_id(told: Iterator[Told]) -> Mapping[str, Thing]:
    return {one.claim.id: one.to_dict() for one in told}


def _joined(words: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(words))


def _range(low: object, high: object) -> str:
    """An interval: "40", "40..45"; an open end is left out: "30..", "..2024-05-01"."""
    return str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"


_CLAIM = (
    "id", "report", "published", "outlet", "title", "url", "claimant_name", "relayed_by_name", "narrator", "act",
    "certainty", "negated", "quote", "text", "start", "end", "places", "times", "quantities",
)  # fmt: skip
_LINK = ("from", "type", "to", "why", "score", *(f"{end}_{name}" for end in ("from", "to") for name in _TOLD))
_FIGURE = ("claim", "report", "claimant_name", "outlet", "published", "low", "high", "hedged", "last", "text")
_FATALITY = (
    "id", "date_start", "date_end", "place", "country", "lat", "lon", "low", "best", "high", "policy", "claim",
    "report", "claimant_name", "outlet", "published", "figure_low", "figure_high", "hedged", "last", "text",
)  # fmt: skip
_DISPUTE = ("id", "question", "kind", "status", "position", "value", "claim", "report", *_TOLD)

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("claims", _CLAIM, _claims, _claim_rows),
        Table("links", _LINK, _links, _link_rows),
        Table("disputes", _DISPUTE, disputes_of, _dispute_rows),
        Table("fatalities", _FATALITY, _fatalities, _fatality_rows),
        Table("reports", _REPORT, reports_of, report_rows),
    )
}
"""By name."""
