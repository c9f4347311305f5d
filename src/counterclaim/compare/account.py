"""What the comparison takes of a report: the report itself, its claims and its actors, as plain values."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from counterclaim.model import Actor, Claim, Report


class Account(NamedTuple):
    """One report as read."""

    report: Report
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]


_MOMENT = 5
"""Bytes of a place that are of its moment; the other eight are of the id."""
_DAY = 86_400


def place_of(report: Report) -> bytes:
    """Where a report stands in the order of time: bytes that sort by its moment, then by its id; no two are equal.

    Reports of unknown time come first.
    """
    return _moment(report).to_bytes(_MOMENT, "big") + bytes.fromhex(report.id)


def day_of(place: bytes) -> int:
    """The number of a place's day; 0 where the time is unknown."""
    return int.from_bytes(place[:_MOMENT], "big") // _DAY


def start_of(day: int) -> bytes:
    """Where a day begins: all places of reports of known time on it or later are greater."""
    return max(1, day * _DAY).to_bytes(_MOMENT, "big")


DATED = (1).to_bytes(_MOMENT, "big")
"""Before the places of all reports of known time, after those of the others."""


def _moment(report: Report) -> int:
    """The second of publication from the year 1 on (UTC where no zone is given); 0 if unknown."""
    try:
        moment = datetime.fromisoformat(report.published or "")
    except ValueError:
        return 0
    return max(1, int((moment.replace(tzinfo=moment.tzinfo or UTC) - _FIRST).total_seconds()))


_FIRST = datetime(1, 1, 1, tzinfo=UTC)
