"""How well quantities are read, on NewsQuant (Almasian et al. 2023, "CQE: A Comprehensive Quantity Extractor").

    python -m benchmarks.quantities DATA        what is missed and what is extra, DATA a folder with newsquant/

NewsQuant lists for a sentence its quantities, each with value (a number, or the two ends of a range), change (>, <,
~, up, ...), unit as written and normalized unit. The criteria are those of the paper's evaluation script: a found
quantity is right in value if it has the value of a quantity of the sentence (both ends, for a range; relative
tolerance 1e-5), and in value + unit if the normalized unit, in lower case, is the same too. Each counts once.
Precision, recall and F1 are micro averages over sentences.

Read as the set has it: a bounded number has the number as its value ("more than 60" is 60; change is its own
figure there and is not measured); "thousands" is the range from 1,000 to 10,000; the unit of counted things is the
whole noun phrase in dictionary forms ("different boss"). The set counts conversions in brackets, ages and "one" as
quantities, which claims do not have as facets: "expressions" measures all that is read, "facets" what is left for
claims. quantulum3 is run beside it where it is installed; its ranges are averages, so (as in the paper) the gold's
are averaged for it.
"""

from __future__ import annotations

import json
import math
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import click

from benchmarks.systems import NotInstalled, load_analyser, module
from benchmarks.tables import Cell, Table, absent_row
from counterclaim.facets.expressions import Expression, find_expressions
from counterclaim.facets.nouns import singular
from counterclaim.facets.quantity import counted_expressions
from counterclaim.facets.syntax import Syntax
from counterclaim.language.analysis import Analysis

Value = tuple[float, ...]

#: NewsQuant's names of units that are not named as ours.
UNITS = {
    "percent": "percentage", "m": "metre", "km": "kilometre", "cm": "centimetre", "mm": "millimetre",
    "μm": "micrometre", "kg": "kilogram", "g": "gram", "mg": "milligram", "t": "metric ton", "lb": "pound-mass",
    "ml": "millilitre", "m2": "square metre", "km2": "square kilometre", "ha": "hectare", "km/h": "kilometre per hour",
    "mph": "mile per hour", "hp": "horsepower", "bhp": "brake horsepower", "W": "watt", "kW": "kilowatt",
    "MW": "megawatt", "GW": "gigawatt", "kWh": "kilowatt hour", "GWh": "gigawatt hour", "Nm": "newton metre",
    "lb-ft": "foot pound-force", "Hz": "hertz", "kHz": "kilohertz", "mAh": "milliampere-hour", "MPa": "megapascal",
    "ksi": "kilopound per square inch", "A/cm2": "ampere per square centimetre", "fluid ounce": "ounce",
    "mmbtu": "mega british thermal unit",
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan",
    "AUD": "australian dollar", "CAD": "canadian dollar", "HKD": "hong kong dollar", "DKK": "danish krone",
    "ILS": "shekel", "MYR": "malaysian ringgit", "HRK": "croatian kuna", "INR": "indian rupee", "CHF": "swiss franc",
}  # fmt: skip
_STOP = ("DET", "ADP", "PRON", "PART", "CCONJ", "VERB")
_MANY = {"tens": 10, "hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000}


class Quantity(NamedTuple):
    """A quantity as NewsQuant writes it."""

    value: Value
    unit: str


class Score(NamedTuple):
    """Precision, recall and F1 in percent."""

    precision: float
    recall: float
    f1: float


def read_gold(row: dict[str, Any], average: bool = False) -> list[Quantity]:
    """The quantities of a sentence; ranges as their average where a peer gives averages."""
    gold = [Quantity(_ends(str(one["value"])), one["normalized_unit"].lower()) for one in row["quantities"]]
    return [one._replace(value=(sum(one.value) / len(one.value),)) if average else one for one in gold]


def _ends(value: str) -> Value:
    if "-" in value[1:] and "E" not in value:
        low, high = value.split("-")
        return float(low), float(high)
    return (float(value),)


def as_newsquant(syntax: Syntax, expression: Expression) -> Quantity:
    """One of our expressions in the set's terms."""
    low, high, _ = expression.interval
    if low is not None and high is not None and low != high:
        value: Value = (low, high)
    else:
        value = (low if low is not None else high or 0.0,)
    words = syntax.text[slice(*expression.span)].lower().split()
    if expression.dimension == "money" and words[-1].removesuffix("s") in ("cent", "sen"):
        return Quantity(tuple(float(f"{100 * one:.9g}") for one in value), _unit(syntax, expression, words[-1]).lower())
    power = math.prod(_MANY[word] for word in words if word in _MANY)
    if high is None and power > 1 and low == 2 * power:
        value = (power, 10 * power)
    return Quantity(value, _unit(syntax, expression).lower())


def _unit(syntax: Syntax, expression: Expression, hundredth: str = "") -> str:
    if expression.dimension == "age":
        return "year of age"
    if expression.dimension:
        unit = hundredth.removesuffix("s") or UNITS.get(expression.unit or "", expression.unit or "-")
        return f"{unit} per {UNITS.get(expression.per, expression.per)}" if expression.per else unit
    if expression.noun is None:
        return "-"
    begin = expression.last + 1
    words = [word for word in range(begin, expression.noun) if syntax.upos(word) not in _STOP]
    phrase = " ".join([*(syntax.lower(word) for word in words), singular(syntax, expression.noun)])
    phrase = {"time": "count", "person": "people"}.get(phrase, phrase.replace(" - ", "-"))
    return f"{phrase} per {expression.per}" if expression.per else phrase


def score(gold: list[list[Quantity]], found: list[list[Quantity]], with_unit: bool) -> Score:
    """Each gold quantity matched with at most one found one."""
    right = sum(len(_matches(g, f, with_unit)) for g, f in zip(gold, found, strict=True))
    precision = 100 * right / max(sum(map(len, found)), 1)
    recall = 100 * right / max(sum(map(len, gold)), 1)
    return Score(precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))


