"""CSV as in RFC 4180, in UTF-8: one flat row a claim, a link, or a claim of a dispute."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, BinaryIO

from counterclaim.export.tables import TABLES, Table

NAME = "csv"
OF = tuple(TABLES)


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write a head line with the names of the columns, then the rows."""
    write_rows(table.columns, (row for thing in things for row in table.rows(thing)), stream)


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], stream: BinaryIO) -> None:
    """Write a head line and rows; a column that a row lacks, or that is None in it, is empty."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    text.flush()
    text.detach()
