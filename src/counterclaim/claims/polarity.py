"""Whether a predicate is negated in its own clause ("did not", "no shell was fired", "nobody", "no longer")."""

from __future__ import annotations

from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import children_of
from counterclaim.language.analysis import Analysis

_ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "csubj", "attr"))


def is_negated(analysis: Analysis, word: int) -> bool:
    """True for an odd number of negators on the word, its subject and its object."""
    return sum(_negates(analysis, child) for child in children_of(analysis, word)) % 2 == 1


def has_no(analysis: Analysis, word: int) -> bool:
    """Whether a noun phrase denies itself: "no shell", "not one shell", "neither side", "nobody"."""
    lists = read_lists("negators")
    if analysis.word(word).lower() in lists["pronoun"]:
        return True
    negators = lists["determiner"] | lists["adverb"]
    phrase = (child for child in children_of(analysis, word) if child < word)
    near = [deep for child in phrase for deep in (child, *children_of(analysis, child))]
    return any(analysis.word(child).lower() in negators and analysis.relations[child] != "cc" for child in near)


def _negates(analysis: Analysis, child: int) -> bool:
    lists, relation = read_lists("negators"), analysis.relations[child]
    word = analysis.word(child).lower()
    if relation == "advmod" or relation == "det":
        if word in lists["longer"]:
            return any(analysis.word(i).lower() in ("no", "n't", "not") for i in children_of(analysis, child))
        return word in lists["adverb"] or word in lists["determiner"]
    return relation in _ARGUMENTS and has_no(analysis, child)
