"""JSON Lines: one report a line, as news-please, fundus, trafilatura and others write them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.records import make_record
from counterclaim.ingest.sniffing import first_line
from counterclaim.ingest.streams import MAX_BYTES, lines_within, too_large

NAME = "jsonl"
SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")


def sniff(head: bytes, name: str) -> bool:
    """By a first line that is a whole JSON object."""
    line = first_line(head)
    if line is None:
        return head.lstrip().startswith(b'{"') and name.lower().endswith(SUFFIXES)
    try:
        return line.startswith("{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """A report a line; blank lines are passed over."""
    for number, line in enumerate(lines_within(source.stream), start=1):
        if line is not None and not line.strip():
            continue
        where = source.at(f"line {number}")
        try:
            if line is None:
                raise too_large(MAX_BYTES, where)
            yield from make_record(parse_json(line, where), where, context.options)
        except InputError as error:
            yield error


def parse_json(data: bytes, where: str) -> Any:
    """The value that the bytes of a JSON document stand for. Raises InputError."""
    try:
        return json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError as error:
        raise InputError("is nested too deeply to be a report", where) from error
    except ValueError as error:  # not JSON, or not in UTF-8
        raise InputError(f"is not valid JSON ({error})", where) from error
