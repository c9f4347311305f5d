"""Comparability of figures: whether two of them count the same thing, of the same people, at the same place and time.

Figures by different measures can both be right, so what is counted comes before how much: another role or unit,
a part of the whole, another class or side of people, another place, another stretch of time are not comparable.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from counterclaim.claims.keys import key
from counterclaim.claims.lexicon import singular
from counterclaim.compare.figures import Figure
from counterclaim.compare.matter import names_of
from counterclaim.compare.occasions import are_long_apart, other_occasion
from counterclaim.compare.places import is_wide
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.compare.tables import read_rows, read_words
from counterclaim.compare.terms import stem

#: Roles that are counted up as time goes by.
RUNNING = frozenset(("killed", "wounded", "missing", "captured", "displaced", "other"))
_NARROW = frozenset(("child", "woman", "patient", "student"))
_OF_THESE = re.compile(r"\b(?:of (?:these|them|those|which|whom)|among (?:these|them|those|whom)|includ\w+)\b", re.I)
_OWN_PEOPLE = re.compile(r"of (?:our|its|their|his|her|my)\b", re.I)
_SHARES = re.compile(r"\W*of the (?:\d|\w+ (?:dead|killed|victims|wounded|injured|missing)\b)", re.I)
#: What comes on top of others: "four others", "a further six", "two more died of their wounds".
_FURTHER = re.compile(
    r"\b(?:others?\b|(?:a|another) further|further (?:\d|\w+ (?:people|men|women|soldiers))|additional|"
    r"\w+ more (?:people|men|women|soldiers|died|were|have|had)|of (?:their|his|her) (?:wounds|injuries))",
    re.I,
)
_IN_ALL = re.compile(r"\b(?:total|both|altogether|in all|combined|overall)\b", re.I)


class Scope:
    """Compares what figures of one story count; what the whole story is about tells nothing."""

    def __init__(self, story: Story) -> None:
        themes = {one.order: one.theme for one in story.all}.values()
        self._main = frozenset[str]().union(*(theme.names for theme in themes))
        self._theme = frozenset[str]().union(*(theme.words for theme in themes))
        self._places: dict[int, set[frozenset[str]]] = defaultdict(set)
        for one in story.all:
            small = (names_of(place.name) for place in one.places if not is_wide(place))
            self._places[one.order] |= {names for names in small if names <= one.theme.names}

    def difference(self, one: Figure, other: Figure) -> str | None:
        """Why two figures do not count the same thing, in a few words; None where nothing says so."""
        return _of_what(one, other) or self._of_when_and_where(one, other)

    def are_of_one_place(self, one: Figure, other: Figure) -> bool:
        """Whether two figures of two reports are of one small place, where one thing happens at a time."""
        if one.quantity.role not in RUNNING - {"other"} or one.statement.order == other.statement.order:
            return False
        return any(a <= b or b <= a for a in self._small(one.statement) for b in self._small(other.statement))

    def _small(self, statement: Statement) -> set[frozenset[str]]:
        """Keys of the names of small places that a statement names, or else those its report begins with."""
        if statement.places:
            return {names_of(place.name) for place in statement.places if not is_wide(place)}
        return self._places[statement.order]

    def own_difference(self, one: Figure, other: Figure) -> str | None:
        """The same for two figures of one side, which counts on as time goes by and need not say again where."""
        elsewhere = [place for place in (self._elsewhere(one), self._elsewhere(other)) if place]
        apart = len(elsewhere) == 2 and elsewhere[0].isdisjoint(elsewhere[1])
        long_ago = are_long_apart(one, other)
        return _of_what(one, other) or ("another place" if apart else "another time" if long_ago else None)

    def _of_when_and_where(self, one: Figure, other: Figure) -> str | None:
        if occasion := other_occasion(one, other):
            return occasion
        if (
            _apart(one, other)
            or self._elsewhere(one) != self._elsewhere(other)
            or self._sites(one) != self._sites(other)
        ):
            return "another place"
        return None

    def _elsewhere(self, figure: Figure) -> frozenset[str]:
        """Keys of the names that say where or of what a figure is, beyond those the whole story is about."""
        places = frozenset(name for place in figure.statement.places for name in names_of(place.name))
        return ((figure.terms.names - _spoken_for(figure)) | places) - self._main - _qualifiers()

    def _sites(self, figure: Figure) -> frozenset[str]:
        """Kinds of places that a figure is said to be of: "at the hospital", "in the district".

        Where it all happened says nothing; that it is of one district does, though the story is of that district.
        """
        said = frozenset(singular(word) for word in re.findall(r"\w+", figure.near.casefold()))
        kinds = {noun: stem(noun) for noun in said & (read_words("area") | read_words("facility"))}
        return frozenset(kind for noun, kind in kinds.items() if noun in read_words("area") or kind not in self._theme)


def _apart(one: Figure, other: Figure) -> bool:
    """Whether both figures name where or whose they are and no name is the same."""
    a, b = (figure.terms.names - _spoken_for(figure) for figure in (one, other))
    return bool(a and b) and a.isdisjoint(b)


def _spoken_for(figure: Figure) -> frozenset[str]:
    """Keys of the names of a figure's claimant: they do not tell where."""
    return figure.statement.voice.known_by if figure.statement.voice else frozenset()


