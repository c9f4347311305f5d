"""A text as the metric sees it: numbered tokens, some of them masked, and spans as sets of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.model import Attribution, Quote, Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NO_TOKEN = -1

_DOUBLE = r"""(?:["“”„‟«»]|''|``)"""
_ANY_MARK = frozenset("\"“”„‟«»'‘’‚`")
_HAS_DOUBLE = re.compile(_DOUBLE)
_ENDS_WITH_DOUBLE = re.compile(f"{_DOUBLE}$")
_ENDS_WITH_DOUBLE_AND_STOP = re.compile(f"{_DOUBLE}[,.;:!?]?$")
_STOP_AND_DOUBLE = re.compile(f"[,.;:!?]?{_DOUBLE}")

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Item:
    """An attribution as sets of token numbers, with the kind of quotation its content is."""

    attribution: Attribution
    source: Tokens
    cue: Tokens
    content: Tokens
    quote: Quote


class MarkedText:
    """A text in tokens. Tokens that touch an ignored span do not exist; nor do marks with `words_only`."""

    def __init__(self, text: str, ignore: Iterable[Span] = (), words_only: bool = False) -> None:
        self.text = text
        self._token_at = [_NO_TOKEN] * len(text)
        for number, match in enumerate(_TOKEN.finditer(text)):
            if words_only and not re.match(r"\w", match[0]):
                continue
            for i in range(*match.span()):
                self._token_at[i] = number
        masked = {self._token_at[i] for start, end in ignore for i in range(start, end)}
        self._token_at = [_NO_TOKEN if number in masked else number for number in self._token_at]

    def tokens(self, spans: Iterable[Span]) -> Tokens:
        """The tokens that share a character with the spans. Raises ValueError for a span outside the text."""
        found: set[int] = set()
        for start, end in spans:
            if not 0 <= start <= end <= len(self.text):
                raise ValueError(f"span [{start}, {end}) lies outside a text of {len(self.text)} characters")
            found.update(self._token_at[start:end])
        return frozenset(found - {_NO_TOKEN})

    def items(self, attributions: Iterable[Attribution], predicted: bool) -> list[Item]:
        """The attributions whose content has a token left; `predicted` ones may leave out their quotation marks."""
        read = (
            Item(a, self.tokens(a.source), self.tokens(a.cue), self.tokens(a.content), self.quote(a.content, predicted))
            for a in attributions
        )
        return [item for item in read if item.content]

    def quote(self, content: Sequence[Span], marks_may_lie_outside: bool = False) -> Quote:
        """Direct: first and last character are quotation marks. Indirect: no double mark in it. Mixed: the rest."""
        pieces = sorted(span for span in content if span[0] < span[1])
        if not pieces:
            return "indirect"
        start, end = self._strip(pieces[0][0], pieces[-1][1])
        if end - start > 1 and self.text[start] in _ANY_MARK and self.text[end - 1] in _ANY_MARK:
            return "direct"
        if marks_may_lie_outside and self._opens(start) and self._closes(end):
            return "direct"
        return "mixed" if any(_HAS_DOUBLE.search(self.text[a:b]) for a, b in pieces) else "indirect"

    def _strip(self, start: int, end: int) -> tuple[int, int]:
        inside = self.text[start:end]
        return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())

    def _opens(self, start: int) -> bool:
        before = self.text[max(0, start - 2) : start]
        return bool(_HAS_DOUBLE.match(self.text, start) or _ENDS_WITH_DOUBLE.search(before))

    def _closes(self, end: int) -> bool:
        last = self.text[max(0, end - 3) : end]
        return bool(_ENDS_WITH_DOUBLE_AND_STOP.search(last) or _STOP_AND_DOUBLE.match(self.text, end))
