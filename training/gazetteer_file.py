"""Write places as the file that `counterclaim.facets.gazetteer` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from counterclaim.facets.folding import PLACE_WORDS, bare, fold, loose, plain
from counterclaim.facets.gazetteer import (
    ABBREVIATION,
    ALTERNATE,
    ANCHOR,
    DEMONYM,
    KINDS,
    LOOSE,
    MAGIC,
    NAME,
    NO_PARENT,
    NOWHERE,
    PLAIN,
    POPULATION_SCALE,
    STEPS,
    TIER_BITS,
    hash_key,
)

if TYPE_CHECKING:
    from training.gazetteer import Spot

ATTRIBUTION = "Derived from GeoNames (https://www.geonames.org), CC BY 4.0; changed: selected, combined, names folded."


def write(spots: list[Spot], codes: dict[str, int], out: Path) -> int:
    """Write the file; gives the number of names in its index."""
    countries = [spot.country for spot in spots if spot.kind == "country"]
    columns = describe(spots, codes) | index(spots)
    out.write_bytes(pack(columns, {"attribution": ATTRIBUTION, "countries": countries}))
    return len(columns["hashes"])


def describe(spots: list[Spot], codes: dict[str, int]) -> dict[str, NDArray[np.generic]]:
    """The columns with a row per place."""
    points = [spot.point or (None, None) for spot in spots]
    names = [spot.name.encode("utf-8") for spot in spots]
    starts = [0, *accumulate(map(len, names))]
    return {
        "ids": np.array([spot.geonameid for spot in spots], "<u4"),
        "lat": three([steps(lat, 180) for lat, _ in points]),
        "lon": three([steps(lon, 360) for _, lon in points]),
        "population": np.array([round(log10(1 + spot.population) * POPULATION_SCALE) for spot in spots], "<u2"),
        "parent": np.array([parent(spot, codes) for spot in spots], "<u2"),
        "kind": np.array([KINDS.index(spot.kind) for spot in spots], "u1"),
        "name_anchors": np.array(starts[:-1:ANCHOR], "<u4"),
        "name_sizes": np.array([len(name) for name in names], "u1"),
        "names": np.frombuffer(b"".join(names), "u1"),
    }


def parent(spot: Spot, codes: dict[str, int]) -> int:
    """The row of what a place lies in: its region, or its country where no list has the region."""
    return codes.get(spot.parent, codes.get(spot.country if spot.kind != "country" else "", NO_PARENT))


def steps(degree: float | None, span: int) -> int:
    """Where a degree lies between -span/2 and span/2."""
    return NOWHERE if degree is None else round((degree + span / 2) / span * STEPS)


def three(numbers: Iterable[int]) -> NDArray[np.uint8]:
    """Numbers below 2**24, in three bytes each."""
    return np.array(list(numbers), "<u4").view("u1").reshape(-1, 4)[:, :3]


def keys(spot: Spot) -> Iterator[tuple[str, int]]:
    """The keys under which a place is found, and how sure each is; the same key may come twice."""
    names = [(spot.name, NAME), *((other, ALTERNATE) for other in spot.others)]
    folded = [(fold(name), tier) for name, tier in names]
    for key, tier in folded:
        yield key, tier
        yield bare(key), max(tier, ALTERNATE)
        if spot.kind.startswith("admin"):
            yield plain(key), PLAIN
        if spot.country in PLACE_WORDS["rewritten"] and len(rough := loose(key)) >= shortest(spot.population):
            yield "~" + rough, LOOSE
    yield from ((fold(name), DEMONYM) for name in spot.demonyms)
    yield from ((fold(name), ABBREVIATION) for name in spot.abbreviations)


def shortest(population: int) -> int:
    """Letters of the shortest loose key: six of a village's or where it isn't known, three of a large town's."""
    return 3 if population >= 100_000 else 4 if population >= 1000 else 6


def index(spots: list[Spot]) -> dict[str, NDArray[np.generic]]:
    """The index: for each of 65,536 buckets the hashes' low halves and what they point to."""
    found: dict[tuple[int, int, bool], int] = {}
    for row, spot in enumerate(spots):
        for key, tier in keys(spot):
            if len(key) > 1:
                entry = (hash_key(key), row, tier >= DEMONYM)
                found[entry] = min(found.get(entry, tier), tier)
    ordered = sorted((number, row << TIER_BITS | tier) for (number, row, _), tier in found.items())
    hashes = np.array([number for number, _ in ordered], "<u8")
    return {
        "buckets": np.searchsorted(hashes >> 24, np.arange(65537, dtype="<u8")).astype("<u4"),
        "hashes": three(number & 0xFFFFFF for number, _ in ordered),
        "targets": three(target for _, target in ordered),
    }


def pack(columns: dict[str, NDArray[np.generic]], head: dict[str, object]) -> bytes:
    """Magic, length of the head, head in JSON, columns at multiples of eight."""
    layout: dict[str, tuple[str, int, tuple[int, ...]]] = {}
    size = 0
    for _ in range(3):  # the head's length depends on the offsets in it
        start = -(-(12 + size) // 8) * 8
        for name, column in columns.items():
            layout[name] = (column.dtype.str, start, column.shape)
            start = -(-(start + column.nbytes) // 8) * 8
        text = json.dumps(head | {"columns": layout}, ensure_ascii=False, sort_keys=True).encode("utf-8")
        size = len(text)
    parts = bytearray(MAGIC + size.to_bytes(4, "little") + text)
    for name, column in columns.items():
        parts += b"\0" * (layout[name][1] - len(parts)) + column.tobytes()
    return bytes(parts)
