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
    return any(_is_side(voice, one, statement) for one in _having("agent", statement))


def agent_names(statement: Statement) -> frozenset[str]:
    """Keys of the names of those who act; the speaker's where it is "we" or where nobody is named."""
    agents = _having("agent", statement)
    if not agents or any(_is_own(one, statement) for one in agents):
        return statement.voice.known_by if statement.voice else frozenset()
    return frozenset(name for one in agents for name in _names(one))


def agents_differ(one: Statement, other: Statement) -> bool:
    """Whether both name those who act and they are not the same."""
    a, b = agent_names(one), agent_names(other)
    return bool(a and b) and a.isdisjoint(b)


def patients_meet(one: Statement, other: Statement, strict: bool = False) -> bool:
    """Whether what the event is done to may be the same: the same name or noun; unless `strict`, also where one
    of the two does not name it."""
    mine, theirs = _having("patient", one), _having("patient", other)
    if not mine or not theirs:
        return not strict
    named = [(a, b) for a in mine for b in theirs if _names(a) and _names(b)]
    if named:
        return any(same_name(a.words, b.words) for a, b in named)
    if any(_names(a) for a in (*mine, *theirs)):
        return not strict
    return any(_head(a) == _head(b) for a in mine for b in theirs)


def _is_side(voice: Voice, participant: Participant, statement: Statement) -> bool:
    if _is_own(participant, statement):
        return statement.voice is not None and statement.voice.same_side(voice)
    return not voice.known_by.isdisjoint(_names(participant))


def _having(role: str, statement: Statement) -> list[Participant]:
    return [one for one in statement.event.participants if one.role == role] if statement.event else []


def _is_own(participant: Participant, statement: Statement) -> bool:
    """Whether a participant is the one who speaks, as in "we" or "our forces"."""
    return participant.actor is not None and participant.actor == statement.claim.claimant


def _names(participant: Participant) -> frozenset[str]:
    return frozenset(key(word) for word in re.findall(r"[^\W_]+", participant.words) if word[0].isupper())


def _head(participant: Participant) -> str:
    words = participant.words.split()
    return stem(words[-1].casefold()) if words else ""
