"""What a ledger answers, for people at a terminal: lists of claims, people, reports and counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.ledger import Dossier, Hit, Person, Revision, Stats, Told
from counterclaim.render.facets import standing
from counterclaim.render.layout import count, day, heading, style, table
from counterclaim.render.marks import LOOKS, one_line

SHORT = 8
"""Characters of a report's id that are shown; they are enough to ask for it."""


def claims_view(told: Sequence[Told], console: Console) -> RenderableType:
    """Claims, one below the other: when, where and in which report; who, with which act; what."""
    lines: list[RenderableType] = [heading(count(len(told), "claim"), console), Text()]
    for one in told:
        known = (day(one.report), one_line(one.report.outlet or "outlet unknown"), one.report.id[:SHORT])
        who = Text(one_line(_claimant(one)), style(console, LOOKS["source"].style))
        if acts := standing(one.claim):
            who.append(f" ({acts})", style(console, "dim"))
        said = Text(one_line(one.claim.text))
        lines += [Text(" · ".join(known), style(console, "dim")), Padding(Group(who, said, Text()), (0, 0, 0, 2))]
    return Group(*lines)


def people_view(people: Sequence[Person], console: Console) -> RenderableType:
    """Who goes by a name."""
    listed = table(console)
    for name in ("name", "kind", "roles", "claims", "reports", "first", "last"):
        ratio = {"name": 2, "roles": 3}.get(name)
        listed.add_column(name, justify="right" if name in ("claims", "reports") else "left", ratio=ratio)
    for one in people:
        days = ((moment or "unknown")[:10] for moment in (one.first, one.last))
        numbers = (f"{one.claims:,}", f"{one.reports:,}")
        listed.add_row(*(Text(one_line(cell)) for cell in (one.name, one.kind, ", ".join(one.roles), *numbers, *days)))
    title = f"{count(len(people), 'name')} found" if people else "No one of that name is in the ledger."
    return Group(heading(title, console), *([listed] if people else []))


def hits_view(hits: Sequence[Hit], total: int, console: Console) -> RenderableType:
    """Reports that were found, with their words."""
    lines: list[RenderableType] = [heading(f"{count(total, 'report')} found", console), Text()]
    for hit in hits:
        title = Text(f"{hit.report[:SHORT]}  ").append(one_line(hit.title or "Untitled report"), style(console, "bold"))
        where = " · ".join((one_line(hit.outlet or "outlet unknown"), (hit.published or "date unknown")[:10]))
        below = Group(Text(where, style(console, "dim")), Text(one_line(hit.snippet)), Text())
        lines += [title, Padding(below, (0, 0, 0, SHORT + 2))]
    return Group(*lines)


def history_view(dossier: Dossier, console: Console) -> RenderableType:
    """What became of a report: its revisions, and who else printed it."""
    report = dossier.account.report
    parts: list[RenderableType] = []
    if dossier.forgotten:
        parts.append(Text(f"{report.outlet or 'outlet unknown'}, {day(report)}: forgotten {dossier.forgotten[:10]}"))
    elif len(dossier.revisions) > 1:
        parts += [heading(count(len(dossier.revisions), "revision"), console), Text()]
        parts += [_revision(number, one, console) for number, one in enumerate(dossier.revisions, start=1)]
    if dossier.reprints:
        parts += [heading(f"The same text: {count(len(dossier.reprints), 'other report')}", console), Text()]
        parts += [_reprint(one) for one in dossier.reprints]
    return Group(*parts)


def stats_view(file: str, stats: Stats, console: Console) -> RenderableType:
    """The counts, one a line."""
    lines = [
        ("reports", f"{stats.reports:,} from {count(stats.outlets, 'outlet')}"),
        ("published", f"{(stats.first or 'unknown')[:10]} to {(stats.last or 'unknown')[:10]}"),
        ("different texts", f"{stats.origins:,}"),
        ("other revisions", f"{stats.revisions:,}"),
        ("forgotten", f"{stats.forgotten:,}"),
        ("claims", f"{stats.claims:,}"),
        ("links", ", ".join(f"{number:,} {kind}" for kind, number in stats.links.items()) or "0"),
        ("disputes", f"{stats.disputes:,}{'' if stats.compared else ' (the last reports are not compared yet)'}"),
        ("generation", f"{stats.generation:,}"),
        ("size", f"{stats.bytes:,} bytes"),
    ]
    grid = Table.grid(padding=(0, 2))
    for name, value in lines:
        grid.add_row(Text(name, style(console, "bold")), Text(value))
    return Group(heading(one_line(file), console), Padding(grid, (1, 2)))


def _claimant(one: Told) -> str:
    if one.claim.narrator:
        return one.report.outlet or "the report itself"
    name = one.claimant.name if one.claimant else one.report.words_at(one.claim.mention) or "not named"
    return f"{name} by way of {one.relayed_by.name}" if one.relayed_by else name


def _revision(number: int, one: Revision, console: Console) -> RenderableType:
    edit = {"first": "first text", "words": "changed", "trivial": "trivial edit"}[one.edit]
    head = Text(f"{number}  {one.report[:SHORT]}  {(one.published or 'date unknown')[:10]}  {edit}")
    gone, come, changed = one.changes
    lines = [*_told("gone", gone), *_told("come", come)]
    for change in changed:
        lines += [*_told("was", [change.before]), *_told("now", [change.after])]
    return Group(head, *(Padding(line, (0, 0, 0, 3)) for line in lines), Text())


def _told(word: str, told: Iterable[Told]) -> Iterable[Text]:
    for one in told:
        who = ", ".join(filter(None, (one_line(_claimant(one)), standing(one.claim))))
        yield Text(f"{word}: {one_line(one.claim.text)} ({who})")


def _reprint(one: dict[str, str | None]) -> Text:
    known = (str(one["id"])[:SHORT], (one["published"] or "date unknown")[:10], one["outlet"] or "outlet unknown")
    return Text("  ".join((*known, one_line(one["title"] or "Untitled report"))))
