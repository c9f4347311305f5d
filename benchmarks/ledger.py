"""What a ledger costs as it grows: adding, asking, bytes, memory.

    python -m benchmarks.ledger OUT [--reports 1000 10000 100000]

Reports are the templates of `benchmarks.comparing`, four short ones a story, so texts are smaller and more alike than
news; days are up to a month out of order. One ledger grows to each size in turn, most of it at once; the last hundred
reports before a size are added one by one. Reading is not counted, comparing is. Questions are asked nine times.
Times are of the processor, so that other programs on the machine count less; waiting for the disk is not in them.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.comparing import CLAIMS, account, accounts
from benchmarks.systems import installed
from benchmarks.tables import Cell, Table, publish
from counterclaim.compare.account import Account
from counterclaim.ledger import Ledger, Wanted
from counterclaim.model import Claim, Place, Span

SIZES = (1_000, 10_000, 100_000)
LAST = 100
"""Reports that are added one by one before each size."""
TIMES = 9
"""How often a question is asked."""
COLUMNS = (
    "reports", "add one, ms", "times the first", "of it keep, ms", "of it compare, ms", "compare many, ms a report",
    "bytes a report", "peak MB", "disputes",
)  # fmt: skip
NOTE = "Made from templates; processor time, without waiting for the disk."
_STORY = 0
"""The story that rare questions are about: the first one."""


def grow(ledger: Ledger, reports: Iterator[Account], more: int) -> tuple[float, list[float], list[float]]:
    """Add so many reports; gives the seconds a report to compare many, and for each of the last to keep and compare."""
    many = max(0, more - LAST)
    for made in islice(reports, many):
        ledger.keep(made)
    at_once = _seconds(ledger.compare) / max(1, many)
    last = list(islice(reports, min(LAST, more)))
    times = [(_seconds(partial(ledger.keep, made)), _seconds(ledger.compare)) for made in last]
    return at_once, [kept for kept, _ in times], [compared for _, compared in times]


def placed(made: Account) -> Account:
    """An account whose claims name the places that they end with."""
    return made._replace(claims=tuple(_placed(claim) for claim in made.claims))


def _placed(claim: Claim) -> Claim:
    name = claim.text.split()[-1]
    span = Span(claim.content[-1].end - len(name), claim.content[-1].end)
    return replace(claim, facets=(*claim.facets, Place(name, "XK", None, None, None, (span,))))


def questions(ledger: Ledger) -> dict[str, Callable[[], Sequence[object]]]:
    """What is asked, by what it is called; rare words stand in one story, common ones in all."""
    rare = account(_STORY, 0, "").actors[0].name
    place = account(_STORY, 0, "").claims[0].text.split()[-1]
    return {
        "claims, the latest": lambda: ledger.claims(limit=50)[0],
        "claims of one claimant": lambda: ledger.claims(Wanted(claimant=rare), limit=50)[0],
        "claims of all ministries": lambda: ledger.claims(Wanted(claimant="ministry"), limit=50)[0],
        "claims with a rare word": lambda: ledger.claims(Wanted(text=place), limit=50)[0],
        "claims with common words": lambda: ledger.claims(Wanted(text="people killed"), limit=50)[0],
        "claims with a word that none has": lambda: ledger.claims(Wanted(text="armistice"), limit=50)[0],
        "claims about one place": lambda: ledger.claims(Wanted(place=place), limit=50)[0],
        "claims about one country": lambda: ledger.claims(Wanted(place="XK"), limit=50)[0],
        "disputes, the latest": lambda: ledger.disputes(limit=50)[0].disputes,
        "disputes with a rare word": lambda: ledger.disputes(text=place, limit=50)[0].disputes,
        "disputes with a common word": lambda: ledger.disputes(text="killed", limit=50)[0].disputes,
        "search, a rare word": lambda: ledger.search(place, limit=50)[0],
        "search, a common word": lambda: ledger.search("people", limit=50)[0],
    }


def measure(file: Path, sizes: Sequence[int]) -> Iterator[tuple[Table, Table]]:
    """Growing and asking: tables with a row, or a column, for each size so far."""
    rows: list[list[Cell]] = []
    answers: dict[str, list[float]] = {}
    reports = (placed(made) for made in accounts(sizes[-1] * len(CLAIMS)))
    with Ledger.open(file) as ledger:
        for number, size in enumerate(sizes, start=1):
            at_once, kept, compared = grow(ledger, reports, size - ledger.stats().reports)
            each = [1000 * median(times) for times in (map(sum, zip(kept, compared, strict=True)), kept, compared)]
            first = rows[0][1] if rows else each[0]
            assert isinstance(first, float)
            stats = ledger.stats()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
            rows.append(
                [stats.reports, each[0], each[0] / first, *each[1:], 1000 * at_once, stats.bytes // stats.reports,
                 peak, stats.disputes]
            )  # fmt: skip
            for question, ask in questions(ledger).items():
                answers.setdefault(question, []).append(1000 * median(_seconds(ask) for _ in range(TIMES)))
            asked: list[list[Cell]] = [[question, *times] for question, times in answers.items()]
            columns = ("question", *(f"at {reached:,}, ms" for reached in sizes[:number]))
            yield (
                Table("A ledger as it grows", COLUMNS, list(rows), NOTE),
                Table("What is asked of it", columns, asked, "The first 50 answers; medians of processor time."),
            )


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure all sizes and write the tables after each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES)
    given = parser.parse_args()
    about = {"versions": installed("counterclaim")}
    with tempfile.TemporaryDirectory() as folder:
        for tables in measure(Path(folder) / "ledger.db", sorted(given.reports)):
            publish(tables, given.out, "ledger-speed", "What a ledger costs", about)


if __name__ == "__main__":
    main()
