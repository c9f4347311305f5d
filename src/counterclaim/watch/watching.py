"""Round after round, with the time between them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from counterclaim.batch import ReadsReports
from counterclaim.errors import LockedLedgerError
from counterclaim.ingest import Fetcher
from counterclaim.ledger import Ledger, Watched
from counterclaim.watch.asking import Asking
from counterclaim.watch.feeds import Feed
from counterclaim.watch.round import Done, Round
from counterclaim.watch.schedule import next_time


def _now() -> datetime:
    return datetime.now(UTC)


class Watching:
    """Watches feeds. The ledger is open during a round only; all that has to last is in it."""

    def __init__(
        self, feeds: Sequence[Feed], file: Path, reader: ReadsReports, fetcher: Fetcher, every: timedelta,
        *, now: Callable[[], datetime] = _now, sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        self._feeds, self._file, self._reader, self._fetcher, self._every = feeds, file, reader, fetcher, every
        self._now, self._sleep = now, sleep

    def once(self) -> Done:
        """A single round: all feeds, but those that fail only when their time has come."""
        with Ledger.open(self._file) as ledger:
            return self._round(ledger, lambda feed: feed.due)

    def rounds(self) -> Iterator[Done | LockedLedgerError]:
        """Rounds without end. Where another program keeps the ledger locked, the next round does what was to do."""
        while True:
            done, wait = self._try()
            yield done
            self._sleep(wait)

    def _try(self) -> tuple[Done | LockedLedgerError, float]:
        """What a round came to, and the seconds until the next one."""
        try:
            with Ledger.open(self._file) as ledger:
                return self._round(ledger, lambda feed: next_time(feed, self._every)), self._wait(ledger)
        except LockedLedgerError as error:
            return error, self._every.total_seconds()

    def _round(self, ledger: Ledger, due: Callable[[Watched], datetime | None]) -> Done:
        asking = Asking(ledger, self._fetcher, self._every, self._now)
        at = self._now()
        known = [(feed, ledger.recall(feed.fresh)) for feed in self._feeds]
        asked = [(feed, state) for feed, state in known if (due(state) or at) <= at]
        return Round(ledger, self._reader, asking, at).run(asked)

    def _wait(self, ledger: Ledger) -> float:
        """Seconds until the next feed is due, or until it has been long enough for pages; one where pages wait."""
        if ledger.pages_due(self._now(), 1):
            return 1.0
        times = [next_time(ledger.recall(feed.fresh), self._every) for feed in self._feeds]
        first = min((due for due in times if due), default=self._now())
        return max(1.0, min(first - self._now(), self._every).total_seconds())
