"""Voices: actors of reports that are told together, one a person or body, and the side that each speaks for.

A voice belongs to what it is said to belong to: the spokesman to the ministry, the
ministry to its country. Voices that share a body, or both hold offices of one state, are one side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.claims.keys import key
from counterclaim.compare.account import Account
from counterclaim.compare.identity import Group, group_actors
from counterclaim.compare.tables import read_words
from counterclaim.compare.terms import stem
from counterclaim.model import Actor

_MINISTER, _MINISTRY = frozenset(("minister",)), frozenset(("ministry", "department"))
_CODE = 2
"""Letters of a country's code."""


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
    nouns: frozenset[str]
    """Stems of the nouns that say what it or its body is: "polic" of "Norland's police"."""

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
        group_of.update(_ministries(groups))
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
    above = _above(group, actors, group_of)
    official = any(_holds_office(actor) for one in (group, *above) for actor in one.actors)
    bodies = [one for one in above if official or not _is_land(one.first)]
    sides = {one.first.id for one in (group, *bodies)}
    lands = {land for one in (group, *above) for land in _lands(one)} if official or _is_land(group.first) else set()
    known = {word for one in (group, *above) for word in _proper_keys(one)}
    nouns = {stem(one.first.name.split()[-1].casefold()) for one in (group, *bodies) if one.first.kind != "person"}
    sides |= {f"land:{land}" for land in lands}
    return Voice(group.first.id, name, frozenset(sides), frozenset(known), frozenset(nouns))


def _above(group: Group, actors: dict[str, Actor], group_of: dict[str, Group]) -> list[Group]:
    """The groups that a group belongs to, and those that they belong to."""
    found: dict[int, Group] = {}
    waiting = [group]
    while waiting:
        one = waiting.pop()
        owners = (actors.get(actor.of or "") for actor in one.actors)
        owning = [group_of[owner.id] for owner in owners if owner is not None]
        for above in (*owning, *(ministry for ministry in (group_of.get(_led(one)),) if ministry)):
            if above is not group and id(above) not in found:
                found[id(above)] = above
                waiting.append(above)
    return list(found.values())


def _ministries(groups: Sequence[Group]) -> dict[str, Group]:
    """For each person who is a minister, by `_led`, the only ministry of that department and country there is."""
    bodies = [(group, _department(group, _MINISTRY)) for group in groups if group.first.kind != "person"]
    found: dict[str, Group] = {}
    for group in groups:
        department = _department(group, _MINISTER) if group.first.kind == "person" else frozenset()
        fitting = [body for body, of in bodies if department and of == department and _may_be_of(group, body)]
        if len(fitting) == 1:
            found[_led(group)] = fitting[0]
    return found


def _led(group: Group) -> str:
    """The name under which the ministry that a person leads is kept."""
    return f"led by {group.first.id}"


def _department(group: Group, heads: frozenset[str]) -> frozenset[str]:
    """The words that say of what a ministry or a minister is: "health"; none for others."""
    for actor in group.actors:
        for text in (*actor.roles, actor.name, *actor.names):
            words = [word.casefold().removesuffix("'s").removesuffix("’s") for word in text.split()]
            if heads & {*words}:
                return frozenset(words) & read_words("department")
    return frozenset()


def _may_be_of(minister: Group, ministry: Group) -> bool:
    """Whether no two countries are named for the two."""
    a, b = _lands(minister) | minister.lands, _lands(ministry) | ministry.lands
    return not a or not b or not a.isdisjoint(b)


def _lands(group: Group) -> set[str]:
    """Keys of the countries of a group: its code, or what it is called: "norland" of "the Norland Defence Ministry"."""
    found = {actor.of for actor in group.actors if actor.of is not None and len(actor.of) == _CODE}
    for actor in group.actors:
        if actor.kind != "person":
            words = actor.name.replace("-", " ").replace("'s", "").replace("’s", "").split()
            named = (word for word in words if word[0].isupper() and word.casefold() not in _plain())
            found |= {key(word) for word in named}
    return found


def _proper_keys(group: Group) -> set[str]:
    """Keys of the capitalised words by which an actor goes."""
    written = [name for actor in group.actors for name in (actor.name, *actor.names)]
    found = {key(word) for name in written for word in name.replace("-", " ").split() if word[:1].isupper()}
    return found - _plain()


def _holds_office(actor: Actor) -> bool:
    words = {word.casefold().strip(".,") for text in (actor.name, *actor.roles, *actor.names) for word in text.split()}
    return not words.isdisjoint(read_words("office")) or (actor.kind == "place")


def _is_land(actor: Actor) -> bool:
    return actor.kind == "place" or (len(actor.name.split()) == 1 and actor.kind in ("unknown", "organisation"))


@cache
def _plain() -> frozenset[str]:
    """Words in names that name nobody, and their keys."""
    plain = read_words("function") | read_words("office")
    return plain | {key(word) for word in plain}
