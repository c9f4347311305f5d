"""Reporting clauses in the passive with their speaker behind "by": "the number was put at 400 by the union".

The transformation of Quirk et al. (1985), 3.63-78, of the active patterns in `unmarked` and `figures`: the subject is
what was the object.
"""

from __future__ import annotations

from counterclaim.claims.figures import is_given
from counterclaim.claims.polarity import is_negated
from counterclaim.claims.references import claim_nouns
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.speakers import can_speak
from counterclaim.claims.subtrees import reach, spans_of, trimmed
from counterclaim.claims.tables import read_lists
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution

_PAST = frozenset(("is", "are", "was", "were", "has", "have", "had", "been", "being"))


def find_passive(analysis: Analysis, verb: int) -> Attribution | None:
    """The attribution that a verb in the passive makes; None where it reports nothing or nobody is named with "by"."""
    children = analysis.children[verb]
    subject = next((i for i in children if analysis.relations[i] == "nsubj:pass"), -1)
    agent = next((i for i in children if _has_case(analysis, i, "by")), -1)
    if min(subject, agent) < 0 or is_negated(analysis, verb) or not can_speak(analysis, agent):
        return None
    if any(analysis.relations[i].startswith("aux") and analysis.word(i).lower() not in _PAST for i in children):
        return None
    content = _content(analysis, verb, subject)
    start, end = reach(analysis, agent)
    cue = [verb, *(i for i in children if analysis.relations[i] == "compound:prt")]
    who = spans_of(analysis, [trimmed(analysis, start + 1, end)])
    said = spans_of(analysis, [trimmed(analysis, *reach(analysis, i)) for i in content])
    return Attribution(who, spans_of(analysis, [(i, i + 1) for i in cue]), said) if content else None


def _content(analysis: Analysis, verb: int, subject: int) -> list[int]:
    """The heads of what is reported: a claim that is answered, or a thing with its number or name."""
    lemma, lists = analysis.lemma(verb).lower(), read_lists("unmarked")
    after = [i for i in analysis.children[verb] if i > verb]
    particles = frozenset(analysis.word(i).lower() for i in after if analysis.relations[i] == "compound:prt")
    kind = set(classes_of(lemma, "verb", particles)[:1])
    if kind & lists["answer"] and analysis.lemma(subject).lower() in claim_nouns():
        return [subject]
    if lemma in lists["figure"] and (given := [i for i in after if is_given(analysis, i)]):
        return [subject, given[0]]
    named = [i for i in after if _has_case(analysis, i, "as")]
    return [subject, named[0]] if "label" in kind and named else []


def _has_case(analysis: Analysis, word: int, preposition: str) -> bool:
    small = (i for i in analysis.children[word] if analysis.relations[i] in ("case", "mark"))
    return any(analysis.word(i).lower() == preposition for i in small)
