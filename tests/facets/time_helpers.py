"""Plain sentences as analyses without syntax, for readers of facets that need words only."""

from itertools import pairwise

from counterclaim.language.analysis import Analysis
from counterclaim.language.words import split_words
from counterclaim.model import Span


def plain_analysis(text: str) -> Analysis:
    """Words and sentences (ended by a full stop, question or exclamation mark); no word hangs on another."""
    words = split_words(text)
    spans = tuple(Span(*span) for span in zip(words.starts, words.ends, strict=True))
    ends = [i + 1 for i, (start, end) in enumerate(spans) if text[start:end] in (".", "?", "!")]
    cuts = [0, *ends, len(spans)]
    sentences = tuple((a, b) for a, b in pairwise(cuts) if a < b)
    count = len(spans)
    return Analysis(text, spans, ("X",) * count, tuple(range(count)), ("root",) * count, sentences, (), ())
