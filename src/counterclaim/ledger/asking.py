"""Claims and disputes found in the ledger: those that hold now, or held at an earlier generation."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from counterclaim.compare.account import Account
from counterclaim.ledger.accounts import accounts_of, readings_of_claims
from counterclaim.ledger.generations import held
from counterclaim.ledger.words import LEAST, matches, quoted
from counterclaim.model import Actor, Claim, Dispute, Link, Position, Report

_CLAIMS = """
SELECT claims.key, claims.id FROM reports CROSS JOIN readings ON readings.report = reports.key
CROSS JOIN claims ON claims.reading = readings.key LEFT JOIN actors ON actors.key = claims.claimant
"""
"""From the reports on, so that those last published come first without sorting all claims."""
_FOUND = """
SELECT claims.key, claims.id FROM claim_words CROSS JOIN claims ON claims.key = claim_words.rowid
CROSS JOIN readings ON readings.key = claims.reading CROSS JOIN reports ON reports.key = readings.report
LEFT JOIN actors ON actors.key = claims.claimant
"""
"""From the words on, for what few claims have."""
_AFTER_ALL = "\U0010ffff"
"""After whatever may follow the beginning of a time."""
_FEW = 2_000
"""Claims that are worth sorting: of more than these, those last published are soon found."""
_NAMED = "(actors.name LIKE ? ESCAPE '\\' OR actors.names LIKE ? ESCAPE '\\' " \
         "OR (claims.narrator AND reports.outlet LIKE ? ESCAPE '\\'))"  # fmt: skip
_PLACED = "EXISTS (SELECT 1 FROM facets WHERE facets.claim = claims.key AND facets.kind = 'place' " \
          "AND (facets.name LIKE ? ESCAPE '\\' OR facets.country = ?))"  # fmt: skip

_SAID = "EXISTS (SELECT 1 FROM positions JOIN position_claims ON position_claims.position = positions.key " \
        "JOIN claims ON claims.key = position_claims.claim " \
        "WHERE positions.dispute = disputes.key AND claims.text LIKE ? ESCAPE '\\')"  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims: those to which all that is given applies. Letters' case does not matter (A-Z only)."""

    claimant: str | None = None
    """Words of the claimant's name; the outlet's for what a report states itself."""
    place: str | None = None
    """A part of a place's name, of three letters or more; or a country's code, or a whole name of two letters."""
    since: str | None = None
    """First day of publication, ISO 8601."""
    until: str | None = None
    """Last day of publication."""
    act: str | None = None
    outlet: str | None = None
    """A part of the outlet's name."""
    text: str | None = None
    """Words of the claim."""

    def conditions(self) -> Iterator[tuple[str, Sequence[Any]]]:
        """Each as SQL with its values."""
        for word in (self.claimant or "").split():
            yield _NAMED, [like(word)] * 3
        if self.place:
            yield _PLACED, (like(self.place) if len(self.place) >= LEAST else self.place, self.place.upper())
        if self.since:
            yield "reports.published >= ?", (self.since,)
        if self.until:
            yield "reports.published < ?", (f"{self.until}{_AFTER_ALL}",)
        if self.act:
            yield "claims.act = ?", (self.act,)
        if self.outlet:
            yield "reports.outlet LIKE ? ESCAPE '\\'", (like(self.outlet),)
        for word in (self.text or "").split():
            yield "claims.text LIKE ? ESCAPE '\\'", (like(word),)

    def query(self) -> str:
        """What the index of words has of it: all claims that are wanted match this, and some others may; or ""."""
        asked = [("claimant", word) for word in (self.claimant or "").split()]
        asked += [("text", word) for word in (self.text or "").split()]
        if self.place:
            asked.append(("place", self.place if len(self.place) >= LEAST else f"|{self.place}|"))
        return " AND ".join(f"{column} : {quoted(words)}" for column, words in asked if len(words) >= LEAST)


class Told(NamedTuple):
    """A claim with its report and its people."""

    claim: Claim
    report: Report
    claimant: Actor | None
    relayed_by: Actor | None

    def to_dict(self) -> dict[str, Any]:
        """The claim's object in the contract, with what a list of claims needs of its report and people."""
        known = self.claim.to_dict()
        known["claimant_name"] = self.claimant.name if self.claimant else None
        known["relayed_by_name"] = self.relayed_by.name if self.relayed_by else None
        return known | {name: getattr(self.report, name) for name in ("outlet", "published", "title", "url")}


class Disputed(NamedTuple):
    """Disputes, with the links between their claims and the accounts that these stand in."""

    disputes: tuple[Dispute, ...]
    links: tuple[Link, ...]
    accounts: tuple[Account, ...]

    def to_dict(self) -> dict[str, Any]:
        """The contract's objects: disputes, links, and the claims of the disputes as `Told` gives them."""
        members = {claim for dispute in self.disputes for position in dispute.positions for claim in position.claims}
        return {
            "disputes": [dispute.to_dict() for dispute in self.disputes],
            "links": [link.to_dict() for link in self.links],
            "claims": [told.to_dict() for told in told_in(self.accounts) if told.claim.id in members],
        }


