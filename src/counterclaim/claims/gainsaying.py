"""What says no to what another source of the same report has said: "no tear gas was used" after "they fired tear gas".

A negation is said where its contrary has been said or is taken for granted (Givón 1978; Horn 1989, 3.3). Here its
contrary must stand before it in the report, in another's words, and the two must share the noun or the verb that is
negated.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from counterclaim.claims.clause import Clause, clause_of
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.words_at import words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Claim

_FULL = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
_ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl"))
#: What is said of each of several, and not against anybody: "none of them".
_EACH = frozenset(("none", "neither", "many", "few", "most", "some"))
#: What is not so yet, or no longer, may well have been so when another said it.
_BY_NOW = frozenset(("still", "yet", "longer", "anymore", "more"))
#: Classes of verbs by which one says, finds or knows: not to have done so leaves it open.
_OPEN = frozenset(("say", "find", "know", "believe", "suppose", "verify"))
#: Classes of verbs that tell too little of what another has said: these, and "make" or "have".
_EMPTY = _OPEN | {"light"}


def find_denials(
    analysis: Analysis, claims: Sequence[Claim], are_one: Callable[[str | None, str | None], bool]
) -> list[Claim]:
    """The claims, those that plainly say no to what another source has said before as denials.

    `are_one` tells of two claimants whether they are of one side.
    """
    contents = [words_in(analysis, claim.content) for claim in claims]
    told = [frozenset(_lemmas(analysis, content)) for content in contents]
    found = list(claims)
    for number, claim in enumerate(claims):
        keys = _negated(analysis, claim, contents[number]) if claim.act == "assert" and claim.cue else frozenset()
        others = (
            before
            for before in reversed(range(number))
            if keys & told[before] and contents[before][-1] < contents[number][0]
            and not are_one(claims[before].claimant, claim.claimant)
        )  # fmt: skip
        last = next(others, -1)
        if last >= 0 and not claims[last].negated and claims[last].act != "deny":
            found[number] = replace(claim, act="deny")
    return found


def _negated(analysis: Analysis, claim: Claim, content: tuple[int, ...]) -> frozenset[str]:
    """The words of which a content says no: its verb, where it has a telling one, and what that is about."""
    clause = clause_of(analysis, words_in(analysis, claim.source), content, content)
    if clause is None or not clause.negated or _is_open(clause):
        return frozenset()
    about = (i for i in clause.children if analysis.relations[i] in _ARGUMENTS)
    return frozenset(_lemmas(analysis, (clause.head, *about)))


def _is_open(clause: Clause) -> bool:
    analysis = clause.analysis
    written = clause.written(clause.content)
    each = analysis.word(clause.content[0]).lower() in _EACH
    known = analysis.upos[clause.head] == "VERB" and not _OPEN.isdisjoint(classes_of(clause.lemma, "verb")[:1])
    return each or known or "whether" in written or bool(written & _BY_NOW)


def _lemmas(analysis: Analysis, words: Sequence[int]) -> list[str]:
    """The dictionary forms of the telling words among some, in lower case."""
    lemmas = [(analysis.lemma(i).lower(), i) for i in words if analysis.upos[i] in _FULL]
    return [one for one, i in lemmas if analysis.upos[i] != "VERB" or _EMPTY.isdisjoint(classes_of(one, "verb"))]
