"""Happened and did not happen: the same event, affirmed by one side and negated by another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable, is_proposition
from counterclaim.compare.sides import agents_differ
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.compare.tables import read_words
from counterclaim.compare.terms import overlap, stem, stems_of

_LEAST, _SHARED = 0.5, 2
"""The share of terms, and their number, that the two must have in common."""
_MANY = 5
"""Other statements of a story that have a word from which on "no soldier fired" does not speak against each of them."""
_TELLING = frozenset(("assert", "accuse", "confirm"))
_NONE = re.compile(
    r"\bthere (?:is|was|are|were|has been|have been|had been) (?:no|not an?|never an?) ((?:[\w-]+\W?){1,4})",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*(?:that )?(?:no|not one|not a single) ((?:[\w-]+\W?){1,4})", re.IGNORECASE)


def find_occurrences(story: Story) -> Iterator[Finding]:
    """Pairs of statements of different sides, one of them negated, about the same event."""
    found = set()
    for one, other in story.pairs(_SHARED):
        if one.event and other.event and one.negated != other.negated and (finding := compare(one, other)):
            found.add((id(one), id(other)))
            yield finding
    for one, other in _denied_things(story):
        if (id(one), id(other)) not in found and (finding := _existence(one, other)):
            yield finding


def _denied_things(story: Story) -> Iterator[tuple[Statement, Statement]]:
    """Statements that there was no such thing with those that speak of one; one of the two is the report's own."""
    for one in story.all:
        if thing := _missing(one):
            telling = [other for other in story.all if other is not one and thing in other.terms.words]
            if len(telling) >= _MANY and not _NONE.search(one.text):
                continue
            for other in telling:
                if story.is_own(one) or story.is_own(other):
                    yield (one, other) if one.at > other.at else (other, one)


def _missing(statement: Statement) -> str | None:
    """The stem of what a statement says there was none of: "there was no leak", "no gas was used"."""
    named = (_NONE.search(statement.text) or _NO.match(statement.text)) if statement.negated else None
    if named is None:
        return None
    words = takewhile(
        lambda word: word not in read_words("function") - {"such"}, re.findall(r"\w+", named[1].casefold())
    )
    thing = next((stem(word) for word in reversed(list(words))), None)
    # What there is in every report of a war: that one has none of it says nothing of another's.
    everywhere = stems_of("fate", "generic", "knowing")
    return thing if thing in statement.terms.words - everywhere else None


def _existence(one: Statement, other: Statement) -> Finding | None:
    if one.negated == other.negated or one.same_side(other) or incomparable(one, other):
        return None
    there = other if one.negated else one
    if there.act not in _TELLING or not is_proposition(there):
        return None
    return _finding(one, other)


def compare(one: Statement, other: Statement) -> Finding | None:
    """Whether one statement negates what the other affirms."""
    if one.same_side(other) or incomparable(one, other) or not _same_event(one, other):
        return None
    if not (is_proposition(one) and is_proposition(other)):
        return None
    return _finding(one, other)


def _finding(one: Statement, other: Statement) -> Finding:
    no, yes = (one, other) if one.negated else (other, one)
    why = f"Not so by {no.who}, {quoted(no.text)}, and so by {yes.who}, {quoted(yes.text)}."
    return Finding(one, other, "contradicts", "occurrence", why, 0.7)


def _same_event(one: Statement, other: Statement) -> bool:
    assert one.event is not None and other.event is not None
    alike = stem(one.event.predicate) == stem(other.event.predicate) or (
        one.event.type is not None and one.event.type == other.event.type
    )
    return alike and not agents_differ(one, other) and overlap(one.terms.all, other.terms.all) >= _LEAST
