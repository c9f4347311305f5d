"""The gazetteer: names of countries, regions, towns and waters, and where they lie. Derived from GeoNames (CC BY 4.0).

One file, mapped into memory and never loaded as a whole: columns with a row per place, and an index of 40-bit
hashes of folded names (see `folding`) that point to rows. Numbers of 24 bits stand in three bytes.
`training/gazetteer.py` builds it.
"""

from __future__ import annotations

import json
import mmap
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from math import isnan, prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import GazetteerError
from counterclaim.facets.folding import bare, fold, loose, plain, untitled

MAGIC = b"CCGAZ002"
PATH = Path(__file__).parent / "data" / "gazetteer.bin"

#: Kinds of places by their number in the file, with the GeoNames feature class.
KINDS = ("country", "admin1", "admin2", "town", "capital", "region", "water", "mountain")
CLASSES = dict(zip(KINDS, "AAAPPLHT", strict=True))

#: How a name led to a place, from sure to unsure. The last two are of other kinds: the people for the country
#: ("Syrian"), the abbreviation for the state ("Tex."); only a name with a full stop or in capitals is one.
NAME, ALTERNATE, PLAIN, LOOSE, DEMONYM, ABBREVIATION = range(6)
TIER_BITS = 3

NOWHERE = 2**24 - 1
"""Stands in the file for a latitude or longitude that is not known."""
STEPS = 2**24 - 2
"""Steps from south to north, and from west round to west, in which positions are counted: 2 metres at most."""
POPULATION_SCALE = 4096
"""What the decimal logarithm of 1 + population is multiplied with."""
ANCHOR = 64
"""Every so many names the file says where one begins; between them sizes are added up."""
LARGE = 100_000
"""Inhabitants of a town that is found by its name with an "s" too many."""
NO_PARENT = 2**16 - 1

Rows = NDArray[np.int64]
Bytes = NDArray[np.uint8]
"""Little-endian numbers of three bytes, one a row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. Degrees are WGS 84; a region's point is somewhere in its middle."""

    row: int
    geonameid: int | None
    name: str
    kind: str
    """One of `KINDS`."""
    feature_class: str
    """GeoNames feature class: A, P, L, H or T."""
    country: str | None
    """ISO 3166 alpha-2."""
    admin1: int | None
    """Id of the first-level region that it lies in or is, as GeoNames counts; None if not known or there is none."""
    admin2: int | None
    """Likewise of the second-level region."""
    lat: float | None
    lon: float | None
    population: int
    """Inhabitants, to a thousandth; 0 if not known."""