def _of_what(one: Figure, other: Figure) -> str | None:
    """Why two figures count different things."""
    a, b = one.quantity, other.quantity
    if (a.role, a.unit) != (b.role, b.unit):
        return "another measure"
    if is_part(one) or is_part(other):
        return "a part and the whole"
    if bool(_IN_ALL.search(one.near)) != bool(_IN_ALL.search(other.near)) and (_sides(one) or _sides(other)):
        return "all and one side's"
    if a.unit == "person" and not _same_people(one, other):
        return "other people"
    if a.unit != "person" and one.counted and other.counted and one.counted != other.counted:
        return "other things"
    return None


def is_part(figure: Figure) -> bool:
    """Whether a figure is given as some of more."""
    before = figure.statement.text[: max(0, figure.quantity.spans[0].start - figure.statement.spans[0].start)]
    part = figure.quantity.part and not _OWN_PEOPLE.match(figure.quantity.counted or "")
    part = part or bool(_SHARES.match(figure.statement.claim.text) or _FURTHER.search(figure.near))
    return part or figure.is_share or bool(_OF_THESE.search(before[-60:]))


def _same_people(one: Figure, other: Figure) -> bool:
    a, b = classes_of(one), classes_of(other)
    if a and b and a.isdisjoint(b):
        return False
    if bool(a) != bool(b) and (a | b) & _NARROW:
        return False
    return not _other_side(one, other)


def classes_of(figure: Figure) -> frozenset[str]:
    """The classes of people that a figure counts; none for people in general."""
    return _classes(figure.quantity.counted or "") or (
        frozenset() if figure.quantity.counted else _classes(figure.near)
    )


def _classes(text: str) -> frozenset[str]:
    words = (stem(word) for word in re.findall(r"\w+", text.casefold()))
    return frozenset(_person_classes()[word] for word in words if word in _person_classes())


def _other_side(one: Figure, other: Figure) -> bool:
    """Whether the people counted are said to be of two different sides."""
    a, b = _sides(one), _sides(other)
    return bool(a and b) and a.isdisjoint(b)


def _sides(figure: Figure) -> frozenset[str]:
    """Keys of the names among the words that say who is counted; the speaker's own where it says "our" or "its"."""
    words = re.findall(r"\w+", figure.quantity.counted or "")
    found = {key(word) for word in words if word[:1].isupper() and stem(word.casefold()) not in _person_classes()}
    voice = figure.statement.voice
    own = {word.casefold() for word in words} & {"our", "its", "their", "own"}
    return frozenset(found | (set(voice.known_by) if own and voice else set()))


@cache
def _person_classes() -> dict[str, str]:
    return {stem(noun): name for name, nouns in read_rows("person_classes") for noun in nouns.split()}


@cache
def _qualifiers() -> frozenset[str]:
    """Keys of what only says which part of a place: "southern"."""
    return frozenset(key(word) for word in read_words("qualifier"))
