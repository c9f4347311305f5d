"""The model's values as rows of the ledger, and back: what was stored comes back equal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from counterclaim.model import Actor, Claim, Event, Facet, Participant, Place, Quantity, Report, Span, Spans, Time

REPORT = ("title", "outlet", "published", "url", "path", "language", "raw_sha256", "text")
"""The columns of a report that are fields of the value as they are."""
_PLAIN = ("id", "text", "quote", "act", "certainty")
_SPANS = ("mention", "source", "cue", "content")


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> int:
    """Add a row; gives its key."""
    columns, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    done = connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))
    return int(done.lastrowid or 0)


def to_json(value: Any) -> str:
    """A value as it stands in a column; lists and objects are JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def report_row(report: Report) -> dict[str, Any]:
    """A report's columns."""
    return {name: getattr(report, name) for name in REPORT} | {"id": report.id, "text_sha256": report.text_sha256}


def report_of(row: sqlite3.Row) -> Report:
    """The report of a row."""
    return Report(**{name: row[name] for name in REPORT})


def actor_row(actor: Actor) -> dict[str, Any]:
    """An actor's columns."""
    plain = {"id": actor.id, "name": actor.name, "kind": actor.kind, "of": actor.of}
    return plain | {"roles": to_json(actor.roles), "names": to_json(actor.names)}


def actor_of(row: sqlite3.Row) -> Actor:
    """The actor of a row."""
    roles, names = tuple(json.loads(row["roles"])), tuple(json.loads(row["names"]))
    return Actor(row["id"], row["name"], row["kind"], roles, row["of"], names)


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim's columns, without its references to actors and claims."""
    plain = {name: getattr(claim, name) for name in _PLAIN}
    flags = {"narrator": int(claim.narrator), "negated": None if claim.negated is None else int(claim.negated)}
    return plain | flags | {name: to_json(getattr(claim, name)) for name in _SPANS}


def claim_of(row: sqlite3.Row, facets: Iterable[Facet]) -> Claim:
    """The claim of a row that also has the ids of its report, claimant, relay and what it refers to."""
    columns: dict[str, Any] = {name: row[name] for name in _PLAIN}
    columns |= {name: _spans(json.loads(row[name])) for name in _SPANS}
    return Claim(
        **columns,
        report=row["report_id"],
        claimant=row["claimant_id"],
        relayed_by=row["relay_id"],
        refers_to=row["referred_id"],
        negated=None if row["negated"] is None else bool(row["negated"]),
        narrator=bool(row["narrator"]),
        facets=tuple(facets),
    )


def facet_row(facet: Facet) -> dict[str, Any]:
    """A facet's columns: its kind and the contract's object; the others follow from these."""
    data = facet.to_dict()
    return {"kind": data["kind"], "data": to_json(data)}


def facet_of(data: str) -> Facet:
    """The facet of the contract's object."""
    value = json.loads(data)
    return _FACETS[value.pop("kind")](value | {"spans": _spans(value["spans"])})


def _quantity(value: dict[str, Any]) -> Facet:
    bounds = {name: None if value[name] is None else float(value[name]) for name in ("low", "high")}
    return Quantity(**value | bounds)


def _event(value: dict[str, Any]) -> Facet:
    some = (Participant(**one | {"spans": _spans(one["spans"])}) for one in value["participants"])
    return Event(**value | {"participants": tuple(some)})


def _spans(pairs: Iterable[Iterable[int]]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)


_FACETS: dict[str, Callable[[dict[str, Any]], Facet]] = {
    "quantity": _quantity,
    "time": lambda value: Time(**value),
    "place": lambda value: Place(**value),
    "event": _event,
}
