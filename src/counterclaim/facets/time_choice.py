"""Which times of a report date what a claim tells, and which only date the statement ("said on Tuesday")."""

from __future__ import annotations

from counterclaim.facets.asides import above, is_aside, is_rank, is_record, is_standard, words_in
from counterclaim.facets.tense import opens_clause
from counterclaim.language.analysis import Analysis
from counterclaim.model import Spans, Time


def times_of(analysis: Analysis, times: tuple[Time, ...], content: Spans, cue: Spans) -> tuple[Time, ...]:
    """The times that date a claim: those in its content, else one that leads up to it.

    "As of 6 March, 211 cases had been recorded, the ministry said" leads up to a content that begins at "211".
    An apposition to a thing that the claim mentions doesn't date it: "Orlo, the town from which they fled in May".
    """
    inside = tuple(time for time in times if _overlap(time.spans, content) or _trails(analysis, time, cue, content))
    if inside or not content:
        held = set(words_in(analysis, content))
        return tuple(time for time in inside if not _is_of_other(analysis, words_in(analysis, time.spans)[0], held))
    return tuple(
        t
        for t in times
        if _opens(analysis, t, cue, content)
        or (_leads_up(analysis, t, cue, content) and not dates_statement(analysis, t, cue, content))
    )


def _is_of_other(analysis: Analysis, word: int, held: set[int]) -> bool:
    """Whether a time dates something that the claim only mentions."""
    tests = (is_standard, is_rank, is_record)
    return is_aside(analysis, word, held) or any(test(analysis, word) for test in tests)


def _trails(analysis: Analysis, time: Time, cue: Spans, content: Spans) -> bool:
    """Whether a time ends the clause of a content that its cue stands before: "announced that they left on Monday"."""
    timed, held, said = (words_in(analysis, spans) for spans in (time.spans, content, cue))
    if not timed or not held or not 0 < timed[0] - held[-1] <= 3 or held[-1] < max(said, default=0) < timed[0]:
        return False
    between = range(held[-1] + 1, timed[0])
    clause = any(analysis.upos[word] in ("VERB", "AUX") for word in held)
    goes_on = all(timed[0] < end for start, end in analysis.sentences if start <= held[-1] < end)
    return clause and goes_on and all(analysis.upos[word] in ("ADP", "DET") for word in between)


def _opens(analysis: Analysis, time: Time, cue: Spans, content: Spans) -> bool:
    """Whether a time opens a sentence into which the cue is only put: "On Monday, the mayor says, they left"."""
    timed, said, held = (words_in(analysis, spans) for spans in (time.spans, cue, content))
    if not timed or not said or not timed[-1] < said[0] <= said[-1] < held[0]:
        return False
    start, end = next(sentence for sentence in analysis.sentences if sentence[1] > held[0])
    opening = start <= timed[0] <= start + 1 and held[0] < end
    return opening and analysis.word(held[0] - 1) == "," and "," in _words(analysis, timed[-1] + 1, said[0])


def _words(analysis: Analysis, first: int, end: int) -> list[str]:
    return [analysis.word(word) for word in range(first, end)]


def _leads_up(analysis: Analysis, time: Time, cue: Spans, content: Spans) -> bool:
    """Whether a time stands shortly before a content, in its sentence and clause, and belongs to a word of it."""
    timed, held = words_in(analysis, time.spans), words_in(analysis, content)
    if not timed or not held or not 0 < held[0] - timed[-1] <= 8:
        return False
    sentence = next(s for s in analysis.sentences if s[1] > held[0])
    if (
        timed[0] < sentence[0]
        or _overlap(time.spans, cue)
        or any(opens_clause(analysis, i) for i in range(timed[-1] + 1, held[0]))
    ):
        return False
    return not _is_parsed(analysis, timed) or any(word in held for word in above(analysis, timed[0]))


def _is_parsed(analysis: Analysis, words: list[int]) -> bool:
    return any(analysis.heads[i] != i for i in words)


def dates_statement(analysis: Analysis, time: Time, cue: Spans, content: Spans = ()) -> bool:
    """Whether a time says when the words of a cue were spoken: "said on Tuesday", "said in a statement on Tuesday".

    With syntax: it depends on a word of the cue, at most by way of nouns. Without: it stands in the clause of
    the cue. In both cases nothing of the content lies between.
    """
    timed, said, held = words_in(analysis, time.spans), words_in(analysis, cue), words_in(analysis, content)
    if not timed or not said:
        return False
    if _is_parsed(analysis, timed):
        return any(_depends(analysis, i, said, held) for i in timed)
    between = range(said[-1] + 1, timed[0]) if said[0] < timed[0] else range(timed[-1] + 1, said[0])
    return len(between) < 12 and not any(i in held or opens_clause(analysis, i) for i in between)


def _depends(analysis: Analysis, word: int, said: list[int], held: list[int]) -> bool:
    """Whether a word depends on the cue by way of nouns that aren't in the content."""
    for _ in range(4):
        head = analysis.heads[word]
        if head in said:
            return True
        if head == word or head in held or analysis.upos[head] in ("VERB", "AUX"):
            return False
        word = head
    return False


def _overlap(some: Spans, others: Spans) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)
