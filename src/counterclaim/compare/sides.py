"""Who does what to whom in a statement, so that it can be told whether two statements speak of the same ones."""

from __future__ import annotations

import re

from counterclaim.claims.keys import key
from counterclaim.compare.matter import same_name
from counterclaim.compare.statements import Statement
from counterclaim.compare.terms import stem
from counterclaim.compare.voices import Voice
from counterclaim.model import Participant


def acts_in(voice: Voice, statement: Statement) -> bool:
    """Whether the agent of a statement is the voice or its side."""
    if any(agent.same_side(voice) for agent in statement.agents):
        return True
    return any(_is_side(voice, one, statement) for one in _having("agent", statement))


def agent_names(statement: Statement) -> frozenset[str]:
    """Keys of the names of those who act; the speaker's where it is "we" or where nobody is named."""
    agents = _having("agent", statement)
    if not agents or any(_is_own(one, statement) for one in agents):
        return statement.voice.known_by if statement.voice else frozenset()
    return frozenset(name for one in agents for name in names_in(one))


def agents_differ(one: Statement, other: Statement) -> bool:
    """Whether both name those who act and they are not the same."""
    a, b = agent_names(one), agent_names(other)
    return bool(a and b) and a.isdisjoint(b)


def patients_meet(one: Statement, other: Statement) -> bool:
    """Whether what the event is done to is the same: the same name, or within one report the same noun.

    A town and a quarter of another are both "the town": across reports only a name tells that they are one.
    """
    mine, theirs = _patients(one), _patients(other)
    if any(same_name(a, b) for a in mine for b in theirs if _is_named(a) and _is_named(b)):
        return True
    alike = any(_last(a) == _last(b) for a in mine for b in theirs if not (_is_named(a) and _is_named(b)))
    return one.order == other.order and alike


def same_target(one: Statement, other: Statement) -> bool:
    """Whether what was done was done to the same by name: two attacks of a day are mostly not one."""
    mine, theirs = ([p.words for p in _having("patient", s)] for s in (one, other))
    return any(same_name(a, b) for a in mine for b in theirs if _is_named(a) and _is_named(b))


def _patients(statement: Statement) -> list[str]:
    """The words for what an event is done to, and the names of the places where it is."""
    return [one.words for one in _having("patient", statement)] + [place.name for place in statement.places]


def _is_side(voice: Voice, participant: Participant, statement: Statement) -> bool:
    if _is_own(participant, statement):
        return statement.voice is not None and statement.voice.same_side(voice)
    names = names_in(participant)
    return not voice.known_by.isdisjoint(names) if names else _head(participant) in voice.nouns


def _having(role: str, statement: Statement) -> list[Participant]:
    return [one for one in statement.event.participants if one.role == role] if statement.event else []


def _is_own(participant: Participant, statement: Statement) -> bool:
    """Whether a participant is the one who speaks, as in "we" or "our forces"."""
    return participant.actor is not None and participant.actor == statement.claim.claimant


def names_in(participant: Participant) -> frozenset[str]:
    """Keys of the capitalised words of a participant."""
    return frozenset(key(word) for word in re.findall(r"[^\W_]+", participant.words) if word[0].isupper())


def _is_named(words: str) -> bool:
    return any(word[0].isupper() for word in words.split())


def _head(participant: Participant) -> str:
    return _last(participant.words)


def _last(words: str) -> str:
    return stem(words.split()[-1].casefold()) if words.split() else ""
