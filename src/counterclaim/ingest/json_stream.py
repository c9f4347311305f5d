"""Large JSON documents, value by value."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

import ijson

from counterclaim.errors import InputError
from counterclaim.ingest.streams import Watched, buffered, too_large

MAX_STRETCH = 50_000_000
"""Bytes from one value that is wanted to the next."""

MAX_DEPTH = 200
"""Objects and arrays inside one another."""

_SCALARS = ("string", "number", "boolean", "null")


def entries(stream: BinaryIO, where: str, prefixes: Collection[str]) -> Iterator[tuple[str, Any]]:
    """The values at any of some places of a document, with their places, in order.

    A place is a path of keys with "item" for any element of an array, as ijson writes it.
    Raises InputError where the document is not JSON, or goes on too long without such a value.
    """
    met = read = 0

    def watch(count: int) -> None:
        nonlocal read
        read = count
        if count - met > MAX_STRETCH:
            raise too_large(MAX_STRETCH, where, "entry")

    watched = buffered(Watched(stream, where, watch, "can't be read to its end"))
    try:
        events = _shallow(ijson.basic_parse(watched, use_float=True), where)
        for prefix, value in _values(ijson.parse(events), prefixes):
            met = read
            yield prefix, value
    except ijson.JSONError as error:
        raise InputError(f"is not valid JSON ({_first_line(error)})", where) from error


def _shallow(events: Iterator[tuple[str, Any]], where: str) -> Iterator[tuple[str, Any]]:
    """The events, while they are not nested so deeply that their paths alone would fill the memory."""
    depth = 0
    for event, value in events:
        depth += event.startswith("start_") - event.startswith("end_")
        if depth > MAX_DEPTH:
            raise InputError("is nested too deeply to hold reports", where)
        yield event, value


def _values(events: Iterator[tuple[str, str, Any]], prefixes: Collection[str]) -> Iterator[tuple[str, Any]]:
    for prefix, event, value in events:
        if prefix not in prefixes or event.startswith("end_"):
            continue
        if event in _SCALARS:
            yield prefix, value
        else:
            yield prefix, _built(events, prefix, event)


def _built(events: Iterator[tuple[str, str, Any]], prefix: str, event: str) -> Any:
    """The object or array that begins with an event; the events are read to its end."""
    builder = ijson.ObjectBuilder()
    builder.event(event, None)
    end = (prefix, event.replace("start", "end"))
    for inner, event, value in events:
        builder.event(event, value)
        if (inner, event) == end:
            break
    return builder.value


def _first_line(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    return (text.strip().splitlines() or ["unreadable"])[0]