def _matches(gold: Iterable[Quantity], found: Iterable[Quantity], with_unit: bool) -> list[tuple[Quantity, Quantity]]:
    left, pairs = list(found), []
    for one in gold:
        for other in left:
            if _same(one, other, with_unit):
                left.remove(other)
                pairs.append((one, other))
                break
    return pairs


def _same(one: Quantity, other: Quantity, with_unit: bool) -> bool:
    values = len(one.value) == len(other.value) and all(
        math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(one.value, other.value, strict=True)
    )
    return values and (not with_unit or one.unit == other.unit)


def find_ours(analysis: Analysis, facets_only: bool) -> list[Quantity]:
    """What we read in a sentence."""
    syntax = Syntax(analysis)
    expressions = find_expressions(syntax)
    if facets_only:
        expressions = counted_expressions(syntax, expressions)
    found = [as_newsquant(syntax, expression) for expression in expressions]
    for at in range(len(expressions) - 1, 0, -1):  # the set has a change "from 12 to 17" as a range
        if expressions[at - 1].former:
            found[at - 1 : at + 1] = [Quantity(found[at - 1].value[:1] + found[at].value[-1:], found[at].unit)]
    return found


def quantulum() -> Callable[[str], list[Quantity]]:
    """What quantulum3 reads. Raises NotInstalled."""
    with warnings.catch_warnings(action="ignore"):  # it warns where its classifier is missing, and reads on
        parser = module("quantulum3.parser")
    names = {"dimensionless": "-", "united states dollar": "dollar"}

    def find(text: str) -> list[Quantity]:
        found = parser.parse(text)
        return [Quantity((one.value,), names.get(one.unit.name, one.unit.name).lower()) for one in found]

    return find


def quantities_table(data: Path, read: Callable[[str], Analysis]) -> Table:
    """Ours and the peer's, in value and in value and unit; `read` analyses a text."""
    rows = read_rows(data)
    analyses = [read(row["text"]) for row in rows]
    cells: list[list[Cell]] = []
    for name, facets_only in (("Counterclaim, all that is read", False), ("Counterclaim, what claims carry", True)):
        cells.append(_row(name, rows, [find_ours(analysis, facets_only) for analysis in analyses]))
    try:
        find = quantulum()
        cells.append(_row("quantulum3", rows, [find(row["text"]) for row in rows], average=True))
    except NotInstalled as error:
        cells.append(absent_row("quantulum3", f"{error} is not installed", COLUMNS))
    note = (
        "Per cent, micro averages; value: the number, or both ends of a range; value + unit: the normalized unit "
        'too. Claims carry no conversions in brackets, no ages, and no bare "one", which the set counts.'
    )
    return Table(f"Quantities, NewsQuant, half ({len(rows)} sentences)", COLUMNS, cells, note)


COLUMNS = ("system", "value P", "value R", "value F1", "value + unit P", "value + unit R", "value + unit F1")


def _row(name: str, rows: list[dict[str, Any]], found: list[list[Quantity]], average: bool = False) -> list[Cell]:
    gold = [read_gold(row, average) for row in rows]
    return [name, *(round(figure, 1) for with_unit in (False, True) for figure in score(gold, found, with_unit))]


def read_rows(data: Path) -> list[dict[str, Any]]:
    """The sentences of the set's files in `data/newsquant`."""
    paths = sorted((data / "newsquant").glob("*.json"))
    return [row for path in paths for row in json.loads(path.read_text(encoding="utf-8"))]


def show_errors(rows: list[dict[str, Any]], found: list[list[Quantity]]) -> None:
    for row, ours in zip(rows, found, strict=True):
        gold = read_gold(row)
        pairs = _matches(gold, ours, True)
        missed = [tuple(one) for one in gold if one not in [pair[0] for pair in pairs]]
        extra = [tuple(one) for one in ours if one not in [pair[1] for pair in pairs]]
        if missed or extra:
            click.echo(f"{row['text']}\n  missed {missed}\n  extra  {extra}")


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(data: Path) -> None:
    """Show where our quantities differ from those of NewsQuant in the folder DATA."""
    rows, analyse = read_rows(data), load_analyser()
    show_errors(rows, [find_ours(analyse(row["text"]), facets_only=False) for row in rows])


if __name__ == "__main__":
    main()
