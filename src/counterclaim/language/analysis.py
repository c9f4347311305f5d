"""What the encoder says of a text: words, sentences, syntax, names and attributions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from counterclaim.model import Attribution, Span

#: The classes of names, as in the EN Worldwide Newswire corpus.
NAME_KINDS = ("Date", "Facility", "Location", "Misc", "Money", "NORP", "Organization", "Person", "Product")


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: one of `NAME_KINDS` and the words `[start, end)` it covers."""

    kind: str
    start: int
    end: int


class _Found:
    """Room for what is worked out about an analysis when it is first asked for."""

    __slots__ = ("_children", "_depths", "_lemmas", "_written")
    _children: tuple[tuple[int, ...], ...]
    _depths: tuple[int, ...]
    _lemmas: tuple[str, ...]
    _written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis(_Found):
    """A text as read. Lists run over words; `attributions` are spans of the text in code points."""

    text: str
    words: tuple[Span, ...]
    upos: tuple[str, ...]
    """Universal parts of speech."""
    heads: tuple[int, ...]
    """The word each word depends on (basic UD); the root of a sentence is its own head."""
    relations: tuple[str, ...]
    """UD relation of each word to its head, with subtypes ("nsubj:pass"); "root" for a root."""
    sentences: tuple[tuple[int, int], ...]
    """Sentences as ranges `[start, end)` of words, in order, covering all words."""
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]

    @property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the words of its sentence that depend directly on it, in the order of the text."""
        try:
            return self._children
        except AttributeError:
            object.__setattr__(self, "_children", self._find_children())
            return self._children

    @property
    def depths(self) -> tuple[int, ...]:
        """For each word how many words stand above it in its tree: 0 for a root."""
        try:
            return self._depths
        except AttributeError:
            object.__setattr__(self, "_depths", self._find_depths())
            return self._depths

    def _find_children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.words]
        for begin, end in self.sentences:
            for word in range(begin, end):
                head = self.heads[word]
                if head != word and begin <= head < end:
                    below[head].append(word)
        return tuple(map(tuple, below))

    def _find_depths(self) -> tuple[int, ...]:
        depths = [-1] * len(self.heads)
        for word in range(len(depths)):
            path: list[int] = []
            while depths[word] < 0 and self.heads[word] != word and len(path) < len(depths):
                path.append(word)
                word = self.heads[word]
            depth = max(depths[word], 0)
            depths[word] = depth
            for below in reversed(path):
                depth += 1
                depths[below] = depth
        return tuple(depths)

    def word(self, index: int) -> str:
        """A word as written."""
        try:
            return self._written[index]
        except AttributeError:
            object.__setattr__(self, "_written", tuple(self.text[start:end] for start, end in self.words))
            return self._written[index]

    def lemma(self, index: int) -> str:
        """The dictionary form of a word, in lower case ("said" → "say"); names stay as written."""
        try:
            return self._lemmas[index]
        except AttributeError:
            object.__setattr__(self, "_lemmas", tuple(map(lemma, map(self.word, range(len(self.words))), self.upos)))
            return self._lemmas[index]


_INFLECTED = frozenset(("NOUN", "VERB", "AUX", "ADJ", "ADV"))


@lru_cache(maxsize=65536)
def lemma(word: str, upos: str) -> str:
    """The dictionary form of a word of a universal part of speech."""
    if upos not in _INFLECTED:
        return word if upos == "PROPN" else word.lower()
    from lemminflect import getLemma  # its tables take a third of a second to load

    forms = getLemma(word.lower(), upos=upos)
    return str(forms[0]) if forms else word.lower()
