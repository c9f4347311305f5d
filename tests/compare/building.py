"""Accounts made by hand: reports whose claims, events and figures are written down instead of read."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.compare import stories
from counterclaim.compare.account import Account
from counterclaim.compare.chapters import chapter_of, in_order
from counterclaim.compare.stories import Story
from counterclaim.model import (
    Act,
    Actor,
    Claim,
    Event,
    EventState,
    Facet,
    Participant,
    Place,
    Quantity,
    Quote,
    Report,
    Span,
    Time,
)


@dataclass(frozen=True)
class Said:
    """One claim: who says it, what is done with it, its words and what is read out of them.

    `agent` and `patient` are words of the claim; `killed` and the like are figures with the words they stand in.
    """

    who: str
    text: str
    act: Act = "assert"
    predicate: str = ""
    type: str | None = None
    agent: str | None = None
    patient: str | None = None
    negated: bool = False
    state: EventState = "happened"
    figures: tuple[tuple[str, float | None, float | None, str], ...] = ()
    """Role, low, high and the words of each quantity."""
    part: bool = False
    counted: str | None = None
    """What is counted, where it is not the words behind the number."""
    place: str | None = None
    time: tuple[str, str] | None = None
    """The first and the last day of the time that the first words of the claim stand for."""
    quote: Quote = "indirect"
    refers_to: int | None = None
    """The number of the claim of this report that it stands for."""


@dataclass(frozen=True)
class Told:
    """One report."""

    outlet: str
    published: str
    claims: tuple[Said, ...]
    of: dict[str, str] = field(default_factory=dict)
    """What speakers belong to, by name."""

    def account(self) -> Account:
        """The report as if read."""
        lines = [f"{said.who} said: {said.text}." for said in self.claims]
        report = Report("\n\n".join(lines), outlet=self.outlet, published=self.published)
        names = list(dict.fromkeys([*(said.who for said in self.claims), *self.of.values()]))
        ids = {name: f"{report.id}-a{number}" for number, name in enumerate(names)}
        actors = tuple(
            Actor(ids[name], name, "person" if name.istitle() and " " in name else "organisation",
                  of=ids[self.of[name]] if name in self.of else None)
            for name in names
        )  # fmt: skip
        claims, at = [], 0
        for number, (said, line) in enumerate(zip(self.claims, lines, strict=True)):
            start = at + len(said.who) + len(" said: ")
            claims.append(_claim(report, number, said, ids[said.who], Span(start, start + len(said.text))))
            at += len(line) + 2
        return Account(report, tuple(claims), actors)


def _claim(report: Report, number: int, said: Said, actor: str, span: Span) -> Claim:
    def find(words: str) -> Span:
        start = report.text.index(words, span.start, span.end)
        return Span(start, start + len(words))

    facets: list[Facet] = []
    for role, low, high, words in said.figures:
        counted = said.counted or " ".join(words.split()[1:]) or None
        facets.append(Quantity(role, low, high, "person", False, (find(words),), said.part, counted))
    if said.place:
        facets.append(Place(said.place, None, None, None, None, (find(said.place),)))
    if said.time:
        facets.append(Time(*said.time, (find(said.text.split()[0]),)))
    some = [(role, words) for role, words in (("agent", said.agent), ("patient", said.patient)) if words]
    participants = tuple(
        Participant("agent" if role == "agent" else "patient", words, actor if words == "we" else None, (find(words),))
        for role, words in some
    )
    facets.append(
        Event(said.type, said.predicate or said.text.split()[-1], said.state, said.act, "certain", said.negated,
              participants, (span,))
    )  # fmt: skip
    return Claim(
        id=f"{report.id}-{number}", report=report.id, source=(), cue=(), content=(span,), text=said.text,
        quote=said.quote, claimant=actor, act=said.act, certainty="certain", negated=said.negated,
        facets=tuple(facets), refers_to=f"{report.id}-{said.refers_to}" if said.refers_to is not None else None,
    )  # fmt: skip


def story_of(*told: Told) -> Story:
    """The story of the last of some reports and those before it, without vectors."""
    *earlier, own = in_order(chapter_of(one.account()) for one in told)
    return stories.story_of(earlier, own)
