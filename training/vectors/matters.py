"""The invented claim sets as texts of which some are about the same question."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.entailment.claim_sets import FOLDER, HELD
from training.entailment.pairs import share_of


@dataclass(frozen=True, slots=True)
class Matter:
    """Claims on one contested matter: their texts, and the questions that each answers."""

    texts: tuple[str, ...]
    questions: tuple[frozenset[str], ...]

    def same_question(self) -> NDArray[np.bool_]:
        """For each two claims whether they answer a common question, however; never a claim with itself."""
        table = np.array([[bool(one & other) for other in self.questions] for one in self.questions])
        np.fill_diagonal(table, False)
        return table


def read_matters(*, held: bool) -> list[Matter]:
    """The matters that are held back for measuring, or the others; as the entailment model splits them."""
    paths = [path for path in sorted(FOLDER.glob("*.json")) if (share_of(path.stem, HELD) == 0) == held]
    claims = [json.loads(path.read_text(encoding="utf-8"))["claims"] for path in paths]
    return [Matter(tuple(c["text"] for c in own), tuple(frozenset(c["answers"]) for c in own)) for own in claims]
