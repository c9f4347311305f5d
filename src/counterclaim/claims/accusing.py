"""Whether a clause accuses: what another did wrong, or did to one's own side."""

from __future__ import annotations

from counterclaim.claims.clause import CLAUSAL, Clause
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import above, children_of
from counterclaim.language.analysis import Analysis

_NEUTER = frozenset(("it", "its", "they", "their"))
#: How many words of a content without a verb tell what it is about.
_NOMINAL = 6


def accuses(clause: Clause) -> bool:
    """Whether a clause tells of what another has done wrong."""
    analysis, wrongs = clause.analysis, read_lists("wrongs")
    if clause.negated:
        return False
    if _attacks_us(clause) or _is_done_wrongly(clause):
        return True
    if clause.subject >= 0 and not clause.has("cop") and clause.speaks_of_itself:
        return False
    beside = {_lemma(analysis, i) for i in clause.children}
    if not clause.has(*CLAUSAL):
        near = {analysis.lemma(i).lower() for i in clause.content[:_NOMINAL]}
        return bool(near & wrongs["noun"])
    if analysis.upos[clause.head] == "VERB":
        pairs = {f"{clause.lemma}|{other}" for other in beside}
        wrong = (
            (clause.lemma in wrongs["verb"] and not _is_placed(clause))
            or pairs & wrongs["verb"]
            or beside & wrongs["adverb"]
        )
    else:
        wrong = clause.lemma in wrongs["noun"] or beside & wrongs["adjective"]
    return bool(wrong)


def _is_placed(clause: Clause) -> bool:
    """Whether "lie" says where something is: "lies in the water"."""
    analysis = clause.analysis
    cases = [children_of(analysis, i) for i in clause.children if analysis.relations[i] == "obl"]
    beside = clause.written(i for near in cases for i in near if analysis.relations[i] == "case")
    return clause.lemma == "lie" and bool(beside - {"to", "about"})


def _lemma(analysis: Analysis, word: int) -> str:
    """The dictionary form of a word in lower case, written as one where it is hyphenated: "cease-fire"."""
    lemma = analysis.lemma(word).lower()
    return analysis.word(word - 2).lower() + lemma if word > 1 and analysis.word(word - 1) == "-" else lemma


def _is_done_wrongly(clause: Clause) -> bool:
    """ "Without warning", "against their will", "on purpose": how one should not treat others."""
    analysis = clause.analysis
    itself = clause.subject >= 0 and clause.speaks_of_itself
    others = (i for i in clause.content if not (itself and _verb_above(analysis, i) == clause.head))
    said = ((case, i) for i in others for case in children_of(analysis, i) if case < i)
    return any(
        f"{analysis.word(case).lower()}|{form}" in read_lists("wrongs")["manner"]
        for case, i in said
        for form in (analysis.lemma(i).lower(), analysis.word(i).lower())
    )


def _attacks_us(clause: Clause) -> bool:
    """ "Southland fired on our positions", "a guard was hurt by fire from their side": the other side attacked ours."""
    analysis, content, attack_words = clause.analysis, clause.content, read_lists("wrongs")["attack"]
    attacks = [i for i in content if analysis.lemma(i).lower() in attack_words]
    by = [i for attack in attacks for i in children_of(analysis, attack) if _is_by(analysis, i)]
    active = not clause.has("aux:pass") and any(clause.head in (i, analysis.heads[i]) for i in attacks)
    agents = [*by, clause.subject] if active and clause.subject >= 0 else by
    if not agents or any(_is_ours(clause, agent) for agent in agents):
        return False
    ours = [i for i in content if (clause.own(i) and analysis.upos[i] != "PRON") or _is_first(clause, i)]
    return any(i not in agents and analysis.heads[i] not in agents for i in ours)


def _is_first(clause: Clause, word: int) -> bool:
    """Whether a pronoun means the claimant's side: not "its" behind another subject, unless that attacks it."""
    written, subject = clause.analysis.word(word).lower(), clause.subject
    behind = 0 <= subject < word and clause.analysis.upos[subject] != "PRON" and not clause.own(subject)
    hit = clause.lemma in read_lists("wrongs")["attack"] and _verb_above(clause.analysis, word) == clause.head
    other = behind and not hit
    return written in clause.first and not (other and written in _NEUTER)


def _verb_above(analysis: Analysis, word: int) -> int:
    """The nearest verb above a word; the root where there is none."""
    line = list(above(analysis, word))
    return next((one for one in line if analysis.upos[one] == "VERB"), line[-1] if line else word)


def _is_by(analysis: Analysis, word: int) -> bool:
    cases = (i for i in children_of(analysis, word) if analysis.relations[i] == "case")
    return any(analysis.word(i).lower() in ("by", "from") for i in cases)


def _is_ours(clause: Clause, word: int) -> bool:
    near = (word, *(i for i in children_of(clause.analysis, word) if i in clause.content))
    return any(clause.own(i) or clause.analysis.word(i).lower() in clause.first for i in near)
