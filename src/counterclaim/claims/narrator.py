"""What a report states in its own voice: main clauses outside everything that is attributed or quoted.

Only what two accounts can differ on is worth a claim of the outlet: how many were killed or taken, who holds a place,
that an event took place at some time or place. Background, colour and figures of other kinds are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.claims.embedding import main_clauses
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.speakers import can_speak
from counterclaim.claims.subtrees import spans_of, trimmed
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import predicate_of, words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Claim, Event, Facet, Place, Quantity, Time

_STOPS = frozenset((".", "…", "..."))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "expl"))
_PERSONS = frozenset(("i", "we", "you", "my", "our", "your", "us", "me"))
_UNREAL = frozenset(
    ("would", "could", "should", "may", "might", "must", "can", "will", "shall", "'ll", "’ll", "'d", "to")
)
_OPEN = frozenset(("if", "unless", "whether", "should"))
#: A clause of fewer words is a heading, of more pieces one that the parser tore apart.
_SHORTEST, _PIECES = 5, 2


def find_statements(analysis: Analysis, quoted: Sequence[bool], said: Sequence[Attribution]) -> list[Attribution]:
    """The main clauses that a report states itself, as attributions without source and cue, in the order of the text.

    `quoted` says of each word whether it stands within quotation marks; `said` is all that is attributed.
    """
    taken = list(quoted)
    for one in said:
        for word in words_in(analysis, (*one.source, *one.cue, *one.content)):
            taken[word] = True
    return [found for sentence in analysis.sentences for found in _statements(analysis, sentence, taken)]


def is_worth_a_claim(claim: Claim) -> bool:
    """Whether a statement has a figure or a state that another account can differ on."""
    events = [facet for facet in claim.facets if isinstance(facet, Event) and facet.state != "planned"]
    types = {event.type for event in events[:1] if event.participants}
    kinds = read_lists("stated")
    placed = any(isinstance(facet, Place) or (isinstance(facet, Time) and facet.start) for facet in claim.facets)
    counted = any(_counts(facet, kinds["quantity"]) for facet in claim.facets)
    return bool(events) and (counted or bool(types & kinds["state"]) or (placed and bool(types & kinds["event"])))


def _counts(facet: Facet, roles: frozenset[str]) -> bool:
    return isinstance(facet, Quantity) and facet.role in roles


def _statements(analysis: Analysis, sentence: tuple[int, int], taken: Sequence[bool]) -> Iterator[Attribution]:
    begin, end = sentence
    if analysis.word(end - 1) not in _STOPS or all(taken[begin:end]):
        return
    for words in main_clauses(analysis, tuple(range(begin, end))):
        if any(taken[word] for word in words) or not _is_stated(analysis, words):
            continue
        content = spans_of(analysis, _pieces(analysis, words))
        if content and len(content) <= _PIECES:
            yield Attribution((), (), content)


def _is_stated(analysis: Analysis, words: tuple[int, ...]) -> bool:
    """Whether a clause says in the past or present that something is so, of others than writer and reader."""
    predicate = predicate_of(analysis, words)
    children = analysis.children[predicate]
    written = {analysis.word(i).lower() for i in words}
    beside = {analysis.word(i).lower() for i in children if analysis.relations[i].startswith(("aux", "mark"))}
    if len(words) < _SHORTEST or written & _PERSONS or beside & (_UNREAL | _OPEN):
        return False
    subject = next((i for i in children if analysis.relations[i] in _SUBJECTS), -1)
    return subject >= 0 and not _is_told(analysis, predicate, subject)


def _is_told(analysis: Analysis, predicate: int, subject: int) -> bool:
    """Whether a clause tells what somebody says, though nobody took it for an attribution."""
    if any(analysis.relations[i] == "ccomp" for i in analysis.children[predicate]):
        return True
    classes = classes_of(analysis.lemma(predicate).lower(), "verb")
    return can_speak(analysis, subject) and bool(set(classes[:1]) & read_lists("unmarked")["told"])


def _pieces(analysis: Analysis, words: tuple[int, ...]) -> list[tuple[int, int]]:
    """Runs of words, without marks and conjunctions at their ends."""
    pieces: list[tuple[int, int]] = []
    for word in words:
        if pieces and pieces[-1][1] == word:
            pieces[-1] = (pieces[-1][0], word + 1)
        else:
            pieces.append((word, word + 1))
    kept = (trimmed(analysis, start + (analysis.upos[start] == "CCONJ"), end) for start, end in pieces)
    return [piece for piece in kept if piece[1] > piece[0]]
