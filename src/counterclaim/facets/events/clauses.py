"""The clauses of a content: which words belong to which predicate.

Every word of a content belongs to at most one clause, that of the nearest predicate above it, so that a figure or a
date falls into the clause it is said in. Universal Dependencies 2 names the relations.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.facets.events.lexicon import OVER, entries, kind_of
from counterclaim.facets.syntax import Syntax
from counterclaim.model import Span, Spans

_CLAUSAL = frozenset(("ccomp", "advcl", "parataxis", "csubj", "acl", "root"))
_PREDICATIVE = ("nsubj", "csubj", "expl", "cop", "aux")
_SMALL = frozenset(("PUNCT", "CCONJ", "SCONJ", "DET", "ADP", "PART", "INTJ", "SYM", "AUX"))
_ASKING = frozenset(("how", "why", "when", "where", "what", "which", "who", "whether"))
_EDGES = frozenset(("PUNCT", "CCONJ"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by the word that heads it and all its words within the content, in order."""

    head: int
    words: tuple[int, ...]
    content: frozenset[int]
    """All words of the content."""


def split_clauses(syntax: Syntax, content: tuple[int, ...]) -> tuple[Clause, ...]:
    """The clauses of a content in the order of their first words; a content without a predicate is one clause."""
    inside = frozenset(content)
    tops = _tops(syntax, inside)
    heads = {word for word in inside.difference(tops) if _heads_clause(syntax, word)} | _heads_at_top(syntax, tops)
    if not heads:
        return ()
    members: dict[int, list[int]] = {head: [] for head in heads}
    for word in content:
        members[_clause_above(syntax, word, inside, heads)].append(word)
    _give_numbers(syntax, members)
    for head in sorted(heads, reverse=True):
        if (filled := _filling(syntax, head, heads)) is not None and filled in members:
            members[filled] = sorted((*members.pop(head), *members[filled]))
    found = (Clause(head, tuple(words), inside) for head, words in members.items())
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


def counted(syntax: Syntax, word: int) -> int | None:
    """The number, or noun with one, right before a coordinated predicate without a subject, whose subject it is.

    "three were killed and nine wounded", "three people were killed and nine others injured"
    """
    if syntax.relation(word) != "conj" or syntax.below(word, "nsubj", "obj"):
        return None
    before = min([word, *syntax.below(word, "aux", "cop")]) - 1
    number = syntax.upos(before) == "NUM" or (syntax.upos(before) == "NOUN" and syntax.upos(before - 1) == "NUM")
    return before if number and syntax.upos(word) in ("VERB", "ADJ") else None


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


def _heads_at_top(syntax: Syntax, tops: list[int]) -> set[int]:
    """In each sentence the highest predicates; where there is none the first full word, a bare noun or participle."""
    by_sentence: dict[int, list[int]] = {}
    for word in tops:
        by_sentence.setdefault(syntax.sentence(word)[0], []).append(word)
    found: set[int] = set()
    for words in by_sentence.values():
        full = [word for word in words if syntax.upos(word) not in _SMALL and syntax.lower(word) not in _ASKING]
        verbs = [word for word in full if syntax.upos(word) == "VERB" or is_predicative(syntax, word)]
        found.update(verbs or full[:1])
    return found


def _heads_clause(syntax: Syntax, word: int) -> bool:
    """Whether a word below another word of the content heads a clause of its own."""
    relation, verb = syntax.relation(word), syntax.upos(word) == "VERB" and not _is_hyphened(syntax, word)
    if relation == "conj":
        said = verb or (syntax.upos(word) == "ADJ" and syntax.lower(word) in entries("adj"))
        return is_predicative(syntax, word) or (said and syntax.upos(syntax.head(word)) in ("VERB", "AUX", "ADJ"))
    if relation == "xcomp":
        return verb and not _stands_over(syntax, syntax.head(word))
    if relation not in _CLAUSAL:
        return False
    if relation == "acl" and kind_of(syntax.lemma(syntax.head(word)), "intention"):
        return syntax.relation(syntax.head(word)) != "obj"
    return (verb and not syntax.below(word, "case")) or is_predicative(syntax, word)


def _stands_over(syntax: Syntax, word: int) -> bool:
    """Whether a verb or adjective makes one clause with its infinitive: "failed to take", "is likely to fall"."""
    if syntax.upos(word) == "ADJ":
        return True
    says = syntax.lower(word) == "going" or kind_of(particle(syntax, word), *OVER) is not None
    return says and not syntax.below(word, "obj")


def _give_numbers(syntax: Syntax, members: dict[int, list[int]]) -> None:
    """Give a participle the number right before it: "three were killed and more than nine wounded"."""
    for head in sorted(members):
        at = counted(syntax, head)
        for word in range(at, -1, -1) if at is not None else ():
            holder = next((other for other, words in members.items() if word in words), None)
            if holder is None or syntax.upos(word) in _EDGES or word in members:
                break
            members[holder].remove(word)
            members[head].append(word)
        members[head].sort()


def _filling(syntax: Syntax, head: int, heads: set[int]) -> int | None:
    """The clause that a bare noun is only the shell or the subject of.

    "the assertion that it had broken the truce", "31 soldiers taken prisoner".
    """
    if syntax.upos(head) not in ("NOUN", "NUM", "PROPN") or is_predicative(syntax, head):
        return None
    event, shell = syntax.lemma(head) in entries("noun"), kind_of(syntax.lemma(head), "shell")
    for one in syntax.below(head, "acl", "ccomp"):
        marks = {syntax.lower(mark) for mark in syntax.below(one, "mark")}
        relative = syntax.analysis.relations[one] == "acl:relcl"
        filled = "that" in marks or (relative and shell and _has_own_that(syntax, one))
        if one in heads and (filled or not (relative or event or marks)):
            return one
    return None


def _has_own_that(syntax: Syntax, word: int) -> bool:
    """Whether a clause that is taken for a relative one has a subject beside its "that": "the lie that we fired"."""
    subjects = [syntax.lower(one) for one in syntax.below(word, "nsubj")]
    return "that" not in subjects and any(syntax.lower(one) == "that" for one in syntax.dependents[word])


def _is_hyphened(syntax: Syntax, word: int) -> bool:
    """ "government-held" """
    at = syntax.analysis.words[word].start
    return syntax.text[max(at - 1, 0) : at] in ("-", "‑")


def _clause_above(syntax: Syntax, word: int, inside: frozenset[int], heads: set[int]) -> int:
    """The head of the clause a word belongs to: the first on its way up, or else the nearest in the text."""
    for above in syntax.above(word):
        if above in heads:
            return above
        if above not in inside:
            break
    sentence = syntax.sentence(word)
    return min(heads, key=lambda head: (syntax.sentence(head) != sentence, abs(head - word), head))
