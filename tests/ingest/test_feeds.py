"""Feeds and lists of feeds: what an entry is, what is fetched, and what a hostile feed gets."""

from __future__ import annotations

import time
import tracemalloc
import warnings
from itertools import islice
from pathlib import Path

import pytest

from counterclaim.ingest import Inputs
from counterclaim.ingest.fragments import plain_text
from tests.ingest.giving import FIRST, SECOND, page, read, serving, written

FULL = (
    "<content:encoded><![CDATA[<p>Nine were <b>killed</b>, he said.</p>"
    "<p>The army<br>denied it.</p>]]></content:encoded>"
)


def rss(*items: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Chronicle &amp;amp; Co</title>'
        f"{''.join(items)}</channel></rss>"
    )


def item(
    body: str = FULL,
    *,
    guid: str = "1",
    link: str = "https://chronicle.example.org/1",
    date: str = "Wed, 04 Mar 2026 10:30:00 +0100",
) -> str:
    return (
        f"<item><title>Bridge down</title><link>{link}</link><guid>{guid}</guid><pubDate>{date}</pubDate>{body}</item>"
    )


def described(text: str) -> str:
    return f"<description>{text}</description>"


def test_an_entry_with_its_full_text_is_a_report(tmp_path: Path) -> None:
    file = written(tmp_path, "a.xml", rss(item(described("He said.") + FULL)))
    came = read(file)
    [report] = came.reports
    assert report.text == "Nine were killed, he said.\n\nThe army\n\ndenied it."
    assert (report.title, report.outlet) == ("Bridge down", "The Chronicle & Co")
    assert (report.published, report.url) == ("2026-03-04T10:30:00+01:00", "https://chronicle.example.org/1")
    assert report.path == f"{file}, entry 1"
    assert came.notes == came.errors == []


