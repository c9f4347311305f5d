"""Telegram Desktop's export, result.json: one report a message with text in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.make import make_report
from counterclaim.ingest.sniffing import as_text

NAME = "telegram"
SUFFIXES: tuple[str, ...] = (".json",)

_NAMES = {"name", "chats.list.item.name"}
_MESSAGES = {"messages.item", "chats.list.item.messages.item"}


def sniff(head: bytes, name: str) -> bool:
    """By the keys of a chat's export, or of that of all chats."""
    text = "".join(as_text(head).split())
    one = '"messages":[' in text and '"type":"' in text
    return text.startswith("{") and (one or '"chats":{' in text)


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """The messages, chat by chat; what Telegram itself notes ("service") and mere pictures are passed over."""
    from counterclaim.ingest.json_stream import entries

    chat, met = None, False
    for place, value in entries(source.stream, source.where, _NAMES | _MESSAGES):
        if place in _NAMES:
            chat = value if isinstance(value, str) else None
            continue
        met = True
        if isinstance(value, Mapping) and value.get("type") == "message":
            yield from _message(value, chat, source, context)
    if not met:
        raise InputError("has no messages in it", source.where)


def _message(message: Mapping[str, Any], chat: str | None, source: Source, context: Context) -> Iterator[Outcome]:
    text = _text(message.get("text"))
    if not any(map(str.isalpha, text)):
        return
    where = source.at(f"message {message.get('id', '?')}")
    try:
        yield from make_report(text, where, context.options, outlet=chat, published=_time(message), path=where)
    except InputError as error:
        yield error


def _text(value: Any) -> str:
    """A message's text: a string, or a list of strings and of objects with a `text` (links, bold words)."""
    if isinstance(value, str):
        return value
    pieces = value if isinstance(value, list) else []
    return "".join(_text(piece.get("text")) if isinstance(piece, Mapping) else _text(piece) for piece in pieces)


def _time(message: Mapping[str, Any]) -> Any:
    """When it was sent, in UTC; older exports only have the time of the clock of who exported it."""
    try:
        return datetime.fromtimestamp(int(message["date_unixtime"]), UTC)
    except (KeyError, ValueError, TypeError, OverflowError, OSError):
        return message.get("date")
