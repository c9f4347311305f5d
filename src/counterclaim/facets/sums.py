"""Sums of money in currencies that ISO 4217 doesn't list: those of the past ("500 florins") and those of one report."""

from __future__ import annotations

from counterclaim.facets.nouns import is_person
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words

#: From here on what a price or a ransom is made of is money.
_LARGE = 1000


def is_sum(syntax: Syntax, noun: int, number: float) -> bool:
    """Whether a number of what a noun says is a sum of money.

    It is if the noun is a currency, or if so many are paid and the like: "a ransom of 60 million kobi".
    """
    if any(syntax.upos(one) == "NOUN" for one in syntax.below(noun, "compound")):
        return False  # "12 bullet marks"
    if syntax.lemma(noun) in words("coin"):
        return True
    return number >= _LARGE and not is_person(syntax, noun) and _is_paid(syntax, noun)


def _is_paid(syntax: Syntax, noun: int) -> bool:
    head, relation = syntax.head(noun), syntax.relation(noun)
    if relation == "nmod" and syntax.lower(min((noun, *syntax.dependents[noun]))) == "of":
        return syntax.lemma(head) in words("payment")
    return relation == "obj" and syntax.lemma(head) in words("pay")
