"""Disputes gathered again where ties have changed: those around the claims that are touched, and no others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterclaim.compare.disputes import Gathered, find_disputes
from counterclaim.compare.ties import Tie, clusters_of, contested_by
from counterclaim.ledger.chapters import Chapters
from counterclaim.ledger.keeping import claims_of_disputes, disputes_with, keep_disputes, keep_implied

_TIES = """
SELECT chapters.place, ties.number, ties.source, sources.id AS one, sources.reading AS source_reading, source_clause,
  ties.target, targets.id AS other, targets.reading AS target_reading, target_clause, type, kind, score, lays_ground
FROM ties JOIN chapters ON chapters.reading = ties.reading
JOIN claims AS sources ON sources.key = ties.source JOIN claims AS targets ON targets.key = ties.target
WHERE ties.{end} IN (SELECT value FROM json_each(:claims))
"""
_TOUCHING = f"{_TIES.format(end='source')} UNION {_TIES.format(end='target')}"


class _Kept(NamedTuple):
    """A tie as kept, with the keys of its claims and of their readings."""

    tie: Tie
    claims: tuple[int, int]
    readings: tuple[int, int]


class Regathered(NamedTuple):
    """Disputes as they are now, in the place of those that were."""

    was: list[sqlite3.Row]
    now: list[Gathered]
    keys: dict[str, int]
    """Keys of the claims by their ids."""


def regather(connection: sqlite3.Connection, chapters: Chapters, touched: set[int]) -> Regathered:
    """The disputes around claims (by key) at the ends of ties that have changed, as the ties now make them."""
    ties = _ties_around(connection, touched)
    keys = {claim: key for kept in ties for claim, key in zip(kept.tie.claims, kept.claims, strict=True)}
    contested = {keys[claim] for claim in contested_by(kept.tie for kept in ties)}
    return Regathered(disputes_with(connection, touched | contested), list(_gather(connection, chapters, ties)), keys)


def keep(connection: sqlite3.Connection, found: Regathered, generation: int) -> None:
    """Keep what was gathered."""
    within = claims_of_disputes(connection, (row["key"] for row in found.was))
    keep_implied(connection, within, (link for one in found.now for link in one.implied), found.keys, generation)
    keep_disputes(connection, found.was, [one.dispute for one in found.now], found.keys, generation)


def _gather(connection: sqlite3.Connection, chapters: Chapters, ties: list[_Kept]) -> Iterator[Gathered]:
    reading = {claim: key for kept in ties for claim, key in zip(kept.tie.claims, kept.readings, strict=True)}
    known = chapters.of(connection, reading.values())
    for cluster in clusters_of([kept.tie for kept in ties]):
        yield from find_disputes(cluster, lambda claim: known[reading[claim]].chapter)


def _ties_around(connection: sqlite3.Connection, touched: set[int]) -> list[_Kept]:
    """All ties of the clusters that some claims belong to or support, in the order of all ties."""
    found = _ties(connection, touched)
    done, fresh = set(touched), _ends(found.values()) - touched
    while fresh:
        found |= _ties(connection, fresh)
        done |= fresh
        contested = _ends(kept for kept in found.values() if kept.tie.is_conflict)
        fresh = _ends(kept for kept in found.values() if not contested.isdisjoint(kept.claims)) - done
    return [found[at] for at in sorted(found)]


def _ends(ties: Iterable[_Kept]) -> set[int]:
    return {claim for kept in ties for claim in kept.claims}


def _ties(connection: sqlite3.Connection, claims: set[int]) -> dict[tuple[bytes, int], _Kept]:
    """The ties of some claims, by their story's place and their number in it."""
    rows = connection.execute(_TOUCHING, {"claims": json.dumps(sorted(claims))})
    return {
        (row["place"], row["number"]): _Kept(
            Tie(
                (row["one"], row["source_clause"]), (row["other"], row["target_clause"]),
                row["type"], row["kind"], row["score"], bool(row["lays_ground"]),
            ),
            (row["source"], row["target"]), (row["source_reading"], row["target_reading"]),
        )
        for row in rows
    }  # fmt: skip
