"""How well we tell fact from possibility.

Pearson's r and the mean absolute error between our factuality of the annotated predicates, mapped to -3..3, and
that of annotators: UW (Lee et al. 2015) and MEANTIME (Minard et al. 2016) as unified by Stanovsky et al. (2017).
Sentences are read as text; an annotated predicate that doesn't begin one of our words is left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.tables import Table
from counterclaim.claims.factuality import factuality
from counterclaim.language.analysis import Analysis

#: The largest value of the scale.
SCALE = 3.0
SETS = {"UW": "uw", "MEANTIME": "meantime"}
_TIGHT = (".", ",", ";", ":", "!", "?", ")", "%", "'s", "n't", "''", "'re", "'ve", "'ll", "'d", "'m")


class Judged(NamedTuple):
    """A sentence and the values of its predicates by the code point at which each begins."""

    text: str
    values: dict[int, float]


def read_judged(path: Path) -> Iterator[Judged]:
    """Sentences of a file in columns: index, word, value or "_", and more."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line]
        text, values = "", {}
        for row in rows:
            tight = not text or row[1].startswith(_TIGHT) or text.endswith(("(", "$"))
            text += row[1] if tight else " " + row[1]
            if row[2] != "_":
                values[len(text) - len(row[1])] = float(row[2])
        if values:
            yield Judged(text, values)


def pairs(sentences: Iterator[Judged], read: Callable[[str], Analysis]) -> list[tuple[float, float]]:
    """The annotators' value and ours of each predicate."""
    found = []
    for sentence in sentences:
        analysis = read(sentence.text)
        for index, word in enumerate(analysis.words):
            if word.start in sentence.values:
                found.append((sentence.values[word.start], SCALE * factuality(analysis, index)))
    return found


def pearson(values: list[tuple[float, float]]) -> float:
    """Pearson's correlation; 0 where one side never varies."""
    size = max(len(values), 1)
    left, right = (sum(pair[side] for pair in values) / size for side in (0, 1))
    both = sum((a - left) * (b - right) for a, b in values)
    spread = math.sqrt(sum((a - left) ** 2 for a, _ in values) * sum((b - right) ** 2 for _, b in values))
    return both / spread if spread else 0.0


def factuality_table(data: Path, read: Callable[[str], Analysis]) -> Table:
    """One row a set: its development half."""
    rows: list[list[str | int | float | None]] = []
    for name, folder in SETS.items():
        found = pairs(read_judged(data / "factuality" / folder / "dev.conll"), read)
        error = sum(abs(a - b) for a, b in found) / max(len(found), 1)
        rows.append([name, len(found), pearson(found), error])
    note = "Factuality of predicates, -3 to 3, from our own parse of the sentence."
    return Table("Factuality", ("set", "predicates", "Pearson r", "mean absolute error"), rows, note)
