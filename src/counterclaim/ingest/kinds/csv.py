"""CSV, also with semicolons or tabs: one report a row; the first row names the columns."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from counterclaim.errors import EmptyInputError, InputError
from counterclaim.ingest.encoding import Decoded, decode
from counterclaim.ingest.kind import Context, Note, Options, Outcome, Source
from counterclaim.ingest.records import make_record, require_columns, text_keys
from counterclaim.ingest.sniffing import as_text
from counterclaim.ingest.streams import MAX_BYTES, looked_into, too_large
from counterclaim.ingest.text import assumed

NAME = "csv"
SUFFIXES: tuple[str, ...] = (".csv", ".tsv")

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_DELIMITERS = ",;\t"


def sniff(head: bytes, name: str) -> bool:
    """By its name, or by a first row in which a column has the name that a text has in known formats."""
    if name.lower().endswith(SUFFIXES):
        return True
    header, _, rest = as_text(head).partition("\n")
    columns = [column.strip(' "\r').lower() for column in header.split(_delimiter(header))]
    return (
        len(columns) > 1 and not set(columns).isdisjoint(text_keys()) and _delimiter(header) in rest.partition("\n")[0]
    )


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """A report a row; a row is named by the line on which it begins."""
    head, stream = looked_into(source.stream)
    decoded = _decoded(head, source.where)
    note = assumed(decoded, source.where)
    if note:
        yield Note(note)
    lines = io.TextIOWrapper(stream, _codec(decoded), errors="replace", newline="")
    try:
        yield from _rows(lines, source, context.options)
    except csv.Error as error:
        raise InputError(f"can't be read as a table: {error}", source.where) from error
    finally:
        lines.detach()


def _rows(lines: io.TextIOWrapper, source: Source, options: Options) -> Iterator[Outcome]:
    csv.field_size_limit(MAX_BYTES)  # for the whole process; the default of 131,072 is less than a long article
    header = lines.readline(MAX_BYTES)
    columns = next(csv.reader([header], delimiter=_delimiter(header)), [])
    require_columns(columns, source.where, options)
    rows = csv.reader(_lines(lines, source.where), delimiter=_delimiter(header))
    begins, empty = 2, True
    for row in rows:
        where = source.at(f"line {begins}")
        begins = rows.line_num + 2
        if not any(row):
            continue
        empty = False
        try:
            yield from make_record(dict(zip(columns, row, strict=False)), where, options)
        except InputError as error:
            yield error
    if empty:
        raise EmptyInputError("has no rows", source.where)


def _lines(lines: io.TextIOWrapper, where: str) -> Iterator[str]:
    while line := lines.readline(MAX_BYTES + 1):
        if len(line) > MAX_BYTES:
            raise too_large(MAX_BYTES, where, "line")
        yield line


def _decoded(head: bytes, where: str) -> Decoded:
    """How the first whole lines are encoded; the rest is taken to be as they are."""
    whole = head[:4] if head.startswith(_MARKS) else head[: head.rfind(b"\n") + 1] or head
    return decode(whole, where)


def _codec(decoded: Decoded) -> str:
    return "utf-8-sig" if decoded.encoding == "utf-8" else decoded.encoding


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)
