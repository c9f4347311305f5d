"""Rule-made pairs: sentences of the public sets beside what the edits make of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.language.analyse import analyse
from counterclaim.language.analysis import Analysis
from counterclaim.language.encoder import Encoder
from training.entailment import edits
from training.entailment.pairs import Pair

WORDS = range(5, 32)
#: Nearly every sentence has room for a hedge and for less detail; so many of them get it.
NEUTRAL_SHARE = 0.4
NEGATION = ("negated", "negation dropped", "both negated", "shortened", "shortened and negated", "negated, shortened")
"""The kinds of the pairs about negation: three of contradiction, two of entailment, one of neutral."""


def single_sentences(texts: Iterable[str], seed: int, count: int) -> list[str]:
    """`count` of the texts that may be single statements of a fitting length, drawn once each."""
    fitting = sorted(
        {t for t in texts if len(t.split()) in WORDS and t[-1] != "?" and ". " not in t and t[0].isupper()}
    )
    return random.Random(seed).sample(fitting, min(count, len(fitting)))


def edited_pairs(sentences: Sequence[str], source: str, seed: int, encoder: Encoder) -> Iterator[Pair]:
    """Of each sentence two of the pairs about negation and detail, and the others that it has room for."""
    rng = random.Random(seed)
    for sentence in sentences:
        reading = analyse(encoder, sentence)
        if len(reading.sentences) == 1:
            about_negation = list(_negation_pairs(reading, source, rng))
            yield from rng.sample(about_negation, min(2, len(about_negation)))
            yield from _other_pairs(reading, source, rng)


def negation_pairs(sentences: Sequence[str], source: str, seed: int, encoder: Encoder) -> Iterator[Pair]:
    """All pairs about negation of the sentences that have room for every kind of them."""
    rng = random.Random(seed)
    for sentence in sentences:
        reading = analyse(encoder, sentence)
        if len(reading.sentences) == 1:
            made = list(_negation_pairs(reading, source, rng))
            yield from made if len(made) == len(NEGATION) else ()


def _negation_pairs(reading: Analysis, source: str, rng: random.Random) -> Iterator[Pair]:
    sentence, negated, shorter = reading.text, edits.negate(reading, rng), edits.shorten(reading, rng)
    if negated is None:
        return
    yield Pair(sentence, negated, "contradiction", source, "negated")
    yield Pair(negated, sentence, "contradiction", source, "negation dropped")
    denied = edits.deny(reading, sentence, rng)
    both = (negated, denied) if rng.random() < 0.5 else (denied, negated)
    yield Pair(*both, "entailment", source, "both negated")
    if shorter is not None:
        yield Pair(sentence, shorter, "entailment", source, "shortened")
        yield Pair(sentence, edits.deny(reading, shorter, rng), "contradiction", source, "shortened and negated")
        yield Pair(negated, shorter, "neutral", source, "negated, shortened")


def _other_pairs(reading: Analysis, source: str, rng: random.Random) -> Iterator[Pair]:
    sentence = reading.text
    for edit, label, kind in (
        (edits.change_number, "contradiction", "number"),
        (edits.reverse, "contradiction", "antonym"),
        (edits.swap_roles, "not_entailment", "roles"),
    ):
        if (edited := edit(reading, rng)) is not None:
            yield Pair(sentence, edited, label, source, kind)
    if rng.random() < NEUTRAL_SHARE and (hedged := edits.hedge(reading, rng)) is not None:
        yield Pair(hedged, sentence, "neutral", source, "hedge")
    if rng.random() < NEUTRAL_SHARE and (shorter := edits.shorten(reading, rng)) is not None:
        yield Pair(shorter, sentence, "neutral", source, "more detail")
