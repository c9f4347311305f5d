"""What a person sees of a reading: its header, its text with the marks, the table of its claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.compare.account import Account
from counterclaim.model import Claim, Report
from counterclaim.reader import Reading
from counterclaim.render.facets import describe, is_telling, standing
from counterclaim.render.layout import count, day, is_plain, rule, style, table, width
from counterclaim.render.marks import LOOKS, NUMBER, legend, marked, one_line

MEASURE = 100
"""Longer lines of running text than this are hard to read, however wide the terminal."""
NARROW = 60
"""In fewer columns than this, claims stand one below the other instead of in a table."""


Read = Reading | Account
"""What has a report, its claims and its actors."""


def report_view(reading: Read, console: Console, *, number: int | None = None, text: bool = True) -> RenderableType:
    """A reading for this console: header, text with legend (unless `text` is False) and claims."""
    parts: list[RenderableType] = [_header(reading.report, console, number)]
    if text:
        parts += [_text(reading, console), Text()]
    return Group(*parts, _claims(reading, console), Text())


def overview(readings: Sequence[Reading], console: Console) -> RenderableType:
    """A table of the reports that were read and how many claims each has."""
    listed = table(console)
    listed.add_column("", justify="right", style=style(console, NUMBER), no_wrap=True)
    listed.add_column("published", no_wrap=True)
    listed.add_column("outlet", max_width=24, overflow="fold")
    listed.add_column("report", ratio=1, overflow="fold")
    listed.add_column("claims", justify="right", min_width=6, no_wrap=True)
    for number, reading in enumerate(readings, start=1):
        report = reading.report
        row = (day(report), report.outlet or "unknown", _title(report), str(len(reading.claims)))
        listed.add_row(str(number), *(Text(one_line(cell)) for cell in row))
    return listed


def summary(reports: int, claims: int, failures: int = 0) -> Text:
    """One line: how much was read."""
    parts = [count(reports, "report"), count(claims, "claim")]
    if failures:
        parts.append(f"{count(failures, 'input')} not read")
    return Text(" · ".join(parts), "bold")


def _header(report: Report, console: Console, number: int | None) -> RenderableType:
    known = (report.outlet or "outlet unknown", _moment(report), report.path)
    dot = " - " if console.options.ascii_only else " · "
    title = Text()
    if number:
        title.append(f"{number}  ", style(console, NUMBER))
    title.append(one_line(_title(report)), style(console, "bold"))
    under = Text(one_line(dot.join(part for part in known if part)), style(console, "dim"))
    return Group(rule(console), Padding(Group(title, under), (0, 2)), Text())


def _text(reading: Read, console: Console) -> RenderableType:
    plain = is_plain(console)
    body = marked(reading.report.text, reading.claims, plain=plain)
    body.rstrip()
    # Line by line: one renderable of a very long text takes rich quadratic time.
    lines = (legend(plain=plain), Text(), *body.split("\n", allow_blank=True))
    return Group(*(Constrain(Padding(line, (0, 2)), min(MEASURE, width(console))) for line in lines))


def _claims(reading: Read, console: Console) -> RenderableType:
    if not reading.claims:
        return Padding(Text("No claims found in this report."), (0, 2))
    return _stack(reading, console) if console.width < NARROW else _columns(reading, console)


def _columns(reading: Read, console: Console) -> Table:
    """The claims as a table."""
    across = width(console)
    listed = table(console, leading=1)
    listed.add_column("", justify="right", style=style(console, NUMBER), no_wrap=True)
    listed.add_column("claimant", width=across // 5, overflow="fold")
    listed.add_column("cue, act", width=max(12, across // 8), overflow="fold")
    listed.add_column("what is claimed", ratio=1, overflow="fold")
    listed.add_column("quote", width=len("indirect"), no_wrap=True)
    for number, claim in enumerate(reading.claims, start=1):
        who, cue = _who(claim, reading, console), _cue(claim, reading, console)
        listed.add_row(str(number), who, cue, _said(claim, console), claim.quote)
    return listed


def _stack(reading: Read, console: Console) -> Table:
    """The claims one below the other, where a table would be too narrow to read."""
    table = Table.grid(padding=(0, 1), pad_edge=True, expand=True)
    table.add_column(justify="right", style=style(console, NUMBER), no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for number, claim in enumerate(reading.claims, start=1):
        cue = _cue(claim, reading, console).append(f" ({claim.quote})")
        table.add_row(str(number), Group(_who(claim, reading, console), cue, _said(claim, console), Text()))
    return table


def _who(claim: Claim, reading: Read, console: Console) -> Text:
    """The claimant as named in the text, and below it who that is where the name alone doesn't say."""
    if claim.narrator:
        return Text("the report itself")
    named = one_line(reading.report.words_at(claim.mention or claim.source))
    who = Text().append(named or "not named", style(console, LOOKS["source"].style) if named else "")
    actor = next((actor for actor in reading.actors if actor.id == claim.claimant), None)
    if actor and actor.name.casefold() not in named.casefold():
        who.append(f"\n= {one_line(actor.name)}")
    return who


def _cue(claim: Claim, reading: Read, console: Console) -> Text:
    """The cue's words and below them the act; appended, so that a style ends with them and not with the column."""
    cue = Text().append(one_line(reading.report.words_at(claim.cue)) or "-", style(console, LOOKS["cue"].style))
    if known := standing(claim):
        cue.append(f"\n{known}", style(console, "dim"))
    return cue


def _said(claim: Claim, console: Console) -> Text:
    """What is claimed and below it what that says of numbers, places, times and events."""
    said = Text(one_line(claim.text))
    shown = [one_line(describe(facet)) for facet in claim.facets if is_telling(facet)]
    if shown:
        facets = "; ".join(shown)
        said.append(f"\n{facets}", style(console, "dim"))
    return said


def _title(report: Report) -> str:
    return report.title or "Untitled report"


def _moment(report: Report) -> str:
    """When it was published, for people: "2026-03-03 15:40+01:00"; as given where that can't be read."""
    given = report.published or "date unknown"
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        return given
    return given if len(given) <= len("2026-03-03") else moment.isoformat(" ", "minutes")
