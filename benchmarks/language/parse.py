"""What a corpus, our reader or a peer says of a text, all in one form: offsets into the same text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from counterclaim.language.analysis import Analysis
from counterclaim.language.words import JOINED, LINE, PARAGRAPH, SPACE
from counterclaim.model import Span
from training.corpora import Document

_WHITE = {JOINED: "", SPACE: " ", LINE: "\n", PARAGRAPH: "\n\n"}


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: its kind and where it stands."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parse:
    """Lists run over words; an empty list is "does not say"."""

    words: list[Span]
    upos: list[str]
    heads: list[int]
    """Number of each word's head; a root is its own head."""
    relations: list[str]
    sentences: list[Span]
    """From the first character of a sentence's first word to the last of its last."""
    names: list[Entity]


def of_document(document: Document) -> tuple[str, Parse]:
    """A corpus document as print would have it (words joined by their gaps), and what the corpus says of it."""
    text, words = "", []
    for word, gap in zip(document.words, document.gaps, strict=True):
        text += _WHITE[gap] if text else ""
        words.append(Span(len(text), len(text) + len(word)))
        text += word
    parse = Parse(
        words,
        document.upos or [],
        document.heads or [],
        document.relations or [],
        _sentences(words, document.starts or []),
        names_from_bio(words, document.names or []),
    )
    return text, parse


def of_analysis(analysis: Analysis) -> Parse:
    """What our reader says."""
    words = list(analysis.words)
    return Parse(
        words,
        list(analysis.upos),
        list(analysis.heads),
        list(analysis.relations),
        [Span(words[first].start, words[last - 1].end) for first, last in analysis.sentences if last > first],
        [Entity(name.kind, words[name.start].start, words[name.end - 1].end) for name in analysis.names],
    )


def names_from_bio(words: list[Span], labels: list[str]) -> list[Entity]:
    """The names that BIO labels mark; an I after another kind, or after nothing, begins a name."""
    names: list[Entity] = []
    before = "O"
    for word, label in zip(words, labels, strict=bool(labels)):
        mark, _, kind = label.partition("-")
        if mark == "I" and before.partition("-")[2] == kind:
            names[-1] = Entity(kind, names[-1].start, word.end)
        elif mark != "O":
            names.append(Entity(kind, word.start, word.end))
        before = label
    return names


def _sentences(words: list[Span], starts: list[int]) -> list[Span]:
    first = [i for i, start in enumerate(starts) if start] + [len(starts)]
    return [Span(words[a].start, words[b - 1].end) for a, b in pairwise(first)]
