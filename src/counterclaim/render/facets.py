"""Facets in a few words: "killed: at least 30", "2026-03-03", "Aleppo (SY)"."""

from __future__ import annotations

from counterclaim.model import Claim, Event, Facet, Place, Quantity


def describe(facet: Facet) -> str:
    """A facet for people; what is not known is left out."""
    if isinstance(facet, Quantity):
        counted = "" if facet.unit in (None, "person") else f" {facet.unit}"
        role = "" if facet.role in ("other", facet.unit) else f"{facet.role}: "
        return f"{role}{amount(facet)}{counted}"
    if isinstance(facet, Place):
        return f"{facet.name} ({facet.country})" if facet.country else facet.name
    if isinstance(facet, Event):
        return _event(facet)
    if facet.start == facet.end:
        return facet.start or ""
    return " to ".join((facet.start or "…", facet.end or "…"))


def is_telling(facet: Facet) -> bool:
    """Whether a facet says more than the claim's words: not so an event of no known type."""
    return not isinstance(facet, Event) or facet.type is not None


def amount(quantity: Quantity) -> str:
    """The figure or range of a quantity: "17", "40 to 45", "at least 30", "about 1,300"."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return "unknown"
    if low is not None and high is None:
        figure = f"at least {_figure(low)}"
    elif high is not None and low is None:
        figure = f"at most {_figure(high)}"
    else:
        assert low is not None and high is not None
        figure = _figure(low) if low == high else f"{_figure(low)} to {_figure(high)}"
    return f"about {figure}" if quantity.approximate and low == high else figure


def standing(claim: Claim) -> str:
    """Act, certainty where it is less than certain, and "negated": "deny", "assert, possible"."""
    certainty = claim.certainty if claim.certainty != "certain" else None
    return ", ".join(word for word in (claim.act, certainty, "negated" if claim.negated else None) if word)


def _event(event: Event) -> str:
    """Who does what to whom: "2nd Mountain Brigade / capture / Upper Kern (happened)"."""
    by_role = {one.role: one.words for one in event.participants}
    known = (by_role.get("agent"), event.predicate, by_role.get("patient"))
    return f"{' / '.join(word for word in known if word)} ({event.state})"


def _figure(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else f"{number:,}"
