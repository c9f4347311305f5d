"""How a clause hangs in the content it belongs to: whether what the cue does reaches it, and what stands above it.

"denied that the troops, who had come on Monday, fled and failed to return": the denial reaches "fled" and "failed",
not "had come"; "return" did not happen because "failed" says so. Signs are those of TruthTeller's signatures (Lotan,
Stern and Dagan 2013).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from counterclaim.claims.factuality import signature_of
from counterclaim.claims.polarity import has_no, is_negated
from counterclaim.claims.subtrees import reach
from counterclaim.claims.words_at import children_of, sentence_of
from counterclaim.language.analysis import Analysis

_COMPLEMENTS = frozenset(("ccomp", "xcomp"))
_JOINED = frozenset(("conj", "parataxis"))
_PREDICATIVE = frozenset(("nsubj", "nsubj:pass", "csubj", "expl", "cop", "aux", "aux:pass"))
_TOP = frozenset(("root", "ccomp", "parataxis", "conj"))
_ALTERNATIVES = frozenset(("or", "nor"))


def is_reached(analysis: Analysis, predicate: int, content: tuple[int, ...], cue: tuple[int, ...]) -> bool:
    """Whether what a cue does is done with the clause of a predicate.

    It is where only complements and coordination lead up to the main clause of the content's first sentence or of the
    cue's. Relative and adverbial clauses are taken for granted, further sentences speak for themselves.
    """
    top = list(line_of(analysis, predicate, frozenset(content)))[-1]
    if analysis.heads[top] in content and analysis.heads[top] != top:
        return False
    sentence = sentence_of(analysis, top)
    return any(sentence_of(analysis, word) == sentence for word in (*content[:1], *cue[:1]))


def is_denied(analysis: Analysis, predicate: int, content: Collection[int], turned: bool) -> bool:
    """Whether a clause is said not to be so, by its own words and by what stands above it in the content.

    `turned` is whether the cue turns round what the main clause says ("denied that").
    """
    above, denied = turned, turned
    for word in reversed(list(line_of(analysis, predicate, content))):
        relation, own = analysis.relations[word], is_negated(analysis, word) or has_no(analysis, word)
        if relation in _COMPLEMENTS and analysis.heads[word] in content:
            above = _denies(analysis, analysis.heads[word], denied, relation)
        elif relation == "conj" and _is_alternative(analysis, word):
            own ^= above ^ denied
        denied = above ^ own
    return denied


def main_clauses(analysis: Analysis, content: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The words of each clause of a content that is not embedded in another, in the order of the text."""
    inside = frozenset(content)
    heads = [word for word in content if _is_main(analysis, word, inside)]
    for head in heads:
        start, end = reach(analysis, head)
        others = [reach(analysis, other) for other in heads if other != head and start <= other < end]
        below = [stretch for stretch in others if stretch[1] - stretch[0] < end - start]
        yield tuple(i for i in range(start, end) if i in inside and not any(s <= i < e for s, e in below))


def _is_main(analysis: Analysis, word: int, inside: frozenset[int]) -> bool:
    """Whether a word is the predicate of a main clause: of a sentence of the content or coordinated with such a one."""
    predicative = any(analysis.relations[i] in _PREDICATIVE for i in analysis.children[word])
    top = list(line_of(analysis, word, inside, _JOINED))[-1]
    if analysis.heads[top] != top and analysis.heads[top] in inside:
        return False
    return predicative or (word == top and analysis.upos[word] == "VERB" and analysis.relations[word] in _TOP)


def line_of(
    analysis: Analysis, word: int, content: Collection[int], relations: frozenset[str] = _COMPLEMENTS | _JOINED
) -> Iterator[int]:
    """A predicate and those above it within the content, as far as complements and coordination lead."""
    for _ in range(len(analysis.words)):
        yield word
        above = analysis.heads[word]
        if above == word or above not in content or analysis.relations[word] not in relations:
            return
        word = above


def _denies(analysis: Analysis, above: int, denied: bool, relation: str) -> bool:
    """Whether a predicate, denied or not, says that its complement is not so."""
    signature = signature_of(analysis.lemma(above))
    if signature is None:
        return denied and relation == "xcomp"
    return (signature.negated if denied else signature.degree) < 0


def _is_alternative(analysis: Analysis, word: int) -> bool:
    """ "did not flee or hide": a negation goes on over "or"."""
    return any(analysis.word(i).lower() in _ALTERNATIVES for i in children_of(analysis, word))
