"""JSON Lines in UTF-8: one object of the contract a line, with what makes it readable by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from counterclaim.export.tables import TABLES, Table

NAME = "jsonl"
OF = tuple(TABLES)


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write each thing on a line of its own."""
    for thing in things:
        stream.write(json.dumps(thing, ensure_ascii=False).encode("utf-8") + b"\n")
