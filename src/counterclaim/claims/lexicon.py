"""What single words say of who speaks: nouns for people and bodies, titles, first names, countries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from counterclaim.claims.tables import read_lists, read_table
from counterclaim.language.analysis import lemma

#: The most words in a country's name, and what before it makes it another place's.
_LONGEST = 5
_REGIONS = frozenset(
    ("new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "anti", "-")
)


class Noun(NamedTuple):
    """What a noun names, as the table of nouns says, and the gender it tells (f, m, "")."""

    kind: str
    gender: str


class Country(NamedTuple):
    """A country's ISO 3166-1 alpha-2 code and its usual name."""

    code: str
    name: str


@cache
def nouns() -> dict[str, Noun]:
    """Common nouns by their singular, in lower case."""
    return {row[0].casefold(): Noun(row[1], row[2] if len(row) > 2 else "") for row in read_table("nouns")}


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """A noun in lower case in its singular; what a table lists stays as it is ("troops", "police")."""
    return word if word in nouns() else lemma(word, "NOUN")


@lru_cache(maxsize=65536)
def noun(word: str) -> Noun | None:
    """What a noun in lower case, singular or plural, names; None where the table does not know it."""
    return nouns().get(word) or nouns().get(singular(word))


@cache
def titles() -> dict[str, str]:
    """Titles that stand before a name, in lower case without full stop, and the gender they tell."""
    rows = [(row[0].casefold(), row[1] if len(row) > 1 else "") for row in read_table("titles")]
    single = {word: "" for title, _ in rows for word in title.split()}
    return single | dict(rows)


@cache
def first_names() -> dict[str, str]:
    """First names, in lower case, and their gender."""
    return {row[0].casefold(): row[1] for row in read_table("first_names")}


@cache
def class_of(name: str) -> frozenset[str]:
    """The nouns or adjectives of a class of `noun_classes`, in the singular: "generic", "organs", "ranked", ..."""
    words = read_lists("noun_classes")[name]
    return words | frozenset(singular(word) for word in words)


@cache
def media() -> frozenset[str]:
    """Nouns for those who pass on the words of others."""
    return frozenset(row[0] for row in read_table("media"))


@cache
def countries() -> dict[str, Country]:
    """Countries by their names, in lower case."""
    return _countries(1)


@cache
def demonyms() -> dict[str, Country]:
    """Countries by the words for their people and the adjectives, in lower case; plurals in -s too.

    A word that several countries share stands for the first.
    """
    found = _countries(2)
    return {f"{word}s": country for word, country in found.items()} | found


@cache
def seats() -> dict[str, Country]:
    """Countries by capital, or by the seat that stands for their government, in lower case."""
    return _countries(3)


def country_in(words: Sequence[str]) -> Country | None:
    """The country that is named first in some words in lower case: "north korean" is one, "new mexico" none."""
    for start in range(len(words)):
        for size in range(min(_LONGEST, len(words) - start), 0, -1):
            name = " ".join(words[start : start + size])
            found = countries().get(name) or demonyms().get(name)
            if found and not (start and words[start - 1] in _REGIONS):
                return found
    return None


def _countries(column: int) -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in read_table("countries"):
        for name in row[column].split("|") if len(row) > column else ():
            if name:
                found.setdefault(name.casefold(), Country(row[0], row[1].split("|")[0]))
    return found
