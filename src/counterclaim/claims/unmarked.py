"""Reporting clauses that the encoder passed over, found in the dependency tree.

"Stocks would last a month, he assured motorists", "residents told her that the bridge was gone" inside what she says,
"the union put the figure at 400". Only clauses whose subject can speak and whose verb is a known one of reporting are
taken; the attributions of the analysis stay as they are. Patterns after Krestel, Bergler and Witte (2008), Minding the
Source, and the syntactic baseline of Pareti (2015), ch. 6.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.figures import find_figure
from counterclaim.claims.parenthetical import find_parenthetical
from counterclaim.claims.passives import find_passive
from counterclaim.claims.polarity import is_negated
from counterclaim.claims.references import claim_nouns, is_definite
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.resumed import find_continued, find_resumed
from counterclaim.claims.speakers import can_speak, phrase_of
from counterclaim.claims.subtrees import reach, spans_of, trimmed
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Spans

_FINITE = frozenset(("root", "parataxis", "conj", "ccomp", "acl:relcl"))
_FINITE_SIGNS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop"))
_UNREAL = frozenset(("would", "could", "should", "may", "might", "must", "can", "will", "shall", "'d", "to", "if"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
#: Pronouns that stand for what was said before.
_POINTING = frozenset(("this", "that", "these", "those", "both", "all", "it"))
#: Fewer words say too little to be a clause.
_SHORTEST = 3


def find_unmarked(analysis: Analysis, quoted: Sequence[bool]) -> list[Attribution]:
    """The reporting clauses of a text that none of its attributions takes for one, in the order of the text.

    One inside the content of an attribution, with its own source and content, is second-hand. `quoted` says of each
    word whether it stands within quotation marks.
    """
    known = _Known(analysis, quoted)
    words = range(len(analysis.words))
    ways = (_read, _according, find_parenthetical, find_passive)
    read = (next((one for way in ways if (one := way(analysis, word)) is not None), None) for word in words)
    found = [one for one in read if one is not None and known.lacks(one)]
    found += find_resumed(analysis, (*analysis.attributions, *found))
    found += find_continued(analysis, (*analysis.attributions, *found), quoted)
    return sorted(found, key=lambda one: one.content)


def _may_report(analysis: Analysis, verb: int) -> bool:
    if analysis.upos[verb] != "VERB" or analysis.relations[verb] not in _FINITE or is_negated(analysis, verb):
        return False
    children = analysis.children[verb]
    beside = {analysis.word(i).lower() for i in children if analysis.relations[i].startswith(("aux", "mark"))}
    return not beside & _UNREAL and _subject(analysis, verb) >= 0


def _subject(analysis: Analysis, verb: int) -> int:
    """The subject of a verb, or of the verb it is joined to: "she accused them and put the figure at 60"; else -1."""
    at = verb
    if analysis.relations[verb] == "conj" and not _is_clause(analysis, verb):
        at = analysis.heads[verb]
    subjects = [i for i in analysis.children[at] if analysis.relations[i] == "nsubj"]
    before = [i for i in subjects if i < verb]
    return (before or subjects or [-1])[-1]


def _is_relative(analysis: Analysis, verb: int, subject: int) -> bool:
    """ "The mayor, who had put the number at 12, spoke of seven" """
    return analysis.relations[verb] == "acl:relcl" and analysis.word(subject).lower() in ("who", "which")


def _read(analysis: Analysis, verb: int) -> Attribution | None:
    subject = _subject(analysis, verb)
    speaker = analysis.heads[verb] if _is_relative(analysis, verb, subject) else subject
    if not _may_report(analysis, verb) or not can_speak(analysis, speaker):
        return None
    content = _content(analysis, verb)
    source = trimmed(analysis, *phrase_of(analysis, subject, verb))
    if not content or source[0] <= verb < source[1]:
        return None
    cue = [verb, *(i for i in analysis.children[verb] if analysis.relations[i] == "compound:prt")]
    return Attribution(spans_of(analysis, [source]), spans_of(analysis, [(i, i + 1) for i in cue]), content)


def _according(analysis: Analysis, word: int) -> Attribution | None:
    """ "According to the Centre, 38,000 people remain" """
    source = analysis.heads[word]
    predicate = analysis.heads[source]
    if analysis.word(word).lower() != "according" or source in (word, predicate):
        return None
    start, end = reach(analysis, source)
    first, last = reach(analysis, predicate)
    if not start <= word < source or not _is_clause(analysis, predicate) or start <= predicate < end:
        return None
    pieces = [trimmed(analysis, first, start), trimmed(analysis, end, last)]
    content = spans_of(analysis, [piece for piece in pieces if piece[1] - piece[0] >= _SHORTEST])
    cue, who = spans_of(analysis, [(word, word + 2)]), spans_of(analysis, [trimmed(analysis, word + 2, end)])
    return Attribution(who, cue, content) if content and who else None


def _content(analysis: Analysis, verb: int) -> Spans:
    """What a verb reports; empty where it reports nothing that can be told apart."""
    lemma = analysis.lemma(verb).lower()
    if figure := find_figure(analysis, verb):
        return spans_of(analysis, [figure])
    if (answered := _answered(analysis, verb)) >= 0:
        return spans_of(analysis, [_without_preposition(analysis, *reach(analysis, answered))])
    classes = classes_of(lemma, "verb")
    if not classes or classes[0] not in read_lists("unmarked")["clause"]:
        return ()
    if analysis.relations[verb] == "parataxis" and analysis.heads[verb] < verb and not _governs(analysis, verb):
        return _around(analysis, verb)
    if (foreseen := _foreseen(analysis, verb, classes[0])) is not None:
        return spans_of(analysis, [foreseen])
    return _complement(analysis, verb)


def _complement(analysis: Analysis, verb: int) -> Spans:
    """The clause that a verb governs, with the subject that the parser took for the verb's object."""
    clauses = (i for i in analysis.children[verb] if analysis.relations[i] == "ccomp" and _is_finite(analysis, i))
    clause = next(clauses, -1)
    if clause < 0:
        return ()
    start, end = trimmed(analysis, *reach(analysis, clause))
    if not _is_clause(analysis, clause):
        before = [i for i in analysis.children[verb] if analysis.relations[i] == "obj" and verb < i < start]
        start = min((reach(analysis, i)[0] for i in before), default=end)
    return spans_of(analysis, [(start, end)]) if end - start >= _SHORTEST and not start <= verb < end else ()


