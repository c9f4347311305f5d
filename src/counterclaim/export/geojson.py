"""GeoJSON (RFC 7946): a feature for each claim that names a place of which the coordinates are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from counterclaim.export.linked import write_list
from counterclaim.export.tables import Table

NAME = "geojson"
OF: tuple[str, ...] = ("claims",)

_PROPERTIES = (
    "report", "published", "outlet", "title", "url", "claimant_name", "relayed_by_name", "narrator", "act",
    "certainty", "negated", "quote", "text",
)  # fmt: skip
_QUANTITY = ("role", "low", "high", "unit", "approximate", "part", "counted")
_PLACE = ("name", "country", "geonameid")


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> str:
    """Write one FeatureCollection, a feature a line; says how many claims have no coordinates and are left out."""
    placed = Counter[bool]()
    write_list(_features(things, placed), stream, '{"type": "FeatureCollection", "features": [', "]}")
    return (
        f"{placed[True]:,} of {placed.total():,} claims written; {placed[False]:,} name no place with known coordinates"
    )


def _features(claims: Iterable[dict[str, Any]], placed: Counter[bool]) -> Iterator[dict[str, Any]]:
    """The features of the claims that have one; how many have and have not is added to `placed`."""
    for claim in claims:
        feature = _feature(claim)
        placed[feature is not None] += 1
        if feature is not None:
            yield feature


def _feature(claim: dict[str, Any]) -> dict[str, Any] | None:
    """A point for each place of a claim, as longitude and latitude; None where there is none."""
    facets = [facet for facet in claim["facets"] if facet["kind"] == "place" and facet["lat"] is not None]
    places = list({(place["lon"], place["lat"]): place for place in facets}.values())
    if not places:
        return None
    points = [[place["lon"], place["lat"]] for place in places]
    one = len(points) == 1
    return {
        "type": "Feature",
        "id": claim["id"],
        "geometry": {"type": "Point" if one else "MultiPoint", "coordinates": points[0] if one else points},
        "properties": {name: claim[name] for name in _PROPERTIES}
        | {"places": [{name: place[name] for name in _PLACE} for place in places]}
        | {"times": [[one["start"], one["end"]] for one in claim["facets"] if one["kind"] == "time"]}
        | {"quantities": [{name: one[name] for name in _QUANTITY}
                          for one in claim["facets"] if one["kind"] == "quantity"]},
    }  # fmt: skip
