"""Contents parted where a second verb of reporting begins: "said the bridge was safe and denied that it was mined".

What stands below another verb of reporting is that verb's, with its own speaker or with the first one's where the two
are joined; else a denial would count as said. The dependency tree tells which clause is whose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from counterclaim.claims.references import claim_nouns
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.speakers import can_speak, phrase_of
from counterclaim.claims.subtrees import reach, spans_of, trimmed
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import head_of, sentence_of, words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Spans

Stretch = tuple[int, int]


class _Second(NamedTuple):
    """What a second verb reports, and the words `[start, end)` that the first one's content is left without."""

    attribution: Attribution
    gone: Stretch


def part(analysis: Analysis) -> tuple[Attribution, ...]:
    """The attributions of an analysis, with two in the place of one that takes in what a second verb reports."""
    cues = {word for one in analysis.attributions for word in words_in(analysis, one.cue)}
    return tuple(piece for one in analysis.attributions for piece in _parts(analysis, one, cues))


def end_before(analysis: Analysis, one: Attribution, others: Sequence[Attribution]) -> Attribution:
    """An attribution whose content ends before another begins: "the clinic counted 19; the ministry spoke of 26"."""
    if not any(";" in analysis.text[start:end] for start, end in one.content):
        return one
    content = words_in(analysis, one.content)
    for other in others:
        words = words_in(analysis, (*other.source, *other.cue, *other.content))
        behind = other is not one and other.source and words[0] - 1 in content and words[-1] == content[-1]
        if behind and analysis.word(words[0] - 1) == ";" and set(words) <= set(content):
            return replace(one, content=_without(analysis, one.content, (words[0], words[-1] + 1)) or one.content)
    return one


def _parts(analysis: Analysis, one: Attribution, cues: set[int]) -> Iterator[Attribution]:
    cue = head_of(analysis, words_in(analysis, one.cue))
    verbs = _reporting(analysis, one, cue) if cue >= 0 and one.source else ()
    read = (_joined(analysis, one, verb) or _apart(analysis, one, verb) for verb in verbs if verb not in cues)
    second = next((found for found in read if found is not None), None)
    left = _without(analysis, one.content, second.gone) if second else ()
    yield Attribution(one.source, one.cue, left) if left else one
    if second and left:
        yield second.attribution


def _reporting(analysis: Analysis, one: Attribution, cue: int) -> list[int]:
    """The verbs of reporting, but for the cue, on which clauses of a content depend or that go on from the cue."""
    content = frozenset(words_in(analysis, one.content))
    clauses = {word for word in content if analysis.relations[word] == "ccomp"}
    firsts = {cue, *(word for word in clauses if analysis.heads[word] == cue)}
    above = {analysis.heads[word] for word in clauses} - content
    joined = {word for word in content if analysis.relations[word] == "conj" and analysis.heads[word] in firsts}
    told = read_lists("unmarked")["told"]
    verbs = (word for word in sorted((above | joined) - {cue}) if analysis.upos[word] == "VERB")
    return [verb for verb in verbs if told.intersection(classes_of(analysis.lemma(verb).lower(), "verb")[:1])]


def _joined(analysis: Analysis, one: Attribution, verb: int) -> _Second | None:
    """ "... and denied claims that it was 34", all of it in the content of the first verb."""
    content = words_in(analysis, one.content)
    things = [i for i in analysis.children[verb] if i > verb and i in content and _is_told(analysis, i)]
    if verb not in content or not things or _subject(analysis, verb) >= 0:
        return None
    told = trimmed(analysis, *reach(analysis, things[0]))
    cue = spans_of(analysis, [(verb, verb + 1)])
    return _Second(Attribution(one.source, cue, spans_of(analysis, [told])), (reach(analysis, verb)[0], told[1]))


def _apart(analysis: Analysis, one: Attribution, verb: int) -> _Second | None:
    """A piece of a content by itself that is the clause of a verb outside it."""
    clauses = [i for i in analysis.children[verb] if analysis.relations[i] == "ccomp" and i > verb]
    told = trimmed(analysis, *reach(analysis, clauses[0])) if clauses else (0, 0)
    gone = _piece(analysis, one.content, told)
    if gone is None:
        return None
    subject = _subject(analysis, verb)
    source = one.source
    if subject >= 0:
        source = spans_of(analysis, [trimmed(analysis, *phrase_of(analysis, subject, verb))])
    elif analysis.relations[verb] != "conj":
        return None
    if not source or (subject >= 0 and not can_speak(analysis, subject)):
        return None
    return _Second(Attribution(source, spans_of(analysis, [(verb, verb + 1)]), spans_of(analysis, [told])), gone)


def _piece(analysis: Analysis, content: Spans, told: Stretch) -> Stretch | None:
    """The piece of a content that is a clause, or a clause up to the end of its sentence and what follows that."""
    pieces = [words_in(analysis, (span,)) for span in content]
    found = next((piece for piece in pieces if piece and piece[0] == told[0]), None)
    if found is None or len(pieces) < 2:
        return None
    start, end = trimmed(analysis, found[0], found[-1] + 1)
    ends = sentence_of(analysis, start)[1]
    return (start, end) if told[1] in (end, trimmed(analysis, start, ends)[1]) else None


def _is_told(analysis: Analysis, word: int) -> bool:
    noun = analysis.relations[word] == "obj" and analysis.lemma(word).lower() in claim_nouns()
    return noun or analysis.relations[word] == "ccomp"


def _subject(analysis: Analysis, verb: int) -> int:
    return next((i for i in analysis.children[verb] if analysis.relations[i] == "nsubj"), -1)


def _without(analysis: Analysis, content: Spans, gone: Stretch) -> Spans:
    """A content without a stretch of words, and without the marks that it leaves at the ends."""
    kept: list[Stretch] = []
    for words in (words_in(analysis, (span,)) for span in content):
        start, end = (words[0], words[-1] + 1) if words else (0, 0)
        before, after = (start, min(end, max(start, gone[0]))), (min(end, max(start, gone[1])), end)
        pieces = [(start, end)] if before[1] == end or after[0] == start else [before, after]
        kept += [trimmed(analysis, *piece) for piece in pieces if piece[1] > piece[0]]
    return spans_of(analysis, kept)
