"""Plain text to a report: from bytes, from a file, or as a string."""

from __future__ import annotations

import os
from dataclasses import dataclass

from counterclaim.errors import EmptyInputError, TooLargeError
from counterclaim.ingest.encoding import Decoded, decode, decode_declared
from counterclaim.ingest.files import opened, shown
from counterclaim.ingest.headers import iso_date, split_headers
from counterclaim.ingest.streams import MAX_BYTES, read_within
from counterclaim.model import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report read from bytes, and what was assumed about them."""

    report: Report
    note: str | None = None
    """One line on what was assumed, such as "x.txt: read as windows-1252"; None where nothing was."""


def load(path: str | os.PathLike[str], *, outlet: str | None = None, published: str | None = None) -> Loaded:
    """The report in a plain text file, or on standard input for "-".

    `outlet` and `published` are for a whole batch, so what a file says of itself in its header
    lines wins. The report's `path` is `path` as given, None for standard input.

    Raises InputError, or one of its kinds, naming the file: not there, too large, binary, without
    words, a header line that makes no sense.
    """
    path = os.fspath(path)
    with opened(path) as source:
        data = read_within(source.stream, MAX_BYTES, source.where)
    return from_bytes(data, shown(path), source.path, outlet=outlet, published=published)


def from_bytes(
    data: bytes,
    where: str,
    path: str | None,
    *,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> Loaded:
    """The report in the bytes of a plain text; `charset` is the encoding that they are said to be in.

    What the header lines say wins over the rest. Raises as `load` does.
    """
    decoded = decode_declared(data, charset, where) if charset else decode(data, where)
    report = _report(decoded.text, where, path, outlet, published, url)
    return Loaded(report, assumed(decoded, where))


def assumed(decoded: Decoded, where: str, declared: str | None = None) -> str | None:
    """One line on an encoding that is an assumption; None where it is none. `declared` is what the input says."""
    if not decoded.guessed:
        return None
    places = "1 place" if decoded.replaced == 1 else f"{decoded.replaced} places"
    damage = f", {places} in it could not be read" if decoded.replaced else ""
    contrary = f", though it says {declared.lower()}" if declared and declared.lower() != decoded.encoding else ""
    return f"{where}: read as {decoded.encoding}{contrary}{damage}"


def parse(text: str, *, path: str | None = None, outlet: str | None = None, published: str | None = None) -> Report:
    """The report in a text that is decoded already; header lines as in `load`, `path` only names it.

    Raises EmptyInputError, TooLargeError (more than MAX_BYTES characters), and InputError for a
    header line that makes no sense.
    """
    if len(text) > MAX_BYTES:
        raise TooLargeError(f"is over the limit of {MAX_BYTES // 1_000_000} million characters for one report", path)
    return _report(text, path, path, outlet, published, None)


def _report(
    text: str, where: str | None, path: str | None, outlet: str | None, published: str | None, url: str | None
) -> Report:
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
        url=fields.get("url", url),
        path=path,
    )
