"""Comparability of statements: whether two of them speak of the same matter as it is, so that they can conflict.

A forecast and an outcome, a plan and a deed, a condition, another time, another place are not comparable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from counterclaim.claims.keys import key
from counterclaim.claims.references import claim_nouns
from counterclaim.compare.statements import Statement
from counterclaim.compare.tables import read_words
from counterclaim.model import Place, Time

_STATING = frozenset(("assert", "accuse", "confirm", "judge", "deny"))
_CONDITION = re.compile(r"\b(?:if|unless|provided that|as long as|in case|should)\b", re.IGNORECASE)
#: Days after which a state may have changed.
_LASTS = 1
#: Words of a phrase that only names a claim, at most, and terms of a proposition, at least.
_NAMED, _TELLING = 8, 2


def incomparable(one: Statement, other: Statement) -> str | None:
    """Why two statements cannot conflict, in a few words; None where nothing says so."""
    return incomparable_anywhere(one, other) or ("another place" if places_apart(one, other) else None)


def incomparable_anywhere(one: Statement, other: Statement) -> str | None:
    """The same without a look at the places that they name."""
    for statement in (one, other):
        if statement.act not in _STATING:
            return f"{statement.act}: not stated as so"
        if statement.event is not None and statement.event.state == "planned":
            return "a plan or forecast"
        if is_condition(statement):
            return "a condition"
    return "another time" if times_apart(one.times, other.times) else None


def is_condition(statement: Statement) -> bool:
    """Whether a statement is, or has, a condition."""
    return bool(_CONDITION.search(statement.text))


def is_proposition(statement: Statement) -> bool:
    """Whether a statement says something by its own words: not so "the claim", a bare name, or "whether it is so"."""
    event, words = statement.event, statement.text.split()
    named = event is not None and event.predicate.casefold() in claim_nouns() and len(words) <= _NAMED
    asked = bool(words) and words[0].casefold() == "whether"
    return len(statement.terms.words) >= _TELLING and not named and not asked


def same_time(one: Statement, other: Statement) -> bool:
    """Whether two states are said of the same time: their times meet, or their reports are of about one day."""
    if one.times and other.times:
        return not times_apart(one.times, other.times)
    try:
        apart = date.fromisoformat(one.day) - date.fromisoformat(other.day)
    except ValueError:
        return one.order == other.order
    return abs(apart.days) <= _LASTS


def times_apart(one: Iterable[Time], other: Iterable[Time]) -> bool:
    """Whether both have times and none of them meets one of the other's."""
    a, b = tuple(one), tuple(other)
    return bool(a and b) and not any(_meet(x, y) for x in a for y in b)


def days_of(time: Time) -> int:
    """The days that a time spans; very many where an end is open or not known."""
    return days_between(time.start or "", time.end or "")


def days_between(start: str, end: str) -> int:
    """The days from one ISO 8601 day to another; very many where one is not known."""
    try:
        return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days
    except ValueError:
        return 36_500


def _meet(one: Time, other: Time) -> bool:
    return (one.start or "") <= (other.end or "9999") and (other.start or "") <= (one.end or "9999")


def places_apart(one: Statement, other: Statement) -> bool:
    """Whether both name places and none of them is, or lies in, one of the other's."""
    return bool(one.places and other.places) and not any(
        same_name(a.name, b.name) or _within(a, b) or _within(b, a) for a in one.places for b in other.places
    )


def _within(inner: Place, outer: Place) -> bool:
    """Whether one place is a region that the other lies in."""
    return outer.geonameid is not None and outer.geonameid in (inner.admin1, inner.admin2)


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one, the one shorter: "Kesh" and "Kesh district", but not "Kesh" and "Upper Kesh"."""
    a, b = names_of(one), names_of(other)
    return (a <= b or b <= a) and read_words("qualifier").isdisjoint(word.casefold() for word in a ^ b)


def names_of(words: str) -> frozenset[str]:
    """Keys of the words of a name: "Upper Kern" and "Lower Kern" differ."""
    return frozenset(key(word) for word in re.findall(r"[^\W_]+", words) if len(word) > 1)
