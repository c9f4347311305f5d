"""From inputs into a ledger: what it has already need not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from counterclaim.ingest import Outcome
from counterclaim.ledger import Ledger, Standing
from counterclaim.model import Report, whole


class Intake:
    """Lets through what is to be read, and counts what need not be."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.passed = Counter[Standing]()

    def wanted(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """What came out of an input, without the reports that the ledger has already."""
        for outcome in outcomes:
            if isinstance(outcome, Report):
                report = _storable(outcome)
                what = self._ledger.standing(report)
                if what in ("known", "forgotten"):
                    self.passed[what] += 1
                else:
                    yield report
            else:
                yield outcome


def _storable(report: Report) -> Report:
    """The report with half characters (lone surrogates, which JSON can have) replaced by the mark for them."""
    given = {name: getattr(report, name) for name in ("text", "title", "outlet", "url", "path")}
    return replace(report, **{name: whole(value) for name, value in given.items() if value is not None})
