"""The words by which claims and disputes are found: any three letters or more that stand somewhere in them (FTS5)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

LEAST = 3
"""Letters of what can be found so."""
_PUT_CLAIMS = """
INSERT INTO claim_words (rowid, claimant, place, text)
SELECT key, claimant, place, text FROM words_of_claims WHERE reading = ?
"""
_DROP_CLAIMS = """
INSERT INTO claim_words (claim_words, rowid, claimant, place, text)
SELECT 'delete', key, claimant, place, text FROM words_of_claims WHERE key IN (SELECT value FROM json_each(?))
"""
_PUT_DISPUTE = "INSERT INTO dispute_words (rowid, text) SELECT key, text FROM words_of_disputes WHERE key = ?"
_DROP_DISPUTES = """
INSERT INTO dispute_words (dispute_words, rowid, text)
SELECT 'delete', key, text FROM words_of_disputes WHERE key IN (SELECT value FROM json_each(?))
"""


def put_claims(connection: sqlite3.Connection, reading: int) -> None:
    """Make the claims of a reading findable."""
    connection.execute(_PUT_CLAIMS, (reading,))


def drop_claims(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Make claims findable no more, before they are taken out of the ledger."""
    connection.execute(_DROP_CLAIMS, (json.dumps(list(claims)),))


def put_dispute(connection: sqlite3.Connection, dispute: int) -> None:
    """Make a dispute findable, once its claims are there."""
    connection.execute(_PUT_DISPUTE, (dispute,))


def drop_disputes(connection: sqlite3.Connection, disputes: Iterable[int]) -> None:
    """Make disputes findable no more, before they are taken out of the ledger."""
    connection.execute(_DROP_DISPUTES, (json.dumps(list(disputes)),))


def quoted(words: str) -> str:
    """Words as they stand in a query: nothing in them has power in it."""
    plain = words.replace("\0", "").replace('"', '""')
    return f'"{plain}"'


def matches(connection: sqlite3.Connection, query: str, most: int) -> int:
    """How many claims a query matches, up to one more than `most`."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM claim_words WHERE claim_words MATCH ? LIMIT ?)"
    return int(connection.execute(counted, (query, most + 1)).fetchone()[0])
