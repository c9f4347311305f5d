"""Hand-made analyses, so that tests of rules don't hang on the parser."""

from __future__ import annotations

from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Span, Spans


def parsed(rows: str) -> Analysis:
    """An analysis of sentences parted by empty lines; a word a line: word, UPOS, number of its head from 1, relation.

    A head of 0 is the root. Words are joined by spaces.
    """
    text = ""
    words: list[Span] = []
    upos: list[str] = []
    relations: list[str] = []
    heads: list[int] = []
    sentences: list[tuple[int, int]] = []
    for block in rows.strip().split("\n\n"):
        begin = len(words)
        for number, row in enumerate(block.strip().splitlines()):
            word, tag, head, relation = row.split()
            words.append(Span(len(text), len(text) + len(word)))
            text += word + " "
            upos.append(tag)
            heads.append(begin + (int(head) - 1 if int(head) else number))
            relations.append(relation)
        sentences.append((begin, len(words)))
    return Analysis(
        text, tuple(words), tuple(upos), tuple(heads), tuple(relations), tuple(sentences), names=(), attributions=()
    )


def attribution(analysis: Analysis, source: str, cue: str, content: str) -> Attribution:
    """An attribution of the first places at which the three stand in the text; "" for none."""
    return Attribution(*(_span(analysis.text, part) for part in (source, cue, content)))


def _span(text: str, part: str) -> Spans:
    start = text.index(part)
    return (Span(start, start + len(part)),) if part else ()