class Gazetteer:
    """Looks names up. Open it once (`Gazetteer.open()`); it may be shared by threads."""

    def __init__(self, data: memoryview) -> None:
        head_end = 12 + int.from_bytes(data[8:12], "little")
        if bytes(data[:8]) != MAGIC:
            raise GazetteerError("the gazetteer's file is damaged or of another version")
        head: dict[str, Any] = json.loads(bytes(data[12:head_end]))
        self.attribution: str = head["attribution"]
        self.countries: tuple[str, ...] = tuple(head["countries"])
        for name, (kind, start, shape) in head["columns"].items():
            column = np.frombuffer(data, dtype=kind, count=prod(shape), offset=start)
            setattr(self, f"_{name}", column.reshape(shape))

    _ids: NDArray[np.uint32]
    _lat: Bytes
    _lon: Bytes
    _population: NDArray[np.uint16]
    _kind: NDArray[np.uint8]
    _parent: NDArray[np.uint16]
    _name_anchors: NDArray[np.uint32]
    _name_sizes: NDArray[np.uint8]
    _names: NDArray[np.uint8]
    _buckets: NDArray[np.uint32]
    _hashes: Bytes
    _targets: Bytes

    @staticmethod
    @cache
    def open(path: Path = PATH) -> Gazetteer:
        """The gazetteer of the package, or the one in a file. Raises GazetteerError if it can't be read."""
        try:
            with path.open("rb") as file:
                return Gazetteer(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
        except (OSError, ValueError, KeyError) as error:
            raise GazetteerError(f"cannot read the gazetteer {path}: {error}") from error

    def __len__(self) -> int:
        return len(self._ids)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Places that a name may mean: those it is the first name of, then by population. None found: empty."""
        found = self.find(name)
        ordered = sorted(found, key=lambda row: (found[row], -self.population(row), row))
        return tuple(self.entry(row) for row in ordered)

    def find(self, name: str) -> dict[int, int]:
        """Rows that a name may mean, and how it led to each (`NAME` ... `ABBREVIATION`)."""
        folded = fold(name)
        last = ABBREVIATION if "." in name or name.isupper() else DEMONYM
        found = self._under((folded, bare(folded)), last)
        if not found:
            found = {
                row: max(tier, PLAIN) for row, tier in self._under((plain(folded), untitled(folded)), last).items()
            }
        found = found or dict.fromkeys(self.context(folded), DEMONYM)
        found = found or self._under(("~" + loose(folded),), LOOSE)
        return found or self._owned(folded)

    def _owned(self, folded: str) -> dict[int, int]:
        """Countries, regions and large towns whose "'s" has lost its apostrophe ("syrias")."""
        found = self._under((folded[:-1],), NAME) if folded.endswith("s") else {}
        return {row: PLAIN for row in found if self.is_region(row) or self.population(row) >= LARGE}

    def context(self, word: str) -> tuple[int, ...]:
        """Countries and regions that a demonym or an abbreviation stands for ("Syrians", "Tex.")."""
        key = fold(word)
        found = {key: self.at(key) for key in (key, key.removesuffix("s"))}
        return tuple(row for answer in found.values() for row, tier in answer if tier >= DEMONYM)

    def containers(self, name: str) -> frozenset[int]:
        """Countries and regions that a name after a comma may mean ("Texas", "Tex.", "Syria")."""
        return frozenset((*filter(self.is_region, self.find(name)), *self.context(name)))

    def at(self, key: str) -> list[tuple[int, int]]:
        """Rows and tiers under a folded key."""
        number = hash_key(key)
        bucket, low = number >> 24, number & 0xFFFFFF
        start, end = int(self._buckets[bucket]), int(self._buckets[bucket + 1])
        at = start + np.flatnonzero(whole(self._hashes[start:end]) == low)
        targets: list[int] = whole(self._targets[at]).tolist()
        return [(target >> TIER_BITS, target & (1 << TIER_BITS) - 1) for target in targets]

    def _under(self, keys: tuple[str, ...], last: int) -> dict[int, int]:
        """Rows under any of the keys with their surest tier; tiers after `last` are left out."""
        found: dict[int, int] = {}
        for key in dict.fromkeys(keys):
            for row, tier in self.at(key):
                if tier <= last and tier < found.get(row, last + 1):
                    found[row] = tier
        return found

    def entry(self, row: int) -> Entry:
        """The place in a row."""
        kind = self.kind(row)
        chain = {self.kind(each): each for each in (*reversed(self.ancestors(row)), row)}
        lat, lon = (degrees(axis[[row]], span).item() for axis, span in ((self._lat, 180), (self._lon, 360)))
        return Entry(
            row=row,
            geonameid=self._id(row),
            name=self._name(row),
            kind=kind,
            feature_class=CLASSES[kind],
            country=self.countries[chain["country"]] if "country" in chain else None,
            admin1=self._id(chain["admin1"]) if "admin1" in chain else None,
            admin2=self._id(chain["admin2"]) if "admin2" in chain else None,
            lat=None if isnan(lat) else round(lat, 5),
            lon=None if isnan(lon) else round(lon, 5),
            population=self.population(row),
        )

    def _id(self, row: int) -> int | None:
        return int(self._ids[row]) or None

    def _name(self, row: int) -> str:
        anchor = row // ANCHOR
        start = int(self._name_anchors[anchor]) + int(self._name_sizes[anchor * ANCHOR : row].sum(dtype=np.int64))
        return bytes(self._names[start : start + int(self._name_sizes[row])]).decode("utf-8")

    def columns(self, rows: Rows) -> dict[str, NDArray[Any]]:
        """Numbers for ranking: kind, country, admin1, population, and unit vectors of the points.

        Countries and first-level regions are given by their rows, -1 if none.
        """
        lat, lon = np.radians(degrees(self._lat[rows], 180)), np.radians(degrees(self._lon[rows], 360))
        points = np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)
        inhabitants = 10 ** (self._population[rows] / POPULATION_SCALE) - 1
        columns = {"kind": self._kind[rows], "population": inhabitants, "points": np.nan_to_num(points)}
        return columns | {kind: self._above(rows, kind) for kind in ("country", "admin1")}

    def _above(self, rows: Rows, kind: str) -> Rows:
        """The rows of the country or region of a kind that each row lies in or is; -1 where there is none."""
        found, here = np.full(len(rows), -1, np.int64), rows
        for _ in range(4):  # a town, its second- and first-level regions, its country
            inside = here >= 0
            right = inside & (self._kind[here] == KINDS.index(kind))
            found[right] = here[right]
            above = self._parent[here].astype(np.int64)
            here = np.where(inside & (above != NO_PARENT), above, -1)
        return found

    def kind(self, row: int) -> str:
        """One of `KINDS`."""
        return KINDS[self._kind[row]]

    def is_region(self, row: int) -> bool:
        """Whether a row is a country or a first- or second-level region."""
        return int(self._kind[row]) <= KINDS.index("admin2")

    def population(self, row: int) -> int:
        """The inhabitants of the place in a row, to a thousandth; 0 if not known."""
        return round(10 ** (int(self._population[row]) / POPULATION_SCALE) - 1)

    def countries_of(self, rows: tuple[int, ...]) -> list[int]:
        """The rows of the countries that rows lie in or are, each once."""
        found = self._above(np.array(rows, np.int64), "country").tolist()
        return [row for row in dict.fromkeys(found) if row >= 0]

    def capital(self, country: int) -> Entry | None:
        """The capital of the country in a row; None if it has none or several, or the row is no country's."""
        rows = np.flatnonzero(self._kind == KINDS.index("capital"))
        found = rows[self._above(rows, "country") == country].tolist()
        return self.entry(found[0]) if len(found) == 1 else None

    def ancestors(self, row: int) -> tuple[int, ...]:
        """The rows of the regions and the country that a place lies in, from small to large."""
        found: list[int] = []
        while (row := int(self._parent[row])) != NO_PARENT:
            found.append(row)
        return tuple(found)


def whole(column: Bytes) -> Rows:
    """Numbers of three bytes each as integers."""
    wide = column.astype(np.int64)
    return wide[..., 0] | wide[..., 1] << 8 | wide[..., 2] << 16


def degrees(column: Bytes, span: int) -> NDArray[np.float64]:
    """Degrees from steps over a span of 180 or 360; not a number where the position is not known."""
    steps = whole(column)
    return np.where(steps == NOWHERE, np.nan, steps * (span / STEPS) - span / 2)


def hash_key(key: str) -> int:
    """The 40-bit hash under which a folded name stands in the index; its first 16 bits are the bucket."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=5).digest(), "big")
