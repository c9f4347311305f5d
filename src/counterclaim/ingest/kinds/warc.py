"""WARC: a web archive; every page in it is a report (ISO 28500)."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.ingest.kind import Context, Outcome, Source

NAME = "warc"
SUFFIXES: tuple[str, ...] = (".warc", ".warc.gz")


def sniff(head: bytes, name: str) -> bool:
    """By the line that every record begins with."""
    return head.startswith(b"WARC/")


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """The HTML and text pages that were answered with 200, record by record."""
    from counterclaim.ingest.warcs import read_records

    yield from read_records(source, context)
