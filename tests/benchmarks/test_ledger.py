"""The ledger that is measured has what it says, and every question finds something."""

from __future__ import annotations

from pathlib import Path

from benchmarks.ledger import COLUMNS, measure, questions
from counterclaim.ledger import Ledger


def test_the_ledger_grows_to_each_size_and_is_whole(tmp_path: Path) -> None:
    *_, (growing, asking) = measure(tmp_path / "ledger.db", [8, 20])
    assert [row[0] for row in growing.rows] == [8, 20]
    assert all(len(row) == len(COLUMNS) for row in growing.rows)
    assert all(len(row) == len(asking.columns) == 3 for row in asking.rows)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        asked = questions(ledger)
        assert [row[0] for row in asking.rows] == list(asked)
        assert {name for name, ask in asked.items() if not ask()} == {"claims with a word that none has"}
        assert ledger.check() == []
        stats = ledger.stats()
        assert (stats.reports, stats.origins, stats.compared) == (20, 20, True)
        assert ledger.disputes()[1] >= 5
