"""How far a predicate is a fact as its sentence puts it: -1 (did not happen) over 0 (not said) to 1 (happened).

A predicate's own hedges and negation are combined with those of the predicates it depends on: "managed to",
"failed to", "plans to", "said that". Signatures of predicates in `data/complements.tsv`; the composition is that
of TruthTeller (Lotan, Stern and Dagan 2013) on Universal Dependencies.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterclaim.claims.hedges import conjunction_of, hedges_at
from counterclaim.claims.polarity import has_no, is_negated
from counterclaim.claims.tables import read_lists, read_table
from counterclaim.claims.words_at import children_of
from counterclaim.language.analysis import Analysis

_DEPTH = 8
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_COMPLEMENTS = frozenset(("ccomp", "xcomp", "obj", "csubj", "acl", "advcl", "obl", "nsubj:pass", "nmod"))
#: A clause of which nothing is known: an infinitive, a finite complement.
_INFINITIVE, _FINITE = 0.5, 0.85
#: An event that somebody refuses, rejects or prevents; it may have happened.
_THING = 0.4
_GOVERNED = frozenset(("to", "from"))
_OBJECTS = frozenset(("obj", "nsubj:pass"))


class Signature(NamedTuple):
    """What a predicate says of the event it takes as a complement, -1..1, by itself and when it is negated."""

    name: str
    degree: float
    negated: float


def signature_of(lemma: str) -> Signature | None:
    """The signature of a predicate's dictionary form; None where the table does not know it."""
    return _signatures().get(lemma.lower())


def factuality(analysis: Analysis, word: int) -> float:
    """The factuality of the predicate (verb, adjective or event noun) at a word, -1..1."""
    if analysis.relations[word] in ("cop", "aux", "aux:pass"):
        word = analysis.heads[word]
    return _factuality(analysis, word, _DEPTH)


def _factuality(analysis: Analysis, word: int, depth: int) -> float:
    own = min((hedge.degree for hedge in hedges_at(analysis, word)), default=1.0)
    if is_negated(analysis, word) or (analysis.upos[word] == "NOUN" and has_no(analysis, word)):
        own = -own
    if analysis.upos[word] == "NOUN" and any(analysis.word(i).lower() == "any" for i in children_of(analysis, word)):
        own *= 0.3
    return own * _surroundings(analysis, word, depth - 1) if depth else own


def _surroundings(analysis: Analysis, word: int, depth: int) -> float:
    """What the rest of the sentence makes of the clause of a predicate."""
    head, relation = analysis.heads[word], analysis.relations[word]
    if head == word:
        return 1.0
    if relation == "conj":
        return 1.0 if _stands_alone(analysis, word) else _factuality(analysis, head, depth)
    if relation in ("acl:relcl", "advcl", "advcl:relcl", "ccomp") and (mark := conjunction_of(analysis, word)):
        return mark.degree
    if relation in ("advcl", "acl", "obl", "nmod") and _is_without(analysis, word):
        return -0.7
    if relation in _COMPLEMENTS:
        return _below(analysis, word, head, relation, depth)
    if relation in ("nsubj", "compound", "amod"):
        return 0.5 + 0.5 * abs(_factuality(analysis, head, depth))
    return 1.0


def _below(analysis: Analysis, word: int, head: int, relation: str, depth: int) -> float:
    """What the predicate above makes of its complement."""
    clause = relation in ("ccomp", "xcomp", "csubj", "acl", "advcl")
    above = _factuality(analysis, head, depth)
    marks = {analysis.word(i).lower() for i in children_of(analysis, word) if analysis.relations[i] == "mark"}
    infinitive = "to" in marks
    signature = signature_of(analysis.lemma(head))
    if signature and ((clause and (marks & _GOVERNED or relation != "advcl")) or relation in _OBJECTS):
        name, degree, negated = signature
        if name == "negative" and not clause:
            return _THING
        if name in ("report", "factive"):
            return degree if above > 0 else negated
        return degree * abs(above) if above > 0 else negated * abs(above)
    if infinitive and relation != "ccomp":
        return _INFINITIVE * (1.0 if relation in ("advcl", "acl") else abs(above) or 1.0)
    if relation in ("obj", "nsubj:pass", "xcomp"):
        return above
    if relation in ("obl", "nmod"):
        return 0.5 + 0.5 * abs(above)
    return _FINITE if relation in ("ccomp", "csubj") else 1.0


def _stands_alone(analysis: Analysis, word: int) -> bool:
    """Whether a coordinated predicate has a subject of its own."""
    return any(analysis.relations[i] in _SUBJECTS for i in children_of(analysis, word))


def _is_without(analysis: Analysis, word: int) -> bool:
    small = (i for i in children_of(analysis, word) if analysis.relations[i] in ("case", "mark"))
    return any(analysis.word(i).lower() in read_lists("negators")["preposition"] for i in small)


@cache
def _signatures() -> dict[str, Signature]:
    found: dict[str, Signature] = {}
    for name, degree, negated, words in read_table("complements"):
        for word in words.split():
            found.setdefault(word, Signature(name, float(degree), float(negated)))
    return found
