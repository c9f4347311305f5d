"""Statements: claims taken apart into clauses, each with its facets, its terms and who says it when.

A claim is what stands in one attribution, and a quotation may say three things; what is compared is one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.compare.account import Account
from counterclaim.compare.terms import Terms, terms_of
from counterclaim.compare.voices import Voice, Voices
from counterclaim.model import Act, Certainty, Claim, Event, Facet, Place, Quantity, Report, Span, Spans, Time

_NO_SIGN = re.compile(
    r"\b(?:no|without any|not any) (?:\w+ )?(?:signs?|evidence|indications?|proof|trace|hint|reason to believe) that\b",
    re.IGNORECASE,
)
_LEAD_IN = 48
"""Characters before a clause in which that is said."""
_LEAD = 400
"""Characters of a report's beginning that tell what it is about."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause of a claim."""

    claim: Claim
    number: int
    """The clause's number in its claim, from 0."""
    report: Report
    order: int
    """The number of the report among those that are told together, in the order of publication."""
    voice: Voice | None
    act: Act
    certainty: Certainty
    negated: bool
    event: Event | None
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    text: str
    terms: Terms
    spans: Spans
    agents: tuple[Voice, ...]
    """The voices among those who act in it."""
    theme: Terms
    """The terms of the title and the first sentences of its report: what the report is about."""

    @property
    def at(self) -> tuple[int, int]:
        """Where it stands among all: the report's number, and the offset in it."""
        return self.order, self.spans[0].start

    @property
    def day(self) -> str:
        """The day of publication, or ""."""
        return (self.report.published or "")[:10]

    @property
    def who(self) -> str:
        """The claimant's name, for people."""
        if self.voice is not None:
            return self.voice.name
        return self.report.outlet or "the report" if self.claim.narrator else "an unnamed source"

    def same_side(self, other: Statement) -> bool:
        """Whether both are said by one side, or by voices that cannot be told apart.

        What a report states itself it has from the sources that it names: it does not oppose them.
        """
        if (self.claim.narrator or other.claim.narrator) and self.order == other.order:
            return True
        if self.voice is None or other.voice is None:
            return self.voice is other.voice and self.report.id == other.report.id
        return self.voice.same_side(other.voice)


def statements_of(account: Account, names: frozenset[str]) -> Iterator[Statement]:
    """The statements of a report in the order of the text, not yet voiced; `names` are keys of known names."""
    report = account.report
    theme = terms_of(f"{report.title or ''} . {report.text.lstrip()[:_LEAD]}", names)
    for claim in account.claims:
        yield from _statements(claim, report, names, theme)


def _statements(claim: Claim, report: Report, names: frozenset[str], theme: Terms) -> Iterator[Statement]:
    events = [facet for facet in claim.facets if isinstance(facet, Event)]
    clauses: list[tuple[Event | None, Spans]] = [(event, event.spans) for event in events] or [(None, claim.content)]
    shares: list[list[Facet]] = [[] for _ in clauses]
    for facet in claim.facets:
        if not isinstance(facet, Event):
            shares[_home(facet, [spans for _, spans in clauses])].append(facet)
    for number, ((event, spans), facets) in enumerate(zip(clauses, shares, strict=True)):
        text = report.words_at(spans)
        yield Statement(
            claim=claim,
            number=number,
            report=report,
            order=0,
            voice=None,
            act=(event.act if event else claim.act) or "assert",
            certainty=(event.certainty if event else claim.certainty) or "certain",
            negated=(event.negated if event else bool(claim.negated)) ^ _is_missed(report.text, spans[0].start),
            event=event,
            quantities=tuple(facet for facet in facets if isinstance(facet, Quantity)),
            times=tuple(facet for facet in facets if isinstance(facet, Time)),
            places=tuple(facet for facet in facets if isinstance(facet, Place)),
            text=text,
            terms=terms_of(text, names),
            spans=spans,
            agents=(),
            theme=theme,
        )


def _is_missed(text: str, start: int) -> bool:
    """Whether a clause is what nobody has found a sign of: "found no evidence that a missile had struck"."""
    return bool(_NO_SIGN.search(text, max(0, start - _LEAD_IN), start + _LEAD_IN // 4))


def agents_of(event: Event | None, voices: Voices) -> tuple[Voice, ...]:
    """The voices among those who act in an event."""
    some = (voices.of(one.actor) for one in event.participants if one.role == "agent") if event else ()
    return tuple(voice for voice in some if voice is not None)


def _home(facet: Facet, clauses: Sequence[Spans]) -> int:
    """The clause in which a facet stands; the first for one that stands outside them."""
    start = facet.spans[0].start
    inside = (i for i, spans in enumerate(clauses) if any(_holds(span, start) for span in spans))
    return next(inside, 0)


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end
