"""Choose temperature and thresholds: python -m training.entailment.calibrate WEIGHTS CALIBRATION

WEIGHTS is the folder with entailment.onnx, CALIBRATION the file of pairs that `prepare` wrote and training never
reads. The temperature makes the pairs' labels likeliest (Guo et al. 2017). A threshold is the smallest probability
from which on at least PRECISION of the pairs have the label, both on the news templates of the families and on the
claim sets of the matters that are kept for this. Writes entailment.json into WEIGHTS.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from training.entailment.judge import LABELS, Entailment, Judgement, Settings
from training.entailment.pairs import Pair, read_pairs

PRECISION = 0.9
#: Fewer pairs than this above a threshold say nothing about its precision.
ENOUGH = 30
#: How the sources begin on each of which thresholds must hold.
THRESHOLD_GROUPS = ("news ", "claims ")
UNCALIBRATED = Settings(LABELS, 1.0, 1.0, 1.0)


def tempered(judgement: Judgement, temperature: float) -> Judgement:
    """A judgement made at temperature 1, at another."""
    powers = [max(getattr(judgement, label), 1e-12) ** (1 / temperature) for label in LABELS]
    return Judgement(*(power / sum(powers) for power in powers))


def best_temperature(judged: Sequence[tuple[Pair, Judgement]]) -> float:
    """The temperature at which the labels are likeliest, to a hundredth."""
    known = [(pair, judgement) for pair, judgement in judged if pair.label in LABELS]

    def surprise(temperature: float) -> float:
        return -sum(math.log(getattr(tempered(judgement, temperature), pair.label)) for pair, judgement in known)

    return min((i / 100 for i in range(40, 300, 2)), key=surprise)


def threshold(judged: Sequence[tuple[Pair, Judgement]], label: str) -> float:
    """The smallest probability, in steps of a hundredth, from which on the label is right often enough."""
    for step in range(34, 100):
        right = [pair.label == label for pair, judgement in judged if getattr(judgement, label) >= step / 100]
        if len(right) >= ENOUGH and sum(right) >= PRECISION * len(right):
            return step / 100
    return 1.0


def calibrate(weights: Path, pairs: Sequence[Pair]) -> Settings:
    """The settings for the weights in a folder; entailment.json there is written."""
    stored = weights / "entailment.json"
    stored.write_text(json.dumps(asdict(UNCALIBRATED), indent=1) + "\n", encoding="utf-8")
    judgements = Entailment(weights).judge([(pair.premise, pair.hypothesis) for pair in pairs])
    temperature = best_temperature(list(zip(pairs, judgements, strict=True)))
    groups = [
        [
            (pair, tempered(judgement, temperature))
            for pair, judgement in zip(pairs, judgements, strict=True)
            if pair.source.startswith(group)
        ]
        for group in THRESHOLD_GROUPS
    ]
    highest = (max(threshold(group, label) for group in groups) for label in ("contradiction", "entailment"))
    settings = Settings(LABELS, temperature, *highest)
    stored.write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
    return settings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("calibration", type=Path)
    args = parser.parse_args()
    print(calibrate(args.weights, read_pairs(args.calibration)))


if __name__ == "__main__":
    main()
