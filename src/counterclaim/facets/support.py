"""Does a report speak for a place enough to give it coordinates?

Half of all invented and misread names are the name of some village on earth, and the name alone is no evidence. So a
small place needs support from the report: its country or its people named, a region or a larger place near it
named, or what it lies in written after it ("Brod, Croatia"). How much it needs grows as it gets smaller and its name
more ambiguous; a city of `KNOWN` inhabitants, a capital or a country needs none. Without it a name stays a name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.facets.gazetteer import KINDS
from counterclaim.facets.surroundings import Floats, Surroundings

KNOWN = 100_000
"""Inhabitants of a town that is known beyond its country, so that a report need not say where it is."""
SMALLEST = 100
"""Of fewer inhabitants no more is asked; many have none in the gazetteer."""
EVERYWHERE = ("country", "region", "water", "mountain")
"""Kinds of places that need no support: the gazetteer has only those of which world news speaks."""
KNOWN_AS = {"capital": 30.0, "admin1": 30.0, "admin2": 3.0}
"""How many times better known than a town of as many inhabitants."""


@dataclass(frozen=True)
class Evidence:
    """What a report's other names say for a candidate; tuned on LGL, TR-News and GeoWebNews."""

    country: float = 2.0
    people: float = 2.0
    in_country: float = 0.3
    """Another place in the same country: names of one language are soon found in one country."""
    in_region: float = 2.0
    near: float = 3.0
    """A larger place near it."""
    beside: float = 1.0
    """A place near it, however small."""
    contained: float = 8.0
    need: float = 0.6
    """Support needed for each power of ten that a place is smaller than `KNOWN`."""
    ambiguity: float = 0.2
    """Support needed besides where others of that name are as likely."""


EVIDENCE = Evidence()


def is_supported(
    kind: NDArray[np.uint8],
    population: Floats,
    contained: Floats,
    belief: Floats,
    named: Floats,
    around: Surroundings,
    evidence: Evidence = EVIDENCE,
) -> NDArray[np.bool_]:
    """For each candidate whether the support it has is what it needs.

    `contained`: 1 where the report writes what it lies in after its name; `belief`: how likely it is among those of
    its name; `named`: how many names of peoples speak for each country.
    """
    countries = belief * (kind == KINDS.index("country"))
    known = belief * _standing(kind, population)
    support = evidence.country * np.minimum(1, around.in_country(countries))
    support += evidence.people * np.minimum(1, np.append(named, 0)[around.country])
    support += evidence.in_country * np.minimum(1, around.in_country(known * (countries == 0)))
    support += evidence.in_region * np.minimum(2, around.in_region(known))
    support += evidence.near * np.minimum(1, around.nearby(known))
    support += evidence.beside * np.minimum(2, around.nearby(belief))
    support += evidence.contained * contained
    enough: NDArray[np.bool_] = support >= _need(kind, population, belief, evidence)
    return enough


def _need(kind: NDArray[np.uint8], population: Floats, belief: Floats, evidence: Evidence) -> Floats:
    """The support that each candidate needs; 0 for what is known everywhere."""
    known_as = np.array([KNOWN_AS.get(name, 1.0) for name in KINDS])[kind]
    powers = np.log10(KNOWN / np.maximum(SMALLEST, population * known_as))
    free = np.isin(kind, [KINDS.index(name) for name in EVERYWHERE]) | (powers <= 0)
    need: Floats = np.where(free, 0, evidence.need * powers + evidence.ambiguity * (1 - belief))
    return need


def _standing(kind: NDArray[np.uint8], population: Floats) -> Floats:
    """How much a place can say for others: 1 for a country, a capital or a town of a million, 0 for a village."""
    by_size = np.clip((np.log10(1 + population) - 3) / 3, 0, 1)
    least: Floats = np.array([{"country": 1.0, "capital": 1.0, "region": 1.0, "admin1": 0.7}.get(k, 0) for k in KINDS])
    standing: Floats = np.maximum(by_size, least[kind])
    return standing
