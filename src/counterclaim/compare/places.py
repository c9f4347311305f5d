"""Places at which one thing happens at a time, such as a village, and those where much does."""

from __future__ import annotations

from functools import lru_cache

from counterclaim.facets.gazetteer import LARGE, Entry, Gazetteer
from counterclaim.model import Place


def is_wide(place: Place) -> bool:
    """Whether so much happens at a place on a day that two reports of it may tell of different things.

    That is a country, a region, or a town of 100,000 and more; a place that the gazetteer lacks is small.
    """
    if place.geonameid is None:
        return False
    entry = entry_of(place)
    return entry is None or entry.feature_class != "P" or entry.population >= LARGE


def entry_of(place: Place) -> Entry | None:
    """The gazetteer's place for a facet; None for a name that was not found there."""
    return None if place.geonameid is None else _found(place.name, place.geonameid)


@lru_cache(maxsize=4096)
def _found(name: str, geonameid: int) -> Entry | None:
    gazetteer = Gazetteer.open()
    entries = map(gazetteer.entry, gazetteer.find(name))
    return next((entry for entry in entries if entry.geonameid == geonameid), None)
