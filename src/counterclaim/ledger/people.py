"""Who goes by a name, and how much they claim."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from counterclaim.ledger.asking import like
from counterclaim.ledger.generations import held


@dataclass(frozen=True, slots=True)
class Person:
    """An actor as all reports that call it the same have it; a body or a group as well."""

    name: str
    kind: str
    roles: tuple[str, ...]
    reports: int
    claims: int
    acts: dict[str, int]
    """How many claims of each act."""
    first: str | None
    """Publication of the first report that names it."""
    last: str | None

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        return asdict(self) | {"roles": list(self.roles)}


def who(connection: sqlite3.Connection, name: str, generation: int | None) -> list[Person]:
    """Those whose names have all words of a name, who claims most first."""
    words = name.split()
    condition = " AND ".join(["(name LIKE ? ESCAPE '\\' OR names LIKE ? ESCAPE '\\')"] * len(words)) or "0"
    query = f"""
        SELECT actors.name, actors.kind, json_group_array(actors.key) AS keys, json_group_array(roles) AS roles,
          count(DISTINCT readings.report) AS reports, min(published) AS first, max(published) AS last
        FROM actors JOIN readings ON readings.key = actors.reading JOIN reports ON reports.key = readings.report
        WHERE {held("readings", generation)} AND {condition} GROUP BY actors.name, actors.kind
    """
    values = [like(word) for word in words for _ in range(2)]
    people = [_person(connection, row) for row in connection.execute(query, values)]
    return sorted(people, key=lambda one: (-one.claims, one.name, one.kind))


def _person(connection: sqlite3.Connection, row: sqlite3.Row) -> Person:
    query = "SELECT act, count(*) FROM claims WHERE claimant IN (SELECT value FROM json_each(?)) GROUP BY act"
    acts = {str(act): number for act, number in connection.execute(query, (row["keys"],))}
    roles = dict.fromkeys(role for some in json.loads(row["roles"]) for role in json.loads(some))
    return Person(
        row["name"], row["kind"], tuple(roles), row["reports"], sum(acts.values()),
        {act: number for act, number in acts.items() if act != "None"}, row["first"], row["last"],
    )  # fmt: skip
