"""Legal removal: a report's text and all that quotes it gone, from the file as well, and a tombstone kept."""

from __future__ import annotations

import json
import sqlite3

from counterclaim.errors import UnknownReportError
from counterclaim.ledger import comparing, generations, origins, words
from counterclaim.ledger.connection import transaction
from counterclaim.ledger.keeping import claims_of_disputes, touch
from counterclaim.ledger.watched import forget_pages

_DISPUTES = """
SELECT DISTINCT positions.dispute FROM positions JOIN position_claims ON position_claims.position = positions.key
WHERE position_claims.claim IN (SELECT value FROM json_each(:claims))
"""
_TIED = """
SELECT target AS claim FROM ties WHERE source IN (SELECT value FROM json_each(:claims))
UNION SELECT source FROM ties WHERE target IN (SELECT value FROM json_each(:claims))
"""
_LINKS = """
DELETE FROM links WHERE source IN (SELECT value FROM json_each(:claims))
OR target IN (SELECT value FROM json_each(:claims))
OR (source IN (SELECT value FROM json_each(:members)) AND target IN (SELECT value FROM json_each(:members)))
"""
_RETELL = """
UPDATE chapters SET told = NULL, work = coalesce(work, 'tell')
WHERE reading IN (SELECT reading FROM claims WHERE key IN (SELECT value FROM json_each(:claims)))
"""


def forget(connection: sqlite3.Connection, report: str, version: str) -> tuple[str, ...]:
    """Forget a report (by id) with all its revisions, in one transaction; gives the ids of what was forgotten.

    What stays is id, outlet, time of publication and the texts' hash, so that it is not added again. Raises
    UnknownReportError.
    """
    with transaction(connection):
        keys = _revisions(connection, report)
        generation = generations.begin(connection, "forget", version)
        claims = _column(
            connection, "SELECT claims.key FROM claims JOIN readings ON readings.key = claims.reading "
            "WHERE readings.report IN (SELECT value FROM json_each(?))", list(keys),
        )  # fmt: skip
        _drop_disputes_and_links(connection, claims)
        words.drop_claims(connection, claims)
        connection.execute(
            "UPDATE claims SET refers_to = NULL WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(claims),)
        )
        for key in keys:
            if connection.execute("SELECT 1 FROM chapters WHERE report = ?", (key,)).fetchone():
                comparing.shelve(connection, key, None, None)
            _bury(connection, key, generation)
    _wipe(connection)
    return tuple(dict.fromkeys(keys.values()))


def _revisions(connection: sqlite3.Connection, report: str) -> dict[int, str]:
    """Keys and ids of a report's revisions that are not forgotten yet."""
    rows = connection.execute(
        "SELECT key, id FROM reports WHERE forgotten IS NULL AND "
        "document = (SELECT document FROM reports WHERE id = ? LIMIT 1) ORDER BY key", (report,),
    )  # fmt: skip
    keys = {row["key"]: row["id"] for row in rows}
    if not keys:
        raise UnknownReportError(f"there is no report {report} to forget")
    return keys


def _drop_disputes_and_links(connection: sqlite3.Connection, claims: list[int]) -> None:
    """Questions and reasons quote claims: those of every dispute that such a claim was ever in go with it.

    What of them does not come from these claims comes back with the next comparison.
    """
    disputes = [row["dispute"] for row in connection.execute(_DISPUTES, {"claims": json.dumps(claims)})]
    members = claims_of_disputes(connection, disputes)
    tied = [row["claim"] for row in connection.execute(_TIED, {"claims": json.dumps(claims)})]
    touch(connection, members.union(tied))
    connection.execute(_RETELL, {"claims": json.dumps(sorted(members))})
    connection.execute(_LINKS, {"claims": json.dumps(claims), "members": json.dumps(sorted(members))})
    words.drop_disputes(connection, disputes)
    connection.execute("DELETE FROM disputes WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(disputes),))


def _bury(connection: sqlite3.Connection, key: int, generation: int) -> None:
    (url,) = connection.execute("SELECT url FROM reports WHERE key = ?", (key,)).fetchone()
    if url:
        forget_pages(connection, url)
    connection.execute("DELETE FROM readings WHERE report = ?", (key,))
    connection.execute(
        "UPDATE reports SET text = '', title = NULL, url = NULL, path = NULL, raw_sha256 = NULL, forgotten = ?, "
        "superseded = coalesce(superseded, ?) WHERE key = ?", (generations.now(), generation, key),
    )  # fmt: skip
    origins.leave(connection, key, generation)
    connection.execute("DELETE FROM bands WHERE report = ?", (key,))
    connection.execute("DELETE FROM reprints WHERE report = :key OR other = :key", {"key": key})


def _wipe(connection: sqlite3.Connection) -> None:
    """Take what was deleted out of the indexes of words and the write-ahead log."""
    for index in ("search", "claim_words", "dispute_words"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _column(connection: sqlite3.Connection, query: str, values: list[int]) -> list[int]:
    return [row[0] for row in connection.execute(query, (json.dumps(values),))]
