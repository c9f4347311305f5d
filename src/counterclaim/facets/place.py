"""Places that a report names, resolved to the gazetteer.

A name that the gazetteer does not have, or that nothing speaks for, stays a name without coordinates. A country
or a capital that acts ("Washington said", "Norland's army") is an actor and no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.facets.folding import fold
from counterclaim.facets.gazetteer import Entry, Gazetteer
from counterclaim.facets.hints import read_hints
from counterclaim.facets.place_names import PLACE_KINDS, find_place_names
from counterclaim.facets.place_roles import acts, is_adjective, places_another
from counterclaim.facets.resolve import resolve
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.toponyms import Toponym, read_toponyms
from counterclaim.language.analysis import Name
from counterclaim.model import Place, Span

HINT_KINDS = ("Organization", "NORP", "Misc")


def find_places(syntax: Syntax, gazetteer: Gazetteer | None = None) -> tuple[Place, ...]:
    """A place for each mention of one, in the order of the text; spans are code points of the report's text.

    Raises GazetteerError if the gazetteer can't be read.
    """
    gazetteer = gazetteer or Gazetteer.open()
    found = [name for name in find_place_names(syntax) if not is_adjective(syntax, name, gazetteer)]
    words = frozenset(word for name in found for word in range(name.start, name.end))
    spoken = {_span(syntax, name) for name in found if acts(syntax, name) or places_another(syntax, name, words)}
    others = [
        (n.kind, _span(syntax, n)) for n in syntax.analysis.names if n.kind in HINT_KINDS and n.start not in words
    ]
    whole = {_span(syntax, name) for name in found}
    reading = read_names(syntax.text, [*others, *(("Location", span) for span in sorted(whole))], gazetteer)
    people = {_written(syntax, n) for n in syntax.analysis.names if n.kind == "Person" and n.start not in words}
    places = [
        _place(toponym, reading.senses)
        for toponym in reading.places
        if (toponym.name not in people or toponym.span in whole)
        and not any(_within(toponym.span, span) for span in spoken)
    ]
    return tuple(sorted((*places, *_capitals(syntax, gazetteer)), key=lambda place: place.spans))


@dataclass(frozen=True)
class Reading:
    """The place names of a report and what they mean."""

    places: tuple[Toponym, ...]
    hints: tuple[Toponym, ...]
    """Places inside other names; no facets, but they have a sense."""
    senses: dict[str, Entry]
    """The place by `Toponym.key`."""


def read_names(text: str, names: Iterable[tuple[str, Span]], gazetteer: Gazetteer) -> Reading:
    """All the place names among the names (kind and span) of a text, resolved together."""
    spans: dict[str, list[Span]] = {}
    for kind, span in names:
        spans.setdefault("Location" if kind in PLACE_KINDS else kind, []).append(span)
    peoples = [text[start:end] for start, end in spans.get("NORP", ())]
    places = read_toponyms(text, spans.get("Location", ()), gazetteer)
    hints = read_hints(text, (span for kind in HINT_KINDS for span in spans.get(kind, ())), gazetteer)
    return Reading(places, hints, resolve((*places, *hints), gazetteer, peoples))


def _span(syntax: Syntax, name: Name) -> Span:
    return Span(syntax.analysis.words[name.start].start, syntax.analysis.words[name.end - 1].end)


def _written(syntax: Syntax, name: Name) -> str:
    return syntax.text[slice(*_span(syntax, name))]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _place(toponym: Toponym, senses: dict[str, Entry]) -> Place:
    """The facet for a toponym. Part of a country ("western Nepal") has its country but no coordinates."""
    entry = senses.get(toponym.key)
    if entry is None:
        return Place(toponym.name, _country(toponym, senses), None, None, None, (toponym.span,))
    if toponym.direction and entry.kind == "country":
        return Place(f"{toponym.direction} {entry.name}", entry.country, None, None, None, (toponym.span,))
    return _located(entry, toponym.span)


def _located(entry: Entry, span: Span) -> Place:
    where = (entry.lat, entry.lon, (span,), entry.admin1, entry.admin2)
    return Place(entry.name, entry.country, entry.geonameid, *where)


def _country(toponym: Toponym, senses: dict[str, Entry]) -> str | None:
    """The country of what follows a name that was not found, if that is a country or a region: HR for
    "Rogač, Croatia"."""
    container = senses.get(fold(toponym.container)) if toponym.container else None
    return container.country if container and container.kind in ("country", "admin1") else None


def _capitals(syntax: Syntax, gazetteer: Gazetteer) -> Iterator[Place]:
    """The town meant by "the Austrian capital"."""
    for name in syntax.analysis.names:
        if name.kind == "NORP" and syntax.lower(name.end) == "capital":
            span = Span(_span(syntax, name).start, syntax.analysis.words[name.end].end)
            towns = [gazetteer.capital(row) for row in gazetteer.context(_written(syntax, name))]
            if len(towns) == 1 and towns[0] is not None:
                yield _located(towns[0], span)
