"""FNC-1: from a headline and a body to a stance, and how well "disagree" is found.

1. Related or not: the share of the headline's words, weighted by how rare they are in all bodies, that the body has.
   Below a threshold the pair is "unrelated".
2. The body is read through at most three of its sentences (see training/entailment/stance.py): the two nearest the
   headline and the nearest one with a word of doubt, joined in the order of the text. That passage is the premise and
   the headline the hypothesis.
3. Contradiction at or above a second threshold is "disagree"; else entailment above neutral is "agree" and the rest
   "discuss".

Both thresholds are those that give the best F1 on a fixed sample of the topics that were trained on: of "unrelated" for
the first, of "disagree" for the second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.entailment.systems import NEGATIVE
from benchmarks.tables import Cell, Table
from training.entailment.judge import Entailment, Judgement
from training.entailment.pairs import share_of
from training.entailment.stance import STANCES, Case, Passages, is_doubting, stance_pairs, words

#: The share of the trained-on topics' pairs on which the thresholds are chosen.
TUNED_ON = 0.2
GRID = [i / 100 for i in range(5, 100)]

Decide = Callable[[Sequence[Case]], list[str]]


@dataclass(frozen=True, slots=True)
class Scored:
    """A case with what the model says of its passage; None where the body is taken as unrelated."""

    case: Case
    judgement: Judgement | None


def tuning_part(cases: Sequence[Case]) -> list[Case]:
    """The fixed sample of cases on which thresholds are chosen."""
    return [c for c in cases if share_of(f"tune {c.body_id} {c.headline}", 1000) < 1000 * TUNED_ON]


def relatedness(cases: Sequence[Case], passages: Passages) -> list[float]:
    """How much of each headline its body has."""
    return [passages.overlap(case.headline, case.body) for case in cases]


def score(cases: Sequence[Case], passages: Passages, model: Entailment, related: float) -> list[Scored]:
    """All cases, the related ones read by the model."""
    shares = relatedness(cases, passages)
    read = [case for case, share in zip(cases, shares, strict=True) if share >= related]
    pairs = [(pair.premise, pair.hypothesis) for pair in stance_pairs(read, passages)]
    judged = iter(model.judge(pairs))
    return [Scored(case, next(judged) if share >= related else None) for case, share in zip(cases, shares, strict=True)]


def f1(gold: Sequence[str], found: Sequence[str], stance: str) -> float:
    """F1 of one stance."""
    right = sum(g == f == stance for g, f in zip(gold, found, strict=True))
    total = list(gold).count(stance) + list(found).count(stance)
    return 2 * right / total if total else 0.0


def stance_of(scored: Scored, disagree: float) -> str:
    """The stance of a case, at a threshold for "disagree"."""
    judgement = scored.judgement
    if judgement is None:
        return "unrelated"
    if judgement.contradiction >= disagree:
        return "disagree"
    return "agree" if judgement.entailment > judgement.neutral else "discuss"


def choose_related(cases: Sequence[Case], passages: Passages) -> float:
    """The threshold that parts related from unrelated cases best."""
    gold = [case.stance if case.stance == "unrelated" else "" for case in cases]
    shares = relatedness(cases, passages)
    return max(GRID, key=lambda t: f1(gold, ["unrelated" if share < t else "" for share in shares], "unrelated"))


def choose_disagree(scored: Sequence[Scored]) -> float:
    """The threshold that finds "disagree" best."""
    gold = [x.case.stance for x in scored]
    return max(GRID, key=lambda t: f1(gold, [stance_of(x, t) for x in scored], "disagree"))


def by_words(related: float, passages: Passages) -> Decide:
    """The overlap peer: "disagree" if just one of the headline and the passage has a word of doubt; else "discuss"."""

    def decide(case: Case) -> str:
        if passages.overlap(case.headline, case.body) < related:
            return "unrelated"
        doubting = any(is_doubting(sentence) for sentence in passages.choose(case.headline, case.body))
        negative = is_doubting(case.headline) or bool(NEGATIVE & set(words(case.headline)))
        return "discuss" if doubting == negative else "disagree"

    return lambda cases: [decide(case) for case in cases]


def stance_table(gold: Sequence[str], found: dict[str, Sequence[str]], note: str) -> Table:
    """F1 of every stance, one row a system."""
    rows: list[list[Cell]] = [
        [name, *(round(f1(gold, labels, stance), 3) for stance in STANCES)] for name, labels in found.items()
    ]
    return Table("FNC-1, topics held back: F1 by stance", ("system", *STANCES), rows, note)