def test_atom_is_read_as_well(tmp_path: Path) -> None:
    entry = (
        '<entry><title type="html">Bridge &lt;b&gt;down&lt;/b&gt;</title><id>1</id><link href="https://c.example/1"/>'
        "<updated>2026-03-05T10:00:00Z</updated><published>2026-03-04T10:00:00Z</published>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>He said so.</p></div></content></entry>'
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Teln</title>{entry}</feed>'
    [report] = read(written(tmp_path, "a", feed)).reports
    assert (report.text, report.title, report.outlet) == ("He said so.", "Bridge down", "Teln")
    assert (report.published, report.url) == ("2026-03-04T10:00:00+00:00", "https://c.example/1")


def test_a_summary_is_read_and_that_it_is_one_is_said_once(tmp_path: Path) -> None:
    came = read(
        written(
            tmp_path, "a.xml", rss(item(described("He said so."), guid="1"), item(described("She said so."), guid="2"))
        )
    )
    assert [report.text for report in came.reports] == ["He said so.", "She said so."]
    assert came.notes == [f"{tmp_path}/a.xml: 2 entries have only a summary; --follow fetches their pages"]


def test_an_entry_with_a_title_alone_is_named(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.xml", rss(item(""), item(guid="2"))))
    assert len(came.reports) == 1
    assert came.errors == [f"{tmp_path}/a.xml, entry 1: has only a title; --follow fetches its page"]


def test_a_summary_that_is_the_whole_article_is_no_summary(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.xml", rss(item(described(f"{FIRST} {SECOND} " * 4))))).notes == []


def test_pages_of_summaries_are_fetched_only_when_asked_for_and_allowed(tmp_path: Path) -> None:
    with serving() as site:
        link = site.at("/bridge", page())
        feed = written(tmp_path, "a.xml", rss(item(described("He said so."), link=link), item(guid="2")))
        assert len(read(feed).reports) == 2
        assert site.asked == []
        first, second = read(feed, follow=True).reports
        assert FIRST in first.text
        assert (first.url, first.raw_sha256 is not None) == (link, True)
        assert second.raw_sha256 is None
        assert site.asked == ["/robots.txt", "/bridge"]
        site.at("/robots.txt", "User-agent: counterclaim\nDisallow: /bridge\n")
        came = read(feed, follow=True)
        assert came.errors == [f"{link}: its robots.txt asks programs to stay away"]
        assert len(came.reports) == 1


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "FILE:///etc/passwd", "javascript:alert(1)", "ftp://a.example/b", ""]
)
def test_links_to_files_and_the_like_are_neither_followed_nor_kept(tmp_path: Path, link: str) -> None:
    feed = written(tmp_path, "a.xml", rss(item(described("He said so."), link=link)))
    assert [report.url for report in read(feed).reports] == [None]
    came = read(feed, follow=True)
    assert came.reports == []
    assert came.errors == [f"{feed}, entry 1: has only a summary, and no http or https link to its page"]


def test_an_entry_twice_is_read_once_but_not_two_that_share_an_id(tmp_path: Path) -> None:
    other = item(described("She denied it."))
    came = read(written(tmp_path, "a.xml", rss(item(), item(), other, other)))
    assert [report.text[:4] for report in came.reports] == ["Nine", "She "]
    assert [report.path and report.path[-1] for report in came.reports] == ["1", "3"]


def test_a_date_in_the_future_is_unknown_and_one_that_is_none_as_well(tmp_path: Path) -> None:
    came = read(
        written(tmp_path, "a.xml", rss(item(date="Wed, 04 Mar 2099 10:30:00 GMT"), item(date="soon", guid="2")))
    )
    assert [report.published for report in came.reports] == [None, None]
    assert [note.partition("entry ")[2][0] for note in came.notes] == ["1", "2"]


BOMB = "<!DOCTYPE rss [<!ENTITY a 'lol'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("end", ["]>", "]>\n<!-- x -->", ""])
@pytest.mark.parametrize("kind", ["feed", "opml"])
def test_entities_that_grow_are_refused_at_once(tmp_path: Path, kind: str, end: str) -> None:
    document = rss(item(described("&i;"))) if kind == "feed" else '<opml><outline xmlUrl="&i;"/></opml>'
    root = document.index("<rss") if kind == "feed" else 0
    began = time.monotonic()
    came = read(written(tmp_path, "a.xml", document[:root] + BOMB + end + document[root:]), kind=kind)
    assert came.errors == [
        f"{tmp_path}/a.xml: declares entities of its own, which feeds have no need of; it is not read"
    ]
    assert time.monotonic() - began < 5


def test_an_entity_of_html_in_a_feed_is_no_bomb(tmp_path: Path) -> None:
    [report] = read(
        written(tmp_path, "a.xml", rss(item(described("&amp;ldquo;No&amp;rdquo;&amp;nbsp;he said."))))
    ).reports
    assert report.text == "“No” he said."


def test_a_feed_of_100_000_entries_is_read_as_it_comes_in_little_memory(tmp_path: Path) -> None:
    file = written(
        tmp_path, "a.xml", rss(*(item(f"<description>He said {n}.</description>", guid=str(n)) for n in range(100_000)))
    )
    assert 10_000_000 < file.stat().st_size < 25_000_000
    tracemalloc.start()
    some = list(islice(Inputs().reports(str(file)), 1200))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [str(report.text) for report in some[1198:]] == ["He said 1198.", "He said 1199."]  # type: ignore[union-attr]
    assert peak < 5 * file.stat().st_size


