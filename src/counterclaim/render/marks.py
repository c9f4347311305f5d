"""A report's text with sources, cues and contents marked and every content numbered.

At a terminal each kind has a colour of its own and, for those who see or want no colour, a style of
its own. Where there are no styles (a pipe, a file, a dumb terminal) each kind has its brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from counterclaim.model import Claim, Span


class Look(NamedTuple):
    """How a kind of span looks: a rich style, or brackets around it where there are no styles."""

    label: str
    style: str
    left: str
    right: str


LOOKS = {
    "content": Look("what is claimed", "green italic", "[", "]"),
    "source": Look("source", "cyan bold", "{", "}"),
    "cue": Look("cue", "magenta underline", "<", ">"),
}
"""By kind, in the order they are laid over each other: a cue inside a content shows as a cue."""

NUMBER = "yellow bold"
"""The style of a claim's number, in the text as in the table."""

_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
_CONTROLS = {code: chr(0x2400 + code) for code in range(32) if code not in (0x09, 0x0A)} | {0x7F: "␡"}
_SHOWN = _CONTROLS | dict.fromkeys(range(0x80, 0xA0), "�") | _BREAKS
# A lone surrogate can be in a text that was read from JSON, but no stream can write it.
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), "�")


def visible(text: str) -> str:
    """The text fit for a terminal, as long as before: nothing in it can steer the terminal any more."""
    return text.replace("\r\n", " \n").translate(_SHOWN)


def one_line(words: str) -> str:
    """Words on one line and fit for a terminal."""
    return " ".join(visible(words).split())


def legend(*, plain: bool) -> Text:
    """One line that says what the marks mean."""
    line = Text()
    for kind in ("source", "cue", "content"):
        look = LOOKS[kind]
        if plain:
            line.append(f"{look.left}{'1: ' if kind == 'content' else ''}{look.label}{look.right}")
        else:
            line.append(look.label, look.style)
            line.append("[1]" if kind == "content" else "", NUMBER)
        line.append("  ")
    return line.append(f"{'1:' if plain else '[1]'} its number in the table", "" if plain else "dim")


def marked(text: str, claims: Sequence[Claim], *, plain: bool = False) -> Text:
    """The text with the spans of its claims marked; claims are numbered from 1 in the order given."""
    body = Text(visible(text))
    spans = _spans(claims)
    if not plain:
        for kind, look in LOOKS.items():
            for start, end in spans[kind]:
                body.stylize(look.style, start, end)
    return _insert(body, _insertions(claims, spans, plain=plain))


def _spans(claims: Iterable[Claim]) -> dict[str, list[Span]]:
    """The spans of each kind, each once (one source may serve several claims), in the order of the text."""
    found: dict[str, set[Span]] = {kind: set() for kind in LOOKS}
    for claim in claims:
        found["source"].update(claim.source)
        found["cue"].update(claim.cue)
        found["content"].update(claim.content)
    return {kind: sorted(span for span in spans if span.end > span.start) for kind, spans in found.items()}


class _Insertion(NamedTuple):
    """Something to write before an offset: what closes comes first, inner before outer."""

    offset: int
    opens: bool
    nesting: int
    words: str
    style: str


def _insertions(claims: Sequence[Claim], spans: dict[str, list[Span]], *, plain: bool) -> Iterator[_Insertion]:
    numbers = _numbers(claims)
    for kind, look in LOOKS.items():
        for span in spans[kind]:
            if plain:
                label = f"{numbers[span]}: " if kind == "content" else ""
                yield _Insertion(span.start, True, -span.end, look.left + label, "")
                yield _Insertion(span.end, False, -span.start, look.right, "")
            elif kind == "content":
                yield _Insertion(span.end, False, -span.start, f"[{numbers[span]}]", NUMBER)


def _numbers(claims: Sequence[Claim]) -> dict[Span, str]:
    """The numbers of the claims that have a span as a piece of their content: "3", or "3,4"."""
    numbers: dict[Span, str] = {}
    for number, claim in enumerate(claims, start=1):
        for span in claim.content:
            numbers[span] = f"{numbers[span]},{number}" if span in numbers else str(number)
    return numbers


def _insert(body: Text, insertions: Iterable[_Insertion]) -> Text:
    """The text with words written in, each before its offset."""
    ordered = sorted(insertions)
    pieces = body.divide([insertion.offset for insertion in ordered])
    result = Text(no_wrap=False)
    for piece, insertion in zip(pieces, ordered, strict=False):
        result.append_text(piece)
        result.append(insertion.words, insertion.style)
    for piece in pieces[len(ordered) :]:
        result.append_text(piece)
    return result
