"""Figures of labelled pairs, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.tables import Cell, Table
from training.entailment.judge import Judgement, Settings
from training.entailment.pairs import ADMITTED, LABELS, Pair

OURS = "Counterclaim"


def accuracy(pairs: Sequence[Pair], labels: Sequence[str]) -> float:
    """The share of pairs, in per cent, whose label is among those that the pair admits."""
    right = sum(LABELS.index(label) in ADMITTED[pair.label] for pair, label in zip(pairs, labels, strict=True))
    return 100 * right / max(len(pairs), 1)


def accuracy_table(
    sets: Mapping[str, Sequence[Pair]], labels: Mapping[str, Mapping[str, Sequence[str]]], marks: Mapping[str, int]
) -> Table:
    """One row a set, one column a system; `labels` are each system's for each set."""
    rows: list[list[Cell]] = [
        [name, len(pairs), *(accuracy(pairs, found[name]) for found in labels.values()), marks.get(name)]
        for name, pairs in sets.items()
    ]
    note = (
        "Accuracy over three labels in per cent; a pair known only not to be entailed is right with either other label."
    )
    return Table("Entailment, neutral, contradiction", ("set", "pairs", *labels, "mark"), rows, note)


def kinds_table(title: str, pairs: Sequence[Pair], judged: Sequence[Judgement], kinds: Sequence[str]) -> Table:
    """One row a kind of pair, as `kinds` names them pair by pair."""
    rows: list[list[Cell]] = []
    for kind in sorted(set(kinds)):
        chosen = [(p, j.likeliest) for p, j, k in zip(pairs, judged, kinds, strict=True) if k == kind]
        labels: list[str] = [label for _, label in chosen]
        rows.append(
            [kind, len(chosen), accuracy([p for p, _ in chosen], labels), *(labels.count(label) for label in LABELS)]
        )
    return Table(title, ("kind", "pairs", "accuracy", *(f"said {label}" for label in LABELS)), rows)


def thresholds_table(sets: Mapping[str, tuple[Sequence[Pair], Sequence[Judgement]]], settings: Settings) -> Table:
    """How often what is said above the thresholds is right, and how much is said."""
    rows: list[list[Cell]] = []
    for name, (pairs, judged) in sets.items():
        for label, threshold in (("contradiction", settings.contradiction), ("entailment", settings.entailment)):
            said = [
                pair.label == label for pair, j in zip(pairs, judged, strict=True) if getattr(j, label) >= threshold
            ]
            there = sum(pair.label == label for pair in pairs)
            precision = 100 * sum(said) / len(said) if said else None
            rows.append([f"{name}: {label}", threshold, there, len(said), precision, 100 * sum(said) / max(there, 1)])
    columns = ("what is said", "threshold", "true pairs", "said", "precision", "recall")
    return Table("Above the thresholds", columns, rows, "What a caller hears that keeps to the stored thresholds.")
