"""The claim vectors that comparing uses, loaded when they are first needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from counterclaim.compare.vectors import Floats, Vectors


class Models:
    """The claim vectors. What they say of a text is kept for the next time."""

    def __init__(self) -> None:
        self._known: dict[str, Floats] = {}

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Unit vectors of texts, a row each."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(fresh, self._vectors.of(fresh), strict=True))
        return np.array([self._known[text] for text in texts], np.float32)

    @cached_property
    def _vectors(self) -> Vectors:
        return Vectors()
