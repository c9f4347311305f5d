"""The web: what is fetched, from where, and what is refused. Only this machine is asked."""

from __future__ import annotations

import gzip
import socket
from datetime import UTC, datetime
from typing import Any

import pytest

from counterclaim.errors import InputError, StatusError
from counterclaim.ingest import Fetcher, Validators, fetch
from counterclaim.ingest.addresses import is_public
from counterclaim.ingest.answers import seconds_to_wait
from counterclaim.ingest.robots import Robots
from tests.ingest.giving import FIRST, local, page, read, serving, warc_record


def test_a_page_is_fetched_and_read_as_what_it_is() -> None:
    with serving() as site:
        url = site.at("/bridge.php?x=1", page(), Content_Type="text/html; charset=utf-8")
        came = read(url)
        [report] = came.reports
        assert FIRST in report.text
        assert (report.url, report.path) == (url, None)
        assert site.agents == {fetch.USER_AGENT}
        assert site.asked == ["/bridge.php?x=1"]


def test_archives_and_records_are_read_from_the_web_as_well() -> None:
    with serving() as site:
        archive = site.at("/a.warc.gz", gzip.compress(warc_record(page().encode())))
        lines = site.at("/a", b'{"text": "He said so."}\n')
        came = read(archive, lines)
        assert [report.path for report in came.reports] == [f"{archive}, record 1", f"{lines}, line 1"]


def test_redirects_are_followed_and_the_last_address_is_kept() -> None:
    with serving() as site:
        end = site.at("/end", page())
        site.at("/middle", status=302, Location="end")
        start = site.at("/start", status=301, Location="/middle")
        assert read(start).reports[0].url == end


def test_an_endless_redirect_is_given_up() -> None:
    with serving() as site:
        url = site.at("/loop", status=302, Location="/loop")
        assert read(url).errors == [f"{url}: is redirected more than 5 times"]
        assert len(site.asked) == 6


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://a.example/", "http://[::1"])
def test_a_redirect_to_what_is_no_web_address_is_refused(location: str) -> None:
    with serving() as site:
        url = site.at("/a", status=302, Location=location)
        [line] = read(url).errors
        assert line.startswith(f"{url}: ")
        assert "no http or https address" in line


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example/b", "http://", "https://:80/", "http://a:b/"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    assert read(url).errors == [f"{url}: is no http or https address"]


@pytest.mark.parametrize(
    ("status", "said"), [(404, "404 Not Found"), (403, "403 Forbidden"), (500, "500"), (299, "299")]
)
def test_an_answer_other_than_200_is_said(status: int, said: str) -> None:
    with serving() as site:
        assert f"the server answers {said}" in read(site.at("/a", page(), status)).errors[0]


def test_a_wall_in_place_of_an_article_is_said() -> None:
    with serving() as site:
        url = site.at("/a", '<html><body><div id="app"></div></body></html>')
        assert read(url).errors[0].startswith(f"{url}: has no article text in it")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
     "64:ff9b::7f00:1", "2002:7f00:1::"],
)  # fmt: skip
def test_addresses_that_are_not_on_the_open_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


def test_this_machine_is_not_asked_unless_that_is_allowed() -> None:
    with serving() as site:
        url = site.at("/a", page())
        came = read(url, fetcher=Fetcher(pause=0))
        assert came.errors == [f"{url}: 127.0.0.1 is no public address (127.0.0.1); --allow-private reads it"]
        assert site.asked == []


