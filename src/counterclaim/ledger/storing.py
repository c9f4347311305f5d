"""One report and what was read in it, into the ledger: all of it, or nothing where the ledger has it already."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from counterclaim.errors import InputError
from counterclaim.ledger import generations, origins, words
from counterclaim.ledger.connection import transaction
from counterclaim.ledger.documents import document_of, is_whole_source, same_words
from counterclaim.ledger.rows import actor_row, claim_row, facet_row, insert, report_row
from counterclaim.model import Actor, Claim, Report

Standing = Literal["new", "revision", "trivial", "reread", "known", "forgotten"]
"""What a report is to a ledger: a new one, a revision of one (in words or only trivially), one to be read again by
this version, one that changes nothing, one that is not to be kept."""


class Readable(Protocol):
    """A report and what was read in it: a `Reading` or an `Account`."""

    @property
    def report(self) -> Report:
        """The report."""
        ...

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims."""
        ...

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Its actors."""
        ...


def standing(connection: sqlite3.Connection, report: Report, version: str) -> Standing:
    """What a report is to the ledger, as this version of the program reads it."""
    document = document_of(report)
    if connection.execute("SELECT 1 FROM reports WHERE document = ? AND forgotten NOTNULL", (document,)).fetchone():
        return "forgotten"
    now = _current(connection, document)
    if now is None:
        return "new"
    if now["id"] == report.id:
        return "known" if _version_of(connection, now["key"]) == version else "reread"
    trivial = same_words(now["text"], report.text) and same_words(now["title"] or "", report.title or "")
    was_there = connection.execute("SELECT 1 FROM reports WHERE id = ?", (report.id,)).fetchone() is not None
    if was_there and (trivial or not _has_come_back(report, now)):
        return "known"
    return "trivial" if trivial else "revision"


def _has_come_back(report: Report, now: sqlite3.Row) -> bool:
    """Whether an earlier text of a report is its latest: it stands where the current one stood, and is no older.

    Elsewhere, as in another file or another record of an archive, it is a copy that says nothing of what came last.
    """
    return is_whole_source(report.path) and report.path == now["path"] and not _is_older(report, now)


def _is_older(report: Report, now: sqlite3.Row) -> bool:
    return (report.published or "") < (now["published"] or "")


def store(connection: sqlite3.Connection, reading: Readable, version: str) -> Standing:
    """Keep a reading in one transaction; says what its report was to the ledger before.

    Raises InputError where the text has characters that no file can hold.
    """
    report = reading.report
    _require_storable(report)
    with transaction(connection):
        what = standing(connection, report, version)
        if what in ("known", "forgotten"):
            return what
        generation = generations.begin(connection, "read", version)
        if what == "reread":
            key = _key_of_current(connection, report)
            _end_reading(connection, key, generation)
            _read(connection, key, reading, generation)
        else:
            _take(connection, reading, what, generation)
    return what


def _take(connection: sqlite3.Connection, reading: Readable, what: Standing, generation: int) -> None:
    """A report that is new, or that is another revision of one."""
    report, document = reading.report, document_of(reading.report)
    now = _current(connection, document)
    (revisions,) = connection.execute("SELECT count(*) FROM reports WHERE document = ?", (document,)).fetchone()
    stays = now is not None and (what == "trivial" or _is_older(report, now))
    row = report_row(report) | {
        "document": document, "revision": revisions + 1, "generation": generation,
        "edit": "first" if what == "new" else "trivial" if what == "trivial" else "words",
        "superseded": generation if stays else None,
    }  # fmt: skip
    if now is not None and not stays:
        connection.execute("UPDATE reports SET superseded = ? WHERE key = ?", (generation, now["key"]))
        _end_reading(connection, now["key"], generation)
        origins.leave(connection, now["key"], generation)
    key = insert(connection, "reports", row)
    if what != "trivial":
        _read(connection, key, reading, generation, superseded=generation if stays else None)
    if not stays:
        origins.find_reprints(connection, key, report)
        origins.regroup(connection, [key], generation)


def _read(
    connection: sqlite3.Connection, report: int, reading: Readable, generation: int, superseded: int | None = None
) -> None:
    """What was read in a report: its actors, its claims and their facets."""
    key = insert(connection, "readings", {"report": report, "generation": generation, "superseded": superseded})
    actors = {
        actor.id: insert(connection, "actors", {"reading": key, "number": number, **actor_row(actor)})
        for number, actor in enumerate(reading.actors)
    }
    _claims(connection, key, reading.claims, actors)
    words.put_claims(connection, key)


def _claims(connection: sqlite3.Connection, reading: int, claims: Sequence[Claim], actors: Mapping[str, int]) -> None:
    keys = {}
    for number, claim in enumerate(claims):
        people = {"claimant": actors.get(claim.claimant or ""), "relayed_by": actors.get(claim.relayed_by or "")}
        row = {"reading": reading, "number": number, **claim_row(claim), **people}
        keys[claim.id] = insert(connection, "claims", row)
        for place, facet in enumerate(claim.facets):
            insert(connection, "facets", {"claim": keys[claim.id], "number": place, **facet_row(facet)})
    for claim in claims:
        if claim.refers_to is not None:
            pair = (keys.get(claim.refers_to), keys[claim.id])
            connection.execute("UPDATE claims SET refers_to = ? WHERE key = ?", pair)


def _end_reading(connection: sqlite3.Connection, report: int, generation: int) -> None:
    connection.execute(
        "UPDATE readings SET superseded = ? WHERE report = ? AND superseded IS NULL", (generation, report)
    )


def _current(connection: sqlite3.Connection, document: str) -> sqlite3.Row | None:
    found = connection.execute("SELECT * FROM reports WHERE document = ? AND superseded IS NULL", (document,))
    row: sqlite3.Row | None = found.fetchone()
    return row


def _key_of_current(connection: sqlite3.Connection, report: Report) -> int:
    query = "SELECT key FROM reports WHERE id = ? AND superseded IS NULL"
    return int(connection.execute(query, (report.id,)).fetchone()["key"])


def _version_of(connection: sqlite3.Connection, report: int) -> str | None:
    """The version that made the current reading of a report."""
    row = connection.execute(
        "SELECT version FROM readings JOIN generations ON generations.id = readings.generation "
        "WHERE report = ? AND superseded IS NULL", (report,),
    ).fetchone()  # fmt: skip
    return None if row is None else str(row["version"])


def _require_storable(report: Report) -> None:
    try:
        for words in (report.text, report.title, report.outlet, report.url, report.path):
            (words or "").encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError("has half characters (lone surrogates), which no ledger can hold", report.path) from error
