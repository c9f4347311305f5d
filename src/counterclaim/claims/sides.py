"""Who is of a claimant's side: the claimant, those it belongs to and those that belong to it."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.claims.actors import Resolved
from counterclaim.claims.lexicon import class_of, countries, seats
from counterclaim.language.analysis import Analysis
from counterclaim.model import Actor

#: Person, ministry, government, country.
_DEEP = 4


class Sides:
    """The sides of one report."""

    def __init__(self, resolved: Resolved, analysis: Analysis) -> None:
        self._analysis = analysis
        actors = {actor.id: actor for actor in resolved.actors}
        self._above = {one: _above(actors, one) for one in actors}
        self._bodies = {one: noun for one, actor in actors.items() if (noun := _noun(actor)) in class_of("organs")}
        self._meant = resolved.meant

    def own(self, claimant: str | None) -> Callable[[int], bool]:
        """What tells of a word of the report whether it names somebody of a claimant's side.

        A spokesman's side is his ministry's and its country's; a country code stands for a country. Without a claimant
        nobody is.
        """
        side = self._above.get(claimant or "", frozenset())
        bodies = frozenset(self._bodies[one] for one in side if one in self._bodies)
        return lambda word: (
            bool(side)
            and (
                bool(side & self._above.get(self._meant.get(word, ""), self._named(word)))
                or self._analysis.word(word).casefold() in bodies
            )
        )

    def _named(self, word: int) -> frozenset[str]:
        """The code of the country whose name or capital a word is."""
        written = self._analysis.word(word).casefold()
        country = countries().get(written) or seats().get(written)
        return frozenset((country.code,)) if country else frozenset()

    def are_one(self, one: str | None, other: str | None) -> bool:
        """Whether two actors speak for one side."""
        if one is None or other is None:
            return False
        return one == other or bool(self._above.get(one, frozenset()) & self._above.get(other, frozenset()))


def _above(actors: dict[str, Actor], one: str | None) -> frozenset[str]:
    """An actor and those it belongs to, by their ids and country codes; a country's only where one speaks for it."""
    found: list[str] = []
    official = False
    while one is not None and len(found) < _DEEP:
        actor = actors.get(one)
        if actor is None and not official:
            break
        found.append(one)
        official = official or (actor is not None and _is_of_state(actor))
        one = actor.of if actor else None
    return frozenset(found)


def _noun(actor: Actor) -> str:
    """The noun that a body is called by: "army" of "the army", which also stands in "an army post"."""
    return actor.name.split()[-1].casefold() if actor.kind != "person" and actor.name else ""


def _is_of_state(actor: Actor) -> bool:
    """Whether an actor is a country or holds an office of one: "the Syrian army", not "a Syrian monitoring group"."""
    if actor.kind == "place":
        return True
    words = {word.casefold() for text in (actor.name, *actor.names, *actor.roles) for word in text.split()}
    return not words.isdisjoint(class_of("of_state") | class_of("organs") | class_of("heads"))
