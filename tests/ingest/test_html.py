"""Web pages: which text, which date, and which pages have no article."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.ingest.giving import FIRST, SECOND, page, read, written

MORE = "".join(
    f"<p>In street number {n} the mayor said that {n + 2} houses had burned down on Monday.</p>" for n in range(9)
)
META = '<meta property="article:published_time" content="2026-03-04T10:30:00+01:00">'
SITE = '<meta property="og:site_name" content="The Karolin Chronicle">'
CANONICAL = '<link rel="canonical" href="https://www.chronicle.example.org/bridge">'


def test_a_page_becomes_a_report_with_what_it_says_of_itself(tmp_path: Path) -> None:
    file = written(tmp_path, "a.html", page(META + SITE + CANONICAL))
    [report] = read(file).reports
    assert report.text == f"Bridge down in Orlisk\n\n{FIRST}\n\n{SECOND}"
    assert (report.title, report.outlet) == ("Bridge down in Orlisk", "The Karolin Chronicle")
    assert report.published == "2026-03-04T10:30:00+01:00"
    assert report.url == "https://www.chronicle.example.org/bridge"
    assert report.path == str(file)
    assert report.raw_sha256 == sha256(file.read_bytes()).hexdigest()
    assert report.to_dict()["raw_sha256"] == report.raw_sha256


def test_what_a_page_does_not_say_is_not_invented(tmp_path: Path) -> None:
    [report] = read(written(tmp_path, "a.html", page())).reports
    assert (report.outlet, report.published, report.url) == (None, None, None)


def test_what_a_page_does_not_say_is_taken_from_the_options(tmp_path: Path) -> None:
    files = [written(tmp_path, "a.html", page()), written(tmp_path, "b.html", page(META + SITE))]
    first, second = read(*files, outlet="Teln", published="2026-03-05").reports
    assert (first.outlet, first.published) == ("Teln", "2026-03-05")
    assert (second.outlet, second.published) == ("The Karolin Chronicle", "2026-03-04T10:30:00+01:00")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta itemprop="datePublished" content="2026-03-04">', "2026-03-04"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-04T09:00:00Z"}</script>',
         "2026-03-04T09:00:00+00:00"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"datePublished":"2026-03-04"}]}</script>',
         "2026-03-04"),
        ('<script type="application/ld+json">{"datePublished":</script>', None),
        ('<meta name="date" content="2026-03-04">', "2026-03-04"),
        ('<link rel="canonical" href="https://chronicle.example.org/2026/03/04/bridge">', "2026-03-04"),
    ],
)  # fmt: skip
def test_the_date_is_the_one_that_the_page_states_for_machines(
    tmp_path: Path, head: str, published: str | None
) -> None:
    assert read(written(tmp_path, "a.html", page(head))).reports[0].published == published


def test_a_date_in_the_running_text_is_not_the_date_of_publication(tmp_path: Path) -> None:
    body = (
        f"<article><p>{FIRST} It was built on May 3, 2011.</p><p>{SECOND} It was inspected on 2019-05-12.</p></article>"
    )
    assert read(written(tmp_path, "a.html", page(body=body))).reports[0].published is None


def test_a_date_in_the_future_is_not_believed(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.html", page(META.replace("2026", "2031"))))
    assert came.reports[0].published is None
    assert came.notes == [
        f"{tmp_path}/a.html: the publication date 2031-03-04T10:30:00+01:00 lies in the future; taken as unknown"
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
        "<p>Loading…</p>",
        "",
    ],
)
def test_a_page_that_scripts_would_fill_has_no_article(tmp_path: Path, body: str) -> None:
    came = read(written(tmp_path, "a.html", page(body=body)))
    assert not came.reports
    [line] = came.errors
    assert line.startswith(f"{tmp_path}/a.html: has no article text in it")


def test_a_login_in_place_of_the_article_is_said(tmp_path: Path) -> None:
    wall = (
        "<main><h1>Bridge down in Orlisk</h1><p>To read on, please log in or become a subscriber. Subscribers read all "
        "that we write, also on their telephones, and help us to report from places where nobody else goes.</p>"
        '<form><input name="email"><input type="password"></form></main>'
    )
    came = read(written(tmp_path, "a.html", page(body=wall)))
    assert came.errors == [f"{tmp_path}/a.html: asks to log in and has no article text"]


def test_an_article_with_a_login_in_its_corner_is_read(tmp_path: Path) -> None:
    body = f'<form><input type="password"></form><article><p>{FIRST}</p><p>{SECOND}</p>{MORE}</article>'
    assert len(read(written(tmp_path, "a.html", page(body=body))).reports) == 1


def test_a_page_that_is_not_free_is_read_and_that_is_said(tmp_path: Path) -> None:
    paid = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
    came = read(written(tmp_path, "a.html", page(paid)))
    assert len(came.reports) == 1
    assert "not free to read" in came.notes[0]


@pytest.mark.parametrize(
    ("encoding", "declared", "note"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "iso-8859-1", None),
        ("utf-16", "utf-8", None),
        ("windows-1252", "iso-8859-1", None),
        ("windows-1252", "windows-1252", None),
        ("windows-1252", "utf-8", "read as windows-1252, though it says utf-8"),
        ("windows-1252", "no-such-thing", "read as windows-1252, though it says no-such-thing"),
        ("windows-1252", "unicode_escape", "read as windows-1252, though it says unicode_escape"),
    ],
)
def test_a_wrong_charset_does_not_spoil_the_words(
    tmp_path: Path, encoding: str, declared: str, note: str | None
) -> None:
    came = read(written(tmp_path, "a.html", page(charset=declared).encode(encoding)))
    assert FIRST in came.reports[0].text
    assert came.notes == ([f"{tmp_path}/a.html: {note}"] if note else [])


def test_a_declared_encoding_that_fits_is_used(tmp_path: Path) -> None:
    russian = "Министерство обороны сообщило, что три человека погибли в понедельник на мосту. " * 5
    file = written(tmp_path, "a.html", page(body=f"<p>{russian}</p>", charset="koi8-r").encode("koi8-r"))
    assert "сообщило" in read(file).reports[0].text


@pytest.mark.parametrize("data", [page().encode() + b"\0", b"<html>" + bytes(range(256)) * 4])
def test_a_page_with_nul_bytes_is_no_text(tmp_path: Path, data: bytes) -> None:
    assert "binary" in read(written(tmp_path, "a.html", data)).errors[0]


def test_a_page_over_the_limit_is_refused(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.html", page() + "<p>" + "x" * 10_000_000))
    assert "is over the limit of 5 MB" in came.errors[0]


def test_deeply_nested_markup_is_borne(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.html", page(body="<div>" * 50_000 + f"<p>{FIRST}</p><p>{SECOND}</p>")))
    assert len(came.reports) + len(came.errors) == 1
