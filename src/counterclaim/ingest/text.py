"""Plain text to a report: from a file, from standard input, or as a string."""

from __future__ import annotations

import os
from dataclasses import dataclass

from counterclaim.errors import EmptyInputError, TooLargeError
from counterclaim.ingest.encoding import decode
from counterclaim.ingest.files import MAX_BYTES, STDIN, read_bytes, shown
from counterclaim.ingest.headers import iso_date, split_headers
from counterclaim.model import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report read from bytes, and what was assumed about them."""

    report: Report
    encoding: str
    """How the bytes were read: "utf-8", "windows-1252"."""
    guessed: bool = False
    """True where the encoding is an assumption."""
    replaced: int = 0
    """Number of places that could not be read and are U+FFFD in the text."""

    @property
    def note(self) -> str | None:
        """One line on what was assumed, such as "x.txt: read as windows-1252"; None where nothing was."""
        if not self.guessed:
            return None
        places = "1 place" if self.replaced == 1 else f"{self.replaced} places"
        damage = f", {places} in it could not be read" if self.replaced else ""
        return f"{self.report.path or shown(STDIN)}: read as {self.encoding}{damage}"


def load(path: str | os.PathLike[str], *, outlet: str | None = None, published: str | None = None) -> Loaded:
    """The report in a text file, or on standard input for "-".

    `outlet` and `published` are for a whole batch, so what a file says of itself in its header
    lines wins. The report's `path` is `path` as given, None for standard input.

    Raises InputError, or one of its kinds, naming the file: not there, too large, binary, without
    words, a header line that makes no sense.
    """
    path = os.fspath(path)
    where = shown(path)
    text, encoding, guessed, replaced = decode(read_bytes(path), where)
    report = _report(text, where, None if path == STDIN else where, outlet, published)
    return Loaded(report, encoding, guessed, replaced)


def parse(text: str, *, path: str | None = None, outlet: str | None = None, published: str | None = None) -> Report:
    """The report in a text that is decoded already; header lines as in `load`, `path` only names it.

    Raises EmptyInputError, TooLargeError (more than MAX_BYTES characters), and InputError for a
    header line that makes no sense.
    """
    if len(text) > MAX_BYTES:
        raise TooLargeError(f"is over the limit of {MAX_BYTES // 1_000_000} million characters for one report", path)
    return _report(text, path, path, outlet, published)


def _report(text: str, where: str | None, path: str | None, outlet: str | None, published: str | None) -> Report:
    published = iso_date(published, where) if published else None
    if not text.strip():
        raise EmptyInputError("is empty", where)
    fields, body = split_headers(text, where)
    if fields and not body.strip():
        raise EmptyInputError("has header lines but no text", where)
    if not any(map(str.isalpha, body)):
        raise EmptyInputError("there are no words in it", where)
    return Report(
        text=body,
        title=fields.get("title"),
        outlet=fields.get("outlet", outlet or None),
        published=fields.get("published", published),
        url=fields.get("url"),
        path=path,
    )
