"""Looking around in an analysed text: words at offsets, dependents, neighbours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from counterclaim.language.analysis import Analysis, Name


class Syntax:
    """An analysis with the look-ups that rules need, made once for a report."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.size = len(analysis.words)
        self._relations = [relation.partition(":")[0] for relation in analysis.relations]
        self._starts = [start for start, _ in analysis.words]
        self._sentence_starts = [start for start, _ in analysis.sentences]
        self.dependents: list[list[int]] = [[] for _ in range(self.size)]
        for word, head in enumerate(analysis.heads):
            if head != word:
                self.dependents[head].append(word)

    @cached_property
    def _kinds(self) -> dict[int, frozenset[str]]:
        by_name: dict[str, set[str]] = {}
        for name in self.analysis.names:
            by_name.setdefault(self._named(name), set()).add(name.kind)
        return {
            word: frozenset(by_name[self._named(name)])
            for name in self.analysis.names
            for word in range(name.start, name.end)
        }

    def _named(self, name: Name) -> str:
        return self.text[self.analysis.words[name.start].start : self.analysis.words[name.end - 1].end]

    def kinds(self, word: int) -> frozenset[str]:
        """The classes of names that the report anywhere takes the name at a word for; none outside names."""
        return self._kinds.get(word, frozenset())

    def word_at(self, offset: int) -> int:
        """The word that covers a code point, or the last one before it (0 if there is none)."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentence(self, word: int) -> tuple[int, int]:
        """The sentence of a word, as a range of words."""
        index = bisect_right(self._sentence_starts, word) - 1
        return self.analysis.sentences[index] if index >= 0 else (0, self.size)

    def lower(self, word: int) -> str:
        """A word in lower case; "" outside the text."""
        return self.analysis.word(word).lower() if 0 <= word < self.size else ""

    def upos(self, word: int) -> str:
        """A word's part of speech; "" outside the text."""
        return self.analysis.upos[word] if 0 <= word < self.size else ""

    def relation(self, word: int) -> str:
        """A word's relation to its head without subtype; "" outside the text."""
        return self._relations[word] if 0 <= word < self.size else ""

    def lemma(self, word: int) -> str:
        """A word's dictionary form in lower case; "" outside the text."""
        return self.analysis.lemma(word).lower() if 0 <= word < self.size else ""

    def head(self, word: int) -> int:
        """The word a word depends on; itself for a root."""
        return self.analysis.heads[word]

    def above(self, word: int) -> Iterator[int]:
        """The word and the words it depends on, up to the root (at most twelve, should the tree be broken)."""
        for _ in range(12):
            yield word
            if self.head(word) == word:
                return
            word = self.head(word)

    def below(self, word: int, *relations: str) -> list[int]:
        """The dependents of a word in these relations (without subtypes)."""
        if not 0 <= word < self.size:
            return []
        return [one for one in self.dependents[word] if self._relations[one] in relations]
