"""Maximum one-to-one matching between two lists (augmenting paths, Kuhn 1955)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def match(left: Sequence[A], right: Sequence[B], allowed: Callable[[A, B], bool]) -> dict[int, int]:
    """As many allowed pairs as possible, no one in two: index in `left` → index in `right`.

    Of several largest matchings it gives the one that serves the left in order and prefers the first
    partner, so that the same lists always give the same pairs.
    """
    partners = [[j for j, b in enumerate(right) if allowed(a, b)] for a in left]
    owner: dict[int, int] = {}

    def find_partner(i: int, tried: set[int]) -> bool:
        for j in partners[i]:
            if j in tried:
                continue
            tried.add(j)
            if j not in owner or find_partner(owner[j], tried):
                owner[j] = i
                return True
        return False

    for i in range(len(left)):
        find_partner(i, set())
    return {i: j for j, i in owner.items()}
