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


@dataclass(frozen=True, slots=True)
class Analysis:
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

    def word(self, index: int) -> str:
        """A word as written."""
        start, end = self.words[index]
        return self.text[start:end]

    def lemma(self, index: int) -> str:
        """The dictionary form of a word, in lower case ("said" → "say"); names stay as written."""
        return lemma(self.word(index), self.upos[index])


_INFLECTED = frozenset(("NOUN", "VERB", "AUX", "ADJ", "ADV"))


@lru_cache(maxsize=65536)
def lemma(word: str, upos: str) -> str:
    """The dictionary form of a word of a universal part of speech."""
    if upos not in _INFLECTED:
        return word if upos == "PROPN" else word.lower()
    from lemminflect import getLemma  # its tables take a third of a second to load

    forms = getLemma(word.lower(), upos=upos)
    return str(forms[0]) if forms else word.lower()
