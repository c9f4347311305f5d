"""Whether one statement follows from, contradicts or leaves open another: a small cross-encoder.

Both statements are read together (Rocktäschel et al. 2016, "Reasoning about Entailment with Neural Attention"; here a
6-layer transformer) and scored for the three labels of SNLI (Bowman et al. 2015). Probabilities are calibrated by one
temperature (Guo et al. 2017, "On Calibration of Modern Neural Networks").

It knows statements only: what they are about must be known to be the same before it is asked, and below the
thresholds stored with the weights nothing should be said.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from counterclaim.errors import WeightsError
from counterclaim.language.encoder import WEIGHTS as LANGUAGE_WEIGHTS
from counterclaim.language.sessions import open_session
from training.entailment.pair_pieces import cut_pair

Label = Literal["entailment", "neutral", "contradiction"]
LABELS: tuple[Label, ...] = ("entailment", "neutral", "contradiction")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the hypothesis is to the premise: calibrated probabilities, which sum to one."""

    entailment: float
    neutral: float
    contradiction: float

    @property
    def likeliest(self) -> Label:
        """The label with the highest probability."""
        return max(LABELS, key=lambda label: float(getattr(self, label)))


@dataclass(frozen=True, slots=True)
class Settings:
    """What is stored beside the weights: the labels in the order of the scores, the temperature and the thresholds.

    `contradiction` and `entailment` are the probabilities from which on the answer is right nine times in ten, as
    measured on families of news statements that the model was not trained on.
    """

    labels: tuple[str, ...]
    temperature: float
    contradiction: float
    entailment: float


def read_settings(path: Path) -> Settings:
    """The settings stored in a file. Raises ValueError when the labels are others than LABELS."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    settings = Settings(**{**stored, "labels": tuple(stored["labels"])})
    if settings.labels != LABELS:
        raise ValueError(f"labels {settings.labels} instead of {LABELS}")
    return settings


class Entailment:
    """The loaded model. Raises WeightsError when a file is missing or damaged.

    Each pair is read alone, because the int8 arithmetic scales its values by what is read together: so a judgement
    depends on its pair and on nothing else, and the same pair gives the same numbers to the last bit. `threads` is the
    number of threads a reading may use.
    """

    def __init__(self, folder: Path, vocabulary: Path = LANGUAGE_WEIGHTS, threads: int = 1) -> None:
        try:
            self._session = open_session(folder / "entailment.onnx", threads)
            self._tokenizer = Tokenizer.from_file(str(vocabulary / "tokenizer.json"))
            self.settings = read_settings(folder / "entailment.json")
        except Exception as error:  # each of the libraries has exceptions of its own
            raise WeightsError(f"{folder}: the entailment model's files are missing or damaged ({error})") from error

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        """Judgements of (premise, hypothesis) pairs, in their order.

        A contradiction holds both ways, so its score is the mean of reading the pair forwards and backwards; the
        scores of the other two are those of reading it forwards. Equal pairs are read once.
        """
        logs = {pair: self.log_probabilities(*pair) for way in pairs for pair in (way, (way[1], way[0]))}
        return [self._judgement(logs[pair], logs[pair[1], pair[0]]) for pair in pairs]

    def log_probabilities(self, premise: str, hypothesis: str) -> tuple[float, ...]:
        """Uncalibrated logarithms of the probabilities of the labels, from reading a pair in one direction."""
        pieces = cut_pair(self._tokenizer, _writable(premise), _writable(hypothesis))
        inputs = {"ids": np.array([pieces.ids], np.int64), "sides": np.array([pieces.sides], np.int64)}
        row: NDArray[np.float32] = self._session.run(["scores"], inputs)[0][0]
        return tuple(math.log(p) for p in softmax(row.tolist(), 1.0))

    def _judgement(self, forwards: Sequence[float], backwards: Sequence[float]) -> Judgement:
        entailment, neutral, contradiction = forwards
        both = (contradiction + backwards[2]) / 2
        return Judgement(*softmax((entailment, neutral, both), self.settings.temperature))


def softmax(scores: Sequence[float], temperature: float) -> tuple[float, ...]:
    """Probabilities of scores divided by a temperature."""
    highest = max(scores)
    powers = [math.exp((score - highest) / temperature) for score in scores]
    total = sum(powers)
    return tuple(power / total for power in powers)


def _writable(text: str) -> str:
    """The text without halves of surrogate pairs, which the word pieces cannot take."""
    return text.encode("utf-8", "replace").decode("utf-8")
