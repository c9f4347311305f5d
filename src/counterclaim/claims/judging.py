"""Whether a clause judges: "was a disgrace", "seems fair", "is too late", "should have been called", "was “a song”"."""

from __future__ import annotations

from counterclaim.claims.clause import Clause
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import children_of

_DUTY = frozenset(("must", "should", "ought"))
_PERFECT = frozenset(("have", "'ve", "’ve"))
_EXCESS = frozenset(("too", "enough"))
_MARKS = frozenset(('"', "“", "„", "«", "'", "‘"))
_BEFORE_NOUN = frozenset(("det", "amod", "compound", "nummod", "nmod:poss"))


def judges(clause: Clause) -> bool:
    """Whether a clause says how something is to be seen rather than how it is."""
    if clause.auxiliaries & _DUTY and clause.auxiliaries & _PERFECT:
        return True
    if any(clause.written(children_of(clause.analysis, i)) & _EXCESS for i in _sizes(clause)):
        return True
    return _is_labelling(clause) or _is_quoted(clause) or any(_evaluates(clause, word) for word in _said(clause))


def _said(clause: Clause) -> list[int]:
    """The words that say of the subject how it is; where it is ("in good health", "in danger") is a plain state."""
    analysis = clause.analysis
    named = clause.has("cop") and not clause.has("case")
    said = [clause.head] if named else []
    if clause.lemma in read_lists("evaluation")["copular"]:
        said += [i for i in clause.children if analysis.relations[i] == "xcomp" and analysis.upos[i] == "ADJ"]
    said += [i for i in clause.children if analysis.relations[i] == "amod" and named]
    return said + [i for i in clause.children if analysis.relations[i] == "advmod"]


def _evaluates(clause: Clause, word: int) -> bool:
    analysis, evaluation = clause.analysis, read_lists("evaluation")
    if analysis.upos[word] in ("ADJ", "ADV") and clause.written(children_of(analysis, word)) & _EXCESS:
        return True
    adjectives = evaluation["appreciation"] | evaluation["judgement"] | evaluation["affect"]
    known = {"ADJ": adjectives, "NOUN": evaluation["noun"]}.get(analysis.upos[word], frozenset())
    return analysis.lemma(word).lower() in known


def _is_labelling(clause: Clause) -> bool:
    """ "Norland regards it as interference"; verbs of attitude have no progressive ("is treating them as cases")."""
    analysis = clause.analysis
    near = {analysis.word(i).lower() for child in clause.children for i in (child, *children_of(analysis, child))}
    labels = classes_of(clause.lemma, "verb", frozenset(("as",)))[:1] == ("label",)
    return labels and "as" in near and not analysis.word(clause.head).lower().endswith("ing")


def _is_quoted(clause: Clause) -> bool:
    """Whether only the noun that a subject is called by is quoted: "it was “a word to hide behind”"."""
    analysis, head = clause.analysis, clause.head
    if clause.direct or clause.negated or analysis.upos[head] != "NOUN" or not clause.has("cop") or clause.has("case"):
        return False
    before = (i for i in clause.children if i < head and analysis.relations[i] in _BEFORE_NOUN)
    start = min(before, default=head)
    return clause.subject >= 0 and clause.subject < start - 1 and analysis.word(start - 1) in _MARKS


def _sizes(clause: Clause) -> list[int]:
    """The adjectives of an object: "too many" in "has too many roofs"."""
    analysis = clause.analysis
    things = [i for i in clause.children if analysis.relations[i] == "obj"]
    return [i for thing in things for i in children_of(analysis, thing) if analysis.upos[i] == "ADJ"]
