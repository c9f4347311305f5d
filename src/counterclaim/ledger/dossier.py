"""All that the ledger has on one report: its reading, its revisions and what they changed, its reprints."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from counterclaim.compare.account import Account
from counterclaim.errors import UnknownReportError
from counterclaim.ledger.accounts import accounts_of
from counterclaim.ledger.documents import words_of
from counterclaim.ledger.rows import report_of
from counterclaim.model import Claim

_REVISIONS = """
SELECT others.* FROM reports JOIN reports AS others ON others.document = reports.document
WHERE reports.id = ? ORDER BY coalesce(others.published, ''), others.revision
"""
_REPRINTS = """
SELECT reports.id, reports.outlet, reports.published, reports.title FROM origins AS mine
JOIN origins AS others ON others.origin = mine.origin AND others.superseded IS NULL
JOIN reports ON reports.key = others.report
WHERE mine.report = ? AND mine.superseded IS NULL AND others.report <> mine.report
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
    gone: tuple[Claim, ...]
    """Claims of the text before it that it lacks."""
    come: tuple[Claim, ...]
    """Claims that the text before it lacks."""

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        plain = {"report": self.report, "published": self.published, "edit": self.edit}
        return plain | {name: [claim.to_dict() for claim in getattr(self, name)] for name in ("gone", "come")}


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
    row = _find(connection, report)
    reprints = tuple(dict(found) for found in connection.execute(_REPRINTS, (row["key"],)))
    account = _account(connection, row, generation)
    return Dossier(account, row["forgotten"], tuple(_revisions(connection, row["id"])), reprints)


def full_id(connection: sqlite3.Connection, report: str) -> str:
    """The id that begins so. Raises UnknownReportError where there is none or more than one."""
    return str(_find(connection, report)["id"])


def _find(connection: sqlite3.Connection, report: str) -> sqlite3.Row:
    rows = connection.execute("SELECT * FROM reports WHERE substr(id, 1, ?) = ? LIMIT 2", (len(report), report))
    found = rows.fetchall() if report else []
    if len(found) != 1:
        raise UnknownReportError(f"there is {'more than one' if found else 'no'} report {report}")
    row: sqlite3.Row = found[0]
    return row


def _revisions(connection: sqlite3.Connection, report: str) -> list[Revision]:
    revisions: list[Revision] = []
    before: tuple[Claim, ...] | None = None
    for row in connection.execute(_REVISIONS, (report,)).fetchall():
        claims = _account(connection, row, None).claims
        gone, come = ((), ()) if before is None or row["edit"] == "trivial" else _changes(before, claims)
        revisions.append(Revision(row["id"], row["published"], row["edit"], gone, come))
        before = before if row["edit"] == "trivial" else claims
    return revisions


def _changes(before: tuple[Claim, ...], after: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims that are gone and those that have come, by their words."""
    was, now = ({_words(claim) for claim in claims} for claims in (before, after))
    return (
        tuple(claim for claim in before if _words(claim) not in now),
        tuple(claim for claim in after if _words(claim) not in was),
    )


def _words(claim: Claim) -> str:
    return " ".join(words_of(claim.text))


def _account(connection: sqlite3.Connection, row: sqlite3.Row, generation: int | None) -> Account:
    """What was last read in a report, or up to a generation; without claims where nothing was."""
    upto = "" if generation is None else f"AND generation <= {int(generation)}"
    query = f"SELECT max(key) FROM readings WHERE report = ? {upto}"
    (reading,) = connection.execute(query, (row["key"],)).fetchone()
    if reading is None:
        return Account(report_of(row), (), ())
    return accounts_of(connection, [reading])[0]
