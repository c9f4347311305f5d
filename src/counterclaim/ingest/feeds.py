"""Entries of RSS and Atom feeds made into reports."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain, islice
from typing import Any

import feedparser

from counterclaim.errors import EmptyInputError, InputError
from counterclaim.ingest.dates import moment
from counterclaim.ingest.fragments import plain_text
from counterclaim.ingest.kind import Context, Note, Outcome, Source
from counterclaim.ingest.make import make_report, web_address
from counterclaim.ingest.markup import MAX_MARKUP, markup
from counterclaim.ingest.pages import read_page
from counterclaim.ingest.parsers import failing_as
from counterclaim.ingest.sniffing import root
from counterclaim.ingest.streams import HEAD

FULL_WORDS = 150
"""A summary of so many words is taken for the whole text."""

AT_ONCE = 500
"""Entries that are parsed at a time."""

MAX_SHAPELESS = 1_000_000
"""Characters without a whole entry that are given to the parser, which is slow on what is not well-formed."""

_SETTINGS: dict[str, Any] = {
    "response_headers": {"content-type": "application/xml; charset=utf-8"},
    "sanitize_html": False,  # only the text of the markup is used
    "resolve_relative_uris": False,
}
_END = {"item": "</channel></rss>", "entry": "</feed>"}
"""What closes the elements that are open after an entry."""


def read_feed(source: Source, context: Context) -> Iterator[Outcome]:
    """A report an entry: its full text where the feed has it, else its summary, or its page with `follow`.

    An entry that is the same as an earlier one is passed over; one that shares its id with another
    but has another text is not the same. Raises InputError for what is no feed.
    """
    text, note = markup(source.document(MAX_MARKUP, "feed"), source)
    if note:
        yield Note(note)
    known: set[bytes] = set()
    summaries = 0
    for number, (feed, entry) in enumerate(_entries(text, source.where), start=1):
        if _is_known(entry, known):
            continue
        body, whole = _body(entry)
        follow = context.options.follow and not whole
        summaries += not whole and not follow
        where = source.at(f"entry {number}")
        try:
            yield from _follow(entry, where, context) if follow else _report(entry, body, feed, where, context)
        except InputError as error:
            yield error
    if summaries:
        entries = "1 entry has" if summaries == 1 else f"{summaries} entries have"
        yield Note(f"{source.where}: {entries} only a summary; --follow fetches their pages")


def _entries(text: str, where: str) -> Iterator[tuple[Any, Any]]:
    """Each entry with the feed's own description, parsed a few hundred at a time.

    Raises InputError where there are none.
    """
    count = 0
    for part in _parts(text):
        with failing_as("can't be read as a feed", where):
            parsed = feedparser.parse(part.encode("utf-8", "replace"), **_SETTINGS)
        if not parsed.version:
            raise InputError("is no feed that can be read", where)
        for entry in parsed.entries:
            count += 1
            yield parsed.feed, entry
    if not count:
        raise InputError("has no entries that can be read", where)


def _parts(text: str) -> Iterator[str]:
    """A long feed as several short ones with the same beginning, so that memory stays flat."""
    tag = "entry" if root(text[:HEAD].encode()) == "feed" else "item"
    spans = _spans(text, tag)
    first = list(islice(spans, AT_ONCE + 1))
    if not first and len(text) > MAX_SHAPELESS:
        return
    if len(first) <= AT_ONCE:
        yield text
        return
    head, entries = text[: first[0][0]], chain(first, spans)
    while some := list(islice(entries, AT_ONCE)):
        yield head + "".join(text[begin:end] for begin, end in some) + _END[tag]


def _spans(text: str, tag: str) -> Iterator[tuple[int, int]]:
    """Where the entries of a feed stand in its text."""
    opening, closing = re.compile(rf"<{tag}[\s>]"), f"</{tag}>"
    at = 0
    while (begin := opening.search(text, at)) and (end := text.find(closing, begin.end())) >= 0:
        at = end + len(closing)
        yield begin.start(), at


def _body(entry: Any) -> tuple[str, bool]:
    """The text of an entry, and whether it is all of it."""
    contents = [_plain(content) for content in entry.get("content", ())]
    if best := max(contents, key=len, default=""):
        return best, True
    summary = _plain(entry.get("summary_detail") or {})
    return summary, len(summary.split()) >= FULL_WORDS


def _plain(content: Any) -> str:
    value = content.get("value") or ""
    return value if content.get("type") == "text/plain" and "<" not in value else plain_text(value)


def _report(entry: Any, body: str, feed: Any, where: str, context: Context) -> Iterator[Outcome]:
    if not body:
        raise EmptyInputError("has only a title; --follow fetches its page", where)
    outlet = entry.get("source", {}).get("title") or feed.get("title")
    yield from make_report(
        body,
        where,
        context.options,
        title=plain_text(entry.get("title") or ""),
        outlet=plain_text(outlet or ""),
        published=_published(entry),
        url=entry.get("link"),
        path=where,
    )


def _published(entry: Any) -> Any:
    """The date as the feed has it, with its zone; in UTC where only feedparser understands it."""
    own = dict(entry)  # of its own, without feedparser's substitutes for missing keys
    for key in ("published", "updated"):
        written, parsed = own.get(key), own.get(f"{key}_parsed")
        if written:
            return moment(written) or (datetime.fromtimestamp(timegm(parsed), UTC) if parsed else written)
    return None


def _follow(entry: Any, where: str, context: Context) -> Iterator[Outcome]:
    """The page that an entry links to."""
    link = entry.get("link") or ""
    if not web_address(link):
        raise InputError("has only a summary, and no http or https link to its page", where)
    with context.fetch(link, automatic=True) as page:
        yield from read_page(page, page.document(), context.options)


def _is_known(entry: Any, known: set[bytes]) -> bool:
    """Whether the same entry came before; if not, it is known from now on."""
    body = [content.get("value") for content in entry.get("content", ())]
    same = repr((entry.get("id"), entry.get("link"), entry.get("title"), entry.get("summary"), body))
    key = sha256(same.encode("utf-8", "replace")).digest()
    if key in known:
        return True
    known.add(key)
    return False
