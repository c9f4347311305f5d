"""Whether what a clause tells of is planned, going on, happened, ended or did not happen, from its tense and aspect.

Tense is read off the forms of the verb group (Huddleston & Pullum 2002, ch. 3); reported speech puts a present back
into the past ("said the town was under its control"), so a past state in an indirect content is going on.
"""

from __future__ import annotations

from counterclaim.facets.events.clauses import is_predicative
from counterclaim.facets.events.naming import Predicate, is_passive
from counterclaim.facets.syntax import Syntax
from counterclaim.model import EventState

_AHEAD = frozenset(("will", "would", "shall", "'ll", "’ll", "wo", "should", "must", "may", "might", "could", "ought"))
_PERFECT = frozenset(("have", "has", "had", "having", "'ve", "’ve"))
_FINITE = frozenset(("is", "are", "was", "were", "am", "'s", "’s", "'re", "’re", "'m", "’m"))
_TO_COME = frozenset(("planned", "upcoming", "future", "possible", "potential", "proposed", "scheduled", "forthcoming"))
_STATIVE = frozenset(
    ("have", "be", "remain", "stay", "know", "own", "belong", "lie", "stand", "hold", "control", "want")
)
_STATES = frozenset(("hold-control", "continue", "contest-control"))
#: What is over as soon as it happens: a simple present ("raids kill 31") is that of a headline.
_MOMENTS = frozenset(
    (
        "kill",
        "injure",
        "destroy",
        "hit",
        "take-control",
        "lose-control",
        "intercept",
        "launch",
        "capture-person",
        "release-person",
        "explode",
        "repel",
        "win",
        "lose",
    )
)
_HARM = frozenset(("kill", "injure", "destroy"))
_SAID: dict[str, EventState] = {"not": "not happened", "ended": "ended", "ongoing": "ongoing", "planned": "planned"}


def state_of(syntax: Syntax, head: int, predicate: Predicate, *, negated: bool, reported: bool) -> EventState:
    """The state of the event of a clause that the word `head` heads; `negated` as its claimant puts it.

    `reported` where the clause is indirect speech.
    """
    said = [word for word in predicate.states if word in _SAID]
    tense = _tense(syntax, head, predicate, reported)
    if tense == "planned":
        return "not happened" if negated and _is_ability(syntax, head) else tense
    state = _SAID[said[-1]] if said else tense
    if state in ("planned", "ended"):
        return state
    if "done" in predicate.states and _is_able(syntax, head):
        state = "happened"
    if "not" in predicate.states:
        return "not happened" if negated else "happened"
    return "not happened" if negated and state == "happened" else state


def _tense(syntax: Syntax, head: int, predicate: Predicate, reported: bool) -> EventState:
    if not is_predicative(syntax, head) and syntax.upos(head) != "VERB":
        near = {syntax.lower(one) for one in syntax.below(head, "amod")}
        return "planned" if near & _TO_COME else "happened"
    first = _first(syntax, head)
    said = (first, predicate.word) if syntax.upos(predicate.word) == "ADJ" else (first,)
    auxiliaries = {syntax.lower(one) for word in said for one in syntax.below(word, "aux", "cop")}
    written = syntax.lower(head)
    if auxiliaries & _AHEAD and not auxiliaries & (_PERFECT - {"having"}):
        return "planned"
    if auxiliaries & _PERFECT:
        return "ongoing" if "been" in auxiliaries and written.endswith("ing") else "happened"
    if written.endswith("ing") and syntax.upos(head) == "VERB":
        return "ongoing" if auxiliaries else "happened"
    if _is_infinitive(syntax, first) and not auxiliaries & _FINITE:
        return "planned"
    if predicate.entry is not None and predicate.entry.type in _HARM and syntax.upos(predicate.word) == "ADJ":
        return "happened"
    if syntax.below(head, "cop") or syntax.upos(head) != "VERB" or syntax.lemma(head) == "be":
        return _of_state(auxiliaries | {written}, reported)
    if is_passive(syntax, head):
        present = auxiliaries & (_FINITE - {"was", "were"})
        kept = predicate.entry is not None and predicate.entry.type in _STATES
        return "ongoing" if (present and kept) or auxiliaries > {"being"} else "happened"
    return _simple(syntax, head, predicate, auxiliaries, reported)


def _is_able(syntax: Syntax, head: int) -> bool:
    """ "were able to leave": they left"""
    return any(syntax.lower(one) in ("was", "were") for one in syntax.below(head, "cop"))


def _is_ability(syntax: Syntax, head: int) -> bool:
    """ "could not confirm" """
    return any(syntax.lower(one) == "could" for one in syntax.below(head, "aux"))


def _of_state(words: set[str], reported: bool) -> EventState:
    """Of "is" and "was"."""
    return "happened" if words & {"was", "were"} and not reported else "ongoing"


def _simple(syntax: Syntax, head: int, predicate: Predicate, auxiliaries: set[str], reported: bool) -> EventState:
    """Of a simple present or past."""
    past = "did" in auxiliaries or (_is_past(syntax, head) and not auxiliaries & {"do", "does"})
    lasting = syntax.lemma(head) in _STATIVE or (
        predicate.word == head and predicate.entry is not None and predicate.entry.type in _STATES
    )
    if past:
        return "ongoing" if lasting and reported else "happened"
    moment = not lasting and predicate.entry is not None and predicate.entry.type in _MOMENTS
    return "happened" if moment and not auxiliaries else "ongoing"


def _is_past(syntax: Syntax, word: int) -> bool:
    """Whether a simple form is past: it is neither the dictionary form nor one in -s."""
    written, lemma = syntax.lower(word), syntax.lemma(word)
    if written == lemma:  # "hit", "put": past with a singular subject
        subject = next(iter(syntax.below(word, "nsubj")), None)
        singular = (
            subject is not None and syntax.upos(subject) != "PRON" and syntax.lemma(subject) == syntax.lower(subject)
        )
        return singular and written.endswith(("t", "d"))
    return not (written.endswith("s") and not lemma.endswith("s"))


def _is_infinitive(syntax: Syntax, word: int) -> bool:
    return any(syntax.lower(one) == "to" for one in syntax.below(word, "mark"))


def _first(syntax: Syntax, word: int) -> int:
    """The verb whose "will" or "to" a coordinated bare form shares: "would storm the camp and free the hostages"."""
    base = syntax.upos(word) == "VERB" and syntax.lower(word) == syntax.lemma(word)
    bare = base and not syntax.below(word, "nsubj", "aux", "cop", "mark")
    shares = bare and syntax.relation(word) == "conj" and syntax.head(word) < word
    return _first(syntax, syntax.head(word)) if shares else word
