"""Chapters: what each report brings to the stories that it is a part of, drawn from that report alone.

The statements of a chapter have no voices yet: who is one person is told where chapters stand together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.compare.account import Account, place_of
from counterclaim.compare.neighbours import numbered
from counterclaim.compare.statements import Statement, agents_of, statements_of
from counterclaim.compare.terms import Terms, names_in
from counterclaim.compare.voices import Voices


@dataclass(frozen=True, eq=False)
class Chapter:
    """One report, taken apart."""

    account: Account
    place: bytes
    """Where it stands in the order of time (`account.place_of`)."""
    statements: tuple[Statement, ...]
    """Without voices, in the order of the text."""
    terms: frozenset[int]
    """The terms by which it is found (`neighbours.numbered`)."""


def chapter_of(account: Account) -> Chapter:
    """The chapter of a report."""
    voices = Voices([account])
    statements = tuple(statements_of(account, voices.names() | frozenset(names_in(account.report.text))))
    claimants = (voices.of(one.claim.claimant) for one in statements)
    known = frozenset[str]().union(*(voice.known_by for voice in claimants if voice))
    names = known.union(*(one.terms.names for one in statements))
    words = frozenset[str]().union(*(one.terms.words for one in statements))
    return Chapter(account, place_of(account.report), statements, numbered(Terms(words, names)))


def in_order(chapters: Iterable[Chapter]) -> list[Chapter]:
    """Chapters in the order of time, each report once: the same whatever order they came in."""
    by_place = {chapter.place: chapter for chapter in chapters}
    return [by_place[place] for place in sorted(by_place)]


def voiced(chapters: Sequence[Chapter]) -> list[list[Statement]]:
    """The statements of chapters that stand together, given in order, by chapter: numbered, and with their voices."""
    voices = Voices([chapter.account for chapter in chapters])
    return [
        [
            replace(one, order=order, voice=voices.of(one.claim.claimant), agents=agents_of(one.event, voices))
            for one in chapter.statements
        ]
        for order, chapter in enumerate(chapters)
    ]
