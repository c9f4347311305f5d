"""Groups of things that belong together (disjoint sets)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Items, each at first alone, put together pair by pair."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._group: dict[Item, dict[Item, None]] = {item: {item: None} for item in items}

    def join(self, one: Item, other: Item) -> None:
        """Put the groups of two items together."""
        a, b = self._group[one], self._group[other]
        if a is b:
            return
        if len(a) < len(b):
            a, b = b, a
        a.update(b)
        for item in b:
            self._group[item] = a

    def __contains__(self, item: Item) -> bool:
        return item in self._group

    def attach(self, one: Item, other: Item) -> None:
        """Put a new item to the group of the other; two new ones together; two that have groups stay where they are."""
        new = [item for item in (one, other) if item not in self._group]
        self._group.update((item, {item: None}) for item in new)
        if new:
            self.join(one, other)

    def members(self, item: Item) -> set[Item]:
        """The items of an item's group."""
        return set(self._group[item])

    def groups(self) -> list[set[Item]]:
        """All groups, in the order of their first items."""
        seen: dict[int, set[Item]] = {}
        for group in self._group.values():
            seen.setdefault(id(group), set(group))
        return list(seen.values())
