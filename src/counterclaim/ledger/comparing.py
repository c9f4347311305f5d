"""Links and disputes brought up to date with the reports.

All current reports are compared, one of each origin, so that the result is that of comparing everything at once.
It takes time in proportion to the ledger; so it is done once after many reports, not after each.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from counterclaim.compare.compare import compare
from counterclaim.ledger import generations
from counterclaim.ledger.accounts import accounts_of
from counterclaim.ledger.connection import snapshot, transaction
from counterclaim.ledger.keeping import keep_disputes, keep_links

COMPARED = """
SELECT readings.key FROM readings JOIN origins ON origins.report = readings.report AND origins.superseded IS NULL
WHERE readings.superseded IS NULL AND origins.origin = readings.report ORDER BY readings.key
"""
"""The readings that are compared: the current one of the first report of each origin."""


def is_compared(connection: sqlite3.Connection, version: str) -> bool:
    """Whether links and disputes are those of all reports, as this version of the program compares."""
    upto = generations.last(connection, "read", "forget")
    return not upto or _covers(connection, upto, version)


def compare_all(connection: sqlite3.Connection, version: str) -> bool:
    """Bring links and disputes up to date, in one transaction; says whether there was anything to do.

    The comparison itself is made outside of it, of one moment of the ledger, so that others can go on
    adding; where they did, theirs or the next one takes in what they added.
    """
    while not is_compared(connection, version):
        with snapshot(connection):
            upto = generations.last(connection, "read", "forget")
            keys = [row["key"] for row in connection.execute(COMPARED)]
            comparison = compare(accounts_of(connection, keys))
            claims = _claim_keys(connection, keys)
        with transaction(connection):
            if generations.last(connection, "forget") > upto:
                continue
            if not _covers(connection, upto, version):
                generation = generations.begin(connection, "compare", version, upto)
                keep_links(connection, comparison.links, claims, generation)
                keep_disputes(connection, comparison.disputes, claims, generation)
        return True
    return False


def _covers(connection: sqlite3.Connection, upto: int, version: str) -> bool:
    """Whether the last comparison saw the ledger at a generation, or later than that."""
    row = connection.execute(
        "SELECT version, upto FROM generations WHERE work = 'compare' ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return row is not None and (row["upto"] > upto or (row["upto"] == upto and row["version"] == version))


def _claim_keys(connection: sqlite3.Connection, readings: Iterable[int]) -> dict[str, int]:
    query = "SELECT id, key FROM claims WHERE reading IN (SELECT value FROM json_each(?))"
    return {row["id"]: row["key"] for row in connection.execute(query, (json.dumps(list(readings)),))}
