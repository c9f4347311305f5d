"""Whether a clause looks ahead: promises, threatens or foretells."""

from __future__ import annotations

from counterclaim.claims.clause import SUBJECTS, Clause
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.tables import read_lists
from counterclaim.model import Act

_FUTURE = frozenset(("will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"))
_PERFECT = frozenset(("have", "'ve", "’ve"))
_PAST = frozenset(("has", "had", *_PERFECT))
_CONDITIONS = frozenset(("if", "unless", "should"))
_MAYBE = frozenset(("may", "might"))
#: Classes of verbs by which one lets others know.
_TELLING = frozenset(("say", "verify"))


def looks_ahead(clause: Clause) -> Act | None:
    """The speaker's own future is promised, the rest of the future foretold."""
    auxiliaries = clause.auxiliaries
    if auxiliaries & _PERFECT:
        return None
    if auxiliaries & _MAYBE or ("could" in auxiliaries and not clause.negated and not clause.has("aux:pass")):
        return "predict"
    if "expect" in classes_of(clause.lemma, "verb") or "foretell" in classes_of(clause.lemma, "verb"):
        return "predict" if clause.has("xcomp", "ccomp", "obj") else None
    if clause.has("xcomp") and (leaning := _leans(clause)) is not None:
        return leaning
    going = clause.analysis.word(clause.head).lower() == "going" and clause.has("xcomp")
    if not going and not auxiliaries & _FUTURE:
        return None
    if clause.negated and clause.speaks_of_itself and set(classes_of(clause.lemma, "verb")[:1]) & _TELLING:
        return "decline"
    passive = clause.has("aux:pass", "nsubj:pass") and not _depends(clause)
    own = passive or clause.speaks_of_itself or _announces(clause)
    return "promise" if own else "predict"


def threatens(clause: Clause) -> bool:
    """Whether a clause says what the speaker's own side will do, or that a measure will be taken."""
    if not clause.auxiliaries & _FUTURE or clause.auxiliaries & _PERFECT or clause.subject < 0:
        return False
    taken = clause.has("aux:pass", "nsubj:pass") and clause.lemma in read_lists("labels")["measure"]
    return taken or clause.speaks_of_itself


def is_past(clause: Clause) -> bool:
    """Whether a clause is in the perfect: "had not been found"."""
    return bool(clause.auxiliaries & _PAST) and not clause.auxiliaries & _FUTURE


def _depends(clause: Clause) -> bool:
    """ "If the bridge cannot be mended, it will be closed", "should it rain" """
    analysis = clause.analysis
    clauses = (i for i in clause.children if analysis.relations[i] == "advcl")
    marks = {analysis.word(i).lower() for above in clauses for i in analysis.children[above]}
    return bool(marks & _CONDITIONS)


def _leans(clause: Clause) -> Act | None:
    """ "Is likely to cost" predicts, "we are ready to talk" promises."""
    classes = classes_of(clause.lemma, "adj") if clause.has("cop") and not clause.negated else ()
    if "expect" in classes:
        return "predict"
    return "promise" if "intend" in classes and clause.speaks_of_itself else None


def _announces(clause: Clause) -> bool:
    """ "There will be consequences", "the answer will follow" """
    named = {clause.analysis.lemma(i).lower() for i in clause.children if clause.analysis.relations[i] in SUBJECTS}
    return bool(named & read_lists("labels")["threat"])
