"""Places at which much happens on one day, and those at which one thing does."""

from __future__ import annotations

import pytest

from counterclaim.compare.places import is_wide
from counterclaim.facets.gazetteer import Gazetteer
from counterclaim.model import Place, Span


@pytest.mark.parametrize(
    ("name", "kind", "wide"),
    [("Kharkiv", "P", True), ("Ukraine", "A", True), ("Bavaria", "A", True), ("Kupiansk", "P", False)],
)
def test_countries_regions_and_large_towns_are_wide(name: str, kind: str, wide: bool) -> None:
    found = next(entry for entry in Gazetteer.open().lookup(name) if entry.feature_class == kind)
    assert is_wide(Place(name, None, found.geonameid, None, None, (Span(0, len(name)),))) is wide


def test_a_place_that_the_gazetteer_lacks_is_small() -> None:
    assert not is_wide(Place("Nowhere-by-the-Sea", None, None, None, None, (Span(0, 18),)))
