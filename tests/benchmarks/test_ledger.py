"""The ledger that is measured has what it says, and every question finds something."""

from __future__ import annotations

from pathlib import Path

from benchmarks.ledger import COLUMNS, measure
from counterclaim.ledger import Ledger


def test_the_ledger_grows_to_each_size_and_is_whole(tmp_path: Path) -> None:
    table = measure(tmp_path / "ledger.db", [8, 20])
    assert [row[0] for row in table.rows] == [8, 20]
    assert all(len(row) == len(COLUMNS) for row in table.rows)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.check() == []
        stats = ledger.stats()
        assert (stats.reports, stats.origins, stats.compared) == (20, 20, True)
        assert ledger.disputes()[1] >= 5
