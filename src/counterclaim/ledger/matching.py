"""Disputes that go on keep their id: an old dispute and a new one are the same if they share claims.

A claim that was read again, or stands in a reprint or in a later revision, is the same claim if its words are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

Token = tuple[int, str]
"""What makes a claim the same as an earlier one: the origin it stands in, and its words."""


class Known(NamedTuple):
    """A dispute as the ledger has it."""

    id: str
    first: int
    """The generation that first had it."""
    tokens: frozenset[Token]


class Found(NamedTuple):
    """A dispute as a comparison gives it."""

    id: str
    tokens: frozenset[Token]


class Matched(NamedTuple):
    """Which id each found dispute has, and which known ones went into others."""

    ids: tuple[str, ...]
    merged: Mapping[str, str]


def match(known: Sequence[Known], found: Sequence[Found], held: Iterable[str] = ()) -> Matched:
    """The same whatever order they are given in: most shared claims first, then the older dispute.

    A dispute that is new gets none of the ids in `held`, which others have.
    """
    shared = _shared(known, found)
    order = sorted(shared, key=lambda pair: (-shared[pair], known[pair[0]].first, known[pair[0]].id, found[pair[1]].id))
    ids: dict[int, str] = {}
    kept: set[int] = set()
    for old, new in order:
        if old not in kept and new not in ids:
            ids[new] = known[old].id
            kept.add(old)
    taken = {*held, *(one.id for one in known)}
    for new, one in enumerate(found):
        if new not in ids:
            ids[new] = _free(one.id, taken)
            taken.add(ids[new])
    merged: dict[str, str] = {}
    for old, new in order:
        if old not in kept:
            merged.setdefault(known[old].id, ids[new])
    return Matched(tuple(ids[new] for new in range(len(found))), merged)


def _shared(known: Sequence[Known], found: Sequence[Found]) -> Counter[tuple[int, int]]:
    """How many claims each old dispute shares with each new one."""
    holders = defaultdict[Token, list[int]](list)
    for new, one in enumerate(found):
        for token in one.tokens:
            holders[token].append(new)
    return Counter(
        (old, new) for old, one in enumerate(known) for token in one.tokens for new in holders.get(token, ())
    )


def _free(name: str, taken: set[str]) -> str:
    """An id that no other dispute has: mostly its own."""
    while name in taken:
        name = sha256(name.encode()).hexdigest()[:16]
    return name
