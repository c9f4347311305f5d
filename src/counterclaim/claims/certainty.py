"""How sure a claimant is, and of yes or no: certain, probable or possible, and negated (FactBank's CT/PR/PS and +/-).

The weakest of the cue's class ("suspects", "estimated") and the hedges of the content's main predicate
("may", "probably", "is believed to") decides. Saurí and Pustejovsky, FactBank: a corpus annotated with
event factuality, Language Resources and Evaluation 43 (2009).
"""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.claims.cues import Cue, cue_words, read_cue
from counterclaim.claims.embedding import is_denied, is_reached, line_of
from counterclaim.claims.hedges import conjunction_of, hearsay, hedges_in
from counterclaim.claims.polarity import has_no, is_negated
from counterclaim.claims.words_at import predicate_of, words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Certainty

#: Below so much a conjunction leaves open whether its clause is so ("if", "unless", "whether", "until").
_OPEN = 0.6
_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible")


class Stance(NamedTuple):
    """`negated` is the polarity that the claimant gives the content: true for "said it had not fallen" and for
    "denied that it had fallen", false for "denied that it had not fallen".
    """

    certainty: Certainty
    negated: bool


def find_certainty(analysis: Analysis, attribution: Attribution) -> Stance:
    """Certainty and polarity of an attribution's content as its source puts it."""
    content = words_in(analysis, attribution.content)
    cue = read_cue(analysis, cue_words(analysis, words_in(analysis, attribution.cue), content))
    predicate = predicate_of(analysis, content)
    if predicate < 0:
        return Stance(_certainty_of(cue), _turns(cue))
    negated = is_negated(analysis, predicate) or has_no(analysis, predicate)
    heard = hearsay(analysis, cue.word) if not attribution.source else None
    sure = _weakest(_certainty_of(cue), (heard and heard.certainty) or "certain")
    return Stance(_weakest(sure, *_hedges(analysis, predicate, content)), negated ^ _turns(cue))


def stance_of(analysis: Analysis, attribution: Attribution, words: tuple[int, ...]) -> Stance:
    """Certainty and polarity of one clause of an attribution's content; `words` are the indices of its words.

    "said the army failed to hold the bridge, which may have been mined": "hold" is negated, "mined" possible.
    """
    content = words_in(analysis, attribution.content)
    predicate = predicate_of(analysis, words)
    if predicate < 0:
        return find_certainty(analysis, attribution)
    spoken = words_in(analysis, attribution.cue)
    cue = read_cue(analysis, cue_words(analysis, spoken, content))
    reached = is_reached(analysis, predicate, content, spoken)
    sure: Certainty = _certainty_of(cue) if reached else "certain"
    line = line_of(analysis, predicate, frozenset(content))
    hedges = [hedge for word in line for hedge in _hedges(analysis, word, words if word == predicate else ())]
    if (condition := conjunction_of(analysis, predicate)) and condition.degree < _OPEN:
        hedges.append("possible")
    return Stance(_weakest(sure, *hedges), is_denied(analysis, predicate, frozenset(content), reached and _turns(cue)))


def _hedges(analysis: Analysis, predicate: int, words: tuple[int, ...]) -> list[Certainty]:
    return [hedge.certainty for hedge in hedges_in(analysis, predicate, words) if hedge.certainty]


def _weakest(*sure: Certainty) -> Certainty:
    return max(sure, key=_ORDER.index)


def _certainty_of(cue: Cue) -> Certainty:
    if cue.withheld:
        return "certain" if cue.refused and not cue.kind.negated_act else cue.kind.negated_certainty
    return cue.kind.certainty


def _turns(cue: Cue) -> bool:
    """Whether the cue turns the content round: "denied", "does not believe", "refused to accept"."""
    if not cue.withheld:
        return cue.kind.act == "deny"
    return cue.kind.negated_act == "deny" or (cue.kind.negated_act is None and not cue.refused)
