"""What comparing costs, and how the cost grows with the number of claims.

    python -m benchmarks.comparing OUT [--claims 1000 10000 100000]

Claims are made from templates, not read: stories of four reports each by different outlets, about an event at a place
of their own, with tolls, control, denials and replies. Names differ from story to story as they do in news; the
common words are the same, so that whatever grows with the number of claims that share words is seen to grow. Each
size is compared in a process of its own, on one core; the time is that of `compare`, without making the claims.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.systems import installed
from benchmarks.tables import Cell, Table, publish
from counterclaim.compare.account import Account
from counterclaim.compare.compare import compare
from counterclaim.model import Act, Actor, Claim, Event, Facet, Participant, Quantity, Report, Span

SIZES = (1_000, 10_000, 100_000)
OUTLETS = ("Morning Wire", "State Radio", "Valley Post", "Relief Bulletin")
#: Speaker, act and words of the claims of a report; {p} is the story's place, {a} and {b} its two sides.
CLAIMS: tuple[tuple[str, Act, str], ...] = (
    ("{a} Defence Ministry", "assert", "{k} people were killed in the strike on the market in {p}"),
    ("{b} General Staff", "deny", "its aircraft had struck the market in {p}"),
    ("{a} Defence Ministry", "assert", "{a} troops had taken the town of {p}"),
    ("{b} General Staff", "assert", "{b} forces still held {p}"),
    ("mayor of {p}", "assert", "{w} people were wounded near the station of {p}"),
)
_SYLLABLES = ("ka", "ro", "mi", "te", "lu", "va", "so", "ne", "di", "pa")


class Cost(NamedTuple):
    """What one size cost."""

    claims: int
    seconds: float
    links: int
    disputes: int
    megabytes: float
    """Peak resident memory of the process, in 10^6 bytes."""


def name(number: int, letters: str) -> str:
    """A name that no other number has."""
    return letters + "".join(_SYLLABLES[int(digit)] for digit in f"{number:06}") + "dor"


def accounts(claims: int) -> Iterator[Account]:
    """Reports of so many claims in all, story by story."""
    per_story = len(OUTLETS) * len(CLAIMS)
    for story in range(max(1, claims // per_story)):
        for number, outlet in enumerate(OUTLETS):
            yield account(story, number, outlet)


def account(story: int, number: int, outlet: str) -> Account:
    """One report of a story."""
    words = {"p": name(story, "P"), "a": name(story, "A"), "b": name(story, "B"), "k": str(10 + 3 * number), "w": "40"}
    day = f"20{20 + story // 2000 % 10}-{1 + story // 160 % 12:02}-{1 + (story // 6 + number) % 28:02}"
    texts = [(who.format(**words), act, said.format(**words)) for who, act, said in CLAIMS]
    report = Report("\n\n".join(f"{who} said that {said}." for who, _, said in texts), outlet=outlet, published=day)
    speakers = dict.fromkeys(who for who, _, _ in texts)
    actors = {who: Actor(f"{report.id}-a{i}", who, "organisation") for i, who in enumerate(speakers)}
    made, at = [], 0
    for i, (who, act, said) in enumerate(texts):
        start = at + len(who) + len(" said that ")
        made.append(claim(report, i, actors[who], act, Span(start, start + len(said))))
        at = start + len(said) + len(".\n\n")
    return Account(report, tuple(made), tuple(actors.values()))


def claim(report: Report, number: int, actor: Actor, act: Act, span: Span) -> Claim:
    """One claim with the facets that its words give."""
    text = report.text[span.start : span.end]
    return Claim(
        id=f"{report.id}-{number}", report=report.id, source=(), cue=(), content=(span,), text=text, quote="indirect",
        claimant=actor.id, act=act, certainty="certain", negated=act == "deny", facets=tuple(facets(text, span, act)),
    )  # fmt: skip


def facets(text: str, span: Span, act: Act) -> Iterator[Facet]:
    """The quantity and the event of a template."""
    words = text.split()
    kind, predicate = ("take-control", "take") if "taken" in words else ("hold-control", "hold")
    if words[0].isdigit():
        kind, predicate = ("kill", "kill") if "killed" in words else ("injure", "wound")
        spans = (Span(span.start, span.start + len(words[0])),)
        role = "killed" if "killed" in words else "wounded"
        yield Quantity(role, float(words[0]), float(words[0]), "person", False, spans, counted="people")
    elif "struck" in words:
        kind, predicate = "attack", "strike"
    patient = Participant("patient", words[-1], None, (Span(span.end - len(words[-1]), span.end),))
    agent = Participant("agent", words[0], None, (Span(span.start, span.start + len(words[0])),))
    some = (patient,) if words[0].isdigit() else (agent, patient)
    yield Event(kind, predicate, "happened", act, "certain", act == "deny", some, (span,))


def measure(claims: int) -> Cost:
    """Compare so many claims."""
    made = list(accounts(claims))
    start = time.perf_counter()
    found = compare(made)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return Cost(sum(len(a.claims) for a in made), seconds, len(found.links), len(found.disputes), peak)


def table(costs: list[Cost]) -> Table:
    """Costs side by side, each per claim and as a ratio to the smallest size."""
    first = costs[0].seconds / costs[0].claims
    rows: list[list[Cell]] = [
        [
            f"{cost.claims:,} claims", cost.seconds, cost.claims / cost.seconds, 1000 * cost.seconds / cost.claims,
            cost.seconds / cost.claims / first, cost.links, cost.disputes, cost.megabytes,
        ]
        for cost in costs
    ]  # fmt: skip
    columns = ("size", "seconds", "claims a second", "ms a claim", "times the first", "links", "disputes", "peak MB")
    return Table("Comparing claims", columns, rows, "Made from templates; one core.")


def main() -> None:
    """Measure all sizes and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    given = parser.parse_args()
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        costs = [pool.apply(measure, (claims,)) for claims in given.claims]
    publish(
        [table(costs)],
        given.out,
        "comparing-speed",
        "What comparing costs",
        {"versions": installed("counterclaim", "snowballstemmer")},
    )


if __name__ == "__main__":
    main()