@pytest.mark.parametrize("host", ["localhost", "0x7f000001", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_other_names_of_this_machine_are_refused_as_well(host: str) -> None:
    [line] = read(f"http://{host}/", fetcher=Fetcher(pause=0)).errors
    assert "is no public address" in line or "is not found" in line


def test_the_address_is_looked_at_after_a_redirect_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that is public by name (here: made so) leads to a name that is not."""
    with serving() as site:
        port = site.address.rpartition(":")[2]
        site.at("/a", status=302, Location=f"http://inside.example:{port}/secret")
        site.at("/secret", page())
        addresses = {"outside.example": "93.184.216.34", "inside.example": "127.0.0.1"}
        connected: list[str] = []
        connect, really = socket.create_connection, socket.getaddrinfo

        def resolve(host: str, port: int, *rest: Any, **named: Any) -> Any:
            if host not in addresses:
                return really(host, port, *rest, **named)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (addresses[host], port))]

        def to_this_machine(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
            connected.append(address[0])
            return connect(("127.0.0.1", address[1]))

        monkeypatch.setattr("counterclaim.ingest.addresses.socket.getaddrinfo", resolve)
        monkeypatch.setattr("counterclaim.ingest.connections.create_connection", to_this_machine)
        url = f"http://outside.example:{port}/a"
        came = read(url, fetcher=Fetcher(pause=0))
        assert came.errors == [f"{url}: inside.example is no public address (127.0.0.1); --allow-private reads it"]
        assert site.asked == ["/a"]
        assert connected == ["93.184.216.34"]


def test_a_download_over_the_limit_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MAX_DOWNLOAD", 50_000)
    with serving() as site:
        url = site.at("/a.jsonl", b'{"text": "He said so."}\n' * 10_000)
        assert "is over the limit" in read(url).errors[-1]


def test_a_small_answer_that_unpacks_to_a_huge_one_is_given_up() -> None:
    with serving() as site:
        url = site.at("/a", gzip.compress(b"<html>" + b" " * 50_000_000), Content_Encoding="gzip")
        assert "is over the limit of 5 MB" in read(url).errors[0]


def test_a_slow_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MAX_SECONDS", -1.0)
    with serving() as site:
        assert "takes longer than" in read(site.at("/a", page())).errors[0]


def test_an_answer_that_breaks_off_is_not_taken_for_the_whole() -> None:
    with serving() as site:
        url = site.at("/a", page(), Content_Length="100000")
        came = read(url)
        assert came.reports == []
        assert came.errors == [f"{url}: the answer breaks off or is damaged"]


def test_damaged_compression_is_one_line() -> None:
    with serving() as site:
        url = site.at("/a", b"not gzip at all", Content_Encoding="gzip")
        assert read(url).errors == [f"{url}: the answer breaks off or is damaged"]


def test_a_server_that_is_not_there_is_one_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert read(url).errors == [f"{url}: there is no connection to the server"]


def test_a_host_is_asked_again_only_after_a_pause() -> None:
    slept: list[float] = []
    with serving() as site:
        urls = [site.at(f"/{number}", page()) for number in range(3)]
        came = read(*urls, fetcher=local(pause=60.0, sleep=slept.append))
        assert len(came.reports) == 3
    assert len(slept) == 2
    assert all(50 < seconds <= 60 for seconds in slept)


def test_robots_txt_is_not_asked_for_what_a_person_names_and_obeyed_for_the_rest() -> None:
    with serving() as site:
        url = site.at("/private/a", page())
        site.at("/robots.txt", "User-agent: *\nDisallow: /private\n")
        fetcher = local()
        with fetcher.open(url) as source:
            assert source.document()
        with pytest.raises(InputError, match="stay away"), fetcher.open(url, automatic=True):
            pass
        assert site.asked == ["/private/a", "/robots.txt"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False)])
def test_without_a_robots_txt_all_is_allowed_and_without_a_proper_answer_nothing(status: int, allowed: bool) -> None:
    with serving() as site:
        url = site.at("/a", page())
        site.at("/robots.txt", "", status)
        try:
            with local().open(url, automatic=True):
                assert allowed
        except InputError:
            assert not allowed


def test_a_robots_txt_is_asked_for_again_after_a_day_and_one_that_failed_after_an_hour() -> None:
    now, asked, answer = 0.0, list[float](), (503, b"")

    def fetch(_: str) -> tuple[int, bytes]:
        asked.append(now)
        return answer

    robots = Robots("Counterclaim", fetch, lambda: now)
    with pytest.raises(InputError, match="stay away"):
        robots.require("https://a.example/x", "x")
    answer = (404, b"")
    for hour in range(50):
        now = hour * 3600.0
        if hour:
            robots.require("https://a.example/x", "x")
    assert asked == [0.0, 3600.0, 25 * 3600.0, 49 * 3600.0]


def test_what_is_known_is_named_to_the_server_and_its_answer_carries_validators() -> None:
    with serving() as site:
        url = site.at("/a", page(), ETag='W/"1"', Last_Modified="Tue, 10 Mar 2026 07:00:00 GMT")
        with local().open(url) as source:
            known = source.validators
        assert known == Validators('W/"1"', "Tue, 10 Mar 2026 07:00:00 GMT")
        with pytest.raises(StatusError) as caught, local().open(url, known=known):
            pass
        assert caught.value.status == 304


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120.0), (" 0 ", 0.0), ("Tue, 10 Mar 2026 08:02:00 GMT", 120.0), ("Tue, 10 Mar 2026 07:00:00 GMT", 0.0),
     ("soon", None), ("-5", None), ("", None), (None, None), ("١٢", None)],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(value, datetime(2026, 3, 10, 8, tzinfo=UTC)) == seconds
