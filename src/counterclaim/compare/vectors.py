"""Vectors of claims, such that claims about the same question lie near each other: a small bi-encoder.

Each text is read alone and its word pieces' vectors are averaged (Reimers and Gurevych, EMNLP 2019, "Sentence-BERT").
What lies near may agree or contradict: the vectors find what is worth comparing and say nothing of the outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from counterclaim.errors import WeightsError
from counterclaim.language.encoder import WEIGHTS as LANGUAGE_WEIGHTS
from counterclaim.language.pieces import special_piece
from counterclaim.language.sessions import open_session

WEIGHTS = Path(__file__).parent / "weights"
#: The length of a vector.
WIDTH = 384
#: A text is read up to this many word pieces, [CLS] and [SEP] included.
PIECES = 64

Floats = NDArray[np.float32]


class Vectors:
    """The loaded model. Raises WeightsError when a file is missing or damaged.

    Each text is read alone, because the int8 arithmetic scales its values by what is read together: so a vector
    depends on its text and on nothing else, and the same text gives the same vector to the last bit. `threads` is the
    number of threads a reading may use.
    """

    def __init__(self, folder: Path = WEIGHTS, vocabulary: Path = LANGUAGE_WEIGHTS, threads: int = 1) -> None:
        try:
            self._session = open_session(folder / "vectors.onnx", threads)
            self._tokenizer = Tokenizer.from_file(str(vocabulary / "tokenizer.json"))
        except Exception as error:  # both libraries have exceptions of their own
            raise WeightsError(f"{folder}: the claim vectors' files are missing or damaged ({error})") from error

    def of(self, texts: Sequence[str]) -> Floats:
        """Vectors of texts, a row a text in their order, shape (texts, WIDTH).

        Rows have length one, so the dot product of two is their cosine; a text without words has a row of zeros. Equal
        texts are read once.
        """
        rows = {text: self._read(text) for text in dict.fromkeys(texts)}
        return np.array([rows[text] for text in texts], np.float32).reshape(len(texts), WIDTH)

    def _read(self, text: str) -> Floats:
        ids = cut_text(self._tokenizer, text)
        if not ids:
            return np.zeros(WIDTH, np.float32)
        mean: Floats = self._session.run(["vectors"], {"ids": np.array([ids], np.int64)})[0][0]
        return mean / np.linalg.norm(mean)


@lru_cache(maxsize=65536)
def vector_of(text: str) -> Floats:
    """The vector of a text by the shipped model, which is loaded when it is first asked."""
    vector: Floats = _shipped().of([text])[0]
    return vector


@cache
def _shipped() -> Vectors:
    return Vectors()


def cut_text(tokenizer: Tokenizer, text: str) -> list[int]:
    """The model's input for a text, [CLS] text [SEP]; empty for a text without words. What does not fit is cut off.

    Training and reading share this function, so both see a text in the same way.
    """
    # Halves of surrogate pairs are no characters, and the word pieces cannot take them.
    ids = tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False).ids
    if not ids:
        return []
    return [special_piece(tokenizer, "[CLS]"), *ids[: PIECES - 2], special_piece(tokenizer, "[SEP]")]
