"""Numbers that count nothing: years, days of the month, clock times, ages, list numbers and parts of names."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.facets.bounds import bound_before
from counterclaim.facets.nouns import is_person, is_plural
from counterclaim.facets.numbers import Number
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import read_table, words

_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|gmt\b|utc\b|hrs\b|hours?\s+(?:gmt|utc|local|on)\b)", re.IGNORECASE)
_OLD = re.compile(r"[\s-]*(?:(?:year|month|week|day)s?)?[\s-]*(?:old\b|olds\b|of\s+age\b)", re.IGNORECASE)
_AGED = re.compile(r"(?:\baged?|\bage of|\bages|\bturn(?:ed|s|ing)?)\s+(?:between\s+)?$", re.IGNORECASE)
_FRACTION = re.compile(
    r"(?:[\s-]+(?:halfs?|halves|thirds?|fourths?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
    r"|\s(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|10|[2-9])\b(?!,?\d))",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[.)]\s")
_NAMED = frozenset(("Facility", "Product", "Organization", "Misc", "Person"))


def is_label(syntax: Syntax, number: Number, noun: int | None, measured: bool) -> bool:
    """Whether a number is a date, time, list number or part of a name; `measured`: it has a unit."""
    if measured:
        return False
    return (
        _is_date(syntax, number, noun)
        or _is_glued(syntax, number)
        or _is_fraction(syntax, number)
        or _is_compound(syntax, number, noun)
        or bool(_CLOCK.match(syntax.text, number.end))
        or _is_listed(syntax, number)
        or _is_name(syntax, number, noun)
        or _in_name(syntax, number, noun)
    )


def is_age(syntax: Syntax, number: Number, end: int, measured: bool) -> bool:
    """ "aged 43", "43-year-old", "Brandt, 43, said"."""
    if _OLD.match(syntax.text, end):
        return True
    if _AGED.search(syntax.text, max(0, number.start - 20), number.start):
        return True
    if measured or not number.digits or not 1 <= number.low <= 110:
        return False
    before, after = syntax.text[max(0, number.start - 2) : number.start], syntax.text[number.end : number.end + 1]
    word = syntax.word_at(number.start)
    return before == ", " and after in ",.;)" and bool(after) and syntax.upos(word - 2) == "PROPN"


def _is_date(syntax: Syntax, number: Number, noun: int | None) -> bool:
    if not number.digits or not number.low.is_integer():
        return False
    word = syntax.word_at(number.start)
    written = syntax.text[number.start : number.end]
    if len(written) == 4 and 1000 <= number.low <= 2100:
        if number.low < 1900 and bound_before(syntax.text, number.start):
            return False
        plural = noun is not None and is_plural(syntax, noun)
        if word and (_is_month(syntax, word - 1) or syntax.lower(word - 1).isdigit()):
            return True
        return not plural or syntax.lower(word - 1) in words("before_year")
    if number.low > 31:
        return False
    after = syntax.word_at(number.end + 1)
    month_before = word > 0 and _is_month(syntax, word - 1)
    month_after = after > word and _is_month(syntax, after)
    return month_after or (month_before and (noun is None or not is_plural(syntax, noun)))


def _is_month(syntax: Syntax, word: int) -> bool:
    return bool(_MONTH.fullmatch(syntax.text, *syntax.analysis.words[word]))


def _is_listed(syntax: Syntax, number: Number) -> bool:
    before = syntax.text[max(0, number.start - 4) : number.start]
    first = not before.strip() and (len(before) < 4 or "\n" in before)
    return number.digits and first and bool(_LISTED.match(syntax.text, number.end))


def _is_name(syntax: Syntax, number: Number, noun: int | None) -> bool:
    """ "Flight 370", "phase two", "No. 4", "Stoxx 600 index", "787 Dreamliner": a number that is part of a name."""
    word = syntax.word_at(number.start)
    if number.scale > 1 or (noun is not None and is_plural(syntax, noun)):
        return False
    if number.digits and noun is not None and syntax.upos(noun) == "PROPN" and not is_person(syntax, noun):
        return True
    if not word or syntax.text[number.start - 1] not in " \u00a0#":
        return False
    before = syntax.analysis.word(word - 1)
    if before.lower().rstrip(".") in label_nouns():
        return True
    named = syntax.upos(word - 1) == "PROPN" and before[:1].isupper()
    titled = syntax.text[number.start].isupper()
    return (number.digits or titled) and named and not _begins_clause(syntax, word)


def _is_glued(syntax: Syntax, number: Number) -> bool:
    """Letters written on to digits that are no unit: "5G", "3D", "the Model 14's"."""
    after = syntax.text[number.end : number.end + 2]
    return number.digits and (after[:1].isalpha() or after in ("'s", "’s"))


def _is_compound(syntax: Syntax, number: Number, noun: int | None) -> bool:
    """ "a three-bed flat" describes; "a six-man crew" counts."""
    hyphen = syntax.text[number.end : number.end + 1] in ("-", "–")
    return hyphen and noun is not None and not is_person(syntax, noun) and not is_plural(syntax, noun)


def _is_fraction(syntax: Syntax, number: Number) -> bool:
    return number.low <= 10 and bool(_FRACTION.match(syntax.text, number.end))


def _begins_clause(syntax: Syntax, word: int) -> bool:
    """Whether a verb follows: "in Mugu 24 died" counts, "Flight 370 crashed" does not."""
    return syntax.relation(word) in ("nsubj", "csubj") and syntax.head(word) > word


def _in_name(syntax: Syntax, number: Number, noun: int | None) -> bool:
    word = syntax.word_at(number.start)
    for name in syntax.analysis.names:
        if name.start <= word < name.end and name.kind in _NAMED and name.end - name.start > 1:
            return noun is None or name.start < word or noun < name.end
    return False


@cache
def label_nouns() -> frozenset[str]:
    """Nouns that numbers are written behind as names."""
    return frozenset(row[0] for row in read_table("labels"))
