"""An invented scene: who, where, when and how many, for all slots of a family's statements."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from training.entailment.news.tables import fillers

#: Slots that are drawn from a list of the same name.
LISTED = (
    "blast", "bang", "target", "plant", "aircraft", "ship", "vote", "workers", "disease", "office", "org", "product",
    "thing", "crime", "topic", "statement",
)  # fmt: skip
#: Slots that hold numbers, all of which "more", "fewer" and "number" change.
NUMBERS = ("n", "big", "pct", "part")


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name and adjective."""

    name: str
    adjective: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person's names, and "his" or "her"."""

    forename: str
    surname: str
    title: str
    his: str
    called: str = ""
    """What the person is called instead of being named, if so."""

    @property
    def pronoun(self) -> str:
        """The pronoun as a subject."""
        return {"his": "he", "her": "she"}[self.his]


Value = str | int | Country | Person


@dataclass(frozen=True)
class Scene:
    """Values of all slots."""

    values: Mapping[str, Value]

    def changed(self, change: str, rng: random.Random) -> Scene:
        """The scene with what `change` names replaced: a slot, "sides", "more", "fewer", "number" or "-" (nothing)."""
        if change == "-":
            return self
        values = dict(self.values)
        if change == "sides":
            values |= {"A": values["B"], "B": values["A"]}
        elif change in ("more", "fewer", "number"):
            values |= _other_numbers(self.values, change, rng)
        elif change == "place":
            values["place"] = _other_place(str(values["place"]), rng)
        else:
            values[change] = _other(change, values[change], rng)
        return Scene(values)

    def unnamed(self, rng: random.Random) -> Scene:
        """The scene with place, company and person not named again: "the town", "the company", "she"."""
        person = self.values["person"]
        assert isinstance(person, Person)
        called = {slot: rng.choice(fillers()[f"called_{slot}"]) for slot in ("place", "org", "person")}
        return Scene({**self.values, **called, "person": replace(person, called=called["person"])})


def draw(rng: random.Random) -> Scene:
    """A new scene."""
    lists = fillers()
    values: dict[str, Value] = {slot: rng.choice(lists[slot]) for slot in LISTED}
    values |= {"A": _country(rng), "B": _country(rng), "place": _place(rng), "day": _day(rng)}
    values |= {"person": _person(rng), "person2": _person(rng), "org2": _other("org", values["org"], rng)}
    n = rng.choice((rng.randint(3, 20), rng.randint(10, 99), rng.randint(50, 400)))
    values |= {"n": n, "part": max(2, n // rng.randint(2, 6)), "pct": rng.randint(18, 60)}
    values["big"] = rng.randint(12, 99) * rng.choice((10, 100, 100, 1000))
    return Scene(values)


def _syllables(rng: random.Random, *kinds: str) -> str:
    return "".join(rng.choice(fillers()[kind]) for kind in kinds)


def _place(rng: random.Random) -> str:
    name = _syllables(rng, *rng.choice((("onset", "ending"), ("onset", "middle", "ending"))))
    if rng.random() < 0.2:
        return f"{rng.choice(rng.choice(fillers()['side']).split(':'))} {name}"
    return name


def _other_place(place: str, rng: random.Random) -> str:
    """Another place; half of the time one whose name is much like it."""
    first, _, rest = place.partition(" ")
    for pair in fillers()["side"]:
        if rest and first in pair.split(":"):
            return f"{next(side for side in pair.split(':') if side != first)} {rest}"
    if rng.random() < 0.25:
        return place[:-2] + rng.choice([e for e in fillers()["ending"] if not place.endswith(e)])
    return _place(rng) if rng.random() < 0.7 else f"{rng.choice(('New', 'Lower', 'West'))} {place}"


def _country(rng: random.Random) -> Country:
    root = _syllables(rng, *rng.choice((("onset",), ("onset", "middle"))))
    name, _, adjective = rng.choice(fillers()["land"]).partition(":")
    return Country(root + name, root + adjective)


def _person(rng: random.Random) -> Person:
    forename, _, his = rng.choice(fillers()["forename"]).partition(":")
    return Person(forename, _syllables(rng, "onset", "ending"), rng.choice(fillers()["title"]), his)


def _day(rng: random.Random) -> str:
    return rng.choice(fillers()[rng.choice(("weekday", "weekday", "date"))])


def _other(slot: str, value: Value, rng: random.Random) -> Value:
    if isinstance(value, Person):
        return _person(rng)
    listed = next(kind for kind in (slot.rstrip("2"), "weekday", "date") if value in fillers().get(kind, ()))
    return rng.choice([other for other in fillers()[listed] if other != value])


def _other_numbers(values: Mapping[str, Value], change: str, rng: random.Random) -> dict[str, Value]:
    """All numbers larger or smaller, by the same share."""
    more = change == "more" or (change == "number" and rng.random() < 0.5)
    factor = rng.uniform(1.1, 3.0) if more else rng.uniform(0.2, 0.9)

    def moved(slot: str) -> int:
        value = values[slot]
        assert isinstance(value, int)
        other = round(value * factor, -1 if value >= 1000 else 0)
        if slot == "pct":
            other = min(other, 97)
        return max(1, int(other), value + 1) if more else max(1, min(int(other), value - 1))

    return {slot: moved(slot) for slot in NUMBERS}
