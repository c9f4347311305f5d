"""All facets of a report, and those that belong to one claim."""

from __future__ import annotations

from counterclaim.facets.asides import is_aside, words_in
from counterclaim.facets.events.events import Speech, find_events
from counterclaim.facets.place import find_places
from counterclaim.facets.place_choice import PlaceChoice
from counterclaim.facets.quantity import find_quantities
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.time import find_times
from counterclaim.facets.time_choice import times_of
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Facet, Quantity, Spans, Time

_SIZES = ("area", "distance", "duration", "money", "percent", "other")


class Facets:
    """The quantities, places and times of a report, found once; `published` is its ISO date, if known."""

    def __init__(self, analysis: Analysis, published: str | None) -> None:
        self._analysis = analysis
        self._syntax = Syntax(analysis)
        self._values = find_quantities(analysis)
        self._places = PlaceChoice(self._syntax, find_places(self._syntax))
        self._times = find_times(analysis, published)

    def of(self, attribution: Attribution, speech: Speech) -> tuple[Facet, ...]:
        """What a claim says: quantities in its content, places and times of the event, and its events."""
        times = times_of(self._analysis, self._times, attribution.content, attribution.cue)
        inside = (facet for facet in self._values if _within(facet.spans, attribution.content))
        held = set(words_in(self._analysis, attribution.content))
        values = (one for one in inside if not (_is_dated(one, times) or _describes(self._analysis, one, held)))
        places = self._places.of(attribution)
        return (*values, *places, *times, *find_events(self._syntax, speech))


def _is_dated(quantity: Quantity, times: tuple[Time, ...]) -> bool:
    """Whether a length is part of a date: "within ten days"."""
    return quantity.role == "duration" and any(_within(quantity.spans, time.spans) for time in times)


def _describes(analysis: Analysis, quantity: Quantity, held: set[int]) -> bool:
    """Whether a size describes a name: "Orlo, a town of 4,000 people, fell"."""
    return quantity.role in _SIZES and is_aside(analysis, words_in(analysis, quantity.spans)[-1], held, to_name=True)


def _within(inner: Spans, outer: Spans) -> bool:
    return all(any(start <= s and e <= end for start, end in outer) for s, e in inner)
