"""What the tables and columns mean, as Datasette shows it (`data/metadata.json`)."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def metadata(database: str = "ledger") -> dict[str, Any]:
    """The metadata for `datasette FILE --metadata`; `database` is the file's name without its suffix."""
    text = (files(__package__) / "data" / "metadata.json").read_text(encoding="utf-8")
    known: dict[str, Any] = json.loads(text)
    return known | {"databases": {database: known["databases"]["ledger"]}}
