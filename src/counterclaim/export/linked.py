"""What the formats of JSON documents share: names for what has no address, and lists that are written as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO


def name_of(kind: str, *ids: str) -> str:
    """The name of a claim, a report or an actor where an IRI is asked for: a URN of an unregistered namespace."""
    return ":".join(("urn:x-counterclaim", kind, *ids))


def address_of(report: dict[str, Any]) -> str:
    """Where a report was published: its URL, or else its name."""
    return report["url"] or name_of("report", report["id"])


def write_list(nodes: Iterable[dict[str, Any]], stream: BinaryIO, before: str = "[", after: str = "]") -> None:
    """Write a JSON list in UTF-8, a node a line, with what stands before and after it."""
    stream.write(before.encode())
    for number, node in enumerate(nodes):
        stream.write(b",\n" if number else b"\n")
        stream.write(json.dumps(node, ensure_ascii=False).encode())
    stream.write(f"\n{after}\n".encode())
