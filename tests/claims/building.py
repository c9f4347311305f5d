"""A tiny builder of analyses, so that what is tested does not hang on the encoder.

A sentence a line, words as "word/UPOS" or "word/UPOS/relation" (the head is the sentence's first verb), a blank
line between paragraphs; names as "[Person Gamal/PROPN Rao/PROPN]".
"""

from __future__ import annotations

import re

from counterclaim.language.analysis import Analysis, Name
from counterclaim.model import Attribution, Span, Spans

_NO_SPACE_BEFORE = frozenset((",", ".", "'s", "’s", "”", ":", "?", ")"))
_NO_SPACE_AFTER = frozenset(("“", "("))
_TOKEN = re.compile(
    r"\[(?P<kind>[A-Z]\w+)|(?P<word>[^\s/\]]+)/(?P<upos>[A-Z]+)(?:/(?P<relation>[\w:]+))?|(?P<close>\])"
)


def analysed(tagged: str) -> Analysis:
    """The analysis that a tagged text stands for, without attributions."""
    text, words, upos, relations, heads = "", list[Span](), list[str](), list[str](), list[int]()
    sentences, names, opened = list[tuple[int, int]](), list[Name](), list[tuple[str, int]]()
    for line in tagged.strip().split("\n"):
        if not line.strip():
            text += "\n\n"
            continue
        begin = len(words)
        for token in _TOKEN.finditer(line):
            if token["kind"]:
                opened.append((token["kind"], len(words)))
            elif token["close"]:
                kind, start = opened.pop()
                names.append(Name(kind, start, len(words)))
            else:
                if text and text[-1] not in "\n“(" and token["word"] not in _NO_SPACE_BEFORE:
                    text += " "
                words.append(Span(len(text), len(text) + len(token["word"])))
                text += token["word"]
                upos.append(token["upos"])
                relations.append(token["relation"] or "dep")
        root = next((i for i in range(begin, len(words)) if upos[i] == "VERB"), begin)
        relations[root] = "root"
        heads += [root] * (len(words) - begin)
        sentences.append((begin, len(words)))
    return Analysis(
        text, tuple(words), tuple(upos), tuple(heads), tuple(relations), tuple(sentences), tuple(names), ()
    )  # fmt: skip


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    """An attribution by its words; source and cue are those nearest to the content."""
    at = _at(text, content, 0)
    return Attribution(_at(text, source, at[0].start), _at(text, cue, at[0].start), at)


def _at(text: str, words: str, near: int) -> Spans:
    if not words:
        return ()
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    assert found, f"{words!r} is not in the text"
    return (Span(*min(found, key=lambda span: abs(span[0] - near))),)
