"""Whether a clause is a maxim: "whoever digs for others falls in himself", "a sample is not a count".

Characterising sentences (Krifka et al. 1995, Genericity: An Introduction): said of anybody or of a kind, in the simple
present. Who is quoted with one about a matter passes judgement on it.
"""

from __future__ import annotations

from counterclaim.claims.clause import Clause
from counterclaim.claims.words_at import children_of

_WHOEVER = frozenset(("whoever", "whosoever", "who"))
_ANYBODY = frozenset(("anybody", "anyone", "everybody", "everyone", "he", "those"))
_ARTICLES = frozenset(("a", "an"))
_RELATIVE = frozenset(("acl:relcl", "acl"))


def is_maxim(clause: Clause) -> bool:
    """Whether a quoted clause says what holds of whoever does a thing, or of a kind of thing."""
    analysis, first = clause.analysis, clause.content[0]
    if not clause.direct or clause.auxiliaries & {"will", "would", "shall", "'ll", "’ll"} or _is_asked(clause):
        return False
    opening = analysis.word(first).lower()
    if opening in _WHOEVER:
        return True
    subject = clause.subject
    if opening in _ANYBODY and subject == first:
        return any(analysis.relations[i] in _RELATIVE for i in children_of(analysis, subject))
    if opening == "to" and analysis.relations[subject if subject >= 0 else first] == "csubj":
        return True
    return clause.has("cop") and _is_indefinite(clause, subject) and _is_indefinite(clause, clause.head)


def _is_indefinite(clause: Clause, noun: int) -> bool:
    """ "A sample" """
    if noun < 0 or clause.analysis.upos[noun] != "NOUN":
        return False
    return bool(clause.written(children_of(clause.analysis, noun)) & _ARTICLES)


def _is_asked(clause: Clause) -> bool:
    after = clause.content[-1] + 1
    return after < len(clause.analysis.words) and "?" in clause.analysis.word(after)
