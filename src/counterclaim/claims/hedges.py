"""How sure the words beside it make a predicate: modals, adverbs, "likely", "in all probability", "is expected to".

The words and their classes are in `data/hedges.tsv` (after FactBank, Saurí & Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from counterclaim.claims.tables import read_table
from counterclaim.claims.words_at import children_of, sentence_of
from counterclaim.language.analysis import Analysis
from counterclaim.model import Certainty

_SPEAKER = frozenset(("i", "we"))
_PASSIVE = frozenset(("nsubj:pass", "aux:pass", "expl"))
#: Relations that lead out of a main clause.
_BARRIERS = frozenset(
    ("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "conj", "parataxis", "nsubj", "nsubj:pass", "appos")
)


class Hedge(NamedTuple):
    """What a hedge makes of a claim (None: nothing), and the share of certainty it leaves to a predicate, -1..1."""

    certainty: Certainty | None
    degree: float


def hedges_at(analysis: Analysis, word: int) -> Iterator[Hedge]:
    """The hedges that belong to a predicate in its own clause."""
    children = children_of(analysis, word)
    found = (_beside(analysis, child, children) for child in children)
    yield from (hedge for hedge in (*found, _known("adjective", analysis.lemma(word).lower())) if hedge)


def hedges_in(analysis: Analysis, predicate: int, words: tuple[int, ...]) -> Iterator[Hedge]:
    """The hedges of the main clause of a content: at its predicate, at its complements, and the predicate itself."""
    yield from hedges_at(analysis, predicate)
    if raised := _raising(analysis, predicate):
        yield raised
    end = sentence_of(analysis, predicate)[1]
    for word in words:
        if word < end and _is_all(analysis, word) and (likely := _known("noun", analysis.lemma(word).lower())):
            yield likely
        elif word < end and analysis.heads[word] != predicate and _same_clause(analysis, word, predicate):
            found = _beside(analysis, word, ())
            if found and not analysis.relations[word].startswith("aux"):
                yield found


def _is_all(analysis: Analysis, word: int) -> bool:
    """ "in all likelihood" belongs to its sentence wherever the parser puts it."""
    return word > 0 and analysis.word(word - 1).lower() in ("all", "every")


def _same_clause(analysis: Analysis, word: int, predicate: int) -> bool:
    """Whether a word depends on a predicate without a clause or a subject between them."""
    while analysis.relations[word] not in _BARRIERS and analysis.heads[word] != word:
        word = analysis.heads[word]
        if word == predicate:
            return True
    return False


def conjunction_of(analysis: Analysis, word: int) -> Hedge | None:
    """What "if", "unless", "whether" or "until" makes of the clause of a predicate."""
    marks = (i for i in children_of(analysis, word) if analysis.relations[i] == "mark")
    return next((found for i in marks if (found := _known("mark", analysis.word(i).lower()))), None)


def _beside(analysis: Analysis, child: int, siblings: tuple[int, ...]) -> Hedge | None:
    relation, lemma, word = analysis.relations[child], analysis.lemma(child).lower(), analysis.word(child).lower()
    if relation.startswith("aux"):
        passive = any(analysis.relations[i] == "aux:pass" for i in siblings)
        return _known("modal", _sense(word, {analysis.word(i).lower() for i in siblings}, passive))
    if relation.startswith("obl") or relation == "nmod":
        return _known("noun", lemma)
    if relation not in ("advmod", "amod", "xcomp", "parataxis", "discourse"):
        return None
    if _known("certain", lemma):
        before = _known("adverb", analysis.word(child - 1).lower()) if child else None
        return Hedge("probable", 0.85) if before else None
    return _known("adverb", word) or _known("adjective", lemma)


def _sense(modal: str, beside: set[str], passive: bool) -> str:
    """ "Could have" is "might have"; "could not" and "could be seen" tell of what can be done."""
    if modal != "could":
        return modal
    return "might" if "have" in beside else "can" if passive or beside & {"not", "n't", "n’t"} else modal


def hearsay(analysis: Analysis, cue: int) -> Hedge | None:
    """What a cue in the passive makes of what nobody is named for: "it is alleged", "were reported"."""
    passive = cue >= 0 and any(analysis.relations[i] in _PASSIVE for i in children_of(analysis, cue))
    return _known("reported", analysis.lemma(cue).lower()) if passive else None


def _raising(analysis: Analysis, word: int) -> Hedge | None:
    """ "is expected to", "is said to", "appears to", "we believe that" """
    if analysis.upos[word] != "VERB":
        return None
    children, lemma = children_of(analysis, word), analysis.lemma(word).lower()
    relations = {analysis.relations[i] for i in children}
    clause = bool(relations & {"xcomp", "ccomp"})
    if seeming := _known("seeming", lemma):
        return seeming if "xcomp" in relations else None
    if relations & _PASSIVE:
        return _known("reported", lemma) or _known("raising", lemma) if clause else None
    spoken = any(analysis.relations[i] == "nsubj" and analysis.word(i).lower() in _SPEAKER for i in children)
    noun = any(analysis.relations[i] == "obj" and analysis.upos[i] in ("NOUN", "NUM") for i in children)
    return _known("raising", lemma) if spoken and (clause or noun) else None


def _known(kind: str, word: str) -> Hedge | None:
    return _table().get((kind, word))


@cache
def _table() -> dict[tuple[str, str], Hedge]:
    return {
        (kind, word): Hedge(None if certainty == "-" else cast(Certainty, certainty), float(degree))
        for kind, certainty, degree, words in read_table("hedges")
        for word in words.split()
    }
