"""How low, best and high are drawn from what claimants say of one event's dead: the same rule for every source.

Who is more reliable is not asked. UCDP's coders ask it, and where nothing tells sources apart take the lower figure;
ACLED's take the most conservative. So a tie goes to the lower figure here as well. See docs/exports/ucdp.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.compare.figures import Figure


class Policy(NamedTuple):
    """A rule by which numbers are drawn from claims."""

    name: str
    """Stands beside every number that was drawn by it."""
    text: str


POLICY = Policy(
    "last-word-1",
    "Each side's last figure counts, once, whoever prints it. low is the least number given, high the greatest; of "
    '"at least 9" both are 9, and "up to 9" has no low. best is the number that most sides give without hedging, of a '
    "range its lower end; where as many give another, the lower; where all hedge, none.",
)


class Toll(NamedTuple):
    """What is drawn from the figures of an event; None where they do not tell."""

    low: int | None
    best: int | None
    high: int | None


def drawn(last: Iterable[Figure]) -> Toll:
    """Low, best and high of each side's last figure."""
    figures = list(last)
    lows = [low for low, _ in map(bounds, figures) if low is not None]
    highs = [high for _, high in map(bounds, figures) if high is not None]
    firm = Counter(low for figure in figures if not is_hedged(figure) and (low := bounds(figure)[0]) is not None)
    best = min(firm, key=lambda number: (-firm[number], number), default=None)
    return Toll(min(lows, default=None), best, max(highs, default=None))


def last_words(figures: Sequence[Figure]) -> list[Figure]:
    """Each side's last figure, of those of one report the greatest; the figures come in the order of time."""
    standing: list[Figure] = []
    for figure in figures:
        mine = [other for other in standing if _same_side(figure, other)]
        if any(other.statement.order == figure.statement.order and size(other) >= size(figure) for other in mine):
            continue
        standing = [other for other in standing if other not in mine] + [figure]
    return standing


def bounds(figure: Figure) -> tuple[int | None, int | None]:
    """The least and the greatest number that a figure gives; "at least 9" gives no other than 9."""
    low, high = figure.quantity.low, figure.quantity.high
    greatest = low if high is None else high
    return None if low is None else int(low), None if greatest is None else int(greatest)


def size(figure: Figure) -> tuple[float, float]:
    """Orders figures by how much they give."""
    return figure.quantity.low or 0.0, figure.quantity.high or 0.0


def is_hedged(figure: Figure) -> bool:
    """Whether a figure is put forward as probable or possible only."""
    return figure.statement.certainty != "certain"


def _same_side(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one side; what nobody is named for is only of one side within a report."""
    a, b = one.statement.voice, other.statement.voice
    if a is None or b is None:
        return a is b and one.statement.order == other.statement.order
    return a.same_side(b)
