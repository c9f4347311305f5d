"""What was behind a disaster: explanations that exclude each other.

An explanation names a cause ("a valve caused the explosion", "lightning had struck a tank"), says what it was ("it was
an ordinary accident", "sabotage"), or what the traces point to. It excludes one of another kind (nature, mishap, deed),
and one that names another part or hazard, and it is excluded by its denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import incomparable_anywhere
from counterclaim.compare.sides import agents_differ
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.compare.tables import read_rows
from counterclaim.compare.terms import stem, stems_of

_NAMED = frozenset(("cause", "responsible"))
_DEEDS = frozenset(("attack", "destroy", "launch", "hit"))
_POINTS = frozenset(("it", "this", "that", "these", "those", "what", "which"))
_EXPLAINS = re.compile(
    r"\b(?:causes?|explanations?|explained by|consistent with|traces? of|evidence of|signs? of|act of|case of|"
    r"point(?:s|ed)? to)\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"\b(?:result of|due to|because of|owing to|attributed to|caused by)\b", re.IGNORECASE)
_HARM = frozenset(("kill", "injure", "destroy", "explode", "occur"))
_CONTRASTED = re.compile(r",?\s+(?:and |but )?(?:not|rather than|instead of)\b.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a statement says was, or was not, behind it."""

    statement: Statement
    kinds: frozenset[str]
    """nature, mishap or deed."""
    nouns: frozenset[str]
    """Stems of what is named as the cause."""
    is_denied: bool


def find_causes(story: Story) -> Iterator[Finding]:
    """Pairs of explanations of different sides of which at most one can be right."""
    known = [found for one in story.all if (found := explanation(one))]
    for one, other in story.own_before(known, lambda found: found.statement):
        if finding := compare(one, other):
            yield finding


def explanation(statement: Statement) -> Explanation | None:
    """What a statement explains a disaster with; None where it does not."""
    nouns = _nouns(statement)
    kinds = frozenset(_kinds()[noun] for noun in nouns)
    if statement.act == "accuse" and statement.event is not None and statement.event.type in _DEEDS:
        kinds = frozenset(("deed",))
    denied = statement.act == "deny" or statement.negated
    return Explanation(statement, kinds, nouns, denied) if len(kinds) == 1 else None


def compare(later: Explanation, earlier: Explanation) -> Finding | None:
    """What two explanations have to do with each other."""
    one, other = later.statement, earlier.statement
    if one.claim.id == other.claim.id or one.same_side(other) or not _of_one(one, other):
        return None
    if incomparable_anywhere(one, other):
        return None
    if excludes(later, earlier):
        why = f"Two explanations: {quoted(one.text)} ({one.who}) and {quoted(other.text)} ({other.who})."
        return Finding(one, other, "contradicts", "responsibility", why, 0.7)
    if agree(later, earlier):
        why = f"The same explanation from {one.who} and {other.who}: {quoted(other.text)}."
        return Finding(one, other, "corroborates", "responsibility", why, 0.65)
    return None


def excludes(one: Explanation, other: Explanation) -> bool:
    """Whether at most one of two explanations can be right."""
    if one.is_denied or other.is_denied:
        return one.is_denied != other.is_denied and one.kinds == other.kinds
    if one.kinds != other.kinds:
        return True
    unspecific = stems_of("unspecific") & (one.nouns | other.nouns)
    return "deed" not in one.kinds and not unspecific and one.nouns.isdisjoint(other.nouns)


def agree(one: Explanation, other: Explanation) -> bool:
    """Whether two explanations name the same cause, and nobody else behind it."""
    if one.is_denied != other.is_denied or one.nouns.isdisjoint(other.nouns):
        return False
    mine, theirs = one.statement.terms.names, other.statement.terms.names
    return not (mine and theirs and mine.isdisjoint(theirs)) and not agents_differ(one.statement, other.statement)


def _nouns(statement: Statement) -> frozenset[str]:
    """Stems of the nouns with which a statement explains."""
    event = statement.event
    if event is None:
        return frozenset()
    agents = [one.words for one in event.participants if one.role == "agent" and one.actor is None]
    if event.type in _NAMED:
        return _known(" ".join(agents))
    text, predicate = _CONTRASTED.sub("", statement.text), stem(event.predicate.casefold())
    pointed = any(words.casefold() in _POINTS for words in agents)
    points = pointed or not agents
    if points and predicate in _kinds():
        return frozenset((predicate,))
    disaster = predicate in stems_of("disaster")
    through = _THROUGH.search(text) and (pointed or event.type in _HARM or disaster)
    if through or _EXPLAINS.search(text) or (points and disaster):  # "this was a dust explosion"
        return _known(text)
    if event.type in _DEEDS:
        return frozenset(noun for noun in _known(" ".join(agents)) if _kinds()[noun] == "nature")
    if stem(event.predicate.split()[0].casefold()) in stems_of("breaking"):
        return _known(" ".join(one.words for one in event.participants if one.actor is None))
    return frozenset()


def _known(text: str) -> frozenset[str]:
    """Stems of the words of a text that name a cause."""
    return frozenset(term for word in re.findall(r"[^\W\d_]+", text.casefold()) if (term := stem(word)) in _kinds())


def _of_one(one: Statement, other: Statement) -> bool:
    """Whether two statements speak of one disaster: in one report, or in two that are about one."""
    if one.order == other.order:
        return True
    shared = one.theme.words & other.theme.words & stems_of("disaster")
    return bool(shared) and not one.theme.names.isdisjoint(other.theme.names)


@cache
def _kinds() -> dict[str, str]:
    return {stem(noun): kind for kind, nouns in read_rows("causes") for noun in nouns.split()}
