"""Which actors of different reports are one person or body.

The same full name in two reports is one; so is a surname that fits only one person, and a body whose name has the
words of one other body's and belongs to no other country. Actors of one report are apart already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from counterclaim.claims.keys import key, keys
from counterclaim.compare.account import Account
from counterclaim.compare.tables import read_words
from counterclaim.model import Actor

_COMMON = 64
"""Groups that share a word beyond which the word names nobody ("ministry")."""


@dataclass(eq=False)
class Group:
    """Actors of some reports that are one."""

    actors: list[Actor] = field(default_factory=list)
    lands: set[str] = field(default_factory=set)
    """Keys of the countries or bodies it is said to belong to."""

    @property
    def first(self) -> Actor:
        """The actor that came up first."""
        return self.actors[0]


def group_actors(accounts: Iterable[Account]) -> Iterator[Group]:
    """The actors of some accounts, those that are one together, in the order in which they come up."""
    known = _Known()
    for account in accounts:
        owners = {actor.id: actor for actor in account.actors}
        fresh: list[Group] = []
        taken: set[int] = set()
        for actor in account.actors:
            lands = _lands(actor, owners)
            group = known.match(actor, lands, taken) if _can_recur(actor) else None
            if group is None:
                group = Group()
                fresh.append(group)
            group.actors.append(actor)
            group.lands |= lands
            taken.add(id(group))
        for group in fresh:
            if _can_recur(group.first):
                known.add(group)
            yield group


def name_keys(actor: Actor) -> frozenset[str]:
    """Keys of the words of an actor's name."""
    return _keys_of(actor.name)


class _Known:
    """Groups by their names."""

    def __init__(self) -> None:
        self._by_name: dict[frozenset[str], list[Group]] = defaultdict(list)
        self._by_word: dict[str, list[Group]] = defaultdict(list)

    def add(self, group: Group) -> None:
        """Make a group findable by its name and by each word of it."""
        words = name_keys(group.first)
        self._by_name[words].append(group)
        for word in sorted(words):
            self._by_word[word].append(group)

    def match(self, actor: Actor, lands: set[str], taken: set[int]) -> Group | None:
        """The group that an actor belongs to: of the same name, or the only one whose name it shortens or lengthens."""
        words = name_keys(actor)
        for group in self._by_name.get(words, ()):
            if id(group) not in taken and _may_be_one(actor, lands, group):
                return group
        near = {
            id(group): group
            for word in sorted(words)
            if len(self._by_word.get(word, ())) <= _COMMON
            for group in self._by_word.get(word, ())
        }
        fitting = [group for group in near.values() if id(group) not in taken and _is_short(actor, lands, group)]
        return fitting[0] if len(fitting) == 1 else None


def _may_be_one(actor: Actor, lands: set[str], group: Group) -> bool:
    """Whether kind and country allow two of the same name to be one."""
    kinds = {actor.kind, group.first.kind}
    if "person" in kinds and not kinds <= {"person", "unknown"}:
        return False
    return "person" in kinds or not lands or not group.lands or not lands.isdisjoint(group.lands)


def _is_short(actor: Actor, lands: set[str], group: Group) -> bool:
    """Whether one of two names is a part of the other, and enough of it."""
    mine, theirs = name_keys(actor), name_keys(group.first)
    if not (mine <= theirs or theirs <= mine) or not _may_be_one(actor, lands, group):
        return False
    if "person" in (actor.kind, group.first.kind):
        return _surname(actor) == _surname(group.first)
    return min(len(mine), len(theirs)) > 1 or (_is_proper(actor) and _is_proper(group.first))


def _lands(actor: Actor, owners: dict[str, Actor]) -> set[str]:
    """Keys of what a body belongs to: its country's code, or the proper words of its owner's name."""
    if actor.of is None or actor.kind == "person":
        return set()
    owner = owners.get(actor.of)
    return {actor.of} if owner is None else set(name_keys(owner)) - read_words("office")


def _surname(actor: Actor) -> str:
    return key(actor.name.split()[-1])


def _can_recur(actor: Actor) -> bool:
    """Whether the same words in another report mean the same: names, and bodies that are told apart by the article."""
    return _is_proper(actor) or (actor.kind == "organisation" and actor.name.casefold().startswith("the "))


def _is_proper(actor: Actor) -> bool:
    words = actor.name.split()
    return any(word[0].isupper() for word in words[1:]) or (len(words) == 1 and words[0][:1].isupper())


@lru_cache(maxsize=65536)
def _keys_of(name: str) -> frozenset[str]:
    return keys(name.replace("-", " ").split())
