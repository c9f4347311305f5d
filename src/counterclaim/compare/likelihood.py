"""How likely it is, on the evidence, that two statements are rival answers to one question (logistic regression).

The weights are learnt on scenarios whose rival claims people have marked; `training/likelihood` makes them again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from counterclaim.compare.evidence import NAMES, Evidence, values
from counterclaim.compare.tables import read_rows


def likelihood(evidence: Evidence) -> float:
    """The probability of rivalry, 0..1."""
    weights, constant = stored_weights()
    return logistic(constant + sum(w * v for w, v in zip(weights, values(evidence), strict=True)))


def logistic(score: float) -> float:
    """The probability that belongs to log-odds."""
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


@cache
def stored_weights() -> tuple[Sequence[float], float]:
    """The weights in the order of `NAMES`, and the constant."""
    stored = {name: float(weight) for name, weight in read_rows("likelihood")}
    return tuple(stored[name] for name in NAMES), stored["constant"]
