"""A report's words laid out for finding who speaks: each list runs over the words of the analysis."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.lexicon import class_of, noun, titles
from counterclaim.language.analysis import Analysis
from counterclaim.language.pieces import INSIDE, quote_states
from counterclaim.language.words import JOINED, PARAGRAPH, find_gaps

_OPENERS = frozenset(('"', "“", "„", "«", "'", "‘", "``", "''", "(", "[", "-", "—", "–", "*", "•"))
_NOT_ACTORS = ("Date", "Money")
_NEVER_NAMES = frozenset(("PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "VERB", "ADV", "PUNCT"))


class Page:
    """What is looked up again and again about the words of a report, found once."""

    def __init__(self, analysis: Analysis) -> None:
        starts = [word.start for word in analysis.words]
        gaps = find_gaps(analysis.text, starts, [word.end for word in analysis.words])
        size = len(analysis.words)
        self.analysis = analysis
        self.written = [analysis.text[s:e] for s, e in analysis.words]
        self.lower = [word.casefold() for word in self.written]
        self.upos = [self._tag(i, tag) for i, tag in enumerate(analysis.upos)]
        self.joined = [gap == JOINED for gap in gaps]
        """Whether a word follows the one before it without a space."""
        self.quoted = [state == INSIDE for state in quote_states(self.written, gaps)]
        self.sentence = [k for k, (begin, end) in enumerate(analysis.sentences) for _ in range(begin, end)]
        self.paragraph = _count(gaps)
        self.names = [0] * size
        """The number of the name a word is in, from 1; 0 outside names."""
        self.kinds = [""] * size
        """The class of the name a word is in."""
        self.dated = [False] * size
        """Whether a word is in a date or a sum of money."""
        self._find_names()
        self.capital = [False] * size
        """Whether a word is written with a capital because it is a name, as far as one can see."""
        for begin, end in analysis.sentences:
            self._find_capitals(begin, end)
        self._repeat_capitals()

    def _tag(self, at: int, tag: str) -> str:
        """A word's part of speech; what is called a pronoun and is none is a name."""
        wrong = tag == "PRON" and self.lower[at] not in class_of("pronouns") and self.written[at][0].isupper()
        return "PROPN" if wrong else tag

    def text(self, start: int, end: int) -> str:
        """The words of [start, end) as they stand in the text, white space evened out."""
        words = self.analysis.words
        return " ".join(self.analysis.text[words[start].start : words[end - 1].end].split()) if end > start else ""

    def _find_names(self) -> None:
        for number, name in enumerate(self.analysis.names, 1):
            for i in range(name.start, min(name.end, len(self.names))):
                if name.kind in _NOT_ACTORS:
                    self.dated[i] = True
                else:
                    self.names[i], self.kinds[i] = number, name.kind

    def _repeat_capitals(self) -> None:
        """A first word of a sentence that is a name elsewhere in the report is one here."""
        known = {word for word, capital in zip(self.written, self.capital, strict=True) if capital}
        for i, word in enumerate(self.written):
            if (
                not self.capital[i]
                and word in known
                and self.upos[i] not in _NEVER_NAMES
                and noun(self.lower[i]) is None
            ):
                self.capital[i] = True

    def _opens_name(self, at: int) -> bool:
        """Whether the first word of a sentence is the first word of a name."""
        follows = self.upos[at + 1] == "PROPN" and self.written[at + 1][0].isupper()
        return follows and noun(self.lower[at]) is None and self.lower[at] not in titles()

    def _find_capitals(self, begin: int, end: int) -> None:
        first = True
        for i in range(begin, end):
            word = self.written[i]
            if word[0].isupper() and self.upos[i] not in _NEVER_NAMES:
                named = self.upos[i] == "PROPN" or self.names[i] > 0
                self.capital[i] = not first or named or (i + 1 < end and self._opens_name(i))
            first = word in _OPENERS


def _count(gaps: Sequence[int]) -> list[int]:
    counted, number = [], 0
    for gap in gaps:
        number += gap == PARAGRAPH
        counted.append(number)
    return counted
