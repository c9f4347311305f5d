"""Whom a pronoun means: the most salient actor of the right kind, number and gender.

Salience decays sentence by sentence, and a speaker or a subject outranks who is only mentioned (after Lappin
and Leass 1994).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.claims.entity import Entity

_PERSONS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS = frozenset(("it", "its", "itself"))
_SEVERAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_SPEAKERS = {"i": True, "me": True, "my": True, "we": False, "us": False, "our": False}
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))

#: What a kind of actor loses when "it" or "they" is to mean it (singular actors); others can't be meant.
_AS_THING = {"organisation": 0.0, "either": -0.5, "unknown": -0.8, "place": -1.0, "group": -1.0}
_AS_SEVERAL = {"organisation": -0.5, "group": -0.5, "either": -1.0, "unknown": -1.0, "person": -1.5, "place": -1.5}
#: An actor less salient than this is no longer meant by a pronoun.
_FORGOTTEN = -6.0
#: What the last speaker gains.
_GOING_ON = 0.3


def is_pronoun(word: str) -> bool:
    """Whether a word in lower case is a personal pronoun."""
    return word in _PERSONS or word in _THINGS or word in _SEVERAL or word in _SPEAKERS


def is_relative(word: str) -> bool:
    """Whether a word in lower case opens a relative clause."""
    return word in _RELATIVE


def gender_of(word: str) -> str:
    """The gender a pronoun tells: f, m or ""."""
    return _PERSONS.get(word, "")


class Place(NamedTuple):
    """Where a pronoun stands."""

    sentence: int
    word: int
    speaker: Entity | None
    """Who spoke last, where the pronoun speaks too: news goes on with a speaker."""
    closing: bool
    """Whether its sentence is what it says up to here ("The bridge fell, he said"), and so no word on who it is."""


def antecedent(word: str, entities: Iterable[Entity], place: Place) -> Entity | None:
    """The actor that a pronoun in lower case means, or None."""
    found, highest = None, (_FORGOTTEN, -1)
    for entity in entities:
        salience = entity.salience(place.sentence, place.closing)
        if entity.at < place.word and salience > _FORGOTTEN and (suits := _suits(word, entity)) is not None:
            score = salience + suits + (_GOING_ON if entity is place.speaker else 0.0)
            found, highest = max((found, highest), (entity, (score, entity.at)), key=lambda pair: pair[1])
    return found


def _suits(word: str, entity: Entity) -> float | None:
    """How well a pronoun fits an actor, 0 at best; None where it does not."""
    if word in _PERSONS:
        return _suits_person(_PERSONS[word], entity)
    if word in _THINGS:
        return None if entity.plural else _AS_THING.get(entity.kind)
    if word in _SEVERAL:
        return 0.0 if entity.plural else _AS_SEVERAL.get(entity.kind)
    if entity.spoke < 0:
        return -2.0 if entity.kind == "organisation" and not _SPEAKERS[word] else None
    return 0.0 if _SPEAKERS[word] == (entity.kind == "person") else -1.0


def _suits_person(gender: str, entity: Entity) -> float | None:
    if entity.plural or entity.kind in ("organisation", "place", "group") or not entity.may_be(gender):
        return None
    if entity.kind == "person":
        return 0.1 if entity.gender else 0.0
    return -1.5 if len(entity.folded) > 1 or entity.kind == "either" else -2.5
