"""Asking servers for what has changed: what they said is kept in the ledger, and what they ask for is heeded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

from counterclaim.errors import InputError, StatusError
from counterclaim.ingest import UNKNOWN, Fetcher, Source, Validators
from counterclaim.ledger import Ledger, Watched, page_at
from counterclaim.ledger.documents import document_at
from counterclaim.ledger.watched import WatchedKind
from counterclaim.watch import schedule
from counterclaim.watch.schedule import back_off, next_look, released

_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}


class PassedError(InputError):
    """What has not changed, or is not asked for now; not a failure."""


class Asking:
    """Asks for feeds and pages in a round that began at a time; `now` gives the time, aware of its zone."""

    def __init__(self, ledger: Ledger, fetcher: Fetcher, every: timedelta, now: Callable[[], datetime]) -> None:
        self._ledger, self._fetcher, self._every, self._now = ledger, fetcher, every, now
        self._at = now()
        self._pages = 0
        self.begun: list[str] = []
        """Failures that have begun, a line each."""
        self.ended: list[str] = []
        """Feeds that answer again, a line each."""
        self.failed = Counter[WatchedKind]()
        """How many feeds and pages were asked for and could not be had or read, whether that was news or not."""

    @contextmanager
    def new_page(self, address: str) -> Iterator[Source]:
        """A page that a feed links to. Raises PassedError if it was asked for before: that has its own times."""
        page = self._ledger.recall(page_at(address))
        if page.asked or page.due or page.address is None:
            raise PassedError("was asked for before", address)
        with self.open(page, automatic=True) as source:
            yield source

    def pages_due(self) -> list[Watched]:
        """The pages that are to be asked for in what is left of the round."""
        return self._ledger.pages_due(self._at, schedule.PAGES - self._pages)

    @contextmanager
    def open(self, thing: Watched, *, automatic: bool) -> Iterator[Source]:
        """What stands at the address of a feed or page. Raises PassedError or InputError where nothing is to be read.

        How it went is kept once what was read is kept, so that nothing is lost if this process ends before.
        """
        address = thing.address or ""
        self._require_turn(thing, address)
        known = Validators(thing.etag, thing.modified)
        try:
            with self._fetcher.open(address, automatic=automatic, known=known) as source:
                yield source
            self._succeed(thing, source.validators, document_at(source.url or address))
        except StatusError as error:
            if error.status == HTTPStatus.NOT_MODIFIED and known != UNKNOWN:
                self._succeed(thing, known, thing.document)
                raise PassedError("has not changed", address) from error
            self._fail(thing, error, self._hold(address, error) if error.status in _BUSY else None)
            raise
        except InputError as error:
            self._fail(thing, error, None)
            raise

    def _require_turn(self, thing: Watched, address: str) -> None:
        """Raises PassedError where the host asks to be left alone, or enough pages were asked for in this round.

        The thing is then due when the host no longer does, or at once.
        """
        host = self._ledger.recall(_host(address))
        if host.due and host.due > self._now():
            self._ledger.note(replace(thing, due=host.due))
            raise PassedError("its server asks to wait", address)
        if thing.kind == "page":
            if self._pages >= schedule.PAGES:
                self._ledger.note(replace(thing, due=self._at))
                raise PassedError("is asked for in the next round", address)
            self._pages += 1

    def _hold(self, address: str, error: StatusError) -> datetime:
        """Leave a host alone that refuses to answer now; gives until when."""
        until = released(self._now(), self._every, error.wait)
        self._ledger.note(replace(self._ledger.recall(_host(address)), due=until))
        return until

    def _succeed(self, thing: Watched, validators: Validators, document: str | None) -> None:
        self._tell_of_an_end(thing)
        looks = thing.looks + 1
        due, document = (next_look(self._at, looks), document) if thing.kind == "page" else (None, None)
        self._ledger.note(replace(
            thing, asked=self._at, due=due, document=document, looks=looks, etag=validators.etag,
            modified=validators.modified, failures=0, failure=None, failing_since=None,
        ))  # fmt: skip

    def _tell_of_an_end(self, thing: Watched) -> None:
        """Where a feed answers again, or a page of a host where the one before failed."""
        host = self._ledger.recall(_host(thing.address or ""))
        if thing.kind == "page" and host.failure:
            self._ledger.note(replace(host, failures=0, failure=None, failing_since=None))
        elif thing.kind == "feed" and thing.failing_since:
            since = f"{thing.failing_since:%Y-%m-%d %H:%M}"
            self.ended.append(f"{thing.name}: answers again after failing since {since}")

    def _fail(self, thing: Watched, error: InputError, held: datetime | None) -> None:
        self.failed[thing.kind] += 1
        if self._is_news(thing, error):
            self.begun.append(str(error))
        failed = self._failed(thing, error)
        if thing.kind == "feed":
            self._ledger.note(replace(failed, due=back_off(self._at, self._every, failed.failures)))
        elif held:
            self._ledger.note(replace(failed, due=held))
        else:
            looks = thing.looks + 1
            self._ledger.note(replace(failed, looks=looks, due=next_look(self._at, looks)))

    def _is_news(self, thing: Watched, error: InputError) -> bool:
        """Whether a feed did not fail before, or a page in another way than the one before it on its host."""
        if thing.kind == "feed":
            return not thing.failures
        host = self._ledger.recall(_host(thing.address or ""))
        self._ledger.note(self._failed(host, error))
        return host.failure != error.what

    def _failed(self, thing: Watched, error: InputError) -> Watched:
        since = thing.failing_since or self._at
        failures = thing.failures + 1
        return replace(thing, asked=self._at, failures=failures, failure=error.what, failing_since=since)


def _host(address: str) -> Watched:
    return Watched("host", urlsplit(address).netloc)
