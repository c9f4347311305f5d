"""The pairs that are measured on: nothing of them, and no premise, story or family of theirs, was trained on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from counterclaim.language.encoder import Encoder
from training.entailment import corpora, stance
from training.entailment.claim_sets import claim_pairs
from training.entailment.edited import NEGATION, edited_pairs, negation_pairs, single_sentences
from training.entailment.news.generate import generate
from training.entailment.pairs import Pair
from training.entailment.prepare import calibrates

SEED = 20260104
SENTENCES = 300
NEWS_PAIRS = 2_000


def mnli(data: Path) -> list[Pair]:
    """The held-back fifth of MNLI's two development parts."""
    return corpora.mnli(data, held=True)


def held_sentences(data: Path) -> dict[str, list[str]]:
    """Single sentences of the held-back fifth of MNLI and of the held-back topics of FNC-1."""
    bodies = sorted({case.body for case in stance.split_cases(stance.read_cases(data))[1]})
    texts: dict[str, Iterable[str]] = {
        "MNLI": (text for pair in mnli(data) for text in (pair.premise, pair.hypothesis)),
        "FNC-1": (sentence for body in bodies for sentence in stance.sentences_of(body)),
    }
    return {name: single_sentences(found, SEED, SENTENCES) for name, found in texts.items()}


def negations(sentences: dict[str, list[str]], encoder: Encoder) -> list[Pair]:
    """Pairs about negation, all kinds of them for each sentence that has room for all."""
    return [pair for name, found in sentences.items() for pair in negation_pairs(found, name, SEED, encoder)]


def other_edits(sentences: dict[str, list[str]], encoder: Encoder) -> list[Pair]:
    """Pairs with a number, a word, roles or certainty changed."""
    made = (pair for name, found in sentences.items() for pair in edited_pairs(found, name, SEED, encoder))
    return [pair for pair in made if pair.kind not in NEGATION]


def news() -> list[Pair]:
    """Pairs of the template families that were kept for measuring."""
    return list(generate("test", NEWS_PAIRS, SEED))


def claims() -> list[Pair]:
    """Pairs of the invented claim sets about matters that were kept for measuring."""
    return [pair for pair in claim_pairs(held=True) if not calibrates(pair)]
