"""What a comparison found, kept: what has not changed stays the row it was, what has gets a new one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from counterclaim.ledger.documents import words_of
from counterclaim.ledger.matching import Found, Known, Token, match
from counterclaim.ledger.rows import insert
from counterclaim.model import Dispute, Link

_TOKENS = """
SELECT position_claims.claim, claims.text, coalesce(origins.origin, first.key) AS origin
FROM disputes JOIN positions ON positions.dispute = disputes.key
JOIN position_claims ON position_claims.position = positions.key
JOIN claims ON claims.key = position_claims.claim
JOIN readings ON readings.key = claims.reading
JOIN reports ON reports.key = readings.report
JOIN reports AS first ON first.document = reports.document AND first.revision = 1
LEFT JOIN reports AS current ON current.document = reports.document AND current.superseded IS NULL
LEFT JOIN origins ON origins.report = current.key AND origins.superseded IS NULL
WHERE disputes.key = ?
"""


def keep_links(
    connection: sqlite3.Connection, links: Iterable[Link], claims: Mapping[str, int], generation: int
) -> None:
    """Make these the links that hold; `claims` gives each claim's key."""
    columns = ("source", "target", "type", "why", "score")
    rows = connection.execute("SELECT * FROM links WHERE superseded IS NULL")
    old = {tuple(row[name] for name in columns): row["key"] for row in rows}
    new = [(claims[link.source], claims[link.target], link.type, link.why, link.score) for link in links]
    _end(connection, "links", (old[row] for row in old.keys() - set(new)), generation)
    for row in new:
        if row not in old:
            insert(connection, "links", dict(zip(columns, row, strict=True)) | {"generation": generation})


def keep_disputes(
    connection: sqlite3.Connection, disputes: Iterable[Dispute], claims: Mapping[str, int], generation: int
) -> None:
    """Make these the disputes that hold; one that goes on keeps the id it has in the ledger."""
    found = list(disputes)
    rows = list(connection.execute("SELECT * FROM disputes WHERE superseded IS NULL ORDER BY key"))
    old = {row["id"]: (row["key"], _stored(connection, row)) for row in rows}
    matched = match([_known(connection, row) for row in rows], [_found(connection, one, claims) for one in found])
    new = {name: (one, _plain(one, claims)) for name, one in zip(matched.ids, found, strict=True)}
    _end(connection, "disputes", (key for name, (key, was) in old.items() if name not in new or new[name][1] != was),
         generation)  # fmt: skip
    for name, into in matched.merged.items():
        connection.execute("UPDATE disputes SET merged_into = ? WHERE key = ?", (into, old[name][0]))
    for name, (one, plain) in new.items():
        if name not in old or old[name][1] != plain:
            _add(connection, name, one, claims, generation)


def _add(connection: sqlite3.Connection, name: str, one: Dispute, claims: Mapping[str, int], generation: int) -> None:
    row = {"id": name, "question": one.question, "kind": one.kind, "status": one.status, "generation": generation}
    row |= _when(connection, (claims[claim] for position in one.positions for claim in position.claims))
    key = insert(connection, "disputes", row)
    for number, position in enumerate(one.positions):
        place = insert(connection, "positions", {"dispute": key, "number": number, "value": position.value})
        for at, claim in enumerate(position.claims):
            insert(connection, "position_claims", {"position": place, "number": at, "claim": claims[claim]})


def _when(connection: sqlite3.Connection, claims: Iterable[int]) -> dict[str, Any]:
    """When the first and the last report of some claims were published."""
    query = """
        SELECT min(published) AS since, max(published) AS until FROM claims
        JOIN readings ON readings.key = claims.reading JOIN reports ON reports.key = readings.report
        WHERE claims.key IN (SELECT value FROM json_each(?))
    """
    return dict(connection.execute(query, (json.dumps(list(claims)),)).fetchone())


def _plain(one: Dispute, claims: Mapping[str, int]) -> tuple[Any, ...]:
    """A dispute as it compares with a stored one."""
    positions = [(position.value, [claims[claim] for claim in position.claims]) for position in one.positions]
    return one.question, one.kind, one.status, positions


def _stored(connection: sqlite3.Connection, row: sqlite3.Row) -> tuple[Any, ...]:
    positions = [
        (position["value"], [
            one["claim"] for one in connection.execute(
                "SELECT claim FROM position_claims WHERE position = ? ORDER BY number", (position["key"],))
        ])
        for position in connection.execute(
            "SELECT key, value FROM positions WHERE dispute = ? ORDER BY number", (row["key"],))
    ]  # fmt: skip
    return row["question"], row["kind"], row["status"], positions


def _known(connection: sqlite3.Connection, row: sqlite3.Row) -> Known:
    tokens = {_token(one["origin"], one["text"]) for one in connection.execute(_TOKENS, (row["key"],))}
    (first,) = connection.execute("SELECT min(generation) FROM disputes WHERE id = ?", (row["id"],)).fetchone()
    return Known(row["id"], first, frozenset(tokens))


def _found(connection: sqlite3.Connection, one: Dispute, claims: Mapping[str, int]) -> Found:
    query = "SELECT report, text FROM claims JOIN readings ON readings.key = claims.reading WHERE claims.key = ?"
    tokens = set()
    for position in one.positions:
        for claim in position.claims:
            row = connection.execute(query, (claims[claim],)).fetchone()
            tokens.add(_token(row["report"], row["text"]))
    return Found(one.id, frozenset(tokens))


def _token(origin: int, text: str) -> Token:
    return origin, " ".join(words_of(text))


def _end(connection: sqlite3.Connection, table: str, keys: Iterable[int], generation: int) -> None:
    connection.executemany(f"UPDATE {table} SET superseded = ? WHERE key = ?", [(generation, key) for key in keys])
