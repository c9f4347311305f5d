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
    phrase = (child for child in children_of(analysis, word) if child < word)
    near = [deep for child in phrase for deep in (child, *children_of(analysis, child))]
    written = ((child, analysis.word(child).lower()) for child in near)
    negating = (child for child, one in written if one in lists["determiner"] or one in lists["adverb"])
    return any(analysis.relations[child] != "cc" for child in negating)


def _negates(analysis: Analysis, child: int) -> bool:
    relation = analysis.relations[child]
    if relation in ("advmod", "det"):
        lists, word = read_lists("negators"), analysis.word(child).lower()
        if word in lists["longer"]:
            return any(analysis.word(i).lower() in ("no", "n't", "not") for i in children_of(analysis, child))
        return word in lists["adverb"] or word in lists["determiner"]
    return relation in _ARGUMENTS and has_no(analysis, child)
