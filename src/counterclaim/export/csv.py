"""CSV as in RFC 4180, in UTF-8: one flat row a claim, a link, or a claim of a dispute."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, BinaryIO

from counterclaim.export.tables import TABLES, Table

NAME = "csv"
OF = tuple(TABLES)


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write a head line with the names of the columns, then the rows."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    rows = csv.DictWriter(text, table.columns)
    rows.writeheader()
    for thing in things:
        rows.writerows(table.rows(thing))
    text.flush()
    text.detach()
