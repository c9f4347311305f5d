"""Counts that no number word gives: nobody was hurt (none), a soldier was killed (one), no deaths (none)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.facets.counted import noun_phrase
from counterclaim.facets.nouns import counted_noun, is_person, is_plural, unit_of
from counterclaim.facets.roles import OF_PEOPLE, Count, is_passive, role_of, table
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words
from counterclaim.model import Quantity, Span

_NONE = re.compile(r"\b[Nn]o(?:body|ne)?\b")
#: From the second on.
_ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_PRENOMINAL = ("det", "amod", "compound", "nmod", "flat")


def find_implied(syntax: Syntax) -> Iterator[Quantity]:
    """Quantities of 0 and 1 that casualty words imply."""
    if not syntax.size:
        return
    for found in _NONE.finditer(syntax.text):
        yield from _zero(syntax, syntax.word_at(found.start()))
    for word, upos in enumerate(syntax.analysis.upos):
        if upos == "VERB":
            yield from _single(syntax, word)


def _zero(syntax: Syntax, word: int) -> Iterator[Quantity]:
    last, noun = word, None
    if syntax.lower(word) == "no":
        if syntax.lower(word + 1) == "one":
            last = word + 1
        elif syntax.lower(word + 1) == "-" and syntax.lower(word + 2) == "one":
            last = word + 2
        else:
            noun = counted_noun(syntax, word, word).word
    anchor = last if noun is None else noun
    unit = "person" if noun is None else unit_of(syntax, noun)
    role = role_of(syntax, Count(word, word, last, anchor, unit))
    if role and role.name in OF_PEOPLE:
        counted = None if noun is None else noun_phrase(syntax, noun, after=word)
        yield _people(syntax, role.name, 0, word, anchor, counted)


def _single(syntax: Syntax, verb: int) -> Iterator[Quantity]:
    """Persons in the singular that a verb of killing, wounding or capture happens to."""
    rows = [row for row in table("verb").get(syntax.lemma(verb), ()) if row.strong and not row.second]
    if not rows or rows[0].role not in OF_PEOPLE or not _happened(syntax, verb):
        return
    relation = "nsubj" if rows[0].argument == "subject" or is_passive(syntax, verb) else "obj"
    for noun in syntax.below(verb, relation)[:1]:
        people = [one for one in (noun, *syntax.below(noun, "conj")) if _is_one(syntax, one)]
        if people and people[0] == noun:
            start = min([noun, *syntax.below(noun, *_PRENOMINAL)])
            counted = noun_phrase(syntax, noun) if len(people) == 1 else None
            dead = rows[0].role == "killed" and len(people) == 1
            number = _ordinal(syntax, noun) if dead else len(people)
            yield _people(syntax, rows[0].role, number, start, people[-1], counted)


def _ordinal(syntax: Syntax, noun: int) -> int:
    """ "A third worker has died" makes three; any other one person is one."""
    before = [syntax.lower(one) for one in syntax.below(noun, "det", "amod")]
    rank = next((word for word in before if word in _ORDINALS), None)
    return _ORDINALS.index(rank) + 2 if rank and not {"a", "an"}.isdisjoint(before) else 1


def _happened(syntax: Syntax, verb: int) -> bool:
    """Not negated, and neither an aim ("to kill a minister") nor a possibility ("would kill")."""
    around = [syntax.lower(one) for one in syntax.below(verb, "aux", "mark", "advmod")]
    return words("unreal").isdisjoint(around)


def _is_one(syntax: Syntax, noun: int) -> bool:
    if syntax.upos(noun) == "PROPN":
        return any(name.kind == "Person" and name.start <= noun < name.end for name in syntax.analysis.names)
    if syntax.upos(noun) != "NOUN" or not is_person(syntax, noun) or is_plural(syntax, noun):
        return False
    before = [syntax.lower(one) for one in syntax.below(noun, "det", "nmod")]
    return not words("determiner").isdisjoint(before) and not syntax.below(noun, "nummod")


def _people(syntax: Syntax, role: str, number: int, first: int, last: int, counted: str | None) -> Quantity:
    begin, end = min(first, last), max(first, last)
    span = Span(syntax.analysis.words[begin][0], syntax.analysis.words[end][1])
    return Quantity(role, number, number, "person", False, (span,), counted=counted)
