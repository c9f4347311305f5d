"""Learn what the evidence weighs: python -m training.likelihood.fit SCENARIOS... [--out FILE]

Logistic regression with a quadratic penalty (Newton's method) on all pairs worth weighing of all scenarios. Prints the
average precision and the precision and recall at some thresholds, each pair judged by weights that were learnt without
its scenario (eight parts), and writes the table that the package reads.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.scenarios.gold import read_scenarios
from counterclaim import Reader
from counterclaim.compare import likelihood
from counterclaim.compare.evidence import NAMES
from training.likelihood.pairs import Weighed, weighed_pairs

Floats = NDArray[np.float64]
SEED, PARTS, PENALTY = 20260104, 8, 1.0
TABLE = Path(likelihood.__file__).parent / "data" / "likelihood.tsv"
HEADER = """\
# What each piece of evidence on two statements weighs for their being rivals, in log-odds (see evidence.py); learnt by
# training/likelihood from scenarios with gold disputes.
# evidence	weight
"""


def fit(evidence: Floats, rival: Floats) -> Floats:
    """Weights and constant."""
    x = np.c_[evidence, np.ones(len(evidence))]
    weights = np.zeros(x.shape[1])
    penalty = PENALTY * np.eye(len(weights))
    penalty[-1, -1] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, x.T @ (p - rival) + penalty @ weights)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def judged_apart(pairs: list[Weighed]) -> Floats:
    """The likelihood of each pair by weights learnt without its scenario."""
    names = sorted({pair.scenario for pair in pairs})
    random.Random(SEED).shuffle(names)
    part = {name: number % PARTS for number, name in enumerate(names)}
    evidence = np.array([pair.evidence for pair in pairs])
    rival = np.array([pair.rival for pair in pairs], float)
    likely = np.zeros(len(pairs))
    for number in range(PARTS):
        held = np.array([part[pair.scenario] == number for pair in pairs])
        weights = fit(evidence[~held], rival[~held])
        likely[held] = 1 / (1 + np.exp(-np.c_[evidence[held], np.ones(held.sum())] @ weights))
    return likely


def average_precision(likely: Floats, rival: Floats) -> float:
    """The mean of the precision at each rivalry, the likeliest first."""
    hits = np.cumsum(rival[np.argsort(-likely, kind="stable")])
    ranked = rival[np.argsort(-likely, kind="stable")] > 0
    return float((hits / np.arange(1, len(hits) + 1))[ranked].mean())


def main() -> None:
    """Learn, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=TABLE)
    given = parser.parse_args()
    reader = Reader()
    pairs = [
        found
        for folder in given.scenarios
        for scenario in read_scenarios(folder)
        for found in weighed_pairs(scenario, reader)
    ]
    rival = np.array([pair.rival for pair in pairs], float)
    likely = judged_apart(pairs)
    print(f"{len(pairs)} pairs, {rival.mean():.1%} rivals; average precision {average_precision(likely, rival):.3f}")
    for least in (0.3, 0.4, 0.45, 0.5, 0.6):
        told = likely >= least
        found = rival[told].sum() / rival.sum()
        print(f"from {least}: {told.sum()} told, {rival[told].mean():.0%} right, {found:.0%} found")
    weights = fit(np.array([pair.evidence for pair in pairs]), rival)
    rows = (f"{name}\t{weight:.4f}\n" for name, weight in zip((*NAMES, "constant"), weights, strict=True))
    given.out.write_text(HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
