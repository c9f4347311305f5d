"""The clauses of a content: which words belong to which predicate.

Every word of a content belongs to at most one clause, that of the nearest predicate above it, so that a figure or a
date falls into the clause it is said in. Universal Dependencies 2 names the relations.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.facets.events.lexicon import kinds
from counterclaim.facets.syntax import Syntax
from counterclaim.model import Span, Spans

_CLAUSAL = frozenset(("ccomp", "advcl", "parataxis", "csubj", "acl", "root"))
_PREDICATIVE = ("nsubj", "csubj", "expl", "cop", "aux")
_SMALL = frozenset(("PUNCT", "CCONJ", "SCONJ", "DET", "ADP", "PART", "INTJ", "SYM", "AUX"))
_EDGES = frozenset(("PUNCT", "CCONJ"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by the word that heads it and all its words within the content, in order."""

    head: int
    words: tuple[int, ...]


def split_clauses(syntax: Syntax, content: tuple[int, ...]) -> tuple[Clause, ...]:
    """The clauses of a content in the order of their first words; a content without a predicate is one clause."""
    inside = frozenset(content)
    heads = {word for word in content if word not in _tops(syntax, inside) and _heads_clause(syntax, word)}
    heads |= _heads_at_top(syntax, inside)
    if not heads:
        return ()
    members: dict[int, list[int]] = {head: [] for head in heads}
    for word in content:
        members[_clause_above(syntax, word, inside, heads)].append(word)
    found = (Clause(head, tuple(words)) for head, words in members.items())
    return tuple(sorted(found, key=lambda clause: clause.words[0]))


def spans_of(syntax: Syntax, clause: Clause) -> Spans:
    """The words of a clause as spans, without the marks and conjunctions at the edges of each piece."""
    pieces: list[list[int]] = []
    for word in clause.words:
        if pieces and word == pieces[-1][-1] + 1:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    trimmed = (_trimmed(syntax, piece) for piece in pieces)
    words = syntax.analysis.words
    return tuple(Span(words[piece[0]].start, words[piece[-1]].end) for piece in trimmed if piece)


def is_predicative(syntax: Syntax, word: int) -> bool:
    """Whether a word has what only a predicate has: a subject, a copula, an auxiliary."""
    return bool(syntax.below(word, *_PREDICATIVE))


def particle(syntax: Syntax, word: int) -> str:
    """The lemma of a verb with its particle: "take|over"."""
    lemma = syntax.lemma(word)
    analysis = syntax.analysis
    added = [one for one in syntax.below(word, "compound") if analysis.relations[one] == "compound:prt"]
    return f"{lemma}|{syntax.lower(added[0])}" if added else lemma


def _trimmed(syntax: Syntax, piece: list[int]) -> list[int]:
    start, end = 0, len(piece)
    while start < end and syntax.upos(piece[start]) in _EDGES:
        start += 1
    while end > start and syntax.upos(piece[end - 1]) in _EDGES:
        end -= 1
    return piece[start:end]


def _tops(syntax: Syntax, inside: frozenset[int]) -> list[int]:
    """The words whose head is not in the content."""
    return [word for word in sorted(inside) if syntax.head(word) == word or syntax.head(word) not in inside]


def _heads_at_top(syntax: Syntax, inside: frozenset[int]) -> set[int]:
    """In each sentence the highest predicates; where there is none the first full word, a bare noun or participle."""
    by_sentence: dict[int, list[int]] = {}
    for word in _tops(syntax, inside):
        by_sentence.setdefault(syntax.sentence(word)[0], []).append(word)
    found: set[int] = set()
    for tops in by_sentence.values():
        full = [word for word in tops if syntax.upos(word) not in _SMALL]
        verbs = [word for word in full if syntax.upos(word) == "VERB" or is_predicative(syntax, word)]
        found.update(verbs or full[:1])
    return found


def _heads_clause(syntax: Syntax, word: int) -> bool:
    """Whether a word below another word of the content heads a clause of its own."""
    relation, verb = syntax.relation(word), syntax.upos(word) == "VERB"
    if relation == "conj":
        return is_predicative(syntax, word) or (verb and syntax.upos(syntax.head(word)) in ("VERB", "AUX"))
    if relation == "xcomp":
        above = syntax.head(word)
        over = particle(syntax, above) in kinds() or syntax.upos(above) == "ADJ" or syntax.lower(above) == "going"
        return verb and not over
    if relation not in _CLAUSAL:
        return False
    return (verb and not syntax.below(word, "case")) or is_predicative(syntax, word)


def _clause_above(syntax: Syntax, word: int, inside: frozenset[int], heads: set[int]) -> int:
    """The head of the clause a word belongs to: the first on its way up, or else the nearest in the text."""
    for above in syntax.above(word):
        if above in heads:
            return above
        if above not in inside:
            break
    sentence = syntax.sentence(word)
    return min(heads, key=lambda head: (syntax.sentence(head) != sentence, abs(head - word), head))
