"""What an input says, made into a report: the same rules for every kind."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from counterclaim.errors import BinaryInputError, EmptyInputError
from counterclaim.ingest.dates import is_future, moment
from counterclaim.ingest.kind import Note, Options, Outcome
from counterclaim.ingest.streams import MAX_BYTES, too_large
from counterclaim.model import Report


def make_report(
    text: str,
    where: str,
    options: Options,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: Any = None,
    url: str | None = None,
    path: str | None = None,
    raw: bytes | None = None,
) -> Iterator[Outcome]:
    """A report from what an input says of it, after a note where its date is not believed.

    The text is kept as it is. An unknown field is what `options` say for all inputs, or None; a date
    that is not understood or lies in the future is unknown. `raw` are the bytes that the text was
    drawn from. Raises InputError where there is no text, or none that can be read.
    """
    require_words(text, where)
    when, doubt = _published(published, options)
    if doubt:
        yield Note(f"{where}: {doubt}; taken as unknown")
    yield Report(
        text=text,
        title=one_line(title),
        outlet=one_line(outlet) or options.outlet,
        published=when or options.published,
        url=web_address(url),
        path=path,
        raw_sha256=sha256(raw).hexdigest() if raw is not None else None,
    )


def require_words(text: str, where: str | None) -> None:
    """Raises InputError for a text that is too long, has NUL characters or not a single letter."""
    if len(text) > MAX_BYTES:
        raise too_large(MAX_BYTES, where or "")
    if not text.strip():
        raise EmptyInputError("is empty", where)
    if "\0" in text:
        raise BinaryInputError("has NUL characters in its text; it is damaged", where)
    if not any(map(str.isalpha, text)):
        raise EmptyInputError("there are no words in it", where)


def one_line(value: str | None) -> str | None:
    """A title or name without line breaks and double blanks; None where nothing is left."""
    return " ".join(value.split()) or None if value else None


def web_address(url: str | None) -> str | None:
    """An http or https address; None for anything else, so that no page links to a file of ours."""
    try:
        parts = urlsplit(url.strip()) if url else None
    except ValueError:
        return None
    return url.strip() if url and parts and parts.scheme in ("http", "https") and parts.hostname else None


def site(url: str | None) -> str | None:
    """The host of an address without "www."."""
    address = web_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") or None if address else None


def _published(value: Any, options: Options) -> tuple[str | None, str | None]:
    """The date that is kept, and why none is though one is given."""
    if value is None or value == "":
        return None, None
    when = moment(value)
    if when is None:
        return None, f'the publication date "{quoted(value)}" is not understood'
    if is_future(when, options.today):
        return None, f"the publication date {when} lies in the future"
    return when, None


def quoted(value: Any) -> str:
    """A value fit to stand in a message: one line, at most 40 characters."""
    shown = "".join(c if c.isprintable() else "�" for c in str(value)[:60])
    return shown if len(shown) <= 40 else shown[:39] + "…"
