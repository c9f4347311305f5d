"""ZIP: a folder in one file; what it holds is read as from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from counterclaim.ingest.kind import Context, Outcome, Source

NAME = "zip"
SUFFIXES: tuple[str, ...] = (".zip",)


def sniff(head: bytes, name: str) -> bool:
    """By the signature of its first entry, or of an empty archive (APPNOTE 4.3)."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """What its files hold, sorted by name; hidden ones and those of no kind are left out."""
    from counterclaim.ingest.zips import read_entries

    yield from read_entries(source, context, NAME, lambda name: _is_visible(name) and context.takes(name))


def _is_visible(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
