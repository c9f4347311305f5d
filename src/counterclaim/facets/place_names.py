"""Which words of a report name places, whatever the encoder takes each mention for.

The encoder looks at a mention in its sentence, and invented or rare names it often takes for people. Three things
speak for a place: that most mentions of the name are places, that it stands in a list of places, and that it follows
a word for a kind of place ("the village of", "the districts of"). A name that the encoder passed over is found again
by its letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from counterclaim.facets.folding import PLACE_WORDS
from counterclaim.facets.syntax import Syntax
from counterclaim.language.analysis import Name

PLACE_KINDS = frozenset(("Location", "Facility"))
TAKEN_FOR = frozenset(("Person", "Organization", "Misc", "Product"))
"""Kinds that a place's name may have been taken for."""
LETTERS = 4
"""A shorter name is not searched for in the text."""

_OF_PLACE = (PLACE_WORDS["town"] | PLACE_WORDS["region"] | PLACE_WORDS["of_place"]) - {"state", "republic"}
_SINGULAR = {f"{word[:-1]}ies" if word.endswith("y") else f"{word}s": word for word in _OF_PLACE}


def find_place_names(syntax: Syntax) -> tuple[Name, ...]:
    """Names of places, as ranges of words, in the order of the text."""
    names = syntax.analysis.names
    taken = [name for name in names if name.kind in TAKEN_FOR]
    places = {name for name in names if name.kind in PLACE_KINDS}
    places |= {name for name in taken if _follows_kind(syntax, name) or _is_within(syntax, name)}
    counts = Counter((_written(syntax, name), name in places) for name in names)
    places |= {name for name in taken if _is_known(syntax, name, counts)}
    ends = {name.end for name in places}
    for name in taken:
        if _is_listed(syntax, name, ends):
            places.add(name)
            ends.add(name.end)
    longer = set(_passed_over(syntax, {_written(syntax, name) for name in places}))
    inside = {name for name in places for other in longer if other.start <= name.start and name.end <= other.end}
    return tuple(sorted({*places, *longer} - inside, key=lambda name: (name.start, name.end)))


def head_word(syntax: Syntax, name: Name) -> int:
    """The word of a name by which it hangs in its sentence."""
    inside = range(name.start, name.end)
    return next((word for word in inside if syntax.head(word) not in inside), name.start)


def _written(syntax: Syntax, name: Name) -> str:
    words = syntax.analysis.words
    return syntax.text[words[name.start].start : words[name.end - 1].end]


def _is_known(syntax: Syntax, name: Name, counts: Counter[tuple[str, bool]]) -> bool:
    """Whether a name is a place's elsewhere: as often as not, or here too by its preposition."""
    written = _written(syntax, name)
    places, others = counts[written, True], counts[written, False]
    return places > 0 and (places >= others or _is_where(syntax, name))


def _is_where(syntax: Syntax, name: Name) -> bool:
    """Whether a preposition says that a name is where something is or goes."""
    return not PLACE_WORDS["where"].isdisjoint(_prepositions(syntax, name))


def _is_within(syntax: Syntax, name: Name) -> bool:
    """Whether something is "in" or "near" what was taken for a person's name ("the factory in Aalby")."""
    return name.kind == "Person" and not PLACE_WORDS["within"].isdisjoint(_prepositions(syntax, name))


def _prepositions(syntax: Syntax, name: Name) -> set[str]:
    """The prepositions right before a name that hang on it."""
    cases = syntax.below(head_word(syntax, name), "case")
    return {syntax.lower(case) for case in cases if case in (name.start - 1, name.start - 2)}


def _follows_kind(syntax: Syntax, name: Name) -> bool:
    """Whether "the village of" and the like stand before a name."""
    before = syntax.lower(name.start - 2)
    return syntax.lower(name.start - 1) == "of" and _SINGULAR.get(before, before) in _OF_PLACE


def _is_listed(syntax: Syntax, name: Name, ends: set[int]) -> bool:
    """Whether a name follows a place in a list ("in Ruvo, Masa and Kitindi"); `ends` are where places end."""
    mark = name.start - 1
    mark -= syntax.lower(mark) in ("and", "or") and syntax.lower(mark - 1) == ","
    return (
        syntax.lower(name.start - 1) in ("and", "or")
        and mark in ends
        and syntax.relation(head_word(syntax, name)) == "conj"
    )


def _passed_over(syntax: Syntax, known: set[str]) -> Iterator[Name]:
    """Mentions of known names at words that have no name, or only a shorter one."""
    named = {word: name for name in syntax.analysis.names for word in range(name.start, name.end)}
    for written in sorted(known):
        if len(written) < LETTERS or not written[0].isupper():
            continue
        for match in re.finditer(rf"\b{re.escape(written)}\b", syntax.text):
            start, end = syntax.word_at(match.start()), syntax.word_at(match.end() - 1) + 1
            there = {named[word] for word in range(start, end) if word in named}
            if all(start <= name.start and name.end <= end and name.end - name.start < end - start for name in there):
                yield Name("Location", start, end)
