"""Whether the clause that a time stands in looks ahead or back.

"The talks will resume on Friday" means a Friday to come, "the talks resumed on Friday" one that has passed.
The nearest verb group decides: first to the left of the time expression in its sentence, then to the
right ("On Friday the talks will resume").
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from counterclaim.facets.tables import read_table
from counterclaim.language.analysis import Analysis

Lean = Literal["past", "future"]

_NOT_VERBS = frozenset(("ADJ", "ADP", "ADV", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PRON", "PROPN", "PUNCT", "SYM"))


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_table("tense_words")}


def lean(analysis: Analysis, sentence: tuple[int, int], first: int, end: int) -> Lean | None:
    """Where the clause around the words `[first, end)` of a sentence leans; None if no verb tells."""
    start, stop = sentence
    for at in range(first - 1, max(start, first - 40) - 1, -1):
        if found := _verb_group(analysis, start, at):
            return found
    opening = first - start <= 2
    for at in range(end, min(stop, end + 40)):
        found = _verb_group(analysis, at, at)
        if found and (opening or analysis.word(at).lower() not in _words()["modal"]):
            return found
    return None


def _verb_group(analysis: Analysis, start: int, at: int) -> Lean | None:
    """The lean of a verb group that ends at a word, looking back no further than `start`; None if there is none."""
    words, word = _words(), analysis.word(at).lower()
    if word in words["ahead"]:
        return "future"
    if word in words["future"] or word in words["modal"]:
        return None if _is_noun(analysis, at) else _after_modal(analysis, at)
    if word in words["looking"]:
        return None if _is_noun(analysis, at) else "future"
    if word == "to":
        return "future" if _is_infinitive(analysis, at) and _is_planned(analysis, start, at) else None
    if word in words["past"] or (word.endswith("ed") and len(word) > 4):
        return (
            None if _is_noun(analysis, at) or _is_attribute(analysis, start, at) else _before_verb(analysis, start, at)
        )
    return None


def _is_noun(analysis: Analysis, at: int) -> bool:
    return analysis.upos[at] in _NOT_VERBS


def _is_attribute(analysis: Analysis, start: int, at: int) -> bool:
    """A participle before a noun: "the damaged rows", "three wounded men"."""
    word = analysis.word(at - 1).lower() if at > start else ""
    return word in _words()["determiner"] and noun_follows(analysis, at + 1)


def _after_modal(analysis: Analysis, at: int) -> Lean:
    """What a modal says: "will go" looks ahead, "would have gone" back."""
    following = (analysis.word(i).lower() for i in range(at + 1, min(at + 4, len(analysis.words))))
    return "past" if any(word == "have" for word in following) else "future"


def _before_verb(analysis: Analysis, start: int, at: int) -> Lean | None:
    """A past form or participle: "was stopped" looks back, "will be stopped", "is to be stopped" ahead."""
    words = _words()
    before = at - 1
    if before > start and analysis.word(before).lower() == "being":
        return None  # "before being moved": the clause around it tells
    by = at + 1 < len(analysis.words) and analysis.word(at + 1).lower() == "by"
    if by and analysis.word(at).lower() in words["planned"]:
        return "future"  # "was expected by Friday"
    while before >= start and (analysis.word(before).lower() in words["group"] or analysis.word(before).endswith("ly")):
        before -= 1
    if before >= start:
        word = analysis.word(before).lower()
        if word in words["future"] or word in words["modal"]:
            return _after_modal(analysis, before)
        if word == "to" and _is_planned(analysis, start, before):
            return "future"
    return "past"


def _is_infinitive(analysis: Analysis, at: int) -> bool:
    if at + 1 >= len(analysis.words):
        return False
    word = analysis.word(at + 1)
    verbal = analysis.upos[at + 1] in ("X", "VERB", "AUX", "ADV") and analysis.lemma(at + 1) == word  # no "to shelling"
    return word.islower() and word not in _words()["closed"] and verbal


def _is_planned(analysis: Analysis, start: int, at: int) -> bool:
    """A word of intention shortly before "to": "urged the city to", "is expected to", "is to"."""
    near = [analysis.word(i).lower() for i in range(max(start, at - 6), at)]
    return any(word in _words()["planned"] for word in near) or near[-1:] in (["is"], ["are"])


def noun_follows(analysis: Analysis, at: int) -> bool:
    """Whether the word at a place can be a noun or begin a noun phrase without an article."""
    if at >= len(analysis.words):
        return False
    word, upos = analysis.word(at), analysis.upos[at]
    if not word.isalpha() or upos not in ("X", "NOUN", "PROPN", "ADJ"):
        return False
    words = _words()
    return not (
        word in words["closed"]
        or any(word in words[name] for name in ("future", "modal", "perfect", "past", "planned"))
    )


def opens_clause(analysis: Analysis, at: int) -> bool:
    """Whether a word begins another clause: "after", "that", "who"."""
    return analysis.word(at).lower() in _words()["opening"]
