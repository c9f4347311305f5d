"""Numbers that state nothing by themselves: they pick out one of many, or refer to what is known already."""

from __future__ import annotations

from counterclaim.facets.expressions import Expression
from counterclaim.facets.roles import OF_PEOPLE, Count, predicate_role
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words


def is_one(syntax: Syntax, expression: Expression) -> bool:
    """Whether the number is the word "one"."""
    return syntax.lower(expression.first) == "one" and expression.first == expression.last


def is_no_count(syntax: Syntax, expression: Expression, count: Count) -> bool:
    """ "one of the best", "not one of them", "a single one"; but "one of the wounded died" counts."""
    if not is_one(syntax, expression):
        return False
    before = expression.first - 1
    if syntax.lower(before) in ("not", "single", "this", "that") and syntax.upos(before) != "SCONJ":
        return True
    role = predicate_role(syntax, count) if expression.partitive else None
    return expression.partitive and (role is None or role.name not in OF_PEOPLE)


def is_total(expression: Expression, last: Expression | None) -> bool:
    """The second number of "34 of 40 drones", behind the expression `last`."""
    return last is not None and last.partitive and last.noun is not None and last.noun == expression.noun


def is_reference(syntax: Syntax, expression: Expression, last: Expression | None) -> bool:
    """ "the two ministers", "one thing", "112 of 9,400 stations" (the 9,400): known or bare reference, no statement."""
    if is_one(syntax, expression):
        return True
    written, first = syntax.lower(expression.first), expression.first
    known = syntax.lower(first - 1) in words("definite") and syntax.lower(first - 2) != "all"
    return (known and not written[:1].isdigit()) or is_total(expression, last)
