"""Noun phrases as participants: which words, without article, possessor and what follows the noun."""

from __future__ import annotations

from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words
from counterclaim.model import Span, Spans

#: What belongs to the base phrase of a noun.
_INSIDE = ("amod", "compound", "nummod", "flat", "nmod", "advmod", "goeswith", "fixed")
_BEFORE_NOUN = frozenset(("nmod:desc", "nmod:unmarked"))
FIRST_PERSON = frozenset(("i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"))
_CLOCK = frozenset(("a.m.", "p.m.", "am", "pm"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "where"))


def phrase_spans(syntax: Syntax, head: int) -> Spans:
    """The base noun phrase of a head: its modifiers before it and the name it goes on with."""
    inside = _base(syntax, head)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    at = syntax.analysis.words
    return (Span(at[first].start, at[last].end),)


def possessors(syntax: Syntax, head: int) -> list[int]:
    """The words for whom or what a noun belongs to: "its", "Norland" in "Norland's army"."""
    return [one for one in syntax.dependents[head] if syntax.analysis.relations[one] == "nmod:poss"]


def conjuncts(syntax: Syntax, head: int) -> list[int]:
    """A noun and those coordinated with it."""
    others = (one for one in syntax.below(head, "conj") if syntax.upos(one) in ("NOUN", "PROPN", "PRON", "NUM"))
    return [head, *(one for one in others if not syntax.below(one, "nsubj", "cop"))]


def prepositions(syntax: Syntax, head: int) -> list[str]:
    """The prepositions of a phrase, in lower case."""
    return [syntax.lower(one) for one in syntax.below(head, "case")]


def whole(syntax: Syntax, head: int) -> int:
    """Of which things a number or share is: the drones of "34 of the drones"; any other head itself.

    A part of one thing stays a part ("most of the village").
    """
    partial = syntax.upos(head) == "NUM" or syntax.lemma(head) in words("part") | words("amount")
    of = [one for one in syntax.below(head, "nmod") if "of" in prepositions(syntax, one)]
    return of[0] if partial and of and syntax.lemma(of[0]) != syntax.lower(of[0]) else head


def is_date(syntax: Syntax, word: int) -> bool:
    """Whether a word is in a date or names a time."""
    return syntax.lemma(word) in words("time") or syntax.lower(word) in _CLOCK or "Date" in syntax.kinds(word)


def _base(syntax: Syntax, head: int) -> set[int]:
    found, waiting = {head}, [head]
    while waiting:
        for one in syntax.below(waiting.pop(), *_INSIDE):
            relation = syntax.analysis.relations[one]
            kept = not relation.startswith("nmod") or (relation in _BEFORE_NOUN and not syntax.below(one, "case"))
            if kept and one not in found:
                found.add(one)
                waiting.append(one)
                found.update(mark for mark in range(min(one, head), max(one, head)) if syntax.lower(mark) in ("-", "–"))
    return found