def test_long_feeds_are_parsed_in_parts_that_give_the_same_as_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [item(described(f"He said {n}."), guid=str(n)) for n in range(11)]
    atom = "".join(f"<entry><id>{n}</id><summary>He said {n}.</summary></entry>" for n in range(11))
    for feed in (rss(*entries), f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{atom}</feed>'):
        file = written(tmp_path, "a.xml", feed)
        whole = read(file)
        monkeypatch.setattr("counterclaim.ingest.feeds.AT_ONCE", 3)
        assert read(file) == whole
        assert len(whole.reports) == 11
        monkeypatch.undo()


@pytest.mark.parametrize("data", [rss(), "<rss>", "<feed></feed>", rss()[:150], "<rss>" + "<item" * 100_000])
def test_a_feed_without_entries_is_one_line(tmp_path: Path, data: str) -> None:
    came = read(written(tmp_path, "a.xml", data))
    assert came.reports == []
    assert len(came.errors) == 1


def test_a_feed_that_is_cut_short_is_read_up_to_there(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.xml", rss(item(), item(guid="2"))[:-80]))
    assert came.reports[0].text.startswith("Nine were killed")


@pytest.mark.parametrize("body", ["<description>&#xD800; said</description>", "<p><description>a said</description>"])
def test_what_the_parser_fails_on_is_one_line_or_an_entry(tmp_path: Path, body: str) -> None:
    came = read(written(tmp_path, "a.xml", rss(item(body)).replace("<channel>", "<channel><br>")))
    assert len(came.reports) + len(came.errors) == 1


def test_a_parser_that_breaks_down_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        warnings.warn("never seen", stacklevel=1)
        raise AttributeError("'NoneType' object has no attribute 'x'")

    monkeypatch.setattr("counterclaim.ingest.feeds.feedparser.parse", break_down)
    assert read(written(tmp_path, "a.xml", rss(item()))).errors == [f"{tmp_path}/a.xml: can't be read as a feed"]
    monkeypatch.setattr("counterclaim.ingest.pages.bare_extraction", break_down)
    assert read(written(tmp_path, "a.html", page())).errors == [f"{tmp_path}/a.html: can't be read as a web page"]


def test_a_feed_over_the_limit_is_refused(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.xml", "<rss>" + " " * 25_000_000))
    assert came.errors == [f"{tmp_path}/a.xml: is over the limit of 25 MB for one feed"]


def test_a_wrong_charset_of_a_feed_does_not_spoil_the_words(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.xml", rss(item(described("“No,” he said."))).encode("windows-1252")))
    assert came.reports[0].text == "“No,” he said."
    assert came.notes[0] == f"{tmp_path}/a.xml: read as windows-1252, though it says utf-8"


def test_a_list_of_feeds_is_fetched_feed_by_feed(tmp_path: Path) -> None:
    with serving() as site:
        good, gone = site.at("/a.xml", rss(item())), f"{site.address}/gone"
        outlines = "".join(f'<outline type="rss" xmlUrl="{url}"/>' for url in (gone, good, "file:///etc/passwd", good))
        came = read(written(tmp_path, "a.opml", f"<opml><body><outline text='x'>{outlines}</outline></body></opml>"))
        assert [report.path for report in came.reports] == [f"{good}, entry 1"]
        assert came.errors == [
            f"{gone}: the server answers 404 Not Found",
            f'{tmp_path}/a.opml, feed 3: its address "file:///etc/passwd" is not http or https',
        ]
        assert site.asked == ["/robots.txt", "/gone", "/a.xml"]


@pytest.mark.parametrize("data", ["<opml><body/></opml>", "<opml><body>", "<opml>" * 100_000])
def test_a_list_that_lists_nothing_is_one_line(tmp_path: Path, data: str) -> None:
    came = read(written(tmp_path, "a.opml", data))
    assert len(came.errors) == 1
    assert came.errors[0].startswith(f"{tmp_path}/a.opml: ")


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("He said so.", "He said so."),
        (" two\n\nparagraphs ", "two\n\nparagraphs"),
        ("<p>One <i>said</i>\n so.</p>\n<p>Two.</p>", "One said so.\n\nTwo."),
        ("<div>a<ul><li>b</li><li>c</li></ul>d</div>", "a\n\nb\n\nc\n\nd"),
        ("a<script>x()</script>b<!-- c -->d", "abd"),
        ("AT&amp;T said &quot;no&quot;", 'AT&T said "no"'),
        ("<p>", ""),
        ("<", "<"),
        ("a &amp; b", "a & b"),
    ],
)
def test_markup_in_feeds_becomes_paragraphs(fragment: str, text: str) -> None:
    assert plain_text(fragment) == text
