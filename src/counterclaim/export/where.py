"""Where an event is: the place that most of its claims name, with the regions and the country that it lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.compare.matter import names_of
from counterclaim.compare.places import entry_of
from counterclaim.facets.gazetteer import Gazetteer
from counterclaim.model import Claim, Place

_WIDE = ("country", "admin1", "water")
"""Kinds of places in which there are many events a day."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place, with what the gazetteer has on it; None for what it does not have."""

    name: str
    kind: str | None
    """country, admin1, admin2, town, capital, region, water or mountain."""
    country: str | None
    """ISO 3166 alpha-2."""
    country_name: str | None
    admin1: str | None
    """Name of the first-level region that it lies in or is."""
    admin2: str | None
    lat: float | None
    lon: float | None


def where(claims: Iterable[Claim]) -> Where | None:
    """The place that most claims name, of equals the one named first; a country or province only where no more is."""
    named = [place for claim in claims for place in _places(claim)]
    narrow = [place for place in named if _kind(place) not in _WIDE] or named
    counts = Counter(map(_key, narrow))
    best = max(narrow, key=lambda place: counts[_key(place)], default=None)
    return None if best is None else _where(best)


def sites_of(claim: Claim) -> frozenset[object]:
    """Keys of the places that a claim names, without countries and provinces."""
    return frozenset(_key(place) for place in _places(claim) if _kind(place) not in _WIDE)


def _places(claim: Claim) -> Iterator[Place]:
    """The places that a claim names, each once."""
    places = (facet for facet in claim.facets if isinstance(facet, Place))
    yield from {_key(place): place for place in places}.values()


def _key(place: Place) -> object:
    return place.geonameid or names_of(place.name)


def _kind(place: Place) -> str | None:
    entry = entry_of(place)
    return entry.kind if entry else None


def _where(place: Place) -> Where:
    gazetteer, entry = Gazetteer.open(), entry_of(place)
    if entry is None:
        return Where(place.name, None, place.country, None, None, None, place.lat, place.lon)
    chain = {above.kind: above.name for above in map(gazetteer.entry, gazetteer.ancestors(entry.row))}
    chain[entry.kind] = entry.name
    return Where(
        place.name, entry.kind, place.country, chain.get("country"), chain.get("admin1"), chain.get("admin2"),
        place.lat, place.lon,
    )  # fmt: skip
