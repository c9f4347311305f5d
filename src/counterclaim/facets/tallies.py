"""Bare numbers that give the size of a tally: "the number of dead rose to 104", "a death toll of 11"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterclaim.facets.counted import noun_phrase
from counterclaim.facets.expressions import Expression
from counterclaim.facets.nouns import counted_noun, is_person, singular, unit_of
from counterclaim.facets.roles import OF_PEOPLE, Count, fits, role_of, table
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import read_table, words

_REACH = 30
#: A measure such as "magnitude" must stand this near its number.
_NEAR = 5
#: Parts of speech of the word before the number: "to 17", "was 17", "reached about 17".
_LEADS = ("ADP", "AUX", "VERB", "ADV", "SCONJ", "PUNCT", "PART")


class Tally(NamedTuple):
    """What a tally counts."""

    role: str | None
    unit: str | None
    counted: str | None = None
    """The tally's noun phrase, or that behind its "of"."""


def tally_of(syntax: Syntax, expression: Expression) -> Tally | None:
    """The tally in the same sentence that a number without a verb of its own is the size of."""
    lead = syntax.word_at(expression.span.start) - 1
    if syntax.upos(lead) not in _LEADS and lead + 1 == expression.first and syntax.lemma(lead) not in tallies():
        return None
    behind = _behind(syntax, expression)
    if behind is not None:
        return _counted(syntax, behind, tallies()[singular(syntax, behind)], behind + _REACH)
    start = syntax.sentence(expression.first)[0]
    for word in range(expression.first - 1, max(start, expression.first - _REACH) - 1, -1):
        own = tallies().get(singular(syntax, word)) if syntax.upos(word) == "NOUN" else None
        if own and (own.unit is None or word >= expression.first - _NEAR):
            return _counted(syntax, word, own, expression.first)
    return None


def _behind(syntax: Syntax, expression: Expression) -> int | None:
    """The tally behind its size: "brought to 49 the number of dead"."""
    noun = expression.last + 2
    brought = syntax.lower(expression.first - 1) == "to" and syntax.lower(noun - 1) == "the"
    return noun if brought and syntax.upos(noun) == "NOUN" and singular(syntax, noun) in tallies() else None


def stood_at(syntax: Syntax, expression: Expression) -> Tally | None:
    """ "Confirmed cases stood at 388", "the dead have risen to 11": what a verb says the number of."""
    verb = syntax.head(expression.last)
    told = syntax.lemma(verb) in words("standing") or syntax.lemma(verb) in words("change")
    if not told or syntax.relation(expression.last) not in ("obl", "obj"):
        return None
    if syntax.relation(expression.last) == "obl" and syntax.lower(expression.first - 1) not in ("at", "to"):
        return None
    for noun in syntax.below(verb, "nsubj"):
        if syntax.upos(noun) not in ("NOUN", "ADJ") or syntax.lower(noun) in tallies():
            continue
        role = _word_role(syntax, noun, "person")
        if role or is_person(syntax, noun):
            role = role or _first_role(syntax, range(noun + 1, verb), "person")
            return Tally(role or "other", "person", noun_phrase(syntax, noun))
        if syntax.lemma(noun) == "case":
            return Tally("other", "case", noun_phrase(syntax, noun))
    return None


def group_of(syntax: Syntax, expression: Expression) -> Tally | None:
    """ "a crew of six": the persons of a group, and what is said of it."""
    noun = syntax.word_at(expression.span.start) - 2
    if syntax.lower(noun) not in words("gathering") or syntax.lower(noun + 1) != "of":
        return None
    role = role_of(syntax, Count(noun, noun, noun, noun, "person"))
    return Tally(role.name if role else "other", "person", noun_phrase(syntax, noun))


def _counted(syntax: Syntax, noun: int, own: Tally, end: int) -> Tally:
    """What stands behind "of", or before the noun ("death toll"), or what the noun itself says."""
    if own.unit:
        return own._replace(counted=noun_phrase(syntax, noun))
    if syntax.lower(noun + 1) == "of":
        of = counted_noun(syntax, noun, noun).word
        if of is not None and of < end and "Organization" not in syntax.kinds(of):
            return _of_noun(syntax, of, range(noun + 2, min(end, of + 3)))
        role = _first_role(syntax, range(noun + 2, min(end, noun + 5)), "person")
        if role:
            return Tally(role, "person")
    killed = _word_role(syntax, noun + 1, "person") if syntax.upos(noun + 1) == "VERB" else None
    role = _word_role(syntax, noun - 1, "person") or killed or own.role
    return Tally(role, "person" if role else None, noun_phrase(syntax, noun))


def _of_noun(syntax: Syntax, noun: int, words: range) -> Tally:
    """ "the number of people killed", "the number of stalls lost", "the number of deaths"."""
    named = singular(syntax, noun) in table("noun") or syntax.lower(noun) in table("noun")
    unit = "person" if named or is_person(syntax, noun) else unit_of(syntax, noun)
    role = _first_role(syntax, words, unit)
    return Tally(role, unit, noun_phrase(syntax, noun))


def _first_role(syntax: Syntax, words: range, unit: str | None) -> str | None:
    return next((role for role in (_word_role(syntax, word, unit) for word in words) if role), None)


def _word_role(syntax: Syntax, word: int, unit: str | None) -> str | None:
    if syntax.upos(word) not in ("NOUN", "ADJ", "VERB"):
        return None
    forms = [("noun", singular(syntax, word)), ("noun", syntax.lower(word)), ("adj", syntax.lower(word))]
    if syntax.upos(word - 1) == "ADP":  # "in custody"
        forms.append(("predicate", syntax.lemma(word)))
    for pos, form in forms:
        rows = [row for row in table(pos).get(form, ()) if not row.second]
        if rows and fits(unit, rows[0].of) and (rows[0].role in OF_PEOPLE) == (unit == "person"):
            return rows[0].role
    return None


@cache
def tallies() -> dict[str, Tally]:
    """Tally nouns with the role and unit they have by themselves."""
    rows = ((*row, "", "")[:3] for row in read_table("tallies"))
    return {noun: Tally(role or None, unit or None) for noun, role, unit in rows}
