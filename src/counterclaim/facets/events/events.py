"""The events of a claim: one a clause of its content."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from counterclaim.facets.events.clauses import Clause, spans_of, split_clauses
from counterclaim.facets.events.participants import Part, find_parts
from counterclaim.facets.events.phrases import FIRST_PERSON, phrase_spans, possessors
from counterclaim.facets.events.predicates import find_predicate
from counterclaim.facets.events.states import state_of
from counterclaim.facets.syntax import Syntax
from counterclaim.model import Act, Certainty, Event, Participant, Spans


class Stance(NamedTuple):
    """What the claimant does with a clause, how sure, and with which polarity."""

    act: Act
    certainty: Certainty
    negated: bool


class Speech(NamedTuple):
    """What is known of a content beside its words: whose it is and who is meant in it."""

    content: tuple[int, ...]
    """The words of the content."""
    source: tuple[int, ...]
    """The words that name its source."""
    claimant: str | None
    reported: bool
    """Whether it is indirect speech."""
    stance: Callable[[tuple[int, ...]], Stance]
    """The stance towards the clause of these words."""
    actor: Callable[[int], str | None]
    """Id of the actor that the noun phrase at a word names or belongs to."""


def find_events(syntax: Syntax, speech: Speech) -> tuple[Event, ...]:
    """One event a clause of a content, in the order of the text."""
    return tuple(_event(syntax, clause, speech) for clause in split_clauses(syntax, speech.content))


def _event(syntax: Syntax, clause: Clause, speech: Speech) -> Event:
    predicate = find_predicate(syntax, clause.head)
    act, certainty, negated = speech.stance(clause.words)
    negated ^= predicate.states.count("not") % 2 == 1
    parts = find_parts(syntax, clause, predicate)
    return Event(
        type=predicate.entry.type if predicate.entry else None,
        predicate=predicate.lemma,
        state=state_of(syntax, clause.head, predicate, negated=negated, reported=speech.reported),
        act=act,
        certainty=certainty,
        negated=negated,
        participants=tuple(_participant(syntax, part, speech) for part in parts),
        spans=spans_of(syntax, clause) or _whole(syntax, clause),
    )


def _participant(syntax: Syntax, part: Part, speech: Speech) -> Participant:
    spans = phrase_spans(syntax, part.word)
    return Participant(part.role, syntax.text[spans[0].start : spans[0].end], _actor(syntax, part.word, speech), spans)


def _actor(syntax: Syntax, word: int, speech: Speech) -> str | None:
    """Whom a phrase means: "we" and "our forces" the claimant, who names the source too."""
    if word in speech.source:
        return speech.claimant
    if syntax.lower(word) in FIRST_PERSON or any(syntax.lower(one) in FIRST_PERSON for one in possessors(syntax, word)):
        return speech.claimant
    return speech.actor(word)


def _whole(syntax: Syntax, clause: Clause) -> Spans:
    """A clause of marks only, as it stands."""
    return tuple(syntax.analysis.words[word] for word in clause.words)
