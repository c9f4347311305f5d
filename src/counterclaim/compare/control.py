"""Who holds a place: takings, holdings, losses and fights as claims about one spot at one time.

A spot is a named place, or what a report calls "the town" after it has named one. Whoever says that a side holds
the whole of it is contradicted by whoever says that another holds it or a part of it, that the side has only a share
of it or has lost it, or that it is still fought over. Two sides may each hold a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from counterclaim.claims.keys import key
from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable_anywhere, same_name, same_time
from counterclaim.compare.sides import names_in
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.compare.terms import stem, stems, stems_of
from counterclaim.compare.voices import Voice
from counterclaim.facets.events.lexicon import entries
from counterclaim.model import Event, Participant

KINDS = frozenset(("take-control", "hold-control", "lose-control", "contest-control", "repel"))
"""Types of events that tell who holds a place."""
_NOBODY = re.compile(r"\b(?:neither|nobody|no one|none|no side)\b", re.IGNORECASE)
_PART_OF = re.compile(r"(\w+)\s+of\s+(?:the\s+)?$")
_OF = re.compile(r"\s+of\s+(?:(?:the|its|their|this|that)\s+)?([^,.;:!?\"“”]+)")


@dataclass(frozen=True, slots=True)
class Spot:
    """What is held or lost: a named place, something in it, or the one place that a report has without a name."""

    name: str
    """The name; the report's id where it has none."""
    noun: str
    """The stem of the noun for what is held of it; "" for the place itself."""
    is_share: bool = False
    """Whether it is a share of the place: "a third of the town"."""

    @property
    def is_whole(self) -> bool:
        """Whether it is the place itself."""
        return not self.noun and not self.is_share

    def is_in_one_place(self, other: Spot) -> bool:
        """Whether two spots are, or are in, the same place."""
        return self.name == other.name or same_name(self.name, other.name)


@dataclass(frozen=True, slots=True)
class Holding:
    """What a statement says of who holds a spot."""

    statement: Statement
    spot: Spot
    state: str
    """held, kept (from an attack), entered, lost or contested."""
    side: frozenset[str]
    """Keys of the names of those who hold or have lost it; none where that is not said."""


def find_control(story: Story) -> Iterator[Finding]:
    """Pairs of statements of different sides about who holds a place that cannot both be true."""
    known = holdings(story.all)
    for one, other in story.own_before(known, lambda holding: holding.statement):
        if finding := compare(one, other):
            yield finding


def compare(later: Holding, earlier: Holding) -> Finding | None:
    """What two holdings have to do with each other."""
    one, other = later.statement, earlier.statement
    if one.claim.id == other.claim.id or not later.spot.is_in_one_place(earlier.spot):
        return None
    if one.same_side(other):
        return _succession(later, earlier)
    if incomparable_anywhere(one, other) or not same_time(one, other):
        return None
    if excludes(later, earlier) or excludes(earlier, later):
        why = f"{quoted(one.text)} ({one.who}) and {quoted(other.text)} ({other.who}) exclude each other."
        return Finding(one, other, "contradicts", "control", why, 0.75)
    if agree(later, earlier):
        why = f"The same from {one.who} and {other.who}: {quoted(other.text)}."
        return Finding(one, other, "corroborates", "control", why, 0.7)
    return None


def _succession(later: Holding, earlier: Holding) -> Finding | None:
    """What a side says of a place on which it has spoken before."""
    one, other = later.statement, earlier.statement
    if not (later.spot.is_whole and earlier.spot.is_whole) or "planned" in _states_of(one, other):
        return None
    if later.state == earlier.state != "contested" and later.side == earlier.side:
        why = f"{one.who} says again: {quoted(other.text)}."
        return Finding(one, other, "repeats", "control", why, 0.7)
    if one.order == other.order or {later.state, earlier.state} != {"held", "lost"}:
        return None
    why = f"{one.who}: now {quoted(one.text)}, before {quoted(other.text)}."
    return Finding(one, other, "updates", "control", why, 0.7)


def _states_of(*statements: Statement) -> set[str]:
    return {one.event.state for one in statements if one.event is not None}


def excludes(one: Holding, other: Holding) -> bool:
    """Whether the first says that a side holds what, by the second, it cannot hold."""
    if one.state not in ("held", "kept") or one.spot.is_share:
        return False
    if not one.spot.is_whole and one.spot.noun != other.spot.noun:
        return False
    if other.state == "contested":
        return True
    same = not one.side.isdisjoint(other.side)
    if other.state == "lost":
        return same
    if other.state == "entered" and one.state == "kept":
        return False  # an attack that was driven back may have got inside
    return other.spot.is_share if same else bool(one.side and other.side)


def agree(one: Holding, other: Holding) -> bool:
    """Whether two holdings come to the same: one side holds the whole, or another has lost it."""
    if not (one.spot.is_whole and other.spot.is_whole):
        return False
    same = not one.side.isdisjoint(other.side)
    return (one.state == other.state == "held" and same) or ({one.state, other.state} == {"held", "lost"} and not same)


