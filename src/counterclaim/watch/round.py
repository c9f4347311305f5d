"""One round: all feeds that are due, the pages that they link to, and the pages that are to be looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from counterclaim.batch import ReadsReports
from counterclaim.errors import InputError
from counterclaim.ingest import Inputs, Options, Outcome, Source
from counterclaim.ingest.kinds import feed as feeds
from counterclaim.ingest.kinds import html as pages
from counterclaim.intake import Intake
from counterclaim.ledger import Ledger, Standing, Watched
from counterclaim.ledger.watched import WatchedKind
from counterclaim.model import Report
from counterclaim.watch.asking import Asking, PassedError
from counterclaim.watch.feeds import Feed

_NO_NEWS = ("known", "forgotten")


@dataclass(frozen=True, slots=True)
class Done:
    """What a round came to."""

    at: datetime
    counts: Counter[Standing]
    """How many reports were new, revisions and so on; what was known is not counted."""
    claims: int
    """How many claims were read."""
    disputes: int
    """How many there are in the ledger."""
    feeds: int
    """How many feeds were asked for."""
    begun: tuple[str, ...]
    """Failures that began, a line each."""
    ended: tuple[str, ...]
    """Failures that ended."""
    details: tuple[str, ...]
    """What was assumed about inputs, and what is wrong with single entries of feeds."""
    failed: Counter[WatchedKind]
    """How many feeds, pages and texts could not be had or read, whether that was news or not."""

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        told = {what: self.counts[what] for what in get_args(Standing) if what not in _NO_NEWS}
        failed = {kind: self.failed[kind] for kind in ("feed", "page", "text")}
        lines = {name: list(getattr(self, name)) for name in ("begun", "ended", "details")}
        return {
            "at": self.at.isoformat(timespec="seconds"), **told, "claims": self.claims, "disputes": self.disputes,
            "feeds": self.feeds, "failed": failed, **lines,
        }  # fmt: skip

    @property
    def has_news(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.counts.total() or self.begun or self.ended)


class Round(Inputs):
    """A round, to be run once."""

    def __init__(self, ledger: Ledger, reader: ReadsReports, asking: Asking, at: datetime) -> None:
        super().__init__(Options(follow=True, today=at.date()))
        self._ledger, self._reader, self._asking, self._at = ledger, reader, asking, at
        self._details: list[str] = []
        self._refused: list[str] = []

    def run(self, feeds: Iterable[tuple[Feed, Watched]]) -> Done:
        """Ask for feeds and pages, read what is new and keep it, report by report."""
        counts, claims, asked = Counter[Standing](), 0, list(feeds)
        for reading in self._reader.read_many(self._reports(asked), self._refuse):
            what = self._ledger.keep(reading)
            claims += len(reading.claims)
            if what not in _NO_NEWS:
                counts[what] += 1
        self._ledger.compare()
        begun = (*self._asking.begun, *self._refused)
        details = tuple(line for line in self._details if line not in begun)
        failed = self._asking.failed.copy()
        failed["text"] += len(self._refused)
        return Done(self._at, counts, claims, self._ledger.count_disputes(), len(asked), begun,
                    tuple(self._asking.ended), details, failed)  # fmt: skip

    def fetch(self, url: str, *, automatic: bool) -> AbstractContextManager[Source]:
        """A page that a feed links to."""
        return self._asking.new_page(url)

    def _reports(self, feeds: Iterable[tuple[Feed, Watched]]) -> Iterator[Report]:
        for feed, known in feeds:
            yield from self._wanted(self._feed(known, automatic=feed.listed))
        for page in self._asking.pages_due():
            yield from self._wanted(self._page(page))

    def _feed(self, feed: Watched, *, automatic: bool) -> Iterator[Outcome]:
        try:
            with self._asking.open(feed, automatic=automatic) as source:
                yield from feeds.read(source, self)
        except InputError as error:
            yield error

    def _page(self, page: Watched) -> Iterator[Outcome]:
        try:
            with self._asking.open(page, automatic=True) as source:
                yield from pages.read(source, self)
        except InputError as error:
            yield error

    def _wanted(self, outcomes: Iterable[Outcome]) -> Iterator[Report]:
        for outcome in Intake(self._ledger).wanted(outcomes):
            if not isinstance(outcome, Report):
                if not isinstance(outcome, PassedError):
                    self._details.append(str(outcome))
            elif not self._ledger.recall(Watched("text", outcome.id)).failures:
                yield outcome

    def _refuse(self, error: InputError, report: str | Report) -> None:
        """A text that can't be read is not tried again."""
        if isinstance(report, Report):
            self._ledger.note(Watched("text", report.id, asked=self._at, failures=1, failure=error.what))
        self._refused.append(str(error))
