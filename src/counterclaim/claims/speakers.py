"""Who can be heard: whether the subject of a verb of reporting is one that speaks."""

from __future__ import annotations

from counterclaim.claims.lexicon import noun
from counterclaim.claims.subtrees import reach
from counterclaim.language.analysis import Analysis

_SPEAKING = frozenset(("person", "organisation", "group", "either", "document", "record"))
_THIRD = frozenset(("he", "she", "it", "they"))


def can_speak(analysis: Analysis, subject: int) -> bool:
    """Whether a subject is one that can be heard: a name, a person, a body, a document."""
    if analysis.upos[subject] == "PRON":
        return analysis.word(subject).lower() in _THIRD
    known = noun(analysis.word(subject).lower())
    return known.kind in _SPEAKING if known else analysis.upos[subject] == "PROPN"


def phrase_of(analysis: Analysis, subject: int, verb: int) -> tuple[int, int]:
    """The words of a speaker on its side of the verb, a possessor that the parser hung elsewhere included."""
    start, end = reach(analysis, subject)
    if subject > verb:
        return max(start, verb + 1), end
    while start and analysis.relations[start - 1] == "case" and analysis.heads[start - 1] == start - 2:
        start = reach(analysis, start - 2)[0]
    return start, min(end, verb)
