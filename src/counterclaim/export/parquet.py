"""Parquet with typed columns: one row a claim, a link or a dispute; needs pyarrow.

`counterclaim[parquet]` has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from counterclaim.errors import ExportError
from counterclaim.export.tables import Table

NAME = "parquet"
OF: tuple[str, ...] = ("claims", "links", "disputes", "fatalities", "reports")

_ROWS_AT_ONCE = 1000
"""Rows of one row group: as many are in memory."""
_FACETS = {"quantity": "quantities", "time": "times", "place": "places", "event": "events"}
"""The column of each kind of facet."""


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write a row for each thing, a row group at a time. Raises ExportError where pyarrow is missing."""
    try:
        from pyarrow import RecordBatch, parquet

        from counterclaim.export.schemas import schema_of
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow: pip install 'counterclaim[parquet]'") from error
    schema = schema_of(table.name)
    rows = (_row(thing, schema.names) for thing in things)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            writer.write_batch(RecordBatch.from_pylist(batch, schema))


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        yield batch


def _row(thing: dict[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    """What the columns have of a thing: its facets by kind, its spans as structs and its claims as a list."""
    row = {name: _value(name, thing[name]) for name in columns if name in thing}
    for facet in thing.get("facets", ()):
        row.setdefault(_FACETS[facet["kind"]], []).append(_value("", facet))
    if isinstance(thing.get("claims"), dict):
        row["claims"] = [{"id": name, **claim} for name, claim in thing["claims"].items()]
    return row


def _value(name: str, value: Any) -> Any:
    if name in _SPANS:
        return [{"start": start, "end": end} for start, end in value]
    if name in _DAYS:
        return None if value is None else date.fromisoformat(value)
    if isinstance(value, dict):
        return {inner: _value(inner, one) for inner, one in value.items()}
    if isinstance(value, list):
        return [_value("", one) for one in value]
    return value


_SPANS = frozenset(("mention", "source", "cue", "content", "spans"))
_DAYS = frozenset(("start", "end", "date_start", "date_end"))
