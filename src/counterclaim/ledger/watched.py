"""What has been asked of servers, kept so that watching goes on after a restart where it stopped."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal

from counterclaim.ledger.connection import transaction
from counterclaim.ledger.documents import document_at

WatchedKind = Literal["feed", "page", "host", "text"]

_MOMENTS = ("asked", "due", "failing_since")


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed, a page that a feed links to, a host that asks to be left alone, or a text that can't be read."""

    kind: WatchedKind
    name: str
    """A feed's address, the hash of a page's, a host's name, a report's id."""
    address: str | None = None
    """A feed's or page's; None where the report of the page was forgotten."""
    document: str | None = None
    """The report that a page gave: what all its revisions share."""
    asked: datetime | None = None
    """When it was last asked for; moments are to the second."""
    due: datetime | None = None
    """Not to be asked for before. A page without is not asked for again."""
    looks: int = 0
    """How often it was asked for and answered."""
    etag: str | None = None
    modified: str | None = None
    """The server's Last-Modified, as it sent it."""
    failures: int = 0
    """How often in a row it could not be had or read."""
    failure: str | None = None
    """What went wrong the last time."""
    failing_since: datetime | None = None


def page_at(address: str) -> Watched:
    """A page that was not asked for yet. Its name says nothing of the address, which may have to be forgotten."""
    return Watched("page", sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:16], address)


def recall(connection: sqlite3.Connection, thing: Watched) -> Watched:
    """What is known of a thing, or the thing itself where nothing is."""
    row = connection.execute("SELECT * FROM watched WHERE kind = ? AND name = ?", (thing.kind, thing.name)).fetchone()
    return thing if row is None else _of(row)


def note(connection: sqlite3.Connection, thing: Watched) -> None:
    """Keep what is now known of a thing, in place of what was; of what is forgotten no address is kept."""
    grave = "SELECT 1 FROM reports WHERE document IN (?, ?) AND forgotten NOTNULL"
    if connection.execute(grave, (thing.document, document_at(thing.address or ""))).fetchone():
        thing = replace(thing, address=None, due=None, etag=None, modified=None)
    values = {name: _plain(value) for name, value in asdict(thing).items()}
    marks = ", ".join("?" * len(values))
    with transaction(connection):
        connection.execute(f"REPLACE INTO watched ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


def pages_due(connection: sqlite3.Connection, moment: datetime, limit: int) -> list[Watched]:
    """The pages that are to be asked for, those that have waited longest first, `limit` at most."""
    query = "SELECT * FROM watched WHERE kind = 'page' AND due NOTNULL AND due <= ? ORDER BY due, name LIMIT ?"
    return [_of(row) for row in connection.execute(query, (_plain(moment), limit))]


def forget_pages(connection: sqlite3.Connection, url: str) -> None:
    """Take out the addresses of the pages that gave the report at a URL; they are not asked for again."""
    connection.execute(
        "UPDATE watched SET address = NULL, due = NULL, etag = NULL, modified = NULL, failure = NULL "
        "WHERE kind = 'page' AND (document = ? OR name = ?)", (document_at(url), page_at(url).name),
    )  # fmt: skip


def _of(row: sqlite3.Row) -> Watched:
    values = {field.name: row[field.name] for field in fields(Watched)}
    return Watched(**values | {name: _moment(values[name]) for name in _MOMENTS})


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _plain(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
