"""Voices: actors of all reports, one a person or body, and the side that each of them speaks for.

A voice belongs to what it is said to belong to: the spokesman to the ministry, the
ministry to its country. Voices that share a body, or both hold offices of one state, are one side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.claims.keys import key
from counterclaim.compare.account import Account
from counterclaim.compare.identity import Group, group_actors, name_keys
from counterclaim.compare.tables import read_words
from counterclaim.model import Actor


@dataclass(frozen=True, slots=True)
class Voice:
    """A person or body that claims something, in whatever report."""

    key: str
    """The id of its first actor."""
    name: str
    """Its fullest name."""
    sides: frozenset[str]
    """Keys of what it speaks for: itself, its body, its country where it holds an office of the state."""
    known_by: frozenset[str]
    """Keys of the names by which it, its body or its country is spoken of."""

    def same_side(self, other: Voice | None) -> bool:
        """Whether two voices speak for one side."""
        return other is not None and not self.sides.isdisjoint(other.sides)


class Voices:
    """The voices of some accounts, by actor id."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._by_actor: dict[str, Voice] = {}
        groups = list(group_actors(accounts))
        actors = {actor.id: actor for account in accounts for actor in account.actors}
        group_of = {actor.id: group for group in groups for actor in group.actors}
        for group in groups:
            voice = _voice(group, actors, group_of)
            self._by_actor.update((actor.id, voice) for actor in group.actors)
        self._names = frozenset[str]().union(*(voice.known_by for voice in self._by_actor.values()))

    def of(self, actor: str | None) -> Voice | None:
        """The voice of an actor."""
        return self._by_actor.get(actor) if actor else None

    def names(self) -> frozenset[str]:
        """Keys of all words in the names of voices."""
        return self._names


def _voice(group: Group, actors: dict[str, Actor], group_of: dict[str, Group]) -> Voice:
    name = max((actor.name for actor in group.actors), key=len)
    own = group.first.id
    sides, known = {own}, set(_proper_keys(group))
    official = any(_holds_office(actor) for actor in group.actors)
    for actor in group.actors:
        if official:
            sides |= {f"land:{land}" for land in _lands(actor)}
        owner = actors.get(actor.of or "")
        if owner is None:
            sides |= {f"land:{actor.of}"} if actor.of and official else set()
            continue
        above = group_of[owner.id]
        known |= _proper_keys(above)
        if official or not _is_land(owner):
            sides.add(above.first.id)
        if official:
            sides |= {f"land:{word}" for word in name_keys(owner)} if _is_land(owner) else set()
            sides |= {f"land:{land}" for one in above.actors for land in _lands(one)}
            top = actors.get(owner.of or "")
            if top is not None and _is_land(top):
                sides |= {f"land:{word}" for word in name_keys(top)}
                known |= _proper_keys(group_of[top.id])
    if any(_is_land(actor) for actor in group.actors):
        sides |= {f"land:{word}" for word in name_keys(group.first)}
    return Voice(own, name, frozenset(sides), frozenset(known))


def _lands(actor: Actor) -> set[str]:
    """Keys of the names in the description of a body: "norland" of "the Norland Defence Ministry"."""
    if actor.kind == "person":
        return set()
    words = actor.name.replace("-", " ").replace("'s", "").replace("’s", "").split()
    return {key(word) for word in words if word[0].isupper() and word.casefold() not in read_words("office")}


def _proper_keys(group: Group) -> set[str]:
    """Keys of the capitalised words by which an actor goes."""
    written = [name for actor in group.actors for name in (actor.name, *actor.names)]
    found = {key(word) for name in written for word in name.replace("-", " ").split() if word[:1].isupper()}
    return {word for word in found if word not in read_words("function") and word not in read_words("office")}


def _holds_office(actor: Actor) -> bool:
    words = {word.casefold().strip(".,") for text in (actor.name, *actor.roles, *actor.names) for word in text.split()}
    return not words.isdisjoint(read_words("office")) or (actor.kind == "place")


def _is_land(actor: Actor) -> bool:
    return actor.kind == "place" or (len(actor.name.split()) == 1 and actor.kind in ("unknown", "organisation"))
