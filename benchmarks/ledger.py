"""What a ledger costs as it grows: adding, comparing, asking, bytes.

    python -m benchmarks.ledger OUT [--reports 1000 10000 100000]

Reports are the templates of `benchmarks.comparing`, four short ones a story, so texts are smaller and more alike than
news. One ledger grows to each size in turn. Adding is measured over the last hundred reports before a size, without
reading and without the comparison, whose time is given beside it. Questions are asked nine times; the median counts.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.comparing import CLAIMS, account, accounts
from benchmarks.systems import installed
from benchmarks.tables import Cell, Table, publish
from counterclaim.compare.account import Account
from counterclaim.ledger import Ledger, Wanted

SIZES = (1_000, 10_000, 100_000)
LAST = 100
"""Reports over which adding is measured."""
TIMES = 9
"""How often a question is asked."""
COLUMNS = (
    "reports", "add, ms a report", "times the first", "compare, s", "bytes a report", "claims, ms", "claims of one, ms",
    "disputes, ms", "search, ms",
)  # fmt: skip


def grow(ledger: Ledger, reports: Iterator[Account], more: int) -> float:
    """Add so many reports; gives the seconds that each of the last took."""
    for made in islice(reports, max(0, more - LAST)):
        ledger.keep(made)
    last = list(islice(reports, min(LAST, more)))
    start = time.perf_counter()
    for made in last:
        ledger.keep(made)
    return (time.perf_counter() - start) / len(last)


def asked(ledger: Ledger) -> list[float]:
    """Median milliseconds of each question, in the order of the columns."""
    rare = account(0, 0, "").actors[0].name
    questions: tuple[Callable[[], object], ...] = (
        lambda: ledger.claims(limit=50),
        lambda: ledger.claims(Wanted(claimant=rare), limit=50),
        lambda: ledger.disputes(limit=50),
        lambda: ledger.search(rare.split()[0], limit=50),
    )
    return [1000 * median(_seconds(question) for _ in range(TIMES)) for question in questions]


def measure(file: Path, sizes: Sequence[int]) -> Table:
    """A row for each size."""
    rows: list[list[Cell]] = []
    reports = accounts(sizes[-1] * len(CLAIMS))
    with Ledger.open(file) as ledger:
        for size in sizes:
            each = 1000 * grow(ledger, reports, size - ledger.stats().reports)
            compared = _seconds(ledger.compare)
            first = rows[0][1] if rows else each
            assert isinstance(first, float)
            stats = ledger.stats()
            rows.append([stats.reports, each, each / first, compared, stats.bytes // stats.reports, *asked(ledger)])
    return Table("A ledger as it grows", COLUMNS, rows, "Made from templates.")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure all sizes and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = measure(Path(folder) / "ledger.db", sorted(given.reports))
    publish([table], given.out, "ledger", "What a ledger costs", {"versions": installed("counterclaim")})


if __name__ == "__main__":
    main()
