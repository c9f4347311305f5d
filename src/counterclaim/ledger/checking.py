"""Whether a ledger is whole: the file, and that its rows say what they must."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from counterclaim.ledger.accounts import accounts_of
from counterclaim.ledger.rows import report_of
from counterclaim.model import Report, Spans

Problems = Iterator[str]

_BATCH = 200
"""Readings that are looked at together."""

_RULES: tuple[tuple[str, str], ...] = (
    ("report {} has no origin, or is current and has no reading",
     "SELECT id FROM reports WHERE superseded IS NULL AND forgotten IS NULL AND (key NOT IN "
     "(SELECT report FROM origins WHERE superseded IS NULL) OR key NOT IN "
     "(SELECT report FROM readings WHERE superseded IS NULL))"),
    ("report {} is not current, but its reading is",
     "SELECT id FROM reports JOIN readings ON readings.report = reports.key "
     "WHERE reports.superseded NOTNULL AND readings.superseded IS NULL"),
    ("report {} has two current readings",
     "SELECT id FROM reports JOIN readings ON readings.report = reports.key AND readings.superseded IS NULL "
     "GROUP BY reports.key HAVING count(*) > 1"),
    ("report {} has two current revisions",
     "SELECT min(id) FROM reports WHERE superseded IS NULL GROUP BY document HAVING count(*) > 1"),
    ("report {} is forgotten, but something of it is left",
     "SELECT id FROM reports WHERE forgotten NOTNULL AND (text <> '' OR title NOTNULL OR url NOTNULL "
     "OR key IN (SELECT report FROM readings))"),
    ("report {} is compared by a reading that is not current",
     "SELECT id FROM chapters JOIN reports ON reports.key = chapters.report WHERE work IS NULL AND reading NOT IN "
     "(SELECT key FROM readings WHERE superseded IS NULL)"),
    ("dispute {} has fewer than two positions",
     "SELECT id FROM disputes WHERE (SELECT count(*) FROM positions WHERE dispute = disputes.key) < 2"),
    ("a position of dispute {} has no claim",
     "SELECT id FROM disputes JOIN positions ON positions.dispute = disputes.key WHERE positions.key NOT IN "
     "(SELECT position FROM position_claims)"),
    ("dispute {} stands there twice",
     "SELECT id FROM disputes WHERE superseded IS NULL GROUP BY id HAVING count(*) > 1"),
)  # fmt: skip


def check(connection: sqlite3.Connection) -> list[str]:
    """All that is wrong, one line each; nothing where the ledger is whole."""
    return [line for examine in CHECKS for line in examine(connection)]


def _file(connection: sqlite3.Connection) -> Problems:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file is damaged: {' '.join(line.split())}"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} points to a row of {row[2]} that is not there"


def _indexes(connection: sqlite3.Connection) -> Problems:
    for index, fits in (("search", "reports"), ("claim_words", "claims"), ("dispute_words", "disputes")):
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if not (error.sqlite_errorname or "").startswith("SQLITE_CORRUPT"):
                raise
            yield f"the index of words does not fit the {fits}"


def _rules(connection: sqlite3.Connection) -> Problems:
    for words, query in _RULES:
        for (name,) in connection.execute(query):
            yield words.format(name)


def _texts(connection: sqlite3.Connection) -> Problems:
    for row in connection.execute("SELECT * FROM reports WHERE forgotten IS NULL"):
        report = report_of(row)
        if report.text_sha256 != row["text_sha256"] or report.id != row["id"]:
            yield f"report {row['id']} is not the text that was added"


def _claims(connection: sqlite3.Connection) -> Problems:
    keys = [key for (key,) in connection.execute("SELECT key FROM readings ORDER BY key")]
    for start in range(0, len(keys), _BATCH):
        for account in accounts_of(connection, keys[start : start + _BATCH]):
            for claim in account.claims:
                if not _inside(claim.content, account.report):
                    yield f"claim {claim.id} points outside its report"
                elif account.report.words_at(claim.content) != claim.text:
                    yield f"claim {claim.id} does not have the words of its report"


def _inside(spans: Spans, report: Report) -> bool:
    return all(0 <= span.start <= span.end <= len(report.text) for span in spans)


CHECKS: tuple[Callable[[sqlite3.Connection], Problems], ...] = (_file, _indexes, _rules, _texts, _claims)
"""In this order."""
