"""The outlet of a report as one of its actors: whose word it is what the report says itself."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.model import Actor, Report


def outlet_of(report: Report, actors: Iterable[Actor]) -> Actor | None:
    """The actor that the report's outlet is: one that the text names by its name, or else a new one.

    None where the outlet is not known.
    """
    if not report.outlet:
        return None
    name = report.outlet.casefold()
    named = (actor for actor in actors if name in {other.casefold() for other in (actor.name, *actor.names)})
    return next(named, None) or Actor(f"{report.id}-outlet", report.outlet, "organisation")
