"""Noun phrases that stand for a claim or for what one is about: "the accusation", "its figures", "the loss", "this".

What a phrase stands for is told by its class (`data/claim_nouns.tsv`), by whose claim it is and by what it repeats of
it; where it stands, by `antecedents`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from counterclaim.claims.tables import read_lists, read_table
from counterclaim.claims.words_at import head_of, predicate_of, sentence_of
from counterclaim.language.analysis import Analysis
from counterclaim.model import Act

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such", "both", "all", "any"))
_DEMONSTRATIVES = frozenset(("this", "that", "these", "those", "it", "both", "neither"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_PLACES = frozenset(("obj", "obl", "nsubj", "nsubj:pass", "iobj"))
_OWNERS = frozenset(("nmod:poss", "compound", "amod", "nmod"))
_OF = frozenset(("of", "by", "from", "in"))


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase that may stand for a claim."""

    kind: str
    """A class of claim nouns; "this" for a demonstrative, "thing" for any other noun: an event, an actor."""
    noun: str
    """Its head in the singular and lower case."""
    acts: tuple[Act, ...]
    """What the claim it stands for may do, the likeliest first; empty where any will do."""
    head: int
    """Index of the head among the words of the analysis."""
    owners: tuple[int, ...]
    """Indices of the words that may tell whose claim it is: possessors and modifiers."""
    near: bool = False
    """Pointed at ("this explanation", "that"): what it stands for was said just before."""


def read_reference(analysis: Analysis, content: tuple[int, ...]) -> Reference | None:
    """The noun phrase in a content that may stand for another claim.

    It is the head of a content without a clause ("the accusation"), what is called something ("the report false") or
    the subject of what is said of it ("that was impossible"). None where there is no such phrase, or none that a
    reader is to know already.
    """
    words = tuple(i for i in content if analysis.word(i)[0].isalnum())
    head = _head(analysis, words)
    if head < 0:
        return None
    lemma = analysis.lemma(head).lower()
    if analysis.upos[head] in ("PRON", "DET") and lemma in _DEMONSTRATIVES:
        return Reference("this", lemma, (), head, (), True)
    if analysis.upos[head] not in ("NOUN", "PROPN") or not is_definite(analysis, head):
        return None
    kind, acts = claim_nouns().get(lemma, ("thing", ()))
    near = any(analysis.word(i).lower() in _DEMONSTRATIVES for i in analysis.children[head] if i < head)
    return Reference(kind, lemma, acts, head, _owners(analysis, head), near)


@cache
def claim_nouns() -> dict[str, tuple[str, tuple[Act, ...]]]:
    """The class of each claim noun, and what the claims do that it stands for."""
    return {
        word: (kind, cast(tuple[Act, ...], tuple(acts.split())))
        for kind, acts, words in read_table("claim_nouns")
        for word in words.split()
    }


def _head(analysis: Analysis, words: tuple[int, ...]) -> int:
    """The head of the phrase: the subject of a label, or else the first phrase that is not below another one."""
    if not words:
        return -1
    predicate = predicate_of(analysis, words)
    labels = read_lists("labels")
    if analysis.lemma(predicate).lower() in labels["reject"] | labels["uphold"]:
        subject = next((i for i in analysis.children[predicate] if analysis.relations[i] in _SUBJECTS), -1)
        if subject >= 0:
            return subject
    inside, end = frozenset(words), sentence_of(analysis, words[0])[1]
    tops = (i for i in words if i < end and analysis.heads[i] not in inside and analysis.relations[i] in _PLACES)
    return next(tops, head_of(analysis, words))


def is_definite(analysis: Analysis, head: int) -> bool:
    """Whether a reader is to know what a noun means: by an article, a demonstrative or a possessor, or as a name."""
    if analysis.upos[head] == "PROPN":
        return True
    children = analysis.children[head]
    determined = any(analysis.word(i).lower() in _DEFINITE for i in children if analysis.upos[i] in ("DET", "PRON"))
    return determined or any(analysis.relations[i] == "nmod:poss" for i in children)


def _owners(analysis: Analysis, head: int) -> tuple[int, ...]:
    """Possessors, nouns before the head, and those after "of", "by", "from"."""
    found = (i for i in analysis.children[head] if analysis.relations[i] in _OWNERS)
    return tuple(i for i in found if i < head or _after_of(analysis, i))


def _after_of(analysis: Analysis, word: int) -> bool:
    return any(analysis.word(i).lower() in _OF for i in analysis.children[word])
