"""Analyses made by hand, a word at a time."""

from __future__ import annotations

from counterclaim.language.analysis import Analysis
from counterclaim.language.words import split_words
from counterclaim.model import Span


def by_hand(*sentences: str) -> Analysis:
    """An analysis of sentences written as "word/UPOS" or "word/UPOS/head/relation".

    Heads count from 1 within the sentence, 0 is the root; a word without a head hangs on the first one. A word with
    "_" before it follows without a space.
    """
    text = ""
    words: list[Span] = []
    upos: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    bounds: list[tuple[int, int]] = []
    for sentence in sentences:
        first = len(words)
        for token in sentence.split():
            word, tag, head, relation = (*token.split("/"), "", "")[:4] if token.count("/") else (token, "X", "", "")
            glued = word.startswith("_") or not text
            text += word.lstrip("_") if glued else f" {word}"
            written = word.lstrip("_")
            words.append(Span(len(text) - len(written), len(text)))
            upos.append(tag)
            heads.append(first + int(head) - 1 if head not in ("", "0") else (len(heads) if head == "0" else first))
            relations.append(relation or ("root" if len(heads) - 1 == first else "dep"))
        bounds.append((first, len(words)))
    return Analysis(text, tuple(words), tuple(upos), tuple(heads), tuple(relations), tuple(bounds), (), ())


def plain(text: str) -> Analysis:
    """A text as one sentence whose words are all tagged X and hang on the first one."""
    cut = split_words(text)
    size = len(cut.starts)
    spans = tuple(Span(start, end) for start, end in zip(cut.starts, cut.ends, strict=True))
    relations = tuple("dep" if word else "root" for word in range(size))
    return Analysis(text, spans, ("X",) * size, (0,) * size, relations, ((0, size),) if size else (), (), ())
