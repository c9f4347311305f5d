"""Units of measurement and money: what stands beside a number, and how units of one dimension convert."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterclaim.facets.patterns import any_of
from counterclaim.facets.tables import read_table


class Unit(NamedTuple):
    """A unit by the name facets carry ("km2", "percent", "day"); `factor` takes it to its dimension's base unit."""

    name: str
    dimension: str
    factor: float


class Found(NamedTuple):
    """A unit and where it ends."""

    unit: Unit
    end: int


#: Symbols of one letter that are too often something else to be trusted after a space.
_SHY = frozenset("AKhltLg")
_GAP = r"[ \u00a0\u202f\n]?"


@cache
def units() -> dict[str, Unit]:
    """All units of measurement by name."""
    return {row[0]: Unit(row[0], row[1], float(row[2])) for row in read_table("units")}


def convert(value: float, unit: str, to: str) -> float | None:
    """`value` of one unit in another of the same dimension; None where they can't be converted."""
    here, there = units().get(unit), units().get(to)
    if here is None or there is None or here.dimension != there.dimension or here.dimension == "temperature":
        return value if unit == to else None
    return value * here.factor / there.factor


def unit_after(text: str, at: int) -> Found | None:
    """The unit of measurement written at `at`, behind a number: "km2", "-day", " square kilometres"."""
    symbol = _symbols().match(text, at)
    if symbol and not (symbol[1] and symbol[2] in _SHY):
        return Found(_by_symbol()[_spaced(symbol[2])], symbol.end())
    name = _names().match(text, at)
    return Found(_by_name()[_spaced(name[1]).lower()], name.end()) if name else None


@cache
def _by_symbol() -> dict[str, Unit]:
    return {symbol: units()[row[0]] for row in read_table("units") for symbol in row[3].split("|") if symbol}


@cache
def _by_name() -> dict[str, Unit]:
    return {form: units()[row[0]] for row in read_table("units") if len(row) > 4 for form in _forms(row[4])}


def _forms(names: str) -> list[str]:
    """Names with their plurals and their American spelling, in lower case."""
    forms = [form for name in names.lower().split("|") for form in (name, _plural(name))]
    american = [form.replace("metre", "meter").replace("litre", "liter") for form in forms]
    return [*forms, *american]


def _plural(name: str) -> str:
    """The plural of a unit: the noun before "per", "an" or "degree ..." takes the -s."""
    first, gap, rest = name.partition(" per ") if " per " in name else name.partition(" a")
    return f"{first}s{gap}{rest}" if gap and " " in name else f"{name}s"


def _spaced(form: str) -> str:
    return re.sub(r"\s+", " ", form)


@cache
def _symbols() -> re.Pattern[str]:
    symbols = any_of(_by_symbol(), case=True)
    return re.compile(rf"(?:-(?=\w)|({_GAP}))({symbols})(?![\w²³/^]|\.\w)")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s\u00a0-]|\s-\s)?({any_of(_by_name())})(?!\w)")
