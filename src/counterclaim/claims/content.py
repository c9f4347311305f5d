"""What a content does by itself, under a plain "said": asks, urges, promises, foretells, judges, denies, accuses."""

from __future__ import annotations

from counterclaim.claims.accusing import accuses
from counterclaim.claims.ahead import looks_ahead
from counterclaim.claims.clause import Clause
from counterclaim.claims.judging import judges
from counterclaim.claims.maxims import is_maxim
from counterclaim.claims.rejecting import rejects
from counterclaim.claims.tables import read_lists
from counterclaim.model import Act

_DUTY = frozenset(("must", "should", "ought"))
_PERFECT = frozenset(("have", "'ve", "’ve"))


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
    return told or ("judge" if judges(clause) else None)


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
