"""Explicit denials: how many hand-written cases are resolved to the claim that is denied.

    python -m benchmarks.denials CASES.json [--show]

A case has one or two short reports, a denying claim and the claim it denies, or none: "declined to comment" and
"denied bail" only look like denials. A case is right if the program links the denying claim to the denied one with
"denies" and to no other; a look-alike is right if no such link starts from it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.tables import Cell, Table
from counterclaim import Reader
from counterclaim.compare.compare import compare
from counterclaim.model import Claim, Report, Span
from counterclaim.reader import Reading


@dataclass(frozen=True)
class Outcome:
    """What became of one case."""

    case: str
    is_denial: bool
    right: bool
    found: tuple[str, ...]
    """The words of the claims that were taken for denied."""


def run(reader: Reader, cases: list[dict[str, Any]]) -> Iterator[Outcome]:
    """The outcome of each case."""
    for case in cases:
        readings = [
            reader.read(Report(given["text"], outlet=given.get("outlet"), published=given.get("published")))
            for given in case["reports"]
        ]
        links = compare(reading.account for reading in readings).links
        claims = {claim.id: claim for reading in readings for claim in reading.claims}
        denying = {claim.id for claim in _covering(case["denial"], readings)}
        found = [link.target for link in links if link.type == "denies" and link.source in denying]
        target = case.get("target")
        wanted = {claim.id for claim in _covering(target, readings)} if target else set()
        right = bool(wanted & set(found)) and set(found) <= wanted if target else not found
        yield Outcome(case["id"], target is not None, right, tuple(claims[one].text for one in found))


def table(outcomes: list[Outcome]) -> Table:
    """The shares that are right, in per cent."""
    rows: list[list[Cell]] = [
        [name, len(kind), 100 * sum(outcome.right for outcome in kind) / len(kind)]
        for name, kind in (
            ("denials, resolved to the right claim", [o for o in outcomes if o.is_denial]),
            ("look-alikes, taken for no denial", [o for o in outcomes if not o.is_denial]),
        )
    ]
    return Table("Explicit denials, hand-written cases", ("cases", "number", "right"), rows, "Per cent.")


def _covering(quote: dict[str, Any], readings: list[Reading]) -> list[Claim]:
    """The claims of a report whose content holds at least half of a quote."""
    reading = readings[quote["report"]]
    start = reading.report.text.index(quote["quote"])
    span = Span(start, start + len(quote["quote"]))
    return [claim for claim in reading.claims if _shared(claim, span) >= 0.5 * len(quote["quote"])]


def _shared(claim: Claim, span: Span) -> int:
    return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in claim.content)


def main() -> None:
    """Print the table, and with --show the cases that went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    outcomes = list(run(Reader(), json.loads(given.cases.read_text(encoding="utf-8"))))
    for outcome in outcomes if given.show else []:
        if not outcome.right:
            print(outcome.case, "->", outcome.found or "nothing")
    print(table(outcomes).to_markdown())


if __name__ == "__main__":
    main()
