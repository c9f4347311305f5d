"""What a comparator finds of two statements."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.compare.statements import Statement
from counterclaim.model import DisputeKind, LinkType


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation of one statement to another, with its reason."""

    one: Statement
    """The statement that denies, contradicts, corroborates, updates or repeats."""
    other: Statement
    type: LinkType
    kind: DisputeKind
    """What kind of question the two answer."""
    why: str
    score: float
    """How sure, 0..1."""
    lays_ground: bool = True
    """Whether a dispute can be built on it; what only goes on about a claim, or is only likely, joins one."""

    @property
    def is_conflict(self) -> bool:
        """Whether the two cannot both be true as stated."""
        return self.type in ("denies", "contradicts")


def quoted(text: str, most: int = 90) -> str:
    """Words of a report fit to stand in a sentence: on one line, in quotation marks, not too long."""
    line = " ".join(text.split()).strip(" ,.;:\"“”„'‘’")
    return f"“{line if len(line) <= most else line[: most - 1].rsplit(' ', 1)[0] + ' …'}”"
