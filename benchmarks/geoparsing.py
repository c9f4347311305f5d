"""The geoparsing corpora: news articles with their toponyms and where those lie.

LGL (Lieberman et al. 2010), TR-News (Kamalloo and Rafiei 2018) and GeoWebNews (Gritta et al. 2019), as XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from xml.etree import ElementTree

from counterclaim.model import Span

Point = tuple[float, float]
SHIFT = 80
"""How far an annotation may stand from its words: TR-News has articles whose offsets miss line breaks."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated toponym; `point` in degrees, None where the corpus has none."""

    span: Span
    point: Point | None
    geonameid: int | None
    counts: bool = True
    """Whether it is to be found; others may be found or not."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its toponyms."""

    text: str
    toponyms: tuple[Gold, ...]


def kilometres(one: Point, other: Point) -> float:
    """The distance on the sphere."""
    lat, lon, to_lat, to_lon = map(radians, (*one, *other))
    half = sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
    return 12742 * asin(sqrt(min(1, half)))


def read_tagged(path: Path) -> list[Article]:
    """LGL or TR-News."""
    return [_tagged(node) for node in ElementTree.parse(path).getroot().iter("article")]


def _tagged(node: ElementTree.Element) -> Article:
    text = node.findtext("text") or ""
    return Article(text, tuple(filter(None, (_toponym(text, each) for each in node.iter("toponym")))))


def _toponym(text: str, node: ElementTree.Element) -> Gold | None:
    span = _aligned(text, _span(node), node.findtext("phrase") or "")
    place = node.find("gaztag")
    known = place if place is not None else node
    point = _point(known.findtext("lat"), known.findtext("lon"))
    number = place.get("geonameid") if place is not None else None
    return Gold(span, point, int(number) if number else None) if span else None


def _span(node: ElementTree.Element) -> Span:
    return Span(int(node.findtext("start") or 0), int(node.findtext("end") or 0))


def _aligned(text: str, span: Span, phrase: str) -> Span | None:
    """The place nearest to a span where the phrase stands; None if it stands nowhere near."""
    starts = (match.start() for match in re.finditer(re.escape(phrase), text))
    start = min(starts, key=lambda at: abs(at - span.start), default=-SHIFT)
    return Span(start, start + len(phrase)) if phrase and abs(start - span.start) < SHIFT else None


def _point(lat: str | None, lon: str | None) -> Point | None:
    return (float(lat), float(lon)) if lat and lon else None


def read_geowebnews(path: Path, names_only: bool) -> list[Article]:
    """GeoWebNews. What counts has a position; with `names_only`, adjectives and parts of other names do not."""
    return [_web(node, names_only) for node in ElementTree.parse(path).getroot().iter("article")]


def _web(node: ElementTree.Element, names_only: bool) -> Article:
    text = node.findtext("text") or ""
    return Article(text, tuple(_web_toponyms(text, node, names_only)))


def _web_toponyms(text: str, node: ElementTree.Element, names_only: bool) -> Iterator[Gold]:
    for each in node.iter("toponym"):
        kind, point = each.findtext("type") or "", _point(each.findtext("latitude"), each.findtext("longitude"))
        span = _aligned(text, _span(each), each.findtext("extractedName") or "")
        if span is None or kind in ("Homonym", "Non_Toponym"):  # finding one of these is an error
            continue
        number = each.findtext("geonamesID")
        part = kind.startswith("Embedded") or each.findtext("modifierType") == "Adjective"
        counts = bool(number) and not (names_only and part)
        yield Gold(span, point, None, counts)
