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
_MODIFYING = frozenset(("acl", "acl:relcl", "amod"))
_COMPLEMENTS = frozenset(("ccomp", "xcomp", "aux", "aux:pass", "mark"))
_HAVING = frozenset(("has", "have", "had"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
#: What a noun phrase is made of, and a possessive mark, however it is tagged.
_PHRASE = frozenset((*_NOMINAL, "DET", "ADJ", "NUM", "ADP"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’", "-"))
TO_SOMEBODY = frozenset(("tell", "inform", "assure", "remind", "notify", "ask", "warn"))
"""Verbs of speaking whose object is whom it is told."""
_ADVERBIAL = 7
"""Words behind a reporting clause that tell when, where and to whom, at most."""
#: Of a content before the clause, the fewest words; and so many words are the most that a speaker is named with.
_SHORTEST, _LONGEST = 3, 12


def find_parenthetical(analysis: Analysis, verb: int) -> Attribution | None:
    """The attribution that a verb of reporting and its speaker make between commas; None where they make none."""
    if analysis.upos[verb] != "VERB" or not _reports(analysis, verb):
        return None
    begin, end = sentence_of(analysis, verb)
    ways = (_parsed(analysis, verb), by_order(analysis, verb, begin, end))
    who = next((one for one in ways if one and _is_set_off(analysis, verb, one, begin, end)), None)
    if who is None:
        return None
    start, stop = min(who[0], verb), max(who[1], verb + 1)
    rest = _behind(analysis, verb, stop, end)
    after = start - 2 >= begin and analysis.word(start - 2).lower() in _RELATIVE
    content = trimmed(analysis, *((rest, end) if after else (begin, start)))
    if content[1] - content[0] < _SHORTEST or not (after or _is_told(analysis, *content)):
        return None
    return Attribution(*(spans_of(analysis, [part]) for part in (who, (verb, verb + 1), content)))


def _is_set_off(analysis: Analysis, verb: int, who: tuple[int, int], begin: int, end: int) -> bool:
    """Whether a speaker and a verb stand between marks, with nothing but adverbials and whom it is told behind."""
    start, stop = min(who[0], verb), max(who[1], verb + 1)
    if not begin < start <= stop <= start + _LONGEST or analysis.word(start - 1) not in _OPENING:
        return False
    rest = _behind(analysis, verb, stop, end)
    return rest < end and analysis.word(rest) in _CLOSING


def _reports(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is a finite one of reporting without a clause of its own."""
    classes = classes_of(analysis.lemma(verb).lower(), "verb")
    if not set(classes[:1]) & read_lists("unmarked")["clause"] or is_negated(analysis, verb):
        return False
    children = [i for i in analysis.children[verb] if analysis.relations[i] in _COMPLEMENTS]
    said_before = all(i < verb and analysis.relations[i] == "ccomp" for i in children)
    return said_before or all(analysis.word(i).lower() in _HAVING for i in children)


def _parsed(analysis: Analysis, verb: int) -> tuple[int, int] | None:
    """The words `[start, end)` of the speaker by the parse."""
    subject = _subject(analysis, verb)
    if subject < 0 or not can_speak(analysis, subject):
        return None
    return trimmed(analysis, *phrase_of(analysis, subject, verb))


def by_order(analysis: Analysis, verb: int, begin: int, end: int) -> tuple[int, int] | None:
    """The words of the speaker by their order: the noun phrase between a comma and the verb, or right behind both."""
    stop = verb
    while stop - 1 > begin and (analysis.upos[stop - 1] == "ADV" or analysis.word(stop - 1).lower() in _HAVING):
        stop -= 1
    start, stop = _named(analysis, stop, begin)
    if start == stop:
        start, stop = _inverted(analysis, verb, end)
    heads = [i for i in range(start, stop) if analysis.upos[i] in _NOMINAL and not _goes_on(analysis, i)]
    return (start, stop) if any(can_speak(analysis, head) for head in heads) else None


def _named(analysis: Analysis, stop: int, begin: int) -> tuple[int, int]:
    """The noun phrase before a word, with the name or the office that is set off from it: "its head, Radek Suk,"."""
    closed = analysis.word(stop - 1) == ","
    last = stop - 1 if closed else stop
    start = _nominal_before(analysis, last, begin)
    if start == last or analysis.word(start - 1) != ",":
        return (stop, stop) if closed else (start, stop)
    first = _nominal_before(analysis, start - 1, begin)
    stretches = ((first, start - 1), (start, last))
    named = any(all(analysis.upos[i] in ("PROPN", "NUM") for i in range(*one)) for one in stretches)
    if named and first < start - 1 and analysis.word(first - 1) in _OPENING:
        return first, last
    return (stop, stop) if closed else (start, stop)


def _inverted(analysis: Analysis, verb: int, end: int) -> tuple[int, int]:
    """The noun phrase right behind a verb that stands right behind a comma; none behind one of telling somebody."""
    stop = verb + 1
    if analysis.word(verb - 1) not in _OPENING or analysis.lemma(verb).lower() in TO_SOMEBODY:
        return stop, stop
    while stop < end and (analysis.upos[stop] in _PHRASE or analysis.word(stop) in _POSSESSIVE):
        stop += 1
    return verb + 1, stop


def _nominal_before(analysis: Analysis, stop: int, begin: int) -> int:
    """Where a run of words that can make a noun phrase, and ends before `stop`, begins."""
    start = stop
    while start > begin and (analysis.upos[start - 1] in _PHRASE or analysis.word(start - 1) in _POSSESSIVE):
        start -= 1
    return start


def _goes_on(analysis: Analysis, word: int) -> bool:
    """Whether a noun only specifies the next one: "police" in "police chief"."""
    return word + 1 < len(analysis.words) and analysis.upos[word + 1] in ("NOUN", "PROPN", "PART")


def _subject(analysis: Analysis, verb: int) -> int:
    """The last subject before a verb, or else the one noun phrase behind it; -1 where it has neither."""
    children = analysis.children[verb]
    before = [i for i in children if analysis.relations[i] in ("nsubj", "parataxis") and i < verb]
    behind = [i for i in children if analysis.relations[i] in ("nsubj", "obj") and i > verb]
    inverted = behind[0] if len(behind) == 1 and analysis.word(verb - 1) in _OPENING else -1
    return before[-1] if before else inverted


def _behind(analysis: Analysis, verb: int, stop: int, end: int) -> int:
    """The word behind the adverbials and the addressee of a reporting clause, by the parse or by their order."""
    first = stop
    while first < min(end, stop + _ADVERBIAL) and analysis.upos[first] in _PHRASE | {"ADV"}:
        first += 1
    if first < end and analysis.word(first) in _CLOSING:
        return first
    allowed = [i for i in analysis.children[verb] if i >= stop and analysis.relations[i] in _MODIFIERS | _OBJECTS]
    for word in allowed:
        first, last = reach(analysis, word)
        if first == stop and last < end:
            stop = last
    return stop


def _is_told(analysis: Analysis, start: int, end: int) -> bool:
    """Whether some words make a main clause: something and behind it a verb, and no conjunction that opens them."""
    if end <= start or analysis.upos[start] == "SCONJ":
        return False
    nominal = next((i for i in range(start, end) if analysis.upos[i] in _NOMINAL), end)
    behind = (i for i in range(nominal, end) if analysis.upos[i] in ("VERB", "AUX"))
    return any(analysis.relations[i] not in _MODIFYING for i in behind)
