"""Voices: actors of all reports, one a person or body, and the side that each of them speaks for.

The same full name in two reports is one voice; so is a surname that fits only one of them, and a body whose name
has the words of another's. A voice belongs to what it is said to belong to: the spokesman to the ministry, the
ministry to its country. Voices that share a body, or both hold offices of one state, are one side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.claims.keys import key, keys
from counterclaim.compare.account import Account
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
        groups = list(_groups(accounts))
        actors = {actor.id: actor for account in accounts for actor in account.actors}
        group_of = {actor.id: group for group in groups for actor in group.actors}
        for group in groups:
            voice = _voice(group, actors, group_of)
            self._by_actor.update((actor.id, voice) for actor in group.actors)

    def of(self, actor: str | None) -> Voice | None:
        """The voice of an actor."""
        return self._by_actor.get(actor) if actor else None

    def names(self) -> frozenset[str]:
        """Keys of all words in the names of voices."""
        return frozenset().union(*(voice.known_by for voice in self._by_actor.values()))


@dataclass(eq=False)
class _Group:
    """Actors that are one."""

    actors: list[Actor] = field(default_factory=list)
    words: set[str] = field(default_factory=set)

    @property
    def first(self) -> Actor:
        return self.actors[0]

    def add(self, actor: Actor) -> None:
        self.actors.append(actor)
        self.words |= _words(actor)


def _groups(accounts: Iterable[Account]) -> Iterator[_Group]:
    """Actors of different reports put together; those of one report are already apart."""
    by_word: dict[str, list[_Group]] = defaultdict(list)
    for account in accounts:
        fresh: list[_Group] = []
        taken: set[int] = set()
        for actor in account.actors:
            group = _match(actor, by_word, taken) if _can_recur(actor) else None
            if group is None:
                group = _Group()
                fresh.append(group)
            group.add(actor)
            taken.add(id(group))
        for group in fresh:
            if _can_recur(group.first):
                for word in sorted(_words(group.first)):
                    by_word[word].append(group)
            yield group


def _match(actor: Actor, by_word: dict[str, list[_Group]], taken: set[int]) -> _Group | None:
    words = _words(actor)
    near = {id(g): g for word in words for g in by_word.get(word, ()) if id(g) not in taken}
    fitting = [g for g in near.values() if _same(actor, g)]
    exact = [g for g in fitting if _words(g.first) == words]
    chosen = exact or fitting
    return chosen[0] if len(chosen) == 1 or exact else None


def _same(actor: Actor, group: _Group) -> bool:
    """Whether an actor of another report is that of a group."""
    mine, first = _words(actor), group.first
    theirs = _words(first)
    if "person" in (actor.kind, first.kind):
        if not {actor.kind, first.kind} <= {"person", "unknown"}:
            return False
        return mine == theirs or (_surname(actor) == _surname(first) and (mine <= theirs or theirs <= mine))
    if not (mine <= theirs or theirs <= mine):
        return False
    return mine == theirs or min(len(mine), len(theirs)) > 1 or (_is_proper(actor) and _is_proper(first))


def _surname(actor: Actor) -> str:
    return key(actor.name.split()[-1])


def _can_recur(actor: Actor) -> bool:
    """Whether the same words in another report mean the same: names, and bodies that are told apart by the article."""
    return _is_proper(actor) or (actor.kind == "organisation" and actor.name.casefold().startswith("the "))


def _is_proper(actor: Actor) -> bool:
    words = actor.name.split()
    return any(word[0].isupper() for word in words[1:]) or (len(words) == 1 and words[0][:1].isupper())


def _words(actor: Actor) -> frozenset[str]:
    return keys(actor.name.replace("-", " ").split())


def _voice(group: _Group, actors: dict[str, Actor], group_of: dict[str, _Group]) -> Voice:
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
            sides |= {f"land:{word}" for word in _words(owner)} if _is_land(owner) else set()
            sides |= {f"land:{land}" for one in above.actors for land in _lands(one)}
            top = actors.get(owner.of or "")
            if top is not None and _is_land(top):
                sides |= {f"land:{word}" for word in _words(top)}
                known |= _proper_keys(group_of[top.id])
    if any(_is_land(actor) for actor in group.actors):
        sides |= {f"land:{word}" for word in _words(group.first)}
    return Voice(own, name, frozenset(sides), frozenset(known))


def _lands(actor: Actor) -> set[str]:
    """Keys of the names in the description of a body: "norland" of "the Norland Defence Ministry"."""
    if actor.kind == "person":
        return set()
    words = actor.name.replace("-", " ").replace("'s", "").replace("’s", "").split()
    return {key(word) for word in words if word[0].isupper() and word.casefold() not in read_words("office")}


def _proper_keys(group: _Group) -> set[str]:
    """Keys of the capitalised words by which an actor goes."""
    written = [name for actor in group.actors for name in (actor.name, *actor.names)]
    found = {key(word) for name in written for word in name.replace("-", " ").split() if word[:1].isupper()}
    return {word for word in found if word not in read_words("function") and word not in read_words("office")}


def _holds_office(actor: Actor) -> bool:
    words = {word.casefold().strip(".,") for text in (actor.name, *actor.roles, *actor.names) for word in text.split()}
    return not words.isdisjoint(read_words("office")) or (actor.kind == "place")


def _is_land(actor: Actor) -> bool:
    return actor.kind == "place" or (len(actor.name.split()) == 1 and actor.kind in ("unknown", "organisation"))
