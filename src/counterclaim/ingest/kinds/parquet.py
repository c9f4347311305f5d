"""Parquet: one report a row, the columns as in CSV. Needs pyarrow: `pip install 'counterclaim[parquet]'`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.errors import EmptyInputError, InputError
from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.records import make_record, require_columns
from counterclaim.ingest.streams import seekable

NAME = "parquet"
SUFFIXES: tuple[str, ...] = (".parquet",)

_ROWS_AT_ONCE = 100


def sniff(head: bytes, name: str) -> bool:
    """By its magic bytes."""
    return head.startswith(b"PAR1")


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """A report a row."""
    number = 0
    for number, record in enumerate(_records(source, context), start=1):
        try:
            yield from make_record(record, source.at(f"row {number}"), context.options)
        except InputError as error:
            yield error
    if not number:
        raise EmptyInputError("has no rows", source.where)


def _records(source: Source, context: Context) -> Iterator[dict[str, Any]]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise InputError("is a Parquet file; pip install 'counterclaim[parquet]' to read it", source.where) from error
    try:
        file = parquet.ParquetFile(seekable(source.stream, source.where))
        require_columns(file.schema_arrow.names, source.where, context.options)
        for batch in file.iter_batches(_ROWS_AT_ONCE):
            yield from batch.to_pylist()
    except (ArrowException, OSError, ValueError) as error:  # ValueError where text is not UTF-8
        raise InputError(f"can't be read as Parquet: {' '.join(str(error).split())[:200]}", source.where) from error
