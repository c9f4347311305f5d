"""Places that stand inside other names ("Athens Police Department", "University of Nebraska").

They are no places of their own, but they tell which Athens a report means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counterclaim.facets.folding import PLACE_WORDS
from counterclaim.facets.gazetteer import ABBREVIATION, NAME, Gazetteer
from counterclaim.facets.toponyms import Toponym, read_toponyms
from counterclaim.model import Span

LONGEST = 4
"""Words of a place inside another name, at most."""
SMALLEST = 2_000
"""Inhabitants of a town that a single word inside another name may mean; fewer is too often no town."""

_WORD = re.compile(r"[^\s,]+")
_INNER = re.compile(r"\b(?:of|in|at|for)\s+(?:the\s+)?(?=[A-Z])")


def read_hints(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The places at the beginning, or after "of" and the like, of the names at spans of a text."""
    found = [
        part for span in spans for start in _starts(text, span) if (part := _part(text, start, span.end, gazetteer))
    ]
    return read_toponyms(text, found, gazetteer)


def _starts(text: str, span: Span) -> Iterator[int]:
    yield span.start
    yield from (match.end() for match in _INNER.finditer(text, span.start, span.end))


def _part(text: str, start: int, end: int, gazetteer: Gazetteer) -> Span | None:
    """The longest known place that begins at an offset inside a name."""
    words = [match.span() for match in _WORD.finditer(text, start, end)][:LONGEST]
    for count in range(len(words), 0, -1):
        stop = words[count - 1][1]
        name = text[start:stop]
        name = name[:-2] if name.endswith(("'s", "’s")) else name
        if _known(name, count, text, gazetteer):
            return Span(start, start + len(name))
    return None


def _known(name: str, words: int, text: str, gazetteer: Gazetteer) -> bool:
    if words == 1 and (name.lower() in PLACE_WORDS["common"] or f" {name.lower()} " in text):
        return False
    sure = [row for row, tier in gazetteer.find(name).items() if tier in (NAME, ABBREVIATION)]
    return any(gazetteer.is_region(row) or gazetteer.population(row) >= SMALLEST for row in sure)
