"""Text → Analysis: words, one pass of the encoder, decoding.

A long text is read section by section, so that memory stays flat; sections are far longer than any
attribution and end where a paragraph does, if one does.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.language.analysis import Analysis, Name
from counterclaim.language.attributions import Layout, WordAttribution, WordRange, find_attributions
from counterclaim.language.encoder import Encoder
from counterclaim.language.sentences import find_sentences
from counterclaim.language.syntax import find_names, parse
from counterclaim.language.words import PARAGRAPH, Words, split_words
from counterclaim.model import Attribution, Span, Spans

#: Words of a section at most; an ordinary report is one section.
SECTION_WORDS = 16_000


def analyse(encoder: Encoder, text: str) -> Analysis:
    """Read a text. Offsets are code points into it. A text without words gives an empty analysis."""
    words = split_words(text)
    parts = [_read_section(encoder, text, section, begin) for begin, section in _sections(words)]
    return Analysis(
        text=text,
        words=tuple(Span(s, e) for s, e in zip(words.starts, words.ends, strict=True)),
        upos=tuple(x for part in parts for x in part.upos),
        heads=tuple(x for part in parts for x in part.heads),
        relations=tuple(x for part in parts for x in part.relations),
        sentences=tuple(x for part in parts for x in part.sentences),
        names=tuple(x for part in parts for x in part.names),
        attributions=tuple(x for part in parts for x in part.attributions),
    )


def _sections(words: Words) -> Iterator[tuple[int, Words]]:
    """Sections with the index of their first word."""
    begin, total = 0, len(words.starts)
    while begin < total:
        end = min(begin + SECTION_WORDS, total)
        if end < total:
            paragraphs = (i for i in range(end, begin + SECTION_WORDS // 2, -1) if words.gaps[i] == PARAGRAPH)
            end = next(paragraphs, end)
        yield begin, Words(*(column[begin:end] for column in words))
        begin = end


def _read_section(encoder: Encoder, text: str, words: Words, offset: int) -> Analysis:
    """A section's analysis; word indices count in the whole text."""
    scores = encoder.run(text, words)
    sentences = find_sentences(scores.starts, words.gaps)
    heads, relations = parse(scores, encoder.decoder, encoder.labels, sentences)
    return Analysis(
        text=text,
        words=(),
        upos=tuple(encoder.labels.upos[i] for i in scores.upos.argmax(axis=1)),
        heads=tuple((heads + offset).tolist()),
        relations=tuple(relations),
        sentences=tuple((begin + offset, end + offset) for begin, end in sentences),
        names=tuple(
            Name(name.kind, name.start + offset, name.end + offset)
            for name in find_names(scores.names, encoder.labels.names)
        ),
        attributions=tuple(
            _in_characters(found, words)
            for found in find_attributions(scores, encoder.decoder, Layout.of(words.gaps, sentences))
        ),
    )


def _in_characters(found: WordAttribution, words: Words) -> Attribution:
    return Attribution(
        source=_spans([found.source] if found.source else [], words),
        cue=_spans([found.cue], words),
        content=_spans(found.content, words),
    )


def _spans(ranges: list[WordRange] | tuple[WordRange, ...], words: Words) -> Spans:
    """Code-point spans of word ranges; ranges that touch become one."""
    joined: list[WordRange] = []
    for begin, end in sorted(ranges):
        if joined and joined[-1][1] >= begin:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return tuple(Span(words.starts[begin], words.ends[end - 1]) for begin, end in joined)
