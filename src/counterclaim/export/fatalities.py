"""Events with people killed, drawn from the claims: where, when, how many by a named policy, on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from counterclaim.compare.figures import Figure
from counterclaim.export.deaths import events_of, times_of
from counterclaim.export.policy import POLICY, bounds, drawn, is_hedged, last_words
from counterclaim.export.where import where
from counterclaim.ledger import Disputed
from counterclaim.model import Claim, Place, Report


def fatalities_of(found: Disputed) -> Iterator[dict[str, Any]]:
    """The events with figures of people killed, those first reported first.

    An event has the id of its first claim. What the claims do not tell is None or empty.
    """
    disputes = _disputes(found)
    for figures in events_of(found):
        claims = [figure.statement.claim for figure in figures]
        last, site, days = last_words(figures), where(claims), _days(figures)
        yield {
            "id": claims[0].id,
            "disputes": list(dict.fromkeys(one for claim in claims for one in disputes.get(claim.id, ()))),
            **drawn(last)._asdict(),
            "policy": POLICY.name,
            "date_start": days[0] if days else None,
            "date_end": days[1] if days else None,
            "place": asdict(site) if site else None,
            "places": list(dict.fromkeys(place for claim in claims for place in _named(claim))),
            "sources": [_source(report) for report in dict.fromkeys(figure.statement.report for figure in figures)],
            "figures": [_figure(figure, figure in last) for figure in figures],
        }


def _disputes(found: Disputed) -> Mapping[str, list[str]]:
    """The ids of the disputes of each claim."""
    ids: dict[str, list[str]] = {}
    for dispute in found.disputes:
        for position in dispute.positions:
            for claim in position.claims:
                ids.setdefault(claim, []).append(dispute.id)
    return ids


def _days(figures: Sequence[Figure]) -> tuple[str, str] | None:
    """The first and the last day that most figures give, of equals those given first; None where none gives both."""
    times = [time for figure in figures for time in times_of(figure)]
    given = [(time.start, time.end) for time in times if time.start is not None and time.end is not None]
    counts = Counter(given)
    return max(given, key=lambda days: counts[days], default=None)


def _named(claim: Claim) -> Iterator[str]:
    return (facet.name for facet in claim.facets if isinstance(facet, Place))


def _source(report: Report) -> dict[str, Any]:
    plain = {name: getattr(report, name) for name in ("outlet", "published", "title", "url")}
    return {"report": report.id} | plain


def _figure(figure: Figure, last: bool) -> dict[str, Any]:
    low, high = bounds(figure)
    if figure.quantity.high is None:
        high = None
    report = figure.statement.report
    return {
        "claim": figure.statement.claim.id, "report": report.id, "published": report.published,
        "claimant_name": figure.statement.who, "outlet": report.outlet, "low": low, "high": high,
        "hedged": is_hedged(figure), "last": last, "text": figure.statement.text,
    }  # fmt: skip
