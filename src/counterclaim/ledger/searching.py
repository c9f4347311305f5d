"""Full-text search (SQLite's FTS5, ranked by BM25)."""

from __future__ import annotations

import re
import sqlite3
from typing import Any, NamedTuple

from counterclaim.errors import LedgerError
from counterclaim.ledger.generations import held

_TERM = re.compile(r'"[^"]*"?|[^\s"]+')


class Hit(NamedTuple):
    """A report that has the words searched for."""

    report: str
    """Its id."""
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str
    """Some of its text around the words, which stand in brackets."""

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        return self._asdict()


def search(
    connection: sqlite3.Connection, words: str, generation: int | None, limit: int | None
) -> tuple[list[Hit], int]:
    """Reports that have all words, the best first, `limit` at most; and how many there are in all.

    Words in quotation marks stand together, `word*` stands for all words with that beginning. Raises
    LedgerError where no word is given.
    """
    joined = "FROM search JOIN reports ON reports.key = search.rowid WHERE search MATCH ? AND reports.forgotten IS NULL"
    joined += f" AND {held('reports', generation)}"
    asked = _query(words)
    (total,) = connection.execute(f"SELECT count(*) {joined}", (asked,)).fetchone()
    columns = "reports.id, reports.title, outlet, published, snippet(search, -1, '[', ']', ' … ', 24) AS snippet"
    rows = connection.execute(f"SELECT {columns} {joined} ORDER BY rank, reports.id LIMIT ?", (asked, limit or -1))
    return [Hit(*row) for row in rows], total


def _query(words: str) -> str:
    """Words of a person as a query: FTS5's own operators and marks have no power in it."""
    terms = []
    for term in _TERM.findall(words):
        plain = term.strip('"').replace("\0", "")
        star = "*" if plain.endswith("*") and not term.startswith('"') else ""
        if any(c.isalnum() for c in plain):
            terms.append(f'"{plain.rstrip("*") if star else plain}"{star}')
    if not terms:
        raise LedgerError(f'there is no word to search for in "{words}"')
    return " ".join(terms)
