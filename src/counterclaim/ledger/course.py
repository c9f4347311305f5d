"""How disputes went: each change that the ledger kept, with when it was noticed."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Any

_ROWS = """
SELECT disputes.id, disputes.question, disputes.status, generations.at,
  (SELECT count(*) FROM positions WHERE dispute = disputes.key) AS positions,
  (SELECT count(DISTINCT position_claims.claim) FROM positions
   JOIN position_claims ON position_claims.position = positions.key WHERE dispute = disputes.key) AS claims
FROM disputes JOIN generations ON generations.id = disputes.generation
WHERE disputes.generation <= ? ORDER BY disputes.generation, disputes.key
"""


@dataclass(frozen=True, slots=True)
class Stage:
    """A dispute as it stood from some time on."""

    at: str
    """When the ledger noticed it, UTC, ISO 8601."""
    question: str
    status: str
    positions: int
    claims: int

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        return asdict(self)


def courses(connection: sqlite3.Connection, generation: int | None) -> dict[str, tuple[Stage, ...]]:
    """The stages of each dispute by its id, the first first, up to a generation."""
    stages: dict[str, list[Stage]] = defaultdict(list)
    for row in connection.execute(_ROWS, (2**62 if generation is None else generation,)):
        stages[row["id"]].append(Stage(*(row[name] for name in ("at", "question", "status", "positions", "claims"))))
    return {name: tuple(some) for name, some in stages.items()}
