"""Money: which currency stands before or behind a number."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterclaim.facets.patterns import any_of
from counterclaim.facets.tables import read_table

_UNMARKED = ("USD", "GBP", "TRY")


class Currency(NamedTuple):
    """A currency by its ISO 4217 code."""

    code: str
    symbols: tuple[str, ...]
    names: tuple[str, ...]
    countries: tuple[str, ...]
    hundredths: tuple[str, ...]


class Money(NamedTuple):
    """A currency, where its sign ends (before the number: begins), and 0.01 for its hundredth."""

    code: str
    edge: int
    share: float = 1.0


@cache
def currencies() -> tuple[Currency, ...]:
    """All currencies of the table."""
    rows = ((*row, "", "", "", "")[:5] for row in read_table("currencies"))
    return tuple(Currency(row[0], *(tuple(cell.split("|")) if cell else () for cell in row[1:])) for row in rows)


def money_before(text: str, at: int) -> Money | None:
    """The currency whose sign or code ends at `at`: "US$", "€", "USD "."""
    found = _before().search(text, max(0, at - 6), at)
    return Money(_by_sign()[_spaced(found[1])], found.start(1)) if found else None


def money_after(text: str, at: int, start: int) -> Money | None:
    """The currency written at `at` behind a number that begins at `start`: "Chilean pesos", "euros", "USD", "cents"."""
    sign = _after().match(text, at)
    if sign:
        return Money(_by_sign()[_spaced(sign[1])], sign.end())
    named = _named().match(text, at)
    if not named:
        return None
    adjective, name = named[1], _spaced(named[2]).lower()
    holders = _by_name()[name] if name in _by_name() else _by_name()[name.removesuffix("s")]
    share = 0.01 if name in _hundredths() or name.removesuffix("s") in _hundredths() else 1.0
    code = _which(holders, adjective, text, start)
    return Money(code or name.removesuffix("s"), named.end(), share)


def _which(holders: tuple[Currency, ...], adjective: str | None, text: str, at: int) -> str | None:
    """Of the currencies of one name, the one of the adjective, or of the country named nearest."""
    if len(holders) == 1:
        return holders[0].code
    if adjective:
        word = _spaced(adjective.strip()).lower()
        return next((held.code for held in holders if word in map(str.lower, held.countries)), None)
    if holders[0].code in _UNMARKED:
        return holders[0].code
    places = {word: held.code for held in holders for word in held.countries}
    near = sorted((abs(text.find(word) - at), code) for word, code in places.items() if word in text)
    return near[0][1] if near else None


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words)


@cache
def _by_sign() -> dict[str, str]:
    codes = {currency.code: currency.code for currency in currencies()}
    return codes | {sign: currency.code for currency in reversed(currencies()) for sign in currency.symbols}


@cache
def _hundredths() -> frozenset[str]:
    return frozenset(name for currency in currencies() for name in currency.hundredths)


@cache
def _by_name() -> dict[str, tuple[Currency, ...]]:
    names = {name.lower() for currency in currencies() for name in (*currency.names, *currency.hundredths)}
    return {name: tuple(one for one in currencies() if name in _spoken(one)) for name in names}


def _spoken(currency: Currency) -> list[str]:
    return [name.lower() for name in (*currency.names, *currency.hundredths)]


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_of(_by_sign(), case=True)})[\s\u00a0]?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0]?({any_of(_by_sign(), case=True)})(?!\w)")


@cache
def _named() -> re.Pattern[str]:
    countries = any_of(word for currency in currencies() for word in currency.countries)
    names = any_of(_by_name())
    return re.compile(rf"[\s-]((?:{countries})\s)?((?:{names})s?)(?!\w)")
