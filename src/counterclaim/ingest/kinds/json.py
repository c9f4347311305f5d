"""JSON: one report as an object, or many as an array of objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from counterclaim.errors import InputError
from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.kinds.jsonl import parse_json
from counterclaim.ingest.records import make_record
from counterclaim.ingest.sniffing import as_text
from counterclaim.ingest.streams import looked_into

NAME = "json"
SUFFIXES: tuple[str, ...] = (".json",)


def sniff(head: bytes, name: str) -> bool:
    """By the beginning of an object, or of an array of objects."""
    text = "".join(as_text(head[:4096]).split())
    return text.startswith(('{"', "[{", "[]", "{}"))


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """A report for the object, or one for each of the array."""
    head, stream = looked_into(source.stream)
    if not as_text(head).lstrip().startswith("["):
        record = parse_json(replace(source, stream=stream).document(), source.where)
        yield from make_record(record, source.where, context.options, source.path)
        return
    for number, record in enumerate(_items(stream, source.where), start=1):
        try:
            yield from make_record(record, source.at(f"entry {number}"), context.options)
        except InputError as error:
            yield error


def _items(stream: BinaryIO, where: str) -> Iterator[Any]:
    """The objects of an array, as they come."""
    from counterclaim.ingest.json_stream import entries

    count = 0
    for _, item in entries(stream, where, {"item"}):
        count += 1
        yield item
    if not count:
        raise InputError("is an empty list", where)