def find_claims(
    connection: sqlite3.Connection, wanted: Wanted, generation: int | None, limit: int | None
) -> tuple[list[Told], bool]:
    """Claims, those last published first, `limit` at most; and whether there are more."""
    conditions = [(held("readings", generation), ()), *wanted.conditions()]
    words, start = wanted.query(), _CLAIMS
    if words and matches(connection, words, _FEW) <= _FEW:
        start, conditions = _FOUND, [("claim_words MATCH ?", (words,)), *conditions]
    where = " AND ".join(condition for condition, _ in conditions)
    values = [value for _, some in conditions for value in some]
    query = f"{start} WHERE {where} ORDER BY published DESC, outlet, reports.id, claims.number LIMIT ?"
    rows = connection.execute(query, [*values, limit + 1 if limit else -1]).fetchall()
    found = {row["key"]: row["id"] for row in rows[: limit or None]}
    told = {one.claim.id: one for one in told_in(accounts_of(connection, readings_of_claims(connection, found)))}
    return [told[name] for name in found.values()], len(found) < len(rows)


def told_in(accounts: Iterable[Account]) -> Iterator[Told]:
    """All claims of some accounts."""
    for account in accounts:
        actors = {actor.id: actor for actor in account.actors}
        for claim in account.claims:
            yield Told(claim, account.report, actors.get(claim.claimant or ""), actors.get(claim.relayed_by or ""))


def find_disputes(
    connection: sqlite3.Connection, generation: int | None, limit: int | None, kind: str | None, text: str | None
) -> tuple[Disputed, int]:
    """Disputes, those with the latest report first, `limit` at most; and how many there are in all."""
    conditions, values = [held("disputes", generation)], list[Any]()
    if kind:
        conditions.append("disputes.kind = ?")
        values.append(kind)
    words = (text or "").split()
    if long := [quoted(word) for word in words if len(word) >= LEAST]:
        conditions.append("disputes.key IN (SELECT rowid FROM dispute_words WHERE dispute_words MATCH ?)")
        values.append(" AND ".join(long))
    for word in words:
        if len(word) < LEAST:
            conditions.append(f"(disputes.question LIKE ? ESCAPE '\\' OR {_SAID})")
            values += [like(word)] * 2
    chosen = f"FROM disputes WHERE {' AND '.join(conditions)}"
    (total,) = connection.execute(f"SELECT count(*) {chosen}", values).fetchone()
    rows = connection.execute(f"SELECT * {chosen} ORDER BY until DESC, id LIMIT ?", [*values, limit or -1])
    return _disputed(connection, rows.fetchall(), generation), total


def all_compared(connection: sqlite3.Connection, generation: int | None) -> Disputed:
    """Everything that was found between claims, with the readings that are compared for it.

    Where a report has been revised since, the reading that it was found in is there as well.
    """
    disputes = connection.execute(
        f"SELECT * FROM disputes WHERE {held('disputes', generation)} ORDER BY until DESC, id"
    ).fetchall()
    query = f"""
        SELECT readings.key FROM readings JOIN origins ON origins.report = readings.report
        WHERE origins.origin = readings.report AND {held("readings", generation)} AND {held("origins", generation)}
        UNION SELECT claims.reading FROM links JOIN claims ON claims.key IN (links.source, links.target)
        WHERE {held("links", generation)}
        UNION SELECT claims.reading FROM disputes JOIN positions ON positions.dispute = disputes.key
        JOIN position_claims ON position_claims.position = positions.key
        JOIN claims ON claims.key = position_claims.claim WHERE {held("disputes", generation)}
    """
    accounts = accounts_of(connection, [key for (key,) in connection.execute(query)])
    query = f"""
        SELECT links.*, sources.id AS one, targets.id AS other FROM links
        JOIN claims AS sources ON sources.key = links.source JOIN claims AS targets ON targets.key = links.target
        WHERE {held("links", generation)} ORDER BY links.key
    """
    links = (Link(row["one"], row["other"], row["type"], row["why"], row["score"]) for row in connection.execute(query))
    return Disputed(_disputes(connection, disputes, {}), tuple(links), tuple(accounts))


def like(words: str) -> str:
    """A pattern for LIKE that finds these words anywhere."""
    plain = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"


def _disputed(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], generation: int | None) -> Disputed:
    claims = dict[int, str]()
    disputes = _disputes(connection, rows, claims)
    accounts = accounts_of(connection, readings_of_claims(connection, claims))
    return Disputed(disputes, tuple(_links(connection, claims, generation)), tuple(accounts))


def _disputes(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], claims: dict[int, str]
) -> tuple[Dispute, ...]:
    """Disputes by their rows; keys and ids of their claims are added to `claims`."""
    return tuple(
        Dispute(row["id"], row["question"], row["kind"], _positions(connection, row["key"], claims), row["status"])
        for row in rows
    )


def _positions(connection: sqlite3.Connection, dispute: int, claims: dict[int, str]) -> tuple[Position, ...]:
    """The positions of a dispute; keys and ids of their claims are added to `claims`."""
    query = """
        SELECT positions.number, positions.value, claims.key, claims.id FROM positions
        JOIN position_claims ON position_claims.position = positions.key
        JOIN claims ON claims.key = position_claims.claim
        WHERE positions.dispute = ? ORDER BY positions.number, position_claims.number
    """
    values, held_by = dict[int, str](), dict[int, list[str]]()
    for row in connection.execute(query, (dispute,)):
        values[row["number"]] = row["value"]
        held_by.setdefault(row["number"], []).append(row["id"])
        claims[row["key"]] = row["id"]
    return tuple(Position(value, tuple(held_by[number])) for number, value in values.items())


def _links(connection: sqlite3.Connection, claims: dict[int, str], generation: int | None) -> Iterator[Link]:
    """The links between some claims."""
    query = f"""
        SELECT * FROM links WHERE source IN (SELECT value FROM json_each(?)) AND {held("links", generation)}
        ORDER BY key
    """
    for row in connection.execute(query, (json.dumps(list(claims)),)):
        if row["target"] in claims:
            yield Link(claims[row["source"]], claims[row["target"]], row["type"], row["why"], row["score"])
