"""What is compared: our model, and two simple peers that need no training."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from training.entailment.judge import Entailment, Judgement
from training.entailment.pairs import ADMITTED, LABELS, Pair
from training.entailment.word_lists import word_list

NEGATIVE = frozenset(("cannot", "deny", "denied", "denies", "false", "untrue", *word_list("negative")))
#: The share of the hypothesis' words that the premise must have, for the overlap peer to take the two as related; of
#: 0.4 to 0.9 the one that does best on the trained-on part of MNLI.
OVERLAP = 0.6


def judgements(model: Entailment, pairs: Sequence[Pair]) -> list[Judgement]:
    """Our model's judgements."""
    return model.judge([(pair.premise, pair.hypothesis) for pair in pairs])


def majority(pairs: Sequence[Pair]) -> list[str]:
    """Always the label that is commonest in the pairs themselves."""
    counts = Counter(LABELS[label] for pair in pairs for label in ADMITTED[pair.label])
    return [max(LABELS, key=lambda label: counts[label])] * len(pairs)


def overlap(pairs: Sequence[Pair]) -> list[str]:
    """Few shared words: neutral; else a contradiction if one of the two is negated and the other not."""
    return [_by_overlap(_words(pair.premise), _words(pair.hypothesis)) for pair in pairs]


def _by_overlap(premise: list[str], hypothesis: list[str]) -> str:
    known = set(premise)
    if not hypothesis or sum(word in known for word in hypothesis) < OVERLAP * len(hypothesis):
        return "neutral"
    return "entailment" if _is_negative(premise) == _is_negative(hypothesis) else "contradiction"


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:['’][a-z]+)?", text.lower())


def _is_negative(words: list[str]) -> bool:
    return any(word in NEGATIVE or word.endswith(("n't", "n’t")) for word in words)
