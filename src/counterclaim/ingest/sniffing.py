"""What the first bytes of a file give away."""

from __future__ import annotations

import re

_BEFORE_ROOT = re.compile(
    r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*+", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(r"<([a-z][\w:.-]*)", re.IGNORECASE)
_HTML_DOCTYPE = re.compile(r"<!doctype\s+html", re.IGNORECASE)


def as_text(head: bytes) -> str:
    """The bytes read one a character, without byte order mark and NULs: enough to recognise markup in any encoding."""
    return head.replace(b"\0", b"").decode("latin-1").lstrip("ÿþï»¿")


def root(head: bytes) -> str | None:
    """Name of the first element of a marked-up document, in lower case; "html" after an HTML doctype; else None."""
    text = as_text(head)
    before = _BEFORE_ROOT.match(text)
    if before and _HTML_DOCTYPE.search(before.group()):
        return "html"
    found = _ROOT.match(text, before.end() if before else 0)
    return found[1].lower() if found else None


def first_line(head: bytes) -> str | None:
    """The first line that is not blank; None where its end is not among the bytes."""
    line, end, _ = as_text(head).lstrip().partition("\n")
    return line.strip() if end else None
