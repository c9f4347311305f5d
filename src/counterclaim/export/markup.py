"""HTML put together so that words of others stay words: whatever is no `Safe` is escaped."""

from __future__ import annotations

from html import escape

_EMPTY = frozenset(("meta", "link", "hr", "br"))
"""Elements without an end tag."""


class Safe(str):
    """Text that is HTML already."""


Part = str | None
"""Something in an element; None is nothing."""


def tag(name: str, /, *parts: Part, **attributes: str | None) -> Safe:
    """An element with what is in it.

    Attributes that are None are left out; `class_` is class, `aria_label` is aria-label.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in _EMPTY:
        return Safe(f"<{name}{given}>")
    return Safe(f"<{name}{given}>{joined(*parts)}</{name}>")


def joined(*parts: Part) -> Safe:
    """Parts after one another."""
    return Safe("".join(_text(part) for part in parts if part is not None))


def document(title: str, style: str, *parts: Part) -> Safe:
    """A whole page that loads nothing and runs nothing."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Safe(style)),
    )
    return joined(Safe("<!doctype html>\n"), tag("html", head, "\n", tag("body", *parts), lang="en"), "\n")


def address(url: str | None) -> str | None:
    """A URL that may stand in a link: of the web and nothing else; None for any other."""
    return url if url and url.startswith(("https://", "http://")) else None


def _attribute(key: str, value: str) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f' {name}="{escape(value, quote=True)}"'


def _text(part: str) -> str:
    return part if isinstance(part, Safe) else escape(part, quote=True)
