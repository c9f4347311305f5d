"""Readings out of the ledger as the values that went in."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from counterclaim.compare.account import Account
from counterclaim.ledger.rows import actor_of, claim_of, facet_of, report_of
from counterclaim.model import Actor, Claim, Facet

_REPORTS = """
SELECT readings.key AS reading, reports.* FROM readings JOIN reports ON reports.key = readings.report
WHERE readings.key IN (SELECT value FROM json_each(?)) ORDER BY readings.key
"""
_ACTORS = "SELECT * FROM actors WHERE reading IN (SELECT value FROM json_each(?)) ORDER BY reading, number"
_CLAIMS = """
SELECT claims.*, reports.id AS report_id, claimants.id AS claimant_id, relays.id AS relay_id, others.id AS referred_id
FROM claims
JOIN readings ON readings.key = claims.reading
JOIN reports ON reports.key = readings.report
LEFT JOIN actors AS claimants ON claimants.key = claims.claimant
LEFT JOIN actors AS relays ON relays.key = claims.relayed_by
LEFT JOIN claims AS others ON others.key = claims.refers_to
WHERE claims.reading IN (SELECT value FROM json_each(?)) ORDER BY claims.reading, claims.number
"""
_FACETS = """
SELECT facets.claim, facets.data FROM claims JOIN facets ON facets.claim = claims.key
WHERE claims.reading IN (SELECT value FROM json_each(?)) ORDER BY facets.claim, facets.number
"""


def accounts_of(connection: sqlite3.Connection, readings: Iterable[int]) -> list[Account]:
    """Some readings, in the order in which they were made."""
    chosen = (json.dumps(sorted(set(readings))),)
    actors, claims = defaultdict[int, list[Actor]](list), defaultdict[int, list[Claim]](list)
    facets = defaultdict[int, list[Facet]](list)
    for row in connection.execute(_ACTORS, chosen):
        actors[row["reading"]].append(actor_of(row))
    for row in connection.execute(_FACETS, chosen):
        facets[row["claim"]].append(facet_of(row["data"]))
    for row in connection.execute(_CLAIMS, chosen):
        claims[row["reading"]].append(claim_of(row, facets[row["key"]]))
    return [
        Account(report_of(row), tuple(claims[row["reading"]]), tuple(actors[row["reading"]]))
        for row in connection.execute(_REPORTS, chosen)
    ]


def readings_of_claims(connection: sqlite3.Connection, claims: Iterable[int]) -> list[int]:
    """The readings that some claims (by key) stand in."""
    query = "SELECT DISTINCT reading FROM claims WHERE key IN (SELECT value FROM json_each(?)) ORDER BY reading"
    return [row["reading"] for row in connection.execute(query, (json.dumps(sorted(set(claims))),))]
