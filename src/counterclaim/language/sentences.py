"""Sentence boundaries from the encoder's scores and the layout of the text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from counterclaim.language.encoder import Floats
from counterclaim.language.words import PARAGRAPH

#: Longer stretches without an end are cut, so that nothing grows with the square of a text.
MOST_WORDS = 250


def find_sentences(starts: Floats, gaps: list[int]) -> list[tuple[int, int]]:
    """Sentences as ranges of words; a paragraph always starts one.

    `starts` has two columns: the score that a word goes on, and that it starts a sentence.
    """
    begins = np.flatnonzero((starts[:, 1] > starts[:, 0]) | (np.array(gaps) == PARAGRAPH)).tolist()
    if not begins or begins[0] != 0:
        begins.insert(0, 0)
    bounds = [*begins, len(gaps)]
    return [(at, min(at + MOST_WORDS, end)) for begin, end in pairwise(bounds) for at in range(begin, end, MOST_WORDS)]
