"""The lines of one `.ann` file of brat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


class Sheet:
    """Lines with their ids: T1, T2, ... for marks in the text, E for events, A for attributes, R for relations."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._counts = Counter[str]()
        self._marks: dict[str, str] = {}

    def add(self, letter: str, line: str) -> str:
        """A line of its own; gives its id."""
        self._counts[letter] += 1
        name = f"{letter}{self._counts[letter]}"
        self._lines.append(f"{name}\t{line}\n")
        return name

    def mark(self, kind: str, pieces: Sequence[tuple[int, int]], text: str) -> str:
        """A mark on words of the text; gives its id. The same words of the same kind are marked once."""
        where = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(text[start:end] for start, end in pieces)
        line = f"{kind} {where}\t{words}"
        if line not in self._marks:
            self._marks[line] = self.add("T", line)
        return self._marks[line]

    def text(self) -> str:
        """The file."""
        return "".join(self._lines)
