"""Watching feeds on a server of this machine, with a clock that does not really wait."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ingest.fetch import Fetcher
from counterclaim.ledger import Ledger
from counterclaim.ledger.watched import Watched
from counterclaim.watch import Done, Feed, Watching, find_feeds, schedule, until_stopped
from tests.ingest.giving import FIRST, SECOND, Site, local, page, serving
from tests.ledger.telling import WIRE, at_url
from tests.readings import FakeReader

QUARTER = timedelta(minutes=15)
START = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)


@dataclass
class Clock:
    """Time that passes only while something waits."""

    at: datetime = START
    waits: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def desk(file: Path, clock: Clock) -> Desk:
    return Desk(file, clock)


@dataclass
class Desk:
    """Somebody who watches; each call of `rounds` is a process of its own."""

    file: Path
    clock: Clock

    def watching(self, *urls: str, fetcher: Fetcher | None = None, listed: bool = False) -> Watching:
        feeds = [Feed(url, listed) for url in urls]
        return Watching(
            feeds, self.file, FakeReader(), fetcher or local(), QUARTER, now=self.clock.now, sleep=self.clock.sleep
        )

    def rounds(self, many: int, *urls: str, **known: Any) -> list[Done]:
        rounds = self.watching(*urls, **known).rounds()
        came = [next(rounds) for _ in range(many)]
        assert all(isinstance(done, Done) for done in came)
        return [done for done in came if isinstance(done, Done)]

    def texts(self) -> set[str]:
        with Ledger.open(self.file) as ledger:
            assert ledger.check() == []
            return {account.report.text for account in ledger.accounts()}

    def known(self, kind: Any, name: str) -> Watched:
        with Ledger.open(self.file) as ledger:
            return ledger.recall(Watched(kind, name))


def feed(*items: str) -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Chronicle</title>{"".join(items)}</channel></rss>'
    )


def linked(url: str, guid: str = "1") -> str:
    """An entry that has a summary and links to its page."""
    return (
        f"<item><title>Bridge down</title><link>{url}</link><guid>{guid}</guid><description>Short.</description></item>"
    )


def whole(text: str, guid: str = "1") -> str:
    """An entry with its full text."""
    content = " ".join([text] * 40)
    return f"<item><title>Bridge down</title><guid>{guid}</guid><description>{content}</description></item>"


def test_a_round_keeps_the_pages_that_a_feed_links_to_and_the_next_asks_only_for_changes(
    site: Site, desk: Desk
) -> None:
    url = site.at("/feed", feed(linked(site.at("/a", page(), ETag='"a1"'))), ETag='"f1"')
    first, second = desk.rounds(2, url)
    assert (first.counts, first.has_news, first.begun) == ({"new": 1}, True, ())
    assert (second.counts, second.has_news, second.begun) == ({}, False, ())
    assert site.asked == ["/feed", "/robots.txt", "/a", "/feed"]
    assert site.unchanged == ["/feed"]
    assert desk.clock.waits == [QUARTER.total_seconds()]
    assert any(FIRST in text for text in desk.texts())


def test_last_modified_is_sent_back_as_it_came(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed(whole("All quiet, he said.")), Last_Modified="Tue, 10 Mar 2026 07:00:00 GMT")
    desk.rounds(2, url)
    assert site.unchanged == ["/feed"]


def test_a_restart_goes_on_where_it_stopped(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed(linked(site.at("/a", page()))), ETag='"f1"')
    desk.rounds(1, url)
    desk.clock.at += timedelta(minutes=5)
    desk.rounds(2, url)
    assert site.asked == ["/feed", "/robots.txt", "/a", "/feed"]
    assert desk.clock.waits == [timedelta(minutes=10).total_seconds()]


def test_new_entries_are_read_and_known_pages_are_left_alone(site: Site, desk: Desk) -> None:
    old = linked(site.at("/a", page()))
    url = site.at("/feed", feed(old))
    desk.rounds(1, url)
    site.at("/feed", feed(linked(site.at("/b", page(title="Second bridge down")), "2"), old))
    desk.clock.at += QUARTER
    (done,) = desk.rounds(1, url)
    assert done.counts == {"new": 1}
    assert site.asked.count("/a") == 1


def test_a_page_is_asked_for_again_after_an_hour_then_ever_more_seldom(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed(linked(site.at("/a", page(), ETag='"a1"'))), ETag='"f1"')
    desk.rounds(4 * 24 * 14, url)
    assert site.asked.count("/a") == 8
    assert site.unchanged.count("/a") == 7


def test_a_page_that_changes_and_goes_back_is_noticed(site: Site, desk: Desk) -> None:
    date = '<meta property="article:published_time" content="2026-03-10T07:00:00Z">'
    url = site.at("/feed", feed(linked(site.at("/a", page(date)))), ETag='"f1"')
    desk.rounds(1, url)
    before = desk.texts()
    site.at("/a", page(date, f"<article><h1>Bridge down in Orlisk</h1><p>{SECOND}</p><p>{SECOND}</p></article>"))
    assert [done.counts for done in desk.rounds(5, url)][-1] == {"revision": 1}
    assert desk.texts() != before
    site.at("/a", page(date))
    assert {"revision": 1} in [done.counts for done in desk.rounds(9, url)]
    assert desk.texts() == before


def test_duplicate_guids_are_read_once_if_the_same_and_each_if_not(site: Site, desk: Desk) -> None:
    same = whole("All quiet, he said.")
    url = site.at("/feed", feed(same, same, whole("Nothing is quiet, she said.")))
    first, second = desk.rounds(2, url)
    assert first.counts == {"new": 2}
    assert not second.has_news
    assert len(desk.texts()) == 2


def test_a_dead_feed_is_asked_ever_more_seldom_beside_one_that_lives(site: Site, desk: Desk) -> None:
    dead, alive = site.at("/dead", "", 500), site.at("/alive", feed(whole("All quiet, he said.")))
    done = desk.rounds(12, dead, alive)
    assert done[0].counts == {"new": 1}
    assert done[0].begun == (f"{dead}: the server answers 500 Internal Server Error",)
    assert not any(one.has_news for one in done[1:])
    assert site.asked.count("/alive") == 12
    assert [number for number, one in enumerate(done) if one.feeds == 2] == [0, 2, 6]
    site.at("/dead", feed(whole("I am back, he said.")))
    ended = [one for one in desk.rounds(12, dead, alive) if one.ended]
    assert [one.ended for one in ended] == [(f"{dead}: answers again after failing since 2026-03-10 08:00",)]
    assert ended[0].counts == {"new": 1}


def test_back_off_ends_at_a_day_and_survives_restarts(site: Site, desk: Desk) -> None:
    dead = site.at("/dead", "", 500)
    asked = 0
    for _ in range(4 * 24 * 7):
        (done,) = desk.rounds(1, dead)
        asked += done.feeds
        desk.clock.at += QUARTER
    assert asked == len(site.asked)
    assert 11 <= asked <= 13
    known = desk.known("feed", dead)
    assert known.failing_since == START
    assert known.due and known.asked and known.due - known.asked == timedelta(days=1)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_wait_is_left_alone_and_nothing_is_lost(site: Site, desk: Desk, status: int) -> None:
    pages = [site.at(f"/{name}", "", status, Retry_After="4000") for name in "abc"]
    url = site.at("/feed", feed(*(linked(one, one) for one in pages)), ETag='"f1"')
    (done,) = desk.rounds(1, url)
    assert site.asked == ["/feed", "/robots.txt", "/a"]
    assert len(done.begun) == 1
    for number, name in enumerate("abc"):
        site.at(f"/{name}", page(title=f"Bridge {number} down"))
    done, *_ = [one for one in desk.rounds(8, url) if one.has_news]
    assert done.counts == {"new": 3}
    assert done.at >= START + timedelta(seconds=4000)
    assert (site.asked[3:5], sorted(site.asked[5:8])) == (["/feed", "/robots.txt"], ["/a", "/b", "/c"])


def test_a_feed_whose_server_asks_to_wait_is_asked_no_earlier(site: Site, desk: Desk) -> None:
    url = site.at("/feed", "", 429, Retry_After=str(3 * 24 * 3600))
    desk.rounds(4 * 24 * 3 + 2, url)
    assert site.asked == ["/feed", "/feed"]
    desk.clock.at += timedelta(hours=1)
    desk.watching(url).once()
    assert site.asked == ["/feed", "/feed"]


def test_once_asks_all_feeds_but_those_that_back_off(site: Site, desk: Desk) -> None:
    dead, alive = site.at("/dead", "", 500), site.at("/alive", feed(whole("All quiet, he said.")))
    for _ in range(3):
        desk.watching(dead, alive).once()
    assert site.asked == ["/dead", "/alive", "/alive", "/alive"]


def test_what_a_failing_page_says_is_told_once_for_its_host(site: Site, desk: Desk) -> None:
    items = [linked(site.at(f"/{name}", "", 404), name) for name in "abc"]
    url = site.at("/feed", feed(*items))
    first, second = desk.rounds(2, url)
    assert first.begun == (f"{site.address}/a: the server answers 404 Not Found",)
    assert len(first.details) == 2
    assert first.failed == {"page": 3, "text": 0}
    assert not second.has_news


def test_a_text_that_cannot_be_read_is_told_and_tried_once(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed(whole("Le ministre a dit non.")))
    first, second = desk.rounds(2, url)
    assert len(first.begun) == 1 and "only English" in first.begun[0]
    assert not second.has_news and second.failed.total() == 0


def test_robots_txt_counts_for_pages_and_for_feeds_of_a_list(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed(linked(site.at("/a", page()))))
    site.at("/robots.txt", "User-agent: *\nDisallow: /\n")
    assert desk.rounds(1, url)[0].failed["page"] == 1
    assert desk.rounds(2, url, listed=True)[1].failed["feed"] == 1
    assert site.asked == ["/feed", "/robots.txt", "/robots.txt"]


def test_a_long_feed_is_read_in_several_rounds_and_holds_up_no_other(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "PAGES", 2)
    items = [linked(site.at(f"/{name}", page(title=f"Bridge {name} down")), name) for name in "abcde"]
    long, short = site.at("/long", feed(*items), ETag='"1"'), site.at("/short", feed(whole("All quiet, he said.")))
    done = desk.rounds(4, long, short)
    assert [one.counts for one in done] == [{"new": 3}, {"new": 2}, {"new": 1}, {}]
    assert [one.feeds for one in done] == [2, 0, 0, 2]
    assert desk.clock.waits == [1.0, 1.0, QUARTER.total_seconds() - 2]


def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed())
    (done,) = desk.rounds(1, url, fetcher=Fetcher(pause=0))
    assert "is no public address" in done.begun[0]
    assert site.asked == []


def test_a_host_is_asked_again_only_after_a_pause(site: Site, desk: Desk) -> None:
    slept: list[float] = []
    url = site.at("/feed", feed(*(linked(site.at(f"/{name}", page(title=name)), name) for name in "abc")))
    desk.rounds(1, url, fetcher=local(pause=60.0, sleep=slept.append))
    assert len(slept) == len(site.asked) - 1 == 4


def test_what_is_forgotten_leaves_no_address_and_is_not_fetched_again(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed(linked(site.at("/secret-page", page()))))
    desk.rounds(1, url)
    with Ledger.open(desk.file) as ledger:
        (account,) = ledger.accounts()
        ledger.forget(account.report.id)
    assert not any(b"secret-page" in part.read_bytes() for part in desk.file.parent.iterdir())
    desk.rounds(10, url)
    assert site.asked.count("/secret-page") == 1
    assert not any(b"secret-page" in part.read_bytes() for part in desk.file.parent.iterdir())


def test_the_address_of_what_was_forgotten_before_does_not_come_back(site: Site, desk: Desk) -> None:
    url = site.at("/feed", feed(linked(site.at("/secret-page", page()))))
    with Ledger.open(desk.file) as ledger:
        account = at_url(WIRE, f"{site.address}/secret-page")
        ledger.add([account])
        ledger.forget(account.report.id)
    assert not desk.rounds(10, url)[0].has_news
    assert site.asked.count("/secret-page") == 1
    assert not any(b"secret-page" in part.read_bytes() for part in desk.file.parent.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("place", ["waiting", "reading", "fetching"])
def test_a_stop_signal_ends_it_at_once_and_nothing_is_half_written(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, place: str
) -> None:
    items = [linked(site.at(f"/{name}", page(title=f"Bridge {name} down")), name) for name in "abc"]
    url = site.at("/feed", feed(*items), ETag='"f1"')

    def stop(*_: object) -> Any:
        signal.raise_signal(number)

    def ask(self: Fetcher, host: str) -> None:
        if "/a" in site.asked:
            stop()

    watching = desk.watching(url)
    with monkeypatch.context() as patched, until_stopped():
        if place == "waiting":
            watching = Watching([Feed(url, False)], desk.file, FakeReader(), local(), QUARTER, sleep=stop)
        elif place == "reading":
            patched.setattr("counterclaim.ledger.storing._claims", stop)
        else:
            patched.setattr(Fetcher, "_wait", ask)
        for _ in watching.rounds():
            pass
        raise AssertionError("goes on")
    kept = len(desk.texts())
    assert kept == {"waiting": 3, "reading": 0, "fetching": 1}[place]
    desk.clock.at = datetime.now(UTC) + QUARTER
    assert desk.rounds(1, url)[0].counts.total() == 3 - kept
    assert len(desk.texts()) == 3
    assert signal.getsignal(number) not in (stop, signal.SIG_IGN)


def test_a_locked_ledger_is_told_and_the_next_round_goes_on(
    site: Site, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    Ledger.open(desk.file).close()
    url = site.at("/feed", feed(whole("All quiet, he said.")))
    other = sqlite3.connect(desk.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    opened = Ledger.open
    monkeypatch.setattr(Ledger, "open", lambda path: opened(path, patience=0.05))
    rounds = desk.watching(url).rounds()
    assert "is locked by another program" in str(next(rounds))
    other.execute("ROLLBACK")
    other.close()
    done = next(rounds)
    assert isinstance(done, Done)
    assert done.counts == {"new": 1}


def test_feeds_are_those_of_lists_and_addresses_each_once(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(
        '<opml version="2.0"><body><outline xmlUrl="https://a.example/feed"/>'
        '<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://b.example/feed"/></body></opml>'
    )
    names = ("https://b.example/feed", str(tmp_path / "feeds.opml"), "ftp://c.example/", str(tmp_path / "lost.opml"))
    feeds, failures = find_feeds(names)
    assert feeds == [Feed("https://b.example/feed", False), Feed("https://a.example/feed", True)]
    assert [str(error).partition(": ")[2] for error in failures] == [
        'its address "file:///etc/passwd" is not http or https',
        "is no http or https address",
        "there is no such file or folder",
    ]
