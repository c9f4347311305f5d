"""What a comparison found, kept: what has not changed stays the row it was, what has gets a new one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from counterclaim.compare.ties import Tie
from counterclaim.ledger import words
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


_LINKS = """
SELECT links.* FROM links JOIN claims ON claims.key = links.source JOIN readings ON readings.key = claims.reading
WHERE readings.report = ? AND links.superseded IS NULL AND NOT links.implied
"""
_IMPLIED = """
SELECT * FROM links WHERE superseded IS NULL AND implied
AND source IN (SELECT value FROM json_each(:claims)) AND target IN (SELECT value FROM json_each(:claims))
"""


def keep_links(
    connection: sqlite3.Connection, report: int, links: Iterable[Link], claims: Mapping[str, int], generation: int
) -> None:
    """Make these the links that hold from the claims of a report; `claims` gives each claim's key."""
    _replace_links(connection, connection.execute(_LINKS, (report,)), _link_rows(links, claims, implied=0), generation)


def keep_implied(
    connection: sqlite3.Connection, within: Iterable[int], links: Iterable[Link], claims: Mapping[str, int],
    generation: int,
) -> None:  # fmt: skip
    """Make these the links that follow from disputes, of all that hold between some claims (by key)."""
    old = connection.execute(_IMPLIED, {"claims": json.dumps(sorted(within))})
    _replace_links(connection, old, _link_rows(links, claims, implied=1), generation)


def _link_rows(links: Iterable[Link], claims: Mapping[str, int], implied: int) -> list[tuple[Any, ...]]:
    return [(claims[link.source], claims[link.target], link.type, link.why, link.score, implied) for link in links]


def _replace_links(
    connection: sqlite3.Connection, now: Iterable[sqlite3.Row], links: list[tuple[Any, ...]], generation: int
) -> None:
    columns = ("source", "target", "type", "why", "score", "implied")
    old = {tuple(row[name] for name in columns): row["key"] for row in now}
    _end(connection, "links", (old[row] for row in old.keys() - set(links)), generation)
    for row in links:
        if row not in old:
            insert(connection, "links", dict(zip(columns, row, strict=True)) | {"generation": generation})


def keep_ties(
    connection: sqlite3.Connection, report: int, reading: int | None, ties: Iterable[Tie], claims: Mapping[str, int]
) -> set[int]:
    """Make these the ties of a report's story; gives the keys of the claims at the ends of those that have changed."""
    own = "reading IN (SELECT key FROM readings WHERE report = ?)"
    old = [tuple(row) for row in connection.execute(f"SELECT * FROM ties WHERE {own}", (report,))]
    new = [
        (reading, number, claims[tie.one[0]], tie.one[1], claims[tie.other[0]], tie.other[1],
         tie.type, tie.kind, tie.score, int(tie.lays_ground))
        for number, tie in enumerate(ties)
    ]  # fmt: skip
    changed = set(old) ^ set(new)
    if changed:
        connection.execute(f"DELETE FROM ties WHERE {own}", (report,))
        connection.executemany(f"INSERT INTO ties VALUES ({', '.join('?' * 10)})", new)
    return {claim for row in changed for claim in (row[2], row[4])}


def touch(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Have the disputes around some claims (by key) gathered again."""
    connection.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(claim,) for claim in sorted(claims)])


def disputes_with(connection: sqlite3.Connection, claims: Iterable[int]) -> list[sqlite3.Row]:
    """The disputes that hold and have some of these claims."""
    query = """
        SELECT * FROM disputes WHERE superseded IS NULL AND key IN (
          SELECT positions.dispute FROM position_claims JOIN positions ON positions.key = position_claims.position
          WHERE position_claims.claim IN (SELECT value FROM json_each(?))) ORDER BY key
    """
    return connection.execute(query, (json.dumps(sorted(claims)),)).fetchall()


def claims_of_disputes(connection: sqlite3.Connection, disputes: Iterable[int]) -> set[int]:
    """Keys of the claims of some disputes (by key)."""
    query = """
        SELECT DISTINCT claim FROM positions JOIN position_claims ON position_claims.position = positions.key
        WHERE positions.dispute IN (SELECT value FROM json_each(?))
    """
    return {row["claim"] for row in connection.execute(query, (json.dumps(list(disputes)),))}


def keep_disputes(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], found: Sequence[Dispute],
    claims: Mapping[str, int], generation: int,
) -> None:  # fmt: skip
    """Put disputes as found in the place of those that hold now (their rows); one that goes on keeps its id."""
    old = {row["id"]: (row["key"], _stored(connection, row)) for row in rows}
    known = [_known(connection, row) for row in rows]
    matched = match(known, [_found(connection, one, claims) for one in found], _held(connection, found))
    new = {name: (one, _plain(one, claims)) for name, one in zip(matched.ids, found, strict=True)}
    _end(connection, "disputes", (key for name, (key, was) in old.items() if name not in new or new[name][1] != was),
         generation)  # fmt: skip
    for name, into in matched.merged.items():
        connection.execute("UPDATE disputes SET merged_into = ? WHERE key = ?", (into, old[name][0]))
    for name, (one, plain) in new.items():
        if name not in old or old[name][1] != plain:
            _add(connection, name, one, claims, generation)


def _held(connection: sqlite3.Connection, found: Iterable[Dispute]) -> set[str]:
    """Which of the ids of disputes others have that hold."""
    ids = json.dumps([one.id for one in found])
    query = "SELECT id FROM disputes WHERE superseded IS NULL AND id IN (SELECT value FROM json_each(?))"
    return {row["id"] for row in connection.execute(query, (ids,))}


def _add(connection: sqlite3.Connection, name: str, one: Dispute, claims: Mapping[str, int], generation: int) -> None:
    row = {"id": name, "question": one.question, "kind": one.kind, "status": one.status, "generation": generation}
    row |= _when(connection, (claims[claim] for position in one.positions for claim in position.claims))
    key = insert(connection, "disputes", row)
    for number, position in enumerate(one.positions):
        place = insert(connection, "positions", {"dispute": key, "number": number, "value": position.value})
        for at, claim in enumerate(position.claims):
            insert(connection, "position_claims", {"position": place, "number": at, "claim": claims[claim]})
    words.put_dispute(connection, key)


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
