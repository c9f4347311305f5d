"""One actor of a report while the report is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.claims.lexicon import Country

#: How prominent an actor is where it speaks, is a subject, is mentioned, is mentioned in a quotation.
SPEAKER, SUBJECT, MENTIONED, QUOTED = 2.5, 2.0, 1.0, 0.0
_TRACES = 7
_NEVER = -99.0


@dataclass(eq=False)
class Entity:
    """An actor as known so far."""

    order: int
    kind: str
    gender: str = ""
    plural: bool = False
    named: bool = False
    definite: bool = False
    """Whether a reader is to know who is meant: "the governor", but not "a diplomat"."""
    name: str = ""
    folded: tuple[str, ...] = ()
    """The words of its fullest name without title or possessor, in lower case."""
    names: dict[str, None] = field(default_factory=dict)
    """Its names and descriptions as written, in the order of the text."""
    roles: dict[str, None] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()
    """The keys of all words that were used of it."""
    owner: Entity | None = None
    country: Country | None = None
    """The country that it is."""
    home: Country | None = None
    """The country that the words used of it name."""
    traces: tuple[tuple[int, float], ...] = ()
    """The last sentences in which it came up, and how prominently."""
    spoke: int = -1
    """The last sentence in which it spoke."""
    at: int = -1
    """The last word by which it was mentioned."""
    parts: tuple[Entity, ...] = ()
    """Those who make it up: "both sides"."""

    def touch(self, sentence: int, prominence: float) -> None:
        """Note that it comes up in a sentence: `SPEAKER`, `SUBJECT`, `MENTIONED` or `QUOTED`."""
        self.traces = (*self.traces[-_TRACES:], (sentence, prominence))

    def salience(self, sentence: int, before: bool = False) -> float:
        """How much it is spoken of at a sentence, or before it; one lower with every sentence since."""
        return max((p + s for s, p in self.traces if not before or s < sentence), default=_NEVER) - sentence

    def may_be(self, gender: str) -> bool:
        """Whether nothing speaks against a gender."""
        return not gender or not self.gender or gender == self.gender
