"""All that the ledger has on one report: its reading, its revisions and what they changed, its reprints."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from counterclaim.compare.account import Account
from counterclaim.errors import UnknownReportError
from counterclaim.ledger import generations
from counterclaim.ledger.accounts import accounts_of
from counterclaim.ledger.changes import Changes, changes
from counterclaim.ledger.generations import held
from counterclaim.ledger.rows import report_of

_REVISIONS = "SELECT * FROM reports WHERE document = ? AND generation <= ? ORDER BY coalesce(published, ''), revision"
_REPRINTS = """
SELECT reports.id, reports.outlet, reports.published, reports.title FROM origins AS mine
JOIN origins AS others ON others.origin = mine.origin AND {others}
JOIN reports ON reports.key = others.report
WHERE mine.report = ? AND {mine} AND others.report <> mine.report
ORDER BY coalesce(reports.published, ''), reports.outlet, reports.id
"""


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of a report."""

    report: str
    """Its id."""
    published: str | None
    edit: str
    """first, words (its words changed) or trivial (white space, punctuation or case)."""
    changes: Changes
    """What it changed of the text before it; nothing where it is the first or trivial."""

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        plain = {"report": self.report, "published": self.published, "edit": self.edit}
        return plain | {name: [one.to_dict() for one in some] for name, some in self.changes._asdict().items()}


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of one report."""

    account: Account
    forgotten: str | None
    """When it was forgotten; its text and claims are then empty."""
    revisions: tuple[Revision, ...]
    """In the order of publication, then of arrival."""
    reprints: tuple[dict[str, str | None], ...]
    """Reports of near-identical text: id, outlet, published and title of each."""

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON: the contract's, with revisions and reprints."""
        report = self.account.report.to_dict() | {"forgotten": self.forgotten}
        return {
            "reports": [report],
            "actors": [actor.to_dict() for actor in self.account.actors],
            "claims": [claim.to_dict() for claim in self.account.claims],
            "revisions": [revision.to_dict() for revision in self.revisions],
            "reprints": list(self.reprints),
        }


def dossier_of(connection: sqlite3.Connection, report: str, generation: int | None) -> Dossier:
    """The dossier of a report, by its id or a beginning of it that no other has. Raises UnknownReportError."""
    upto = generations.last(connection) if generation is None else generation
    row = _find(connection, report, upto)
    query = _REPRINTS.format(mine=held("mine", generation), others=held("others", generation))
    reprints = tuple(dict(found) for found in connection.execute(query, (row["key"],)))
    account = _account(connection, row, upto)
    return Dossier(account, row["forgotten"], tuple(_revisions(connection, row["document"], upto)), reprints)


def full_id(connection: sqlite3.Connection, report: str) -> str:
    """The id that begins so. Raises UnknownReportError where there is none or more than one."""
    return str(_find(connection, report, generations.last(connection))["id"])


def _find(connection: sqlite3.Connection, report: str, upto: int) -> sqlite3.Row:
    """The last row of a report up to a generation; one whose text came back has several."""
    query = (
        "SELECT DISTINCT id FROM reports WHERE id >= ? AND substr(id, 1, ?) = ? AND id < ? AND generation <= ? LIMIT 2"
    )
    ends = (report, len(report), report, f"{report}\U0010ffff", upto)
    ids = connection.execute(query, ends).fetchall() if report else []
    if len(ids) != 1:
        raise UnknownReportError(f"there is {'more than one' if ids else 'no'} report {report}")
    query = "SELECT * FROM reports WHERE id = ? AND generation <= ? ORDER BY key DESC LIMIT 1"
    row: sqlite3.Row = connection.execute(query, (ids[0]["id"], upto)).fetchone()
    return row


def _revisions(connection: sqlite3.Connection, document: str, upto: int) -> list[Revision]:
    revisions: list[Revision] = []
    before: Account | None = None
    for row in connection.execute(_REVISIONS, (document, upto)).fetchall():
        found = Changes()
        if row["edit"] != "trivial":
            account = _account(connection, row, upto)
            found = found if before is None else changes(before, account)
            before = account
        revisions.append(Revision(row["id"], row["published"], row["edit"], found))
    return revisions


def _account(connection: sqlite3.Connection, row: sqlite3.Row, upto: int) -> Account:
    """What was last read in a report up to a generation; without claims where nothing was."""
    query = "SELECT max(key) FROM readings WHERE report = ? AND generation <= ?"
    (reading,) = connection.execute(query, (row["key"], upto)).fetchone()
    if reading is None:
        return Account(report_of(row), (), ())
    return accounts_of(connection, [reading])[0]