def _governs(analysis: Analysis, verb: int) -> bool:
    """Whether a verb has its clause behind it: "where, she predicts, the dam will hold"."""
    return any(
        analysis.relations[i] == "ccomp" and i > verb and _is_finite(analysis, i) for i in analysis.children[verb]
    )


def _is_finite(analysis: Analysis, predicate: int) -> bool:
    """Whether a predicate has a subject or an auxiliary."""
    return any(analysis.relations[i] in _FINITE_SIGNS for i in analysis.children[predicate])


def _foreseen(analysis: Analysis, verb: int, kind: str) -> tuple[int, int] | None:
    """ "expects the river to crest" """
    children = [i for i in analysis.children[verb] if i > verb and analysis.relations[i] in ("obj", "xcomp")]
    relations = [analysis.relations[i] for i in children]
    if kind not in ("expect", "foretell") or relations != ["obj", "xcomp"]:
        return None
    return trimmed(analysis, reach(analysis, children[0])[0], reach(analysis, children[1])[1])


def _is_clause(analysis: Analysis, predicate: int) -> bool:
    return any(analysis.relations[i] in _SUBJECTS for i in analysis.children[predicate])


def _around(analysis: Analysis, verb: int) -> Spans:
    """The sentence around "he said"."""
    start, end = reach(analysis, verb)
    head = analysis.heads[verb]
    first, last = reach(analysis, head)
    comma = (start > first and analysis.word(start - 1) in (",", "”", '"')) or analysis.word(start) == ","
    if not comma or not _is_clause(analysis, head):
        return ()
    pieces = [trimmed(analysis, first, start), trimmed(analysis, end, last)]
    kept = [piece for piece in pieces if piece[1] - piece[0] >= _SHORTEST]
    return spans_of(analysis, kept)


def _answered(analysis: Analysis, verb: int) -> int:
    """The claim noun that a verb denies, confirms or doubts ("stood by its figures"); -1 where there is none."""
    for word in analysis.children[verb]:
        if analysis.relations[word] not in ("obj", "obl"):
            continue
        if analysis.lemma(word).lower() not in claim_nouns() and not _points(analysis, word):
            continue
        near = frozenset(analysis.word(i).lower() for i in analysis.children[word] if analysis.relations[i] == "case")
        classes = classes_of(analysis.lemma(verb).lower(), "verb", near)
        known = _points(analysis, word) or is_definite(analysis, word)
        if known and set(classes[:1]) & read_lists("unmarked")["answer"]:
            return word
    return -1


def _points(analysis: Analysis, word: int) -> bool:
    """ "The club denies both", "rejects all of this" """
    return analysis.upos[word] in ("PRON", "DET") and analysis.word(word).lower() in _POINTING


def _without_preposition(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    return trimmed(analysis, start + (analysis.upos[start] == "ADP"), end)


class _Known:
    """The words that the attributions of an analysis take up already."""

    def __init__(self, analysis: Analysis, quoted: Sequence[bool]) -> None:
        self._analysis, self._quoted = analysis, quoted
        self._cues = {word for one in analysis.attributions for word in words_in(analysis, one.cue)}
        self._sources = {word for one in analysis.attributions for word in words_in(analysis, one.source)}
        self._content = [0] * len(analysis.words)
        for one in analysis.attributions:
            for word in words_in(analysis, one.content):
                self._content[word] += 1

    def lacks(self, attribution: Attribution) -> bool:
        """Whether an attribution is a new one: its cue is none yet, and its content is free or wholly second-hand."""
        cue, content = (words_in(self._analysis, spans) for spans in (attribution.cue, attribution.content))
        relative = self._analysis.relations[cue[0]] == "acl:relcl"
        if any(word in self._cues or (word in self._sources and not relative) for word in cue):
            return False
        taken = sum(self._content[word] > 0 for word in content)
        if self._content[cue[0]]:
            return taken == len(content) and self._is_told(attribution, cue[0])
        return 2 * taken < len(content)

    def _is_told(self, attribution: Attribution, verb: int) -> bool:
        """Whether what stands in another's words is a third one's: no "he" within a quotation, no mere belief."""
        analysis = self._analysis
        classes = classes_of(analysis.lemma(verb).lower(), "verb")
        source = words_in(analysis, attribution.source)
        pronoun = len(source) == 1 and analysis.upos[source[0]] == "PRON"
        return bool(set(classes[:1]) & read_lists("unmarked")["told"]) and not (pronoun and self._quoted[verb])
