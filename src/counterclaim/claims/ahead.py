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
_ARE = frozenset(("is", "are", "'s", "'re", "’s", "’re"))
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
        return "predict" if clause.has("xcomp", "ccomp", "obj", "aux:pass") else None
    if _is_arranged(clause):
        return "predict"
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


def undertakes(clause: Clause) -> bool:
    """Whether a clause says what will be done: who announces that has it in hand."""
    return bool(clause.auxiliaries & _FUTURE) and not clause.auxiliaries & _PERFECT and not clause.has("cop")


def threatens(clause: Clause) -> bool:
    """Whether a clause says what the speaker's own side will do, or that a measure will be taken."""
    if not clause.auxiliaries & _FUTURE or clause.auxiliaries & _PERFECT or clause.subject < 0:
        return False
    taken = clause.has("aux:pass", "nsubj:pass") and clause.lemma in read_lists("labels")["measure"]
    return taken or clause.speaks_of_itself


def is_past(clause: Clause) -> bool:
    """Whether a clause is in the perfect: "had not been found"."""
    return bool(clause.auxiliaries & _PAST) and not clause.auxiliaries & _FUTURE


def _is_arranged(clause: Clause) -> bool:
    """ "Talks are to be held in May", "a report is due within a year"; not "is to blame" or "was to be inspected".

    Huddleston and Pullum (2002) 3, 2.5.6.
    """
    analysis = clause.analysis
    if clause.lemma == "due" and clause.has("cop"):
        return any(not _is_to(clause, i) for i in clause.children if analysis.relations[i] == "obl")
    before = [i for i in clause.children if i < clause.head and clause.lemma != "blame"]
    to = next((i for i in before if analysis.relations[i] == "mark" and analysis.word(i).lower() == "to"), -1)
    return any(i < to and analysis.upos[i] == "AUX" and analysis.word(i).lower() in _ARE for i in before)


def _is_to(clause: Clause, word: int) -> bool:
    return "to" in clause.written(clause.analysis.children[word])


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
