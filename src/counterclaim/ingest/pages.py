"""Web pages to reports: the article's text, and what the page says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import html
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from counterclaim.errors import EmptyInputError
from counterclaim.ingest.dates import moment
from counterclaim.ingest.kind import Note, Options, Outcome, Source
from counterclaim.ingest.make import make_report, site, web_address
from counterclaim.ingest.markup import decoded
from counterclaim.ingest.parsers import failing_as

FEWEST_WORDS = 20
"""A page with a shorter text is no article: the shortest news flashes have some thirty words."""

WALL_WORDS = 120
"""A page that asks for a password and has a shorter text is a login, not an article."""

_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:published_time' or @name='article:published_time']"
    "/@content | //meta[@itemprop='datePublished']/@content | //time[@itemprop='datePublished']/@datetime"
)
_BLOCKS = (
    "//body//*[self::p or self::li or self::blockquote or self::td or self::h1 or self::h2 or self::h3 or self::h4]"
)
_HEADINGS = {"h1", "h2", "h3", "h4"}
_BYLINE_WORDS = 15
_LINKED_DATA = "//script[@type='application/ld+json']/text()"


class _Said(NamedTuple):
    """What a page's machine-readable part says."""

    published: str | None
    """Date, or date and time, of publication."""
    free: bool
    """False where it says that one has to pay."""
    password: bool
    """True where it asks for one."""


def read_page(source: Source, data: bytes, options: Options) -> Iterator[Outcome]:
    """The report in a web page, whose text is what trafilatura takes for the article.

    The date is the one that the page states for machines, with its time, or else the day that
    htmldate finds; never one from the text. `raw_sha256` is the hash of `data`. Raises
    EmptyInputError where there is no article, as in a page that only scripts fill, or a login.
    """
    text, note = decoded(data, source)
    if note:
        yield Note(note)
    with failing_as("can't be read as a web page", source.where):
        found, said = _taken_apart(text, source.url)
    _require_article(found, said, source.where)
    if not said.free:
        yield Note(f"{source.where}: says that it is not free to read; what is here may be its beginning")
    url = source.url or web_address(found.url)
    yield from make_report(
        _paragraphs(found.text),
        source.where,
        options,
        title=found.title,
        outlet=found.sitename or site(url),
        published=said.published,
        url=url,
        path=source.path,
        raw=data,
    )


def _taken_apart(text: str, url: str | None) -> tuple[Document, _Said]:
    """What trafilatura finds in a page, and what the page says of itself."""
    tree = load_html(text)
    if tree is None:
        return Document(), _Said(None, True, False)
    said = _said(tree)
    found = bare_extraction(tree, url=url, include_comments=False, with_metadata=True)
    found = found if isinstance(found, Document) else Document()
    return found, said if said.published else said._replace(published=_found_date(tree, url or found.url))


def _found_date(tree: html.HtmlElement, url: str | None) -> str | None:
    """The day that htmldate finds in tags, in short lines such as bylines, or in the address.

    Running text and headings are taken out first: what they date is what happened, not the page.
    """
    from htmldate import find_date

    bare = deepcopy(tree)
    for block in bare.xpath(_BLOCKS):
        if block.tag in _HEADINGS or len(block.text_content().split()) > _BYLINE_WORDS:
            block.drop_tree()
    return find_date(bare, extensive_search=False, original_date=True, url=url)


def _paragraphs(text: str | None) -> str:
    """trafilatura puts a paragraph on a line; a blank line between them says so to everyone."""
    return "\n\n".join((text or "").split("\n"))


def _require_article(found: Document, said: _Said, where: str) -> None:
    words = len((found.text or "").split())
    if said.password and words < WALL_WORDS:
        raise EmptyInputError("asks to log in and has no article text", where)
    if words < FEWEST_WORDS:
        raise EmptyInputError("has no article text in it: an empty page, or one that scripts or a login fill", where)


def _said(tree: html.HtmlElement) -> _Said:
    objects = [each for script in tree.xpath(_LINKED_DATA) for each in _objects(script)]
    stated = [when for value in tree.xpath(_PUBLISHED) if (when := moment(str(value)))]
    linked = {when for each in objects if (when := moment(each.get("datePublished")))}
    published = stated[0] if stated else linked.pop() if len(linked) == 1 else None
    free = not any(str(each.get("isAccessibleForFree")).lower() == "false" for each in objects)
    return _Said(published, free, bool(tree.xpath("//input[@type='password']")))


def _objects(script: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script: those at its top, and in its lists and @graph."""
    try:
        waiting = [json.loads(str(script))]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            yield value
            waiting.append(value.get("@graph"))
