"""Which report is a revision of which, and whether its words have changed."""

from __future__ import annotations

import re
from hashlib import sha256

from counterclaim.model import Report

_WORD = re.compile(r"[^\W_]+")


def document_of(report: Report) -> str:
    """What all revisions of a report have in common: its URL, or else outlet, title and time of publication.

    A report that lacks these is a document of its own.
    """
    named = (report.outlet, report.title, report.published)
    if report.url:
        return document_at(report.url)
    return _hash("named", *(name or "" for name in named)) if all(named) else _hash("report", report.id)


def document_at(url: str) -> str:
    """What all revisions of the report at a URL have in common."""
    return _hash("url", url.partition("#")[0])


def is_whole_source(path: str | None) -> bool:
    """Whether a report is all of what it was read from: a file, or (no path) a page; not a part, as in an archive."""
    return path is None or ", " not in path


def words_of(text: str) -> list[str]:
    """The words of a text and nothing else: no white space, no punctuation, no case."""
    return _WORD.findall(text.casefold())


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def same_words(one: str, other: str) -> bool:
    """Whether an edit from one text to the other is trivial."""
    return words_of(one) == words_of(other)
