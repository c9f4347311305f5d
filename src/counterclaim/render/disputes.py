"""Disputes for people at a terminal: the question, the positions side by side, who holds them since when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.compare.account import Account
from counterclaim.compare.compare import Comparison
from counterclaim.model import Actor, Claim, Dispute, Link, Position, Report
from counterclaim.render.layout import count, day, heading, is_plain, style, width
from counterclaim.render.marks import LOOKS, NUMBER, one_line

COLUMN = 36
"""Columns that a position needs to stand beside others."""
WORDS = 160
"""Characters of a claim that are shown; the report has the rest."""
SURE = 0.7
"""The least score of a change that is shown; the JSON has all."""
REASONS = 4
"""Reasons that are shown for a dispute, at most."""


class Told(NamedTuple):
    """A claim with what a reader needs to know of it."""

    claim: Claim
    report: Report
    claimant: str
    relayed_by: str | None


def disputes_view(accounts: Sequence[Account], comparison: Comparison, console: Console) -> RenderableType:
    """All disputes between some reports, with what else was found between their claims."""
    told = _told(accounts)
    parts: list[RenderableType] = [heading(_headline(comparison.disputes), console)]
    for number, dispute in enumerate(comparison.disputes, start=1):
        parts += [Padding(_dispute(number, dispute, comparison.links, told, console), (1, 2, 0, 2))]
    changes = [link for link in comparison.links if link.type == "updates" and link.score >= SURE]
    if changes:
        parts += [Text(), heading("What claimants have changed", console), _changes(changes, told, console)]
    return Group(*parts, Text())


def _told(accounts: Iterable[Account]) -> dict[str, Told]:
    told = {}
    for account in accounts:
        actors = {actor.id: actor for actor in account.actors}
        for claim in account.claims:
            name = _name(claim, actors, account.report)
            relay = actors.get(claim.relayed_by or "")
            told[claim.id] = Told(claim, account.report, name, relay.name if relay else None)
    return told


def _name(claim: Claim, actors: Mapping[str, Actor], report: Report) -> str:
    if claim.narrator:
        return f"{report.outlet or 'the report'} itself"
    actor = actors.get(claim.claimant or "")
    if actor is None:
        return report.words_at(claim.mention) or "not named"
    return ", ".join((actor.name, *actor.roles[:1]))


def _headline(disputes: Sequence[Dispute]) -> str:
    return f"Disputes: {len(disputes)}" if disputes else "No disputes found between these claims."


def _dispute(
    number: int, dispute: Dispute, links: Sequence[Link], told: Mapping[str, Told], console: Console
) -> RenderableType:
    title = Text().append(f"{number}  ", style(console, NUMBER))
    title.append(one_line(dispute.question), style(console, "bold"))
    if dispute.status != "open":
        title.append(f"  ({dispute.status})", style(console, "dim"))
    positions = [_position(position, told, console) for position in dispute.positions]
    return Group(title, Text(), _side_by_side(positions, console), _reasons(dispute, links, told, console))


def _side_by_side(positions: Sequence[RenderableType], console: Console) -> RenderableType:
    """The positions beside each other where they have room, else one below the other."""
    if len(positions) * COLUMN > width(console):
        return Group(*(Padding(position, (0, 0, 1, 0)) for position in positions))
    table = Table.grid(padding=(0, 3), expand=True)
    for _ in positions:
        table.add_column(ratio=1, overflow="fold")
    table.add_row(*positions)
    return Padding(table, (0, 0, 1, 0))


def _position(position: Position, told: Mapping[str, Told], console: Console) -> RenderableType:
    value = Text(one_line(position.value), style(console, LOOKS["content"].style))
    rule = Text(("-" if is_plain(console) else "─") * COLUMN, style(console, "dim"))
    return Group(value, rule, *(_claim(told[claim], console) for claim in position.claims))


def _claim(told: Told, console: Console) -> RenderableType:
    who = Text().append(one_line(told.claimant), style(console, LOOKS["source"].style))
    if told.relayed_by:
        who.append(f" by way of {one_line(told.relayed_by)}")
    report = told.report
    where = " · ".join(part for part in (day(report), one_line(report.outlet or "")) if part)
    words = one_line(told.claim.text)
    shown = words if len(words) <= WORDS else words[: WORDS - 2].rsplit(" ", 1)[0] + " …"
    cue = one_line(report.words_at(told.claim.cue))
    said = Text()
    if cue:
        said.append(f"{cue}: ", style(console, LOOKS["cue"].style))
    return Group(who, Text(where, style(console, "dim")), said.append(shown), Text())


def _reasons(dispute: Dispute, links: Sequence[Link], told: Mapping[str, Told], console: Console) -> RenderableType:
    members = {claim for position in dispute.positions for claim in position.claims}
    inside = [link for link in links if link.type in ("denies", "contradicts")
              and link.source in members and link.target in members]  # fmt: skip
    inside.sort(key=lambda link: -link.score)
    lines = [Text(f"why: {one_line(link.why)}", style(console, "dim")) for link in inside[:REASONS]]
    if len(inside) > REASONS:
        lines.append(Text(f"and {count(len(inside) - REASONS, 'other pair')}", style(console, "dim")))
    return Group(*lines)


def _changes(changes: Sequence[Link], told: Mapping[str, Told], console: Console) -> RenderableType:
    lines = []
    for link in {link.why: link for link in reversed(changes)}.values():
        later, earlier = told[link.source].report, told[link.target].report
        since = f"{day(earlier)} to {day(later)}" if day(earlier) != day(later) else day(later)
        lines.append(Text().append(f"{since}  ", style(console, "dim")).append(one_line(link.why)))
    return Padding(Group(*reversed(lines)), (1, 2, 0, 2))
