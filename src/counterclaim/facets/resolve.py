"""Which of the places that share a name a report means.

Each name has one sense in a report. A candidate is ranked by how sure its name is, by its population, and
by what else the report names: countries and their peoples, regions, and places that lie near. What the
others mean is just as unsure, so the ranking is repeated with each round's beliefs. After Leidner (2007),
Toponym Resolution in Text: one sense per discourse, containment and nearness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.facets.gazetteer import KINDS, LOOSE, Entry, Gazetteer, Rows
from counterclaim.facets.support import is_supported
from counterclaim.facets.surroundings import Floats, Surroundings
from counterclaim.facets.toponyms import Toponym

MOST = 16
"""Candidates of a name that are compared; more are left out by their prior."""


@dataclass(frozen=True)
class Weights:
    """What each piece of evidence counts, in natural logarithms of odds."""

    population: float = 0.6
    tiers: tuple[float, ...] = (0.0, -1.5, -2.0, -3.5, 0.5, 0.0)
    kinds: tuple[float, ...] = (4.0, 0.5, -1.5, 0.0, 1.5, 5.0, 5.0, 5.0)
    country: float = 1.5
    admin1: float = 2.5
    near: float = 4.0
    near_km: float = 60.0
    container: float = 8.0
    kind: float = 5.0
    enough: float = 3.0
    named: float = 3.0
    """How much more a country speaks for places in it than a town does, or a people."""
    least: float = 1.5
    rounds: int = 3


WEIGHTS = Weights()


def resolve(
    toponyms: Sequence[Toponym], gazetteer: Gazetteer, peoples: Sequence[str] = (), weights: Weights = WEIGHTS
) -> dict[str, Entry]:
    """The place that each name means, by its key; names that too little speaks for are left out.

    `peoples` are demonyms and names of nations in the report ("Syrian", "Turks").
    """
    groups = group_names(toponyms)
    candidates = gather(groups, gazetteer, weights)
    if not len(candidates.rows):
        return {}
    named, columns = count_countries(peoples, gazetteer), candidates.columns
    around = Surroundings.of(
        candidates.group, columns["country"], columns["admin1"], columns["points"], weights.near_km
    )  # fmt: skip
    score = settle(candidates, around, named, weights)
    belief = softmax(score, candidates.group)
    population = np.where(candidates.tier == LOOSE, 0, columns["population"])  # a likeness is no fame
    sure = is_supported(columns["kind"], population, candidates.contained, belief, named, around)
    sure &= score - candidates.by_kind >= weights.least
    best = {name: row for name, row in candidates.best(score).items() if sure[row]}
    return {key: gazetteer.entry(int(candidates.rows[best[n]])) for n, key in enumerate(groups) if n in best}


def group_names(toponyms: Sequence[Toponym]) -> dict[str, list[Toponym]]:
    """Toponyms by the name that they share."""
    groups: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        groups.setdefault(toponym.key, []).append(toponym)
    return groups


@dataclass(frozen=True)
class Candidates:
    """Rows of the gazetteer that the names of a report may mean, those of one name together."""

    rows: Rows
    group: Rows
    """The number of the name that each row is a candidate of."""
    prior: Floats
    """What speaks for each row in itself and in the words at its name."""
    by_kind: Floats
    """The part of it that comes from being of the kind the text says: no evidence that the place is meant at all."""
    tier: Rows
    """How the name led to each row: `NAME` ... `ABBREVIATION`."""
    contained: Floats
    """1 where a row lies in what follows its name after a comma."""
    columns: dict[str, Any]

    def best(self, score: Floats) -> dict[int, int]:
        """The index of the highest score for each name that has candidates."""
        order = np.lexsort((-score, self.group))
        names, first = np.unique(self.group[order], return_index=True)
        return dict(zip(names.tolist(), order[first].tolist(), strict=True))


def gather(groups: dict[str, list[Toponym]], gazetteer: Gazetteer, weights: Weights = WEIGHTS) -> Candidates:
    """The candidates of each name; where there are many, the likeliest."""
    found = [{} if members[0].is_vague else gazetteer.find(members[0].name) for members in groups.values()]
    rows = np.array([row for answer in found for row in answer], np.int64)
    tiers = np.array([tier for answer in found for tier in answer.values()], np.int64)
    group = np.repeat(np.arange(len(found)), [len(answer) for answer in found])
    columns = gazetteer.columns(rows)
    prior = weights.population * np.log10(1 + columns["population"])
    prior += np.array(weights.tiers)[tiers] + np.array(weights.kinds)[columns["kind"]]
    by_kind, contained = np.zeros(len(rows)), np.zeros(len(rows))
    for number, members in enumerate(groups.values()):
        if any(member.kind or member.container for member in members):
            own = np.flatnonzero(group == number)
            by_kind[own] = weights.kind * _right_kind(columns["kind"][own], members)
            contained[own] = _contained(rows[own], members, gazetteer)
    prior += by_kind + weights.container * contained
    kept = _likeliest(prior, group)
    columns = {name: column[kept] for name, column in columns.items()}
    return Candidates(rows[kept], group[kept], prior[kept], by_kind[kept], tiers[kept], contained[kept], columns)


def _likeliest(prior: Floats, group: Rows) -> Rows:
    """The indices of the first `MOST` of each group."""
    order = np.lexsort((-prior, group))
    starts = np.searchsorted(group[order], group[order])
    return order[np.arange(len(order)) - starts < MOST]


_OF_KIND = {
    "region": np.array([kind.startswith("admin") for kind in KINDS], float),
    "town": np.array([kind in ("town", "capital") for kind in KINDS], float),
    "water": np.array([kind == "water" for kind in KINDS], float),
}


def _right_kind(kinds: NDArray[np.uint8], members: list[Toponym]) -> Floats:
    """1 where a candidate is of the kind that the text says, as a share of the mentions that say one."""
    said = [member.kind for member in members if member.kind]
    return sum((_OF_KIND[kind][kinds] for kind in said), np.zeros(len(kinds))) / max(1, len(said))


def _contained(rows: Rows, members: list[Toponym], gazetteer: Gazetteer) -> Floats:
    """1 where a candidate lies in what follows its name after a comma."""
    names = {member.container for member in members if member.container}
    containers = frozenset[int]().union(*(gazetteer.containers(name) for name in names))
    if not containers:
        return np.zeros(len(rows))
    return np.array([float(not containers.isdisjoint(gazetteer.ancestors(int(row)))) for row in rows])


def count_countries(peoples: Sequence[str], gazetteer: Gazetteer) -> Floats:
    """How many names of peoples speak for each country, by its row in the gazetteer."""
    counts = np.zeros(len(gazetteer.countries))
    for name in peoples:
        countries = gazetteer.countries_of(gazetteer.context(name))
        for country in countries:
            counts[country] += 1 / len(countries)
    return counts


def settle(candidates: Candidates, around: Surroundings, named: Floats, weights: Weights = WEIGHTS) -> Floats:
    """Scores after some rounds in which names speak for one another."""
    voice = np.where(candidates.columns["kind"] == KINDS.index("country"), weights.named, 1.0)
    peoples = weights.named * np.append(named, 0)[around.country]  # the last for those in no country
    score = candidates.prior
    for _ in range(weights.rounds):
        belief = softmax(score, candidates.group)
        heard = (
            (weights.country, around.in_country(belief * voice) + peoples),
            (weights.admin1, around.in_region(belief)),
            (weights.near, around.nearby(belief)),
        )
        score = candidates.prior + sum(weight * np.log1p(np.minimum(said, weights.enough)) for weight, said in heard)
    return score


def softmax(score: Floats, group: Rows) -> Floats:
    """How likely each candidate is among those of its name."""
    top = np.full(group[-1] + 1, -np.inf)
    np.maximum.at(top, group, score)
    power = np.exp(score - top[group])
    belief: Floats = power / np.bincount(group, power)[group]
    return belief
