"""WACZ: a ZIP of WARC files with their indexes and pages (Web Archive Collection Zipped 1.1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.ingest.kind import Context, Outcome, Source

NAME = "wacz"
SUFFIXES: tuple[str, ...] = (".wacz",)


def sniff(head: bytes, name: str) -> bool:
    """By its name, or by the folder that its WARC files are in."""
    return head.startswith(b"PK\x03\x04") and (name.lower().endswith(".wacz") or head[30:38] == b"archive/")


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """The pages of its WARC files, file by file; indexes and screenshots are passed over."""
    from counterclaim.ingest.zips import read_entries

    yield from read_entries(source, context, NAME, _is_warc)


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))
