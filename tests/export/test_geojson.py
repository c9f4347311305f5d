"""GeoJSON: valid, longitude first, and no place that nobody knows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import Feature, FeatureCollection, MultiPoint, Point

from counterclaim.model import Place
from tests.export.exporting import ledger_of, run, with_facets, written
from tests.ledger.telling import ALL, HERALD, RADIO, WIRE

KHARKIV = Place("Kharkiv", "UA", 706483, 49.98177, 36.25476, (), 706482)
KABUL = Place("Kabul", "AF", 1138958, 34.52813, 69.17233, (), 1138957)
NOWHERE = Place("Orlisk", None, None, None, None, ())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    here = with_facets(HERALD, KHARKIV, NOWHERE)
    there = with_facets(RADIO, KABUL, KHARKIV, KABUL)
    return ledger_of(tmp_path, WIRE, here, there)


def test_it_is_valid_and_has_a_point_for_each_place_with_longitude_first(file: Path) -> None:
    data = written(file, "geojson")
    FeatureCollection[Feature[MultiPoint | Point, dict[str, Any]]].model_validate_json(data)
    shapes = [feature["geometry"] for feature in json.loads(data)["features"]]
    assert {shape["type"] for shape in shapes} == {"Point", "MultiPoint"}
    many = next(shape for shape in shapes if shape["type"] == "MultiPoint")
    assert many["coordinates"] == [[69.17233, 34.52813], [36.25476, 49.98177]]
    assert {"type": "Point", "coordinates": [36.25476, 49.98177]} in shapes


def test_features_are_the_claims_with_known_places_and_the_others_are_counted(file: Path) -> None:
    result = run(file, "geojson")
    features = json.loads(result.stdout)["features"]
    claims = {claim["id"]: claim for claim in map(json.loads, written(file, "jsonl").splitlines())}
    placed = {name for name, claim in claims.items()
              if any(facet["kind"] == "place" and facet["lat"] is not None for facet in claim["facets"])}  # fmt: skip
    assert {feature["id"] for feature in features} == placed
    assert 0 < len(placed) < len(claims)
    left = len(claims) - len(placed)
    assert result.stderr == (
        f"{len(placed)} of {len(claims)} claims written; {left} name no place with known coordinates\n"
    )
    for feature in features:
        properties, claim = feature["properties"], claims[feature["id"]]
        assert {name: claim[name] for name in properties if name in claim} == {
            name: value for name, value in properties.items() if name in claim
        }
        assert all(place["geonameid"] for place in properties["places"])
        assert len(properties["quantities"]) == sum(facet["kind"] == "quantity" for facet in claim["facets"])


def test_without_places_it_is_an_empty_collection(tmp_path: Path) -> None:
    data = written(ledger_of(tmp_path, *ALL), "geojson")
    assert json.loads(data) == {"type": "FeatureCollection", "features": []}
