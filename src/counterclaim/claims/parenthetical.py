"""Reporting clauses set off by commas, whatever the parser hung them on.

"Two boats sank, the harbour's duty officer, Lena Ort, confirmed", "It was a drill, swears the palace", "a depot which,
the agency said, was empty": comment clauses (Quirk et al. 1985, 15.54), their inversion and their place behind a
relative word. A parser that took such a clause for a relative one or an adverbial leaves no complement to look for, so
the order of the words decides.
"""

from __future__ import annotations

from counterclaim.claims.polarity import is_negated
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.speakers import can_speak, phrase_of
from counterclaim.claims.subtrees import reach, spans_of, trimmed
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import sentence_of
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution

_OPENING = frozenset((",", '"', "”", "»"))
_CLOSING = frozenset((",", ".", "!", ";"))
_RELATIVE = frozenset(("who", "which", "that", "where", "whom", "when"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_MODIFIERS = frozenset(("obl", "obl:unmarked", "advmod"))
_OBJECTS = frozenset(("obj", "iobj"))
_COMPLEMENTS = frozenset(("ccomp", "xcomp", "aux", "aux:pass", "mark"))
#: Of a content before the clause, the fewest words; and so many words are the most that a speaker is named with.
_SHORTEST, _LONGEST = 3, 12


def find_parenthetical(analysis: Analysis, verb: int) -> Attribution | None:
    """The attribution that a verb of reporting and its speaker make between commas; None where they make none."""
    if analysis.upos[verb] != "VERB" or not _reports(analysis, verb):
        return None
    subject = _subject(analysis, verb)
    if subject < 0 or not can_speak(analysis, subject):
        return None
    begin, end = sentence_of(analysis, verb)
    who = trimmed(analysis, *phrase_of(analysis, subject, verb))
    start, stop = min(who[0], verb), max(who[1], verb + 1)
    rest = _behind_adverbials(analysis, verb, stop, end)
    if not begin < start <= stop <= start + _LONGEST or analysis.word(start - 1) not in _OPENING:
        return None
    if rest == end or analysis.word(rest) not in _CLOSING:
        return None
    after = start - 2 >= begin and analysis.word(start - 2).lower() in _RELATIVE
    content = trimmed(analysis, *((rest, end) if after else (begin, start)))
    if content[1] - content[0] < _SHORTEST or not (after or _is_told(analysis, *content)):
        return None
    return Attribution(*(spans_of(analysis, [part]) for part in (who, (verb, verb + 1), content)))


def _reports(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is a finite one of reporting without a clause of its own."""
    classes = classes_of(analysis.lemma(verb).lower(), "verb")
    if not set(classes[:1]) & read_lists("unmarked")["clause"] or is_negated(analysis, verb):
        return False
    return not any(analysis.relations[i] in _COMPLEMENTS for i in analysis.children[verb])


def _subject(analysis: Analysis, verb: int) -> int:
    """The last subject before a verb, or else the one noun phrase behind it; -1 where it has neither."""
    children = analysis.children[verb]
    before = [i for i in children if analysis.relations[i] in ("nsubj", "parataxis") and i < verb]
    behind = [i for i in children if analysis.relations[i] in ("nsubj", "obj") and i > verb]
    inverted = behind[0] if len(behind) == 1 and analysis.word(verb - 1) in _OPENING else -1
    return before[-1] if before else inverted


def _behind_adverbials(analysis: Analysis, verb: int, stop: int, end: int) -> int:
    """The word behind the adverbials and the addressee of a reporting clause."""
    allowed = [i for i in analysis.children[verb] if i >= stop and analysis.relations[i] in _MODIFIERS | _OBJECTS]
    for word in allowed:
        first, last = reach(analysis, word)
        if first == stop and last < end:
            stop = last
    return stop


def _is_told(analysis: Analysis, start: int, end: int) -> bool:
    """Whether some words make a main clause: a predicate with a subject, and no conjunction that opens them."""
    if end <= start or analysis.upos[start] == "SCONJ":
        return False
    subjects = (i for i in range(start, end) if analysis.relations[i] in _SUBJECTS)
    return any(start <= analysis.heads[i] < end for i in subjects)
