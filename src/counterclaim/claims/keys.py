"""Names in a form in which the same name written in two ways is equal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from counterclaim.claims.lexicon import countries, demonyms, singular

_LIGHT = frozenset(
    ("the", "a", "an", "of", "for", "and", "in", "on", "at", "this", "that", "these", "those", "both", "'s", "’s")
)  # fmt: skip
_LATIN = ("um", "us", "on")
_ENDING = re.compile(r"(?:ese|ish|[ain])+$")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A word in lower case; a country, its people and its adjective have one key ("Norwegian" as "Norway").

    For countries that no table knows the usual endings of adjectives are cut off.
    """
    whole = word.casefold().removesuffix("'s").removesuffix("’s")
    country = countries().get(whole) or demonyms().get(whole)
    if country:
        return country.code
    written = whole.strip("'’.-")
    plain = singular(written)
    if plain.endswith(_LATIN):  # "Ostavia" is no plural of "Ostavium"
        plain = written
    cut = _ENDING.sub("", plain)
    return cut if len(cut) >= 3 else plain


def keys(words: Iterable[str]) -> frozenset[str]:
    """The keys of the content words among some words."""
    return frozenset(key(word) for word in words if word.casefold() not in _LIGHT and word[:1].isalnum())


def initials(words: Iterable[str]) -> str:
    """The acronym that the capitals of a name make: "WHO"."""
    return "".join(word[0] for word in words if word[0].isupper())
