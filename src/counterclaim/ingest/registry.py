"""All kinds of input, in the order in which they are asked whether an input is theirs."""

from __future__ import annotations

from pathlib import PurePosixPath

from counterclaim.ingest.kind import Kind
from counterclaim.ingest.kinds import csv, feed, gzip, html, json, jsonl, opml, parquet, telegram, text, wacz, warc, zip

PACKED: tuple[Kind, ...] = (gzip, wacz, zip)
"""Kinds that hold inputs of other kinds. They are unpacked whatever kind a person names for what is in them."""

KINDS: tuple[Kind, ...] = (*PACKED, warc, parquet, opml, feed, html, telegram, jsonl, json, csv, text)
"""The special before the general: plain text takes whatever is left."""


def kind_of(head: bytes, name: str, forced: str | None = None) -> Kind:
    """The kind of an input, by its first bytes and its name; `forced` is the name of the one it is to be read as."""
    packed = next((kind for kind in PACKED if kind.sniff(head, name)), None)
    if packed:
        return packed
    if forced:
        return next(kind for kind in KINDS if forced == kind.NAME)
    return next(kind for kind in KINDS if kind.sniff(head, name))


def takes(name: str) -> bool:
    """Whether a file of this name in a folder or archive is read: it has the suffix of a kind, or none."""
    low = name.lower()
    return not PurePosixPath(low).suffix or any(low.endswith(kind.SUFFIXES) for kind in KINDS)
