"""Write places as the file that `counterclaim.facets.gazetteer` reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from counterclaim.facets.folding import PLACE_WORDS, bare, fold, loose, plain
from counterclaim.facets.gazetteer import (
    ABBREVIATION,
    ALTERNATE,
    DEMONYM,
    KINDS,
    LOOSE,
    MAGIC,
    NAME,
    NOWHERE,
    PLAIN,
    TIER_BITS,
    hash_key,
)

if TYPE_CHECKING:
    from training.gazetteer import Spot

ATTRIBUTION = "Derived from GeoNames (https://www.geonames.org), CC BY 4.0; changed: selected, combined, names folded."


def write(spots: list[Spot], codes: dict[str, int], out: Path) -> int:
    """Write the file; gives the number of names in its index."""
    countries = sorted({spot.country for spot in spots} | {""})
    regions = sorted({spot.admin1 for spot in spots} | {""})
    columns = describe(spots, codes, countries, regions) | index(spots)
    out.write_bytes(pack(columns, {"attribution": ATTRIBUTION, "countries": countries, "admin1": regions}))
    return len(columns["hashes"])


def describe(
    spots: list[Spot], codes: dict[str, int], countries: list[str], regions: list[str]
) -> dict[str, NDArray[np.generic]]:
    """The columns with a row per place."""
    country_of = {code: number for number, code in enumerate(countries)}
    region_of = {code: number for number, code in enumerate(regions)}
    points = [[round(degree * 1e5) for degree in spot.point] if spot.point else [NOWHERE] * 2 for spot in spots]
    names = [spot.name.encode("utf-8") for spot in spots]
    return {
        "ids": np.array([spot.geonameid for spot in spots], "<u4"),
        "lat": np.array([point[0] for point in points], "<i4"),
        "lon": np.array([point[1] for point in points], "<i4"),
        "population": np.array([min(spot.population, 2**32 - 1) for spot in spots], "<u4"),
        "parent": np.array([codes.get(spot.parent, -1) for spot in spots], "<i4"),
        "name_starts": np.array([0, *accumulate(map(len, names))], "<u4"),
        "admin1": np.array([region_of[spot.admin1] for spot in spots], "<u2"),
        "country": np.array([country_of[spot.country] for spot in spots], "u1"),
        "kind": np.array([KINDS.index(spot.kind) for spot in spots], "u1"),
        "names": np.frombuffer(b"".join(names), "u1"),
    }


def keys(spot: Spot) -> Iterator[tuple[str, int]]:
    """The keys under which a place is found, and how sure each is; the same key may come twice."""
    names = [(spot.name, NAME), *((other, ALTERNATE) for other in spot.others)]
    folded = [(fold(name), tier) for name, tier in names]
    for key, tier in folded:
        yield key, tier
        yield bare(key), max(tier, ALTERNATE)
        if spot.kind.startswith("admin"):
            yield plain(key), PLAIN
        if spot.country in PLACE_WORDS["rewritten"] and spot.population >= 1000 and len(rough := loose(key)) > 3:
            yield "~" + rough, LOOSE
    yield from ((fold(name), DEMONYM) for name in spot.demonyms)
    yield from ((fold(name), ABBREVIATION) for name in spot.abbreviations)


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
        "buckets": np.searchsorted(hashes >> 32, np.arange(65537, dtype="<u8")).astype("<u4"),
        "hashes": (hashes & 0xFFFFFFFF).astype("<u4"),
        "targets": np.array([target for _, target in ordered], "<u4"),
    }


def pack(columns: dict[str, NDArray[np.generic]], head: dict[str, object]) -> bytes:
    """Magic, length of the head, head in JSON, columns at multiples of eight."""
    layout: dict[str, tuple[str, int, int]] = {}
    size = 0
    for _ in range(3):  # the head's length depends on the offsets in it
        start = -(-(12 + size) // 8) * 8
        for name, column in columns.items():
            layout[name] = (column.dtype.str, start, len(column))
            start = -(-(start + column.nbytes) // 8) * 8
        text = json.dumps(head | {"columns": layout}, ensure_ascii=False, sort_keys=True).encode("utf-8")
        size = len(text)
    parts = bytearray(MAGIC + size.to_bytes(4, "little") + text)
    for name, column in columns.items():
        parts += b"\0" * (layout[name][1] - len(parts)) + column.tobytes()
    return bytes(parts)
