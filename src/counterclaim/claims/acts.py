"""What a claimant does with a claim: assert, deny, confirm, question, accuse, decline, urge, promise, predict, judge.

The cue's class says it (Searle 1976; see `data/classes.tsv`), turned round where the cue is negated or
refused. Under a plain "said" the content says it, and so does a denial that it goes on from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.claims.ahead import is_past, threatens, undertakes
from counterclaim.claims.clause import Clause, clause_of, nobody
from counterclaim.claims.content import act_of_content
from counterclaim.claims.cues import cue_words, read_cue
from counterclaim.claims.embedding import is_reached, main_clauses
from counterclaim.claims.rejecting import flatly_denies, is_miscalled, is_own_word
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import sentence_of, words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Act, Attribution

#: Classes that only report: the content may do more than the cue says.
_PLAIN = frozenset(("say", "find", "know", "believe", "suppose", "estimate", "repeat", "light"))
_INTERROGATIVE = frozenset(("who", "what", "when", "where", "why", "how", "whether", "which", "whose", "whom", "know"))
#: How many sentences after a denial still go on from it.
_AFTER = 1
_TELLING: tuple[Act, ...] = ("deny", "confirm")


def find_act(analysis: Analysis, attribution: Attribution, own: Callable[[int], bool] = nobody) -> Act:
    """The act of an attribution; `assert` where nothing tells otherwise.

    `own` tells of a word whether it names somebody of the claimant's side.
    """
    content = words_in(analysis, attribution.content)
    speech = _Speech(analysis, attribution, content, own)
    act = _act_of_cue(speech, speech.clause(content))
    return _telling(speech) or act if act == "assert" else act


def act_of(
    analysis: Analysis, attribution: Attribution, words: tuple[int, ...], own: Callable[[int], bool] = nobody
) -> Act:
    """The act of one clause of an attribution's content; `words` are the indices of the clause's words.

    What the cue does is done with the clauses it reaches (see `embedding`); the others do what their words do.
    """
    content = words_in(analysis, attribution.content)
    speech = _Speech(analysis, attribution, content, own)
    clause = speech.clause(words)
    if clause is None or is_reached(analysis, clause.head, content, words_in(analysis, attribution.cue)):
        return _act_of_cue(speech, clause)
    return _act_of_clause(clause) or "assert"


@dataclass(frozen=True, slots=True)
class _Speech:
    """An attribution whose act is asked for."""

    analysis: Analysis
    attribution: Attribution
    content: tuple[int, ...]
    own: Callable[[int], bool]

    def clause(self, words: tuple[int, ...]) -> Clause | None:
        """The clause that some words of the content make."""
        source = words_in(self.analysis, self.attribution.source)
        return clause_of(self.analysis, source, self.content, words, self.own)


def _act_of_cue(speech: _Speech, clause: Clause | None) -> Act:
    """What a cue does with a clause."""
    analysis, content = speech.analysis, speech.content
    words = cue_words(analysis, words_in(analysis, speech.attribution.cue), content)
    cue = read_cue(analysis, words)
    if cue.withheld and (cue.kind.negated_act or cue.refused):
        return cue.kind.negated_act or "decline"
    if cue.kind.name == "label":
        return _act_of_label(analysis, (*words, *content), content)
    if cue.kind.name in ("warn", "order", *_PLAIN) and (other := _beside_cue(cue.kind.name, clause)) is not None:
        return other
    if cue.kind.act == "urge" and _is_question(analysis, cue.word, content):
        return "question"
    if cue.kind.name == "want" and _is_own_doing(analysis, cue.word):
        return "assert"
    told = _act_of_clause(clause) if clause and cue.kind.name in _PLAIN else None
    if told == "predict" and clause and undertakes(clause) and _decides(analysis, cue.word):
        return "promise"
    return told or cue.kind.act or "assert"


def _decides(analysis: Analysis, word: int) -> bool:
    """ "Announced that the road will be closed" """
    return word >= 0 and analysis.lemma(word).lower() in read_lists("labels")["decide"]


def _beside_cue(kind: str, clause: Clause | None) -> Act | None:
    """A warning of what one will do oneself is a threat, one of what has been is none; one's own words are stood by."""
    if clause is None:
        return None
    if kind == "warn":
        return "promise" if threatens(clause) else "assert" if is_past(clause) else None
    return "confirm" if is_own_word(clause) else None


def _telling(speech: _Speech) -> Act | None:
    """A denial or an admission among the clauses of a content: it tells more of it than what is asserted beside it."""
    clauses = (speech.clause(words) for words in main_clauses(speech.analysis, speech.content))
    acts = {_act_of_clause(clause) for clause in clauses if clause is not None}
    return next((act for act in _TELLING if act in acts), None)


def _act_of_clause(clause: Clause) -> Act | None:
    told = act_of_content(clause)
    denies = told in (None, "judge") and clause.negated
    return "deny" if denies and (flatly_denies(clause) or _goes_on_from_denial(clause)) else told


def _is_question(analysis: Analysis, cue: int, content: tuple[int, ...]) -> bool:
    """ "demanded to know why" """
    near = (*range(cue + 1, min(cue + 4, len(analysis.words))), *content[:1])
    return any(analysis.word(i).lower() in _INTERROGATIVE for i in near)


def _is_own_doing(analysis: Analysis, cue: int) -> bool:
    """ "Sought to unseat him" tells of what one does oneself; "wanted them to go" asks it of others."""
    below = {analysis.relations[i] for i in analysis.children[cue]} if cue >= 0 else set()
    return "xcomp" in below and not below & {"obj", "iobj"}


def _act_of_label(analysis: Analysis, words: tuple[int, ...], content: tuple[int, ...]) -> Act:
    """To call a thing a lie denies it, and so does to call a claim what is none; to call it anything else judges it."""
    named = {form for i in words for form in (analysis.lemma(i).lower(), analysis.word(i).lower())}
    if named & read_lists("labels")["reject"] or is_miscalled(analysis, content):
        return "deny"
    return "judge"


def _goes_on_from_denial(clause: Clause) -> bool:
    """Whether a denial stands shortly before, in the same sentence or the ones before."""
    analysis, first = clause.analysis, clause.content[0]
    begin = sentence_of(analysis, first)[0]
    for _ in range(_AFTER):
        begin = sentence_of(analysis, begin - 1)[0] if begin else 0
    verbs = (i for i in range(begin, first) if analysis.upos[i] == "VERB")
    return any(classes_of(analysis.lemma(i), "verb")[:1] == ("deny",) for i in verbs)
