"""The encoder at work: one pass over the word pieces of a text gives scores for every word."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from counterclaim.errors import WeightsError
from counterclaim.language.pieces import GAPS, QUOTES, Pieces, Window, cut_pieces, cut_windows, special_piece
from counterclaim.language.sessions import open_session
from counterclaim.language.words import Words
from counterclaim.model import whole

Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Scores:
    """The encoder's raw scores; every array has a row a word, in the order of the text.

    `*_left` and `*_right` are the two sides of pairs of words: their dot product is the pair's score.
    """

    upos: Floats
    names: Floats
    tags: Floats
    starts: Floats
    label_dependent: Floats
    label_head: Floats
    source_none: Floats
    arcs_left: Floats
    arcs_right: Floats
    content_left: Floats
    content_right: Floats
    source_left: Floats
    source_right: Floats


OUTPUTS = [field.name for field in fields(Scores)]


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories, in the order of the scores' columns."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decoder:
    """The few weights that decoding itself needs."""

    label_weight: Floats
    label_bias: Floats
    content_distance: Floats
    source_distance: Floats
    transitions: Floats


class Encoder:
    """The loaded model: an onnxruntime session, the word-piece vocabulary and the label inventories.

    `threads` is the number of threads a pass may use (0: as many as there are cores). Their number
    does not change the result. Raises WeightsError when a file is missing or damaged.
    """

    def __init__(self, folder: Path = WEIGHTS, threads: int = 0) -> None:
        try:
            self._session = open_session(folder / "encoder.onnx", threads)
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._begin = special_piece(self._tokenizer, "[CLS]")
            self._end = special_piece(self._tokenizer, "[SEP]")
            labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            with np.load(folder / "decoder.npz") as stored:
                self.decoder = Decoder(**{field.name: stored[field.name] for field in fields(Decoder)})
        except Exception as error:  # each of the four libraries has exceptions of its own
            raise WeightsError(f"{folder}: the model's files are missing or damaged ({error})") from error
        self.labels = Labels(**{name: tuple(labels[name]) for name in ("upos", "relations", "names")})

    def run(self, text: str, words: Words) -> Scores:
        """Scores of all words of a text; there must be at least one."""
        plain = whole(text)  # the word pieces cannot take half characters
        written = [plain[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
        pieces = cut_pieces(self._tokenizer, written, words.gaps)
        case, gap, quote = pieces.features.T
        surface = np.repeat((case * GAPS + gap) * QUOTES + quote, pieces.last - pieces.first + 1)
        parts = [self._run_window(pieces, surface, window) for window in cut_windows(pieces)]
        return Scores(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))

    def _run_window(self, pieces: Pieces, surface: NDArray[np.int64], window: Window) -> list[Floats]:
        ids = np.empty((1, window.end - window.start + 2), np.int64)
        ids[0, 0], ids[0, -1] = self._begin, self._end
        ids[0, 1:-1] = pieces.ids[window.start : window.end]
        features = np.zeros_like(ids)
        features[0, 1:-1] = surface[window.start : window.end]
        owned = slice(window.first_word, window.last_word)
        shift = 1 - window.start
        # A word of many pieces may reach over the edge of even the window it lies deepest in.
        inputs = {
            "ids": ids,
            "features": features,
            "first": np.maximum(pieces.first[owned] + shift, 1),
            "last": np.minimum(pieces.last[owned] + shift, ids.shape[1] - 2),
        }
        return list(self._session.run(OUTPUTS, inputs))
