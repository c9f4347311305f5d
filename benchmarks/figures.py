"""Precision, recall and F1 from counts that add up over documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the predicted and of the gold things are right.

    The two numbers of right things differ where each side has classes of its own: a gold thing of
    a class may be matched to a predicted thing of another one.
    """

    right_predicted: int = 0
    predicted: int = 0
    right_gold: int = 0
    gold: int = 0

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Count:
        """The count where right things are the same on both sides."""
        return cls(right, predicted, right, gold)

    def __add__(self, other: Count) -> Count:
        return Count(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        """Share of the predicted things that are right, 0..1."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold things that are found, 0..1."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def add_up(counts: Iterable[dict[str, Count]]) -> dict[str, Count]:
    """Sums by name (micro-average)."""
    total: dict[str, Count] = {}
    for count in counts:
        for name, value in count.items():
            total[name] = total.get(name, Count()) + value
    return total


def percent(share: float) -> float:
    """A share as per cent with one decimal, as tables show it."""
    return round(100 * share, 1)
