"""Disputes at the terminal: the question, positions beside each other where there is room, who, when, words and why."""

from __future__ import annotations

import io

from rich.console import Console

from counterclaim.compare.account import Account
from counterclaim.compare.compare import Comparison
from counterclaim.model import Actor, Claim, Dispute, Link, Position, Report, Span
from counterclaim.render import disputes_view, show

TEXT = "The harbour master said 12 men were aboard. The owner said 20 men were aboard."
REPORT = Report(TEXT, outlet="Coast Wire\x1b[31m", published="2031-05-01")
MASTER, OWNER = Actor("m", "the harbour master", "person"), Actor("o", "Orla Finn", "person", roles=("owner",))


def claim(name: str, actor: Actor, words: str, cue_at: int) -> Claim:
    start = TEXT.index(words)
    cue, content = (Span(cue_at, cue_at + 4),), (Span(start, start + len(words)),)
    return Claim(name, REPORT.id, (), cue, content, words, "indirect",
                 claimant=actor.id, act="assert")  # fmt: skip


CLAIMS = (
    claim("c1", MASTER, "12 men were aboard", TEXT.index("said")),
    claim("c2", OWNER, "20 men were aboard", TEXT.rindex("said")),
)
FOUND = Comparison(
    (
        Link("c2", "c1", "contradicts", "“20 men” and “12 men” exclude each other.", 0.8),
        Link("c2", "c1", "updates", "the owner: now “20”, before “12”.", 0.8),
    ),
    (Dispute("d", "How many men were there?", "quantity", (Position("12 men", ("c1",)), Position("20 men", ("c2",)))),),
)


def printed(found: Comparison, width: int) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width)
    show(disputes_view([Account(REPORT, CLAIMS, (MASTER, OWNER))], found, console), console)
    return out.getvalue()


def test_positions_stand_side_by_side_with_who_when_words_and_why() -> None:
    text = printed(FOUND, 120)
    assert "How many men were there?" in text
    line = next(line for line in text.splitlines() if "12 men" in line)
    assert "20 men" in line
    for words in ("the harbour master", "Orla Finn, owner", "2031-05-01", "said: 20 men were aboard", "why: “20 men”"):
        assert words in text


def test_on_a_narrow_terminal_they_stand_one_below_the_other() -> None:
    lines = printed(FOUND, 50).splitlines()
    assert next(i for i, line in enumerate(lines) if "12 men" in line) < next(
        i for i, line in enumerate(lines) if "20 men" in line
    )
    assert max(map(len, lines)) <= 50


def test_what_has_changed_is_told() -> None:
    assert "the owner: now “20”, before “12”." in printed(FOUND, 120)


def test_nothing_in_a_report_steers_the_terminal() -> None:
    assert "\x1b" not in printed(FOUND, 120)


def test_without_disputes_it_says_so() -> None:
    assert "No disputes found" in printed(Comparison((), ()), 80)
