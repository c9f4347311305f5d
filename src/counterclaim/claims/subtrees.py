"""Stretches of words below a word of the dependency tree."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.language.analysis import Analysis
from counterclaim.model import Span, Spans

_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "«", "»", "„"))


def reach(analysis: Analysis, word: int) -> tuple[int, int]:
    """The words `[start, end)` from the first to the last that depend on a word, itself included."""
    first = last = word
    seen, waiting = {word}, [word]
    while waiting:
        for child in analysis.children[waiting.pop()]:
            if child not in seen:
                seen.add(child)
                waiting.append(child)
                first, last = min(first, child), max(last, child)
    return first, last + 1


def trimmed(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """A stretch without the commas, stops and dashes at its ends; quotation marks stay."""
    while start < end and _is_mark(analysis, start):
        start += 1
    while start < end and _is_mark(analysis, end - 1):
        end -= 1
    return start, end


def spans_of(analysis: Analysis, stretches: Sequence[tuple[int, int]]) -> Spans:
    """The spans of stretches of words."""
    return tuple(
        Span(analysis.words[start].start, analysis.words[end - 1].end) for start, end in stretches if end > start
    )


def _is_mark(analysis: Analysis, word: int) -> bool:
    return analysis.upos[word] == "PUNCT" and analysis.word(word) not in _QUOTES
