"""Figures that a verb reports: "put the toll at 12", "recorded 12 deaths", "gave the party 49 percent"."""

from __future__ import annotations

from counterclaim.claims.lexicon import noun
from counterclaim.claims.subtrees import reach, trimmed
from counterclaim.claims.tables import read_lists
from counterclaim.language.analysis import Analysis

_GIVEN = frozenset(("at", "to", "as"))


def find_figure(analysis: Analysis, verb: int) -> tuple[int, int] | None:
    """The words `[start, end)` of the thing and the number that a verb gives it; None where it gives none.

    A verb of counting gives it in its object alone, a poll that gives in two objects, all after "at", "to" or "as".
    """
    lemma, verbs = analysis.lemma(verb).lower(), read_lists("unmarked")
    if lemma not in verbs["figure"]:
        return None
    things = [i for i in analysis.children[verb] if analysis.relations[i] in ("obj", "iobj") and i > verb]
    end = reach(analysis, verb)[1]
    if not things:
        return _shifted(analysis, verb)
    counted = lemma in verbs["counting"] and _has_number(analysis, things[0])
    handed = lemma == "give" and len(things) > 1 and _has_number(analysis, things[-1]) and _is_text(analysis, verb)
    if not counted and not handed and not any(is_given(analysis, i) for i in range(verb + 1, end)):
        return None
    return trimmed(analysis, max(reach(analysis, things[0])[0], verb + 1), end)


def _shifted(analysis: Analysis, verb: int) -> tuple[int, int] | None:
    """ "Raised to 63 the number of those who died": the number stands before a long thing."""
    start = verb + 1
    given = next((i for i in analysis.children[verb] if i > verb and reach(analysis, i)[0] == start), -1)
    if given < 0 or not is_given(analysis, given):
        return None
    thing = reach(analysis, given)[1]
    nouns = (i for i in analysis.children[verb] if reach(analysis, i)[0] == thing and analysis.upos[i] == "NOUN")
    return next((trimmed(analysis, start, reach(analysis, i)[1]) for i in nouns), None)


def _is_text(analysis: Analysis, verb: int) -> bool:
    """Whether a poll, a report or the like is the subject: others give what is no figure."""
    subjects = (noun(analysis.word(i).lower()) for i in analysis.children[verb] if analysis.relations[i] == "nsubj")
    return any(found is not None and found.kind in ("document", "record") for found in subjects)


def _has_number(analysis: Analysis, word: int) -> bool:
    return any(analysis.upos[i] == "NUM" for i in (word, *analysis.children[word]))


def is_given(analysis: Analysis, word: int) -> bool:
    """Whether a word is the number that something is put at: "at 12", "to 40 percent"."""
    children = analysis.children[word]
    to = any(analysis.relations[i] == "case" and analysis.word(i).lower() in _GIVEN for i in children)
    return to and _has_number(analysis, word)
