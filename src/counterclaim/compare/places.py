"""Places at which one thing happens at a time, such as a village, and those where much does."""

from __future__ import annotations

from functools import cache

from counterclaim.facets.gazetteer import LARGE, Gazetteer
from counterclaim.model import Place


def is_wide(place: Place) -> bool:
    """Whether so much happens at a place on a day that two reports of it may tell of different things.

    That is a country, a region, or a town of 100,000 and more; a place that the gazetteer lacks is small.
    """
    return place.geonameid is not None and _is_wide(place.name, place.geonameid)


@cache
def _is_wide(name: str, geonameid: int) -> bool:
    found = (entry for entry in Gazetteer.open().lookup(name) if entry.geonameid == geonameid)
    entry = next(found, None)
    return entry is None or entry.feature_class != "P" or entry.population >= LARGE
