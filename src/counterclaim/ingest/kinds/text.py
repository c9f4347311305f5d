"""Plain text: one report a file, as it is; whatever is of no other kind."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.errors import BinaryInputError
from counterclaim.ingest.kind import Context, Note, Outcome, Source
from counterclaim.ingest.sniffing import as_text
from counterclaim.ingest.streams import HEAD
from counterclaim.ingest.text import from_bytes

NAME = "text"
SUFFIXES: tuple[str, ...] = (".txt", ".text", ".md")


def sniff(head: bytes, name: str) -> bool:
    """Everything may be text; reading it finds out."""
    return True


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """The one report. Raises BinaryInputError for markup that nobody said is text."""
    known = context.options
    data = source.document()
    if known.kind != NAME and as_text(data[:HEAD]).lstrip().startswith("<?xml"):
        raise BinaryInputError("is XML of a kind that is not read; --as text reads it as it is", source.where)
    loaded = from_bytes(
        data, source.where, source.path,
        outlet=known.outlet, published=known.published, url=source.url, charset=source.charset,
    )  # fmt: skip
    if loaded.note:
        yield Note(loaded.note)
    yield loaded.report
