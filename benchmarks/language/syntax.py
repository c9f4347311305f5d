"""Words, sentences, parts of speech and dependencies against a treebank, from raw text.

`compare_syntax` follows the CoNLL 2018 shared task (Zeman et al. 2018): F1 over words, where a word
is right only if the system has a word with the same characters, and a relation is compared without
its subtype. `compare_side_by_side` looks only at words that the treebank and all systems have.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.figures import Count
from benchmarks.language.parse import Parse
from counterclaim.model import Span

#: Relations whose head UD and the CLEAR scheme of spaCy's English models pick alike.
SAME_IN_BOTH_SCHEMES = frozenset(("amod", "compound", "det", "nmod:poss", "nummod", "obj"))


def compare_syntax(gold: Parse, predicted: Parse) -> dict[str, Count]:
    """Counts of words, sentences, UPOS, UAS and LAS of one text; only what both say is counted."""
    sizes = len(predicted.words), len(gold.words)
    mine, theirs = _numbers(gold), _numbers(predicted)
    aligned = [(mine[word], theirs[word]) for word in mine.keys() & theirs.keys()]
    same_head = [(i, j) for i, j in aligned if _head(gold, i) == _head(predicted, j)]
    both = set(gold.sentences) & set(predicted.sentences)
    return {
        "words": Count.of(len(aligned), *sizes),
        "sentences": Count.of(len(both), len(predicted.sentences), len(gold.sentences)),
        "UPOS": Count.of(sum(gold.upos[i] == predicted.upos[j] for i, j in aligned), *sizes),
        "UAS": Count.of(len(same_head), *sizes),
        "LAS": Count.of(sum(_plain(gold.relations[i]) == _plain(predicted.relations[j]) for i, j in same_head), *sizes),
    }


def compare_side_by_side(gold: Parse, systems: Sequence[Parse]) -> list[dict[str, Count]]:
    """Accuracy of each system on the words that all of them and the treebank have."""
    mine = _numbers(gold)
    numbers = [_numbers(system) for system in systems]
    common = mine.keys() & frozenset.intersection(*(frozenset(n) for n in numbers))
    return [
        _accuracy(gold, system, [(mine[w], n[w]) for w in common]) for system, n in zip(systems, numbers, strict=True)
    ]


def _accuracy(gold: Parse, predicted: Parse, aligned: list[tuple[int, int]]) -> dict[str, Count]:
    comparable = [(i, j) for i, j in aligned if gold.relations[i] in SAME_IN_BOTH_SCHEMES]
    return {
        "UPOS": _share([gold.upos[i] == predicted.upos[j] for i, j in aligned]),
        "UAS": _share([_head(gold, i) == _head(predicted, j) for i, j in aligned]),
        "UAS, same scheme": _share([_head(gold, i) == _head(predicted, j) for i, j in comparable]),
    }


def _share(right: list[bool]) -> Count:
    return Count.of(sum(right), len(right), len(right))


def _numbers(parse: Parse) -> dict[Span, int]:
    return {word: i for i, word in enumerate(parse.words)}


def _head(parse: Parse, word: int) -> Span | None:
    """Where the head stands; None for a root."""
    head = parse.heads[word]
    return None if head == word else parse.words[head]


def _plain(relation: str) -> str:
    return relation.partition(":")[0]
