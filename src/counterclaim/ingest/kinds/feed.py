"""RSS and Atom: one report an entry."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.sniffing import root

NAME = "feed"
SUFFIXES: tuple[str, ...] = (".xml", ".rss", ".atom", ".rdf")


def sniff(head: bytes, name: str) -> bool:
    """By the first element."""
    return root(head) in {"rss", "feed", "rdf:rdf", "atom:feed"}


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """The entries in the order of the feed; a repeated entry is read once."""
    from counterclaim.ingest.feeds import read_feed

    yield from read_feed(source, context)
