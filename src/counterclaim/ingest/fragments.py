"""Pieces of HTML, as feeds carry them, to plain text with its paragraphs."""

from __future__ import annotations

import re

from lxml import etree, html

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
     "td", "th", "tr", "ul")
)  # fmt: skip
"""Elements that begin and end a paragraph (HTML Standard, 15.3, "display: block")."""

_UNSEEN = frozenset(["script", "style", "template", "noscript", "iframe", "object", "embed", "head", "title"])
_BLANKS = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r" ?\n[\n ]*")


def plain_text(fragment: str) -> str:
    """The visible text of a piece of HTML, paragraphs parted by a blank line; what has no markup stays as it is."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    try:
        tree = html.fragment_fromstring(fragment.replace("\0", ""), create_parent="div")
    except (etree.LxmlError, ValueError):
        return ""
    pieces: list[str] = []
    _gather(tree, pieces)
    text = _BLANKS.sub(" ", "".join(pieces).replace("\v", "\n"))
    return _BREAK.sub("\n\n", text).strip()


def _gather(tree: html.HtmlElement, pieces: list[str]) -> None:
    """The text in an element, in order, with a line break at the ends of paragraphs."""
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            unseen = node.tag in _UNSEEN
            pieces += ["\v" if node.tag in _BLOCKS or node.tag == "br" else "", "" if unseen else _flat(node.text)]
        else:
            pieces += ["\v" if event == "end" and node.tag in _BLOCKS else "", _flat(node.tail)]


def _flat(text: str | None) -> str:
    """Text in which a line break is a blank, as browsers show it."""
    return re.sub(r"\s+", " ", text) if text else ""
