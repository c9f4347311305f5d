"""Figures: quantities as statements put them forward."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.compare.statements import Statement
from counterclaim.compare.tables import read_words
from counterclaim.compare.terms import Terms, stems, stems_of, terms_of
from counterclaim.model import Quantity

_STATING = frozenset(("assert", "accuse", "confirm", "judge"))
_NUMBER = re.compile(r"\d")
#: How far two figures given as approximate may lie apart.
_ABOUT = 0.15


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one statement gives it."""

    statement: Statement
    quantity: Quantity
    near: str
    """The words of the statement that belong to this figure: all of them, or those up to the next figure."""
    terms: Terms
    """The terms of those words."""
    is_share: bool
    """Whether the statement gives a larger figure of the same kind, of which this may be a part."""
    at_least: bool
    """Whether it says only what its giver has seen ("we received six bodies", "here alone"): the whole may be more."""

    @property
    def low(self) -> float:
        """The least it can be."""
        least = self.quantity.low if self.quantity.low is not None else 0.0
        return least * (1 - _ABOUT) if self.quantity.approximate else least

    @property
    def high(self) -> float:
        """The most it can be."""
        if self.at_least or self.quantity.high is None:
            return float("inf")
        return self.quantity.high * (1 + _ABOUT) if self.quantity.approximate else self.quantity.high

    @property
    def shown(self) -> str:
        """The figure as written."""
        return " ".join(self.statement.report.words_at(self.quantity.spans).split())

    @property
    def counted(self) -> frozenset[str]:
        """What is counted, in stems; nothing where that is not said: "52 percent"."""
        words = re.findall(r"[^\W\d]+", (self.quantity.counted or "").casefold())
        known = stems(word for word in words if word not in read_words("function"))
        unit = () if self.quantity.unit in read_words("measure") else stems((self.quantity.unit or "").split())
        return known - {"time"} or frozenset(unit)


def figures_of(statements: Iterable[Statement]) -> list[Figure]:
    """The figures that are put forward as so; not those asked for, foretold or denied."""
    return [figure for one in statements if _states(one) for figure in _figures(one)]


def _states(statement: Statement) -> bool:
    planned = statement.event is not None and statement.event.state in ("planned", "not happened")
    return statement.act in _STATING and not statement.negated and not planned


def _figures(statement: Statement) -> list[Figure]:
    given = [quantity for quantity in statement.quantities if _is_counted(statement, quantity)]
    at_least = _handles(statement)
    figures = []
    for quantity in given:
        near = _near(statement, quantity, given)
        terms = statement.terms if near == statement.text else terms_of(near, statement.terms.names)
        figures.append(Figure(statement, quantity, near, terms, _is_share(quantity, given), at_least))
    return figures


def _is_counted(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure is given in numbers; "a worker died" tells of one death and counts none."""
    written = statement.report.words_at(quantity.spans).casefold()
    return bool(_NUMBER.search(written)) or not read_words("number").isdisjoint(re.findall(r"\w+", written))


def _near(statement: Statement, quantity: Quantity, given: list[Quantity]) -> str:
    alike = [q.spans[0].start for q in given if q.role == quantity.role and q.unit == quantity.unit]
    if len(alike) < 2:
        return statement.text
    start = quantity.spans[0].start
    end = min((other for other in alike if other > start), default=statement.spans[-1].end)
    return statement.report.text[start:end]


def _is_share(quantity: Quantity, given: list[Quantity]) -> bool:
    alike = [q for q in given if (q.role, q.unit) == (quantity.role, quantity.unit)]
    return (quantity.low or 0) < max((q.low or 0) for q in alike)


def _handles(statement: Statement) -> bool:
    """Whether a figure is of what somebody received, found or saw, which may be a part of all."""
    return not stems(re.findall(r"\w+", statement.text.casefold())).isdisjoint(stems_of("handling"))
