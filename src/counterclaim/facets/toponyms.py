"""Names of places as a text has them, with what the words around them say of what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.facets.folding import PLACE_WORDS, fold
from counterclaim.facets.gazetteer import Gazetteer
from counterclaim.model import Span

_AFTER_COMMA = re.compile(r",\s{1,2}((?:[A-Z]\.\s?){2,3}|[A-Z][\w’'.]*(?:\s(?:[A-Z][\w’'.]*))?)")
_MONTHS = "|".join(sorted(PLACE_WORDS["month"]))
_NAME = re.compile(rf"\s*(?:[Tt]he\s+|(?:{_MONTHS})\s+)?(.*?)(?:['’]s?)?\s*")
_FOLLOWING = re.compile(r"[\s\-]([\w]+)")
_OF_BEFORE = re.compile(r"(\w+)\s+of\s+(?:the\s+)?$")
_DIRECTION = r"(?:far |Far )?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral)[a-z\-]*"
_PART = re.compile(rf"({_DIRECTION}) (.+)")
_BEFORE = re.compile(r"\b((?:far )?(?:north|south|east|west|central|upper|lower)[a-z\-]*) $")
_ALONE = re.compile(_DIRECTION)

#: What a word beside a name says that it is; plurals of regions speak of several ("Morris and Essex counties").
_SAYS = {word: kind for kind in ("town", "water", "region") for word in PLACE_WORDS[kind]}
_SAYS |= {word[:-1] + "ies" if word[-1] == "y" else word + "s": "region" for word in PLACE_WORDS["region"]}


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text."""

    name: str
    span: Span
    container: str | None = None
    """What stands after a comma: "Texas" in "Paris, Texas"; it need not be a place."""
    kind: str | None = None
    """"region", "town" or "water" where a word beside it says so ("Aleppo province", "the town of Brod")."""
    direction: str | None = None
    """The part meant, as in "western Nepal"; None if the whole."""

    @property
    def is_vague(self) -> bool:
        """Whether it is a point of the compass and no name ("the South")."""
        return bool(_ALONE.fullmatch(self.name))

    @property
    def key(self) -> str:
        """What two mentions of one place name share."""
        return fold(self.name)


def read_toponyms(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Toponyms at spans of a text, in the order of the text; a span such as "Paris, Texas" gives two."""
    pieces = sorted({cut for span in spans for piece in _split(text, span) for cut in _cut(text, piece, gazetteer)})
    return tuple(_read(text, piece, gazetteer) for piece in pieces)


def _split(text: str, span: Span) -> list[Span]:
    """A span cut at its commas and trimmed of a leading article or month and a closing possessive."""
    pieces = []
    for match in re.finditer(r"[^,\n]+", text[span.start : span.end]):
        words = _NAME.fullmatch(match[0])
        if words and any(c.isupper() or c.istitle() for c in words[1]):  # "silo" is no name
            start = span.start + match.start() + words.start(1)
            pieces.append(Span(start, start + len(words[1])))
    return pieces


def _cut(text: str, span: Span, gazetteer: Gazetteer) -> list[Span]:
    """A country and a place in it that no comma parts ("Syria Aleppo", or "Syrias Aleppo" of lost apostrophes)."""
    name = text[span.start : span.end]
    if " " not in name or gazetteer.find(name):
        return [span]
    for at in (name.index(" "), name.rindex(" ")):
        first, second = name[:at], name[at + 1 :]
        if _contains(first, second, gazetteer) or _contains(second, first, gazetteer):
            return [Span(span.start, span.start + at), Span(span.start + at + 1, span.end)]
    return [span]


def _contains(country: str, name: str, gazetteer: Gazetteer) -> bool:
    countries = {row for row in gazetteer.find(country) if gazetteer.kind(row) == "country"}
    return bool(countries) and any(not countries.isdisjoint(gazetteer.ancestors(row)) for row in gazetteer.find(name))


def _read(text: str, span: Span, gazetteer: Gazetteer) -> Toponym:
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    container = _AFTER_COMMA.match(after)
    name, direction = text[span.start : span.end], None
    part = _PART.match(name)
    if part and not gazetteer.at(fold(name)) and (part[1].islower() or gazetteer.at(fold(part[2]))):
        direction, name = part[1], part[2]
    elif word := _BEFORE.search(before):
        direction = word[1]
    return Toponym(name, span, container[1].strip() if container else None, _kind(name, before, after), direction)


def _kind(name: str, before: str, after: str) -> str | None:
    """What kind of place the words at a name's sides or in it say it is."""
    following = _FOLLOWING.match(after)
    beside = [following[1].lower()] if following else []
    if of := _OF_BEFORE.search(before):
        beside.append(of[1].lower())
    beside += [word.lower() for word in name.split()[-1:] if " " in name]
    return next((_SAYS[word] for word in beside if word in _SAYS), None)
