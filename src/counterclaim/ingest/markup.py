"""Bytes of HTML and XML to text, by what they and their server say; XML that could be a bomb is refused."""

from __future__ import annotations

import re

from counterclaim.errors import InputError
from counterclaim.ingest.encoding import decode_declared
from counterclaim.ingest.kind import Source
from counterclaim.ingest.text import assumed

MAX_MARKUP = 25_000_000
"""The largest feed or list of feeds that is read, in bytes."""

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_LOOKED_AT = 4096


def markup(data: bytes, source: Source) -> tuple[str, str | None]:
    """The text of an XML document without its XML declaration, and a note on its encoding.

    Raises InputError where it declares entities of its own: no feed needs them, and nested they are
    how a few lines become gigabytes (CWE-776).
    """
    text, note = decoded(data, source)
    if "<!ENTITY" in text:
        raise InputError("declares entities of its own, which feeds have no need of; it is not read", source.where)
    return _XML_DECLARATION.sub("", text, count=1), note


def decoded(data: bytes, source: Source) -> tuple[str, str | None]:
    """The text of a document, and a note where its encoding was assumed. Raises InputError for what is no text."""
    found = _DECLARED.search(data[:_LOOKED_AT])
    declared = source.charset or (found[1].decode("ascii", "replace") if found else None)
    text = decode_declared(data, declared, source.where)
    return text.text, assumed(text, source.where, declared)
