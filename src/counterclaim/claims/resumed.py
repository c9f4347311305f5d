"""What a speaker goes on to say behind "she said": "Ten are missing, she said, and the army counts some of them".

The reporting clause stands within the sentence that it reports (a comment clause: Quirk et al. 1985, 15.54), so that
what follows it is reported too: a clause that is joined on, or one that depends on the words before it. So is the next
sentence of the paragraph where its tense is put back ("The wells had been closed", "Milk would have to wait"): free
indirect speech (Quirk et al. 1985, 14.35).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.claims.subtrees import spans_of, trimmed
from counterclaim.claims.words_at import predicate_of, sentence_of, words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution

_TOGETHER = frozenset(("and", "but", "or", "nor", "while", "whereas"))
_HANGING = frozenset(("advcl", "acl", "appos", "conj"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_BACK = frozenset(("had", "would"))
_SIGNS = frozenset((*_SUBJECTS, "aux", "aux:pass", "cop"))
#: How many words a reporting clause may have behind its cue ("she told the agency by telephone"), and the fewest of a
#: clause.
_NEAR, _SHORTEST = 6, 3


def find_resumed(analysis: Analysis, said: Sequence[Attribution]) -> list[Attribution]:
    """What the sources of some attributions go on to say and none of them takes up, in the order given."""
    taken = {word for one in said for spans in (one.source, one.cue, one.content) for word in words_in(analysis, spans)}
    framed = {word for one in said for spans in (one.source, one.cue) for word in words_in(analysis, spans)}
    found = []
    for one in said:
        start, end = _behind(analysis, one)
        words = range(start, end)
        free = len(words) >= _SHORTEST and 2 * len(taken.intersection(words)) < len(words)
        if free and not framed.intersection(words):
            found.append(Attribution(one.source, one.cue, spans_of(analysis, [(start, end)])))
    return found


def find_continued(analysis: Analysis, said: Sequence[Attribution], quoted: Sequence[bool]) -> list[Attribution]:
    """The sentences in free indirect speech right behind one that is attributed, as of the same source.

    `quoted` says of each word whether it stands within quotation marks.
    """
    taken = {word for one in said for spans in (one.source, one.cue, one.content) for word in words_in(analysis, spans)}
    by_frame = {words_in(analysis, one.cue)[0]: one for one in said if one.cue and one.source}
    found = []
    for (first, before), (begin, end) in pairwise(analysis.sentences):
        words = range(begin, end)
        last = next((by_frame[word] for word in reversed(range(first, before)) if word in by_frame), None)
        free = len(words) > _SHORTEST and taken.isdisjoint(words) and not any(quoted[begin:end])
        if last is not None and free and _goes_on(analysis, before, begin, end):
            found.append(Attribution(last.source, last.cue, spans_of(analysis, [trimmed(analysis, begin, end)])))
    return found


def _goes_on(analysis: Analysis, before: int, begin: int, end: int) -> bool:
    """Whether a sentence stands in the paragraph of the one before it and has its tense put back."""
    if "\n\n" in analysis.text[analysis.words[before - 1].end : analysis.words[begin].start]:
        return False
    predicate = predicate_of(analysis, tuple(range(begin, end)))
    if predicate < 0 or analysis.word(end - 1) != ".":
        return False
    signs = {analysis.relations[i]: analysis.word(i).lower() for i in analysis.children[predicate]}
    return signs.get("aux") in _BACK and any(relation in _SUBJECTS for relation in signs)


def _behind(analysis: Analysis, one: Attribution) -> tuple[int, int]:
    """The words `[start, end)` behind a reporting clause that go on from those before it; none where none do."""
    frame = sorted({*words_in(analysis, one.source), *words_in(analysis, one.cue)})
    if not one.source or not one.cue:
        return 0, 0
    begin, end = sentence_of(analysis, frame[0])
    before = {word for word in words_in(analysis, one.content) if begin <= word < frame[0]}
    comma = _comma(analysis, frame[-1] + 1, min(end, frame[-1] + 1 + _NEAR))
    if not before or comma < 0 or analysis.upos[frame[0] - 1] != "PUNCT":
        return 0, 0
    start, stop = trimmed(analysis, comma + 1, end)
    if start < stop and analysis.word(start).lower() in _TOGETHER:
        return (start + 1, stop) if _is_joined(analysis, start + 1, stop, frame) else (0, 0)
    return (start, stop) if _hangs(analysis, start, stop, before) else (0, 0)


def _comma(analysis: Analysis, start: int, end: int) -> int:
    """The comma that ends a reporting clause, with nothing but its own adverbials before; -1 where there is none."""
    for word in range(start, end):
        if analysis.word(word) == ",":
            return word
        if analysis.upos[word] in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"):
            return -1
    return -1


def _is_joined(analysis: Analysis, start: int, end: int, frame: Sequence[int]) -> bool:
    """Whether a clause behind "and" is reported: it has a subject of its own, or the auxiliary of a reported one.

    "He said, and left" tells what he did.
    """
    predicate = predicate_of(analysis, tuple(range(start, end)))
    if predicate < 0:
        return False
    signs = [i for i in analysis.children[predicate] if analysis.relations[i] in _SIGNS and start <= i < end]
    speaker = {analysis.word(i).lower() for i in frame}
    return any(analysis.word(i).lower() not in speaker for i in signs)


def _hangs(analysis: Analysis, start: int, end: int, before: set[int]) -> bool:
    """Whether a stretch depends on the words before the reporting clause."""
    inside = range(start, end)
    tops = [i for i in inside if analysis.heads[i] not in inside]
    return len(tops) == 1 and analysis.heads[tops[0]] in before and analysis.relations[tops[0]] in _HANGING
