"""Header lines: what a plain text file says about itself before its text begins.

A file may begin with lines `Title:`, `Outlet:`, `Published:` and `URL:`, in any order and any
case, followed by a blank line or the end of the file. Those lines and that blank line are not
part of the text. A first block with any other line in it is text: many articles begin with a
headline that has a colon.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from counterclaim.errors import InputError

_NEWLINE = r"(?>\r\n|\r|\n)"
_FIELD = r"(title|outlet|published|url):([^\r\n]*)"
_LINE = re.compile(_FIELD, re.IGNORECASE | re.ASCII)
_BLOCK = re.compile(rf"(?:{_FIELD}(?:{_NEWLINE}|\Z))++[ \t]*(?:{_NEWLINE}|\Z)", re.IGNORECASE | re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].+)?", re.ASCII)


class Headed(NamedTuple):
    """What the header lines say, and the text after them, unchanged."""

    fields: dict[str, str]
    """By key in lower case; empty ones are left out; `published` is an ISO date or date and time."""
    text: str


def split_headers(text: str, where: str | None = None) -> Headed:
    """Header lines and text apart. Raises InputError with the line for a key given twice and for a bad date."""
    block = _BLOCK.match(text)
    if not block:
        return Headed({}, text)
    fields: dict[str, str] = {}
    lines = (line for line in re.split(_NEWLINE, block.group()) if line.strip())
    for number, line in enumerate(lines, start=1):
        key, value = _field(line)
        if key in fields:
            raise InputError(f"line {number}: {key.capitalize()} stands there twice", where)
        fields[key] = iso_date(value, where, f"line {number}: ") if key == "published" and value else value
    return Headed({key: value for key, value in fields.items() if value}, text[block.end() :])


def iso_date(value: str, where: str | None = None, before: str = "") -> str:
    """A date, or date and time, in the one form of ISO 8601 that is kept.

    "2024-05-12" stays; "2024-05-12 10:30Z" becomes "2024-05-12T10:30:00+00:00". No zone is added
    where none is given. Raises InputError for anything else; `before` opens its message.
    """
    value = value.strip()
    try:
        if not _ISO.fullmatch(value):
            raise ValueError(value)
        return date.fromisoformat(value).isoformat() if len(value) == 10 else datetime.fromisoformat(value).isoformat()
    except ValueError as error:
        wanted = "a date like 2024-05-12 or 2024-05-12T10:30"
        raise InputError(f'{before}Published must be {wanted}, not "{_short(value)}"', where) from error


def _field(line: str) -> tuple[str, str]:
    match = _LINE.match(line)
    assert match, "a header block is made of such lines"
    return match[1].lower(), match[2].strip()


def _short(value: str) -> str:
    """A value fit to be quoted in a message."""
    shown = "".join(c if c.isprintable() else "�" for c in value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
