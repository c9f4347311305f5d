"""OPML: a list of feeds, each of which is fetched and read."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.errors import InputError
from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.make import one_line, quoted, web_address
from counterclaim.ingest.sniffing import root

NAME = "opml"
SUFFIXES: tuple[str, ...] = (".opml",)


def sniff(head: bytes, name: str) -> bool:
    """By the first element."""
    return root(head) == "opml"


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """The entries of all feeds, feed by feed; a feed that stands there twice is read once."""
    for number, address in enumerate(feeds(source), start=1):
        if not web_address(address):
            yield InputError(f'its address "{quoted(address)}" is not http or https', source.at(f"feed {number}"))
            continue
        try:
            yield from _feed(address, context)
        except InputError as error:
            yield error


def feeds(source: Source) -> list[str]:
    """The addresses of the feeds that an OPML file lists, each once. Raises InputError for what is no OPML."""
    from lxml import etree

    from counterclaim.ingest.markup import MAX_MARKUP, markup

    text, _ = markup(source.document(MAX_MARKUP, "feed list"), source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        tree = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"is not well-formed XML: {one_line(error.msg)}", source.where) from error
    addresses = (outline.get("xmlUrl") or outline.get("xmlurl") for outline in tree.iter("outline"))
    found = list(dict.fromkeys(address.strip() for address in addresses if address))
    if not found:
        raise InputError("lists no feeds", source.where)
    return found


def _feed(address: str, context: Context) -> Iterator[Outcome]:
    from counterclaim.ingest.feeds import read_feed

    with context.fetch(address, automatic=True) as source:
        yield from read_feed(source, context)
