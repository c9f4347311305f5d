"""What a content does by itself, under a plain "said": asks, urges, promises, foretells, judges, denies, accuses."""

from __future__ import annotations

from counterclaim.claims.accusing import accuses
from counterclaim.claims.ahead import looks_ahead
from counterclaim.claims.clause import Clause
from counterclaim.claims.maxims import is_maxim
from counterclaim.claims.rejecting import rejects
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import children_of
from counterclaim.model import Act

_DUTY = frozenset(("must", "should", "ought"))
_PERFECT = frozenset(("have", "'ve", "’ve"))
_EXCESS = frozenset(("too", "enough"))


def act_of_content(clause: Clause) -> Act | None:
    """The act of a content, or None where it plainly asserts."""
    if _asks(clause):
        return "question"
    if _urges(clause):
        return "urge"
    if _withholds(clause):
        return "decline"
    told = rejects(clause) or ("judge" if is_maxim(clause) else None) or looks_ahead(clause)
    if told is None and accuses(clause):
        return "accuse"
    return told or ("judge" if _judges(clause) else None)


def _asks(clause: Clause) -> bool:
    after = clause.content[-1] + 1
    return after < len(clause.analysis.words) and "?" in clause.analysis.word(after)


def _urges(clause: Clause) -> bool:
    """An imperative, or what must or should be done."""
    if clause.embedded:
        return False
    auxiliaries = clause.auxiliaries
    if _is_inverted(clause):
        return False
    if auxiliaries & _DUTY and not auxiliaries & _PERFECT:
        return True
    analysis, head = clause.analysis, clause.head
    marked = any(analysis.relations[i] == "mark" for i in clause.children)
    bare = analysis.upos[head] == "VERB" and analysis.word(head).lower() == clause.lemma and not marked
    small = ("PUNCT", "ADV", "INTJ", "CCONJ", "PART")
    first = next((i for i in clause.content if analysis.upos[i] not in small), -1)
    return bare and first == head and clause.subject < 0 and not auxiliaries - {"do"}


def _is_inverted(clause: Clause) -> bool:
    """ "Should it rain, we will stay": the auxiliary before the subject makes a condition."""
    analysis = clause.analysis
    if analysis.word(clause.content[0]).lower() == "should":
        return True
    duties = (i for i in clause.children if analysis.word(i).lower() == "should")
    return any(i < clause.subject for i in duties)


def _withholds(clause: Clause) -> bool:
    """ "We do not comment on that" """
    own = clause.subject >= 0 and clause.speaks_of_itself
    return clause.negated and own and clause.lemma in read_lists("labels")["withhold"] and not clause.has("ccomp")


def _judges(clause: Clause) -> bool:
    """Whether a clause evaluates: "was a disgrace", "appears fair", "is too late", "should have been called"."""
    if clause.auxiliaries & _DUTY and clause.auxiliaries & _PERFECT:
        return True
    analysis, evaluation = clause.analysis, read_lists("evaluation")
    adjectives = evaluation["appreciation"] | evaluation["judgement"] | evaluation["affect"]
    said = [clause.head] if clause.has("cop") else []
    if clause.lemma in read_lists("evaluation")["copular"]:
        said += [i for i in clause.children if analysis.relations[i] == "xcomp" and analysis.upos[i] == "ADJ"]
    said += [i for i in clause.children if analysis.relations[i] == "amod" and clause.has("cop")]
    said += [i for i in clause.children if analysis.relations[i] == "advmod"]
    if any(clause.written(children_of(analysis, i)) & _EXCESS for i in _sizes(clause)):
        return True
    for word in said:
        if analysis.upos[word] in ("ADJ", "ADV") and clause.written(children_of(analysis, word)) & _EXCESS:
            return True
        known = {"ADJ": adjectives, "NOUN": evaluation["noun"]}.get(analysis.upos[word], frozenset())
        if analysis.lemma(word).lower() in known:
            return True
    return False


def _sizes(clause: Clause) -> list[int]:
    """The adjectives of an object: "too many" in "has too many roofs"."""
    analysis = clause.analysis
    things = [i for i in clause.children if analysis.relations[i] == "obj"]
    return [i for thing in things for i in children_of(analysis, thing) if analysis.upos[i] == "ADJ"]
