"""A clause of a content, with what the rules for its act look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from counterclaim.claims.polarity import has_no, is_negated
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import children_of, predicate_of
from counterclaim.language.analysis import Analysis

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
CLAUSAL = (*SUBJECTS, "aux", "aux:pass", "cop", "obj")
SPEAKER = frozenset(("i", "we", "us", "me"))
POSSESSIVES = frozenset(("my", "our", "his", "her", "its", "their"))
_OURS = frozenset(("we", "us", "our"))
_THIRD = frozenset(("he", "she", "it", "they"))
_COORDINATE = frozenset(("root", "conj", "parataxis"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a content, often its main one."""

    analysis: Analysis
    source: tuple[int, ...]
    content: tuple[int, ...]
    head: int
    children: tuple[int, ...]
    direct: bool
    """Quoted: "he" in it is somebody else."""
    embedded: bool
    """Below another clause of the content."""
    own: Callable[[int], bool]
    """Whether a word names the claimant or somebody of the claimant's side."""

    @property
    def lemma(self) -> str:
        """The predicate's dictionary form, in lower case."""
        return self.analysis.lemma(self.head).lower()

    @property
    def subject(self) -> int:
        """The subject; -1 where the clause has none."""
        of = self.children
        if self.analysis.relations[self.head] == "conj" and not self.has(*SUBJECTS):
            of = children_of(self.analysis, self.analysis.heads[self.head])
        subjects = (i for i in of if self.analysis.relations[i] in SUBJECTS)
        return next((i for i in subjects if self.analysis.word(i)[0].isalnum()), -1)

    @property
    def auxiliaries(self) -> set[str]:
        """Auxiliaries as written, in lower case; those that the parser hung below an adjective behind it too."""
        behind = (i for child in self.children if child > self.head for i in children_of(self.analysis, child))
        here = (*self.children, *(i for i in behind if i < self.head))
        return self.written(i for i in here if self.analysis.upos[i] == "AUX")

    @property
    def negated(self) -> bool:
        """Negated by the syntax or by its first word."""
        first = self.analysis.word(self.content[0]).lower() if self.content else ""
        negators = read_lists("negators")
        starts = first in negators["determiner"] | negators["pronoun"] | {"not", "never"}
        return starts or is_negated(self.analysis, self.head) or has_no(self.analysis, self.head)

    @property
    def first(self) -> frozenset[str]:
        """The pronouns by which a claimant speaks of its own side, reported or quoted."""
        return _OURS if self.direct else _OURS | _THIRD | POSSESSIVES

    @property
    def speaks_of_itself(self) -> bool:
        """Whether the subject is the speaker or of the speaker's; a clause without one has it in the cue's."""
        analysis, subject = self.analysis, self.subject
        if subject < 0:
            return True
        word = analysis.word(subject).lower()
        if word in SPEAKER or (word in _THIRD and not self.direct):
            return True
        if self.written(children_of(analysis, subject)) & POSSESSIVES or self.own(subject):
            return True
        named = {analysis.lemma(i).lower() for i in self.source if analysis.upos[i] in ("NOUN", "PROPN")}
        return analysis.lemma(subject).lower() in named

    def written(self, words: Iterable[int]) -> set[str]:
        """Words as written, in lower case."""
        return {self.analysis.word(i).lower() for i in words}

    def has(self, *relations: str) -> bool:
        """Whether the predicate has a dependent of one of these relations."""
        return any(self.analysis.relations[i] in relations for i in self.children)


def nobody(_: int) -> bool:
    """For a claimant of whose side nothing is known."""
    return False


def clause_of(
    analysis: Analysis,
    source: tuple[int, ...],
    content: tuple[int, ...],
    words: tuple[int, ...],
    own: Callable[[int], bool] = nobody,
) -> Clause | None:
    """The clause that some words of a content make, or the main one of several; None where there are no words."""
    kept = tuple(i for i in words if analysis.word(i)[0].isalnum()) or words
    head = predicate_of(analysis, kept)
    if head < 0:
        return None
    start = analysis.words[content[0] if content else head].start
    direct = bool(set(analysis.text[max(start - 1, 0) : start + 1]) & set('"“”„«'))
    embedded = analysis.heads[head] in content and analysis.relations[head] not in _COORDINATE
    return Clause(analysis, source, kept, head, children_of(analysis, head), direct, embedded, own)
