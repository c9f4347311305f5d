"""A web page saved as a file, or what a server answers: one report, the article in it."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.sniffing import root

NAME = "html"
SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")

_ROOTS = {"html", "head", "body", "article", "main", "div", "p", "title", "meta", "section"}


def sniff(head: bytes, name: str) -> bool:
    """By the first element, or by the name where the file begins with any markup."""
    first = root(head)
    return first in _ROOTS or (first is not None and name.lower().endswith(SUFFIXES))


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """The report that the page's article is."""
    from counterclaim.ingest.pages import read_page

    yield from read_page(source, source.document(), context.options)