def holdings(statements: Iterable[Statement]) -> list[Holding]:
    """What statements say of who holds what, in their order."""
    found: list[Holding] = []
    named: dict[int, str] = {}
    for one in statements:
        kind = _kind(one)
        if kind is None:
            continue
        holding = _holding(one, kind, named.get(one.order))
        if holding.spot.name != one.report.id:
            named[one.order] = holding.spot.name
        if holding.side or holding.state == "contested":
            found.append(holding)
    return found


def _kind(statement: Statement) -> str | None:
    """The type of event by which a statement tells who holds a place, or "presence"; None where it does not.

    Who besieges a place does not hold it, and has not lost it either.
    """
    event = statement.event
    if event is None or _stems(event.predicate) & stems_of("besieging"):
        return None
    if event.type not in KINDS:
        return _implied_kind(event, statement)
    if event.type == "contest-control":
        return None if statement.negated else event.type
    by_nobody = not event.participants and not statement.places  # "captured ten days before"
    return None if by_nobody else event.type


def _implied_kind(event: Event, statement: Statement) -> str | None:
    """The same for "have completed the liberation", "the enemy was driven out" and "our soldiers are in the town"."""
    said, patients = _stems(event.predicate), [one for one in event.participants if one.role == "patient"]
    if said & stems_of("completing") and any(_is_taking(word) for one in patients for word in one.words.split()):
        return "take-control"
    if said & stems_of("driving") and any(_stems(one.words) & stems_of("adversary") for one in patients):
        return "repel"
    there = any(event.predicate.casefold() in place.name.casefold().split() for place in statement.places)
    if there and any(_stems(one.words) & stems_of("force") for one in event.participants if one.role == "agent"):
        return "presence"
    return None


def _is_taking(noun: str) -> bool:
    entry = entries("noun").get(noun.casefold())
    return entry is not None and entry.type == "take-control"


def _holding(statement: Statement, kind: str, named: str | None) -> Holding:
    """What one statement says; `named` is the place that its report has named last as one that is held or lost."""
    voice = statement.voice
    own = frozenset() if voice is None or _observes(voice) else voice.known_by
    state, side = _state(statement, kind, own)
    spot = _spot(statement, named)
    if kind == "presence" or (state == "held" and statement.negated):
        spot = replace(spot, is_share=True)  # who is in a place, or has not lost it, may hold a part of it
    return Holding(statement, spot, state, side)


def _observes(voice: Voice) -> bool:
    """Whether a voice tells of the deeds of others: monitors, researchers, people who live there."""
    return bool((_stems(voice.name) | voice.nouns) & stems_of("observer"))


def _state(statement: Statement, kind: str, own: frozenset[str]) -> tuple[str, frozenset[str]]:
    """Whether a place is said to be held, lost or contested, and by whom; `own` are keys of the speaker's side."""
    event = statement.event
    assert event is not None
    agents = [one for one in event.participants if one.role == "agent"]
    side = _side(statement, agents, own)
    if kind == "contest-control":
        return "contested", frozenset()
    if kind == "repel":
        return "kept", side
    if kind == "lose-control":
        hostile = any(_stems(one.words) & stems_of("adversary") for one in agents)
        if hostile or statement.negated:
            return "held", own if hostile else side
        return "lost", side if agents else frozenset()
    if statement.negated:
        return ("contested", frozenset()) if _NOBODY.search(statement.text) else ("lost", side)
    return "entered" if _stems(event.predicate.split()[0]) & stems_of("entering") else "held", side


def _side(statement: Statement, agents: list[Participant], own: frozenset[str]) -> frozenset[str]:
    """Keys of the names of some agents; the speaker's where they have none, or there are none."""
    places = {key(word) for place in statement.places for word in place.name.split()}
    named = frozenset(name for one in agents for name in names_in(one) if name not in stems_of("pronoun"))
    return (named - places if len(agents) > 1 else named) or own


def _spot(statement: Statement, named: str | None) -> Spot:
    """The spot that a statement is about."""
    event = statement.event
    assert event is not None
    first = next((one for one in event.participants if one.role == "patient"), None)
    rest = _OF.match(statement.report.text, first.spans[-1].end) if first else None
    words = f"{first.words} {rest[1] if rest else ''}" if first else ""
    agents = {word for one in event.participants if one.role == "agent" for word in one.words.split()}
    places = [one.name for one in statement.places if agents.isdisjoint(one.name.split())]
    name = next((place for place in places if place.split()[0] in words), next(iter(places), None))
    noun = stem(first.words.split()[-1].casefold()) if first and first.words.split() else ""
    whole = noun in stems_of("stronghold") and name is None and named is None
    part = "" if whole or noun not in stems_of("ground") | stems_of("stronghold") else noun
    return Spot(name or named or statement.report.id, part, first is not None and _is_share(first, statement))


def _is_share(patient: Participant, statement: Statement) -> bool:
    """Whether what is held is said to be a share: "a third", or "most of the town" where "the town" was read."""
    before = statement.report.text[max(0, patient.spans[0].start - 40) : patient.spans[0].start]
    of = _PART_OF.search(before)
    return bool((_stems(patient.words) | _stems(of[1] if of else "")) & stems_of("share"))


def _stems(words: str) -> frozenset[str]:
    return stems(words.casefold().split())
