"""The pages of disputes: all that is needed is there, they stand alone, and words of reports are only words."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from counterclaim.compare.account import Account
from counterclaim.export.markup import Safe, address, tag
from tests.compare.building import Told
from tests.export.exporting import killed, ledger_of, run, written
from tests.ledger.telling import ALL, at_url

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    wire = at_url(ALL[0], "https://wire.example.org/kesh", title="Both sides claim Kesh")
    return ledger_of(tmp_path, wire, *ALL[1:])


def pages_of(file: Path, folder: Path) -> dict[str, Any]:
    result = run(file, "html", "--out", folder)
    assert result.exit_code == 0, result.stderr
    return {one.name: html.fromstring(one.read_bytes()) for one in sorted(folder.iterdir())}


def shown(page: Any) -> str:
    return " ".join(page.body.text_content().split())


def disputes_of(file: Path) -> dict[str, dict[str, Any]]:
    lines = written(file, "jsonl", "--of", "disputes").splitlines()
    return {f"{one['id']}.html": one for one in map(json.loads, lines)}


def test_there_is_a_page_for_each_dispute_and_the_index_leads_to_all(file: Path, tmp_path: Path) -> None:
    pages, disputes = pages_of(file, tmp_path / "pages"), disputes_of(file)
    assert len(disputes) > 1
    assert set(pages) == {*disputes, "index.html"}
    assert pages["index.html"].xpath("//tbody//a/@href") == list(disputes)
    for name, dispute in disputes.items():
        assert dispute["question"] in shown(pages["index.html"])
        assert pages[name].xpath("//nav/a/@href") == ["index.html"]


def test_a_page_says_who_holds_what_since_when_on_which_words_and_why(file: Path, tmp_path: Path) -> None:
    pages = pages_of(file, tmp_path / "pages")
    for name, dispute in disputes_of(file).items():
        page, text = pages[name], shown(pages[name])
        assert page.xpath("string(//h1)") == dispute["question"]
        assert len(page.xpath("//article")) == len(dispute["positions"])
        for position, article in zip(dispute["positions"], page.xpath("//article"), strict=True):
            assert position["value"] in shown_in(article)
            assert len(article.xpath(".//blockquote")) == len(position["claims"])
        for known, claim in dispute["claims"].items():
            (figure,) = page.xpath(f"//figure[@id='claim-{known}']")
            assert "".join(figure.xpath(".//mark//text()")) == claim["text"]
            assert f"{claim['claimant_name']}" in shown_in(figure)
            assert claim["published"] in figure.xpath(".//time/@datetime")
            assert f"{claim['claimant_name']} since" in text
            assert page.xpath(f"//tr[@id='report-{claim['report']}']")
        for link in dispute["links"]:
            assert link["why"] in text
        assert "found:" in text


def shown_in(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_sources_have_address_and_date(file: Path, tmp_path: Path) -> None:
    pages = pages_of(file, tmp_path / "pages")
    (row,) = {shown_in(row): row for page in pages.values()
              for row in page.xpath("//tbody/tr[contains(., 'Both sides claim Kesh')]")}.values()  # fmt: skip
    assert row.xpath(".//a/@href") == ["https://wire.example.org/kesh"]
    assert row.xpath(".//time/text()") == ["2031-05-01"]


def test_pages_stand_alone(file: Path, tmp_path: Path) -> None:
    for page in pages_of(file, tmp_path / "pages").values():
        assert not page.xpath("//script | //link | //img | //iframe | //object | //form | //@style | //@onclick")
        assert not re.search(r"url\(|@import", page.xpath("string(//style)"))
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'")
        own = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
        assert set(own) <= set(page.xpath("//@id"))
        assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id"))


def test_pages_have_landmarks_a_language_and_headings_in_order(file: Path, tmp_path: Path) -> None:
    for page in pages_of(file, tmp_path / "pages").values():
        assert page.get("lang") == "en"
        assert [len(page.xpath(f"//{name}")) for name in ("header", "main", "footer", "h1", "title")] == [1] * 5
        assert page.xpath("//body/a[1]/@href") == ["#top"]
        levels = [int(one.tag[1]) for one in page.xpath("//h1 | //h2 | //h3")]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(page.xpath(f"//*[@id='{name}']") for name in page.xpath("//section/@aria-labelledby"))
        assert all(cell.get("scope") for cell in page.xpath("//th"))


def hostile() -> list[Account]:
    """Two reports in dispute, in which everything that can be words of others is an attack."""
    one = Told(f"Wire {EVIL}", "2031-05-01", (killed(f"Mr {EVIL}", "19 people", 19, 19, at=f"Varna {EVIL}"),)).account()
    two = Told("Post", "2031-05-01", (killed("the Union", "31 people", 31, 31, at=f"Varna {EVIL}"),)).account()
    return [at_url(one, f'javascript:alert("{EVIL}")', title=f"</title>{EVIL}"),
            at_url(two, f'https://x.example/"{EVIL}', title=EVIL)]  # fmt: skip


def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    pages = pages_of(ledger_of(tmp_path, *hostile()), tmp_path / "pages")
    assert len(pages) == 2
    plain = " ".join(shown(page) for page in pages.values())
    assert plain.count("<script>alert(1)</script>") > 5
    for page in pages.values():
        assert not page.xpath("//script | //img | //@onerror")
        assert not [link for link in page.xpath("//@href | //@cite") if link.startswith("javascript:")]
        assert all(link.startswith(("https://x.example/", "#", "index", *pages)) for link in page.xpath("//@href"))
    (source,) = [page for name, page in pages.items() if name != "index.html"]
    assert 'javascript:alert("' in shown(source)


def test_it_is_the_same_every_time(file: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        run(file, "html", "--out", tmp_path / name)
    pages = sorted((tmp_path / "one").iterdir())
    assert [one.read_bytes() for one in pages] == [(tmp_path / "other" / one.name).read_bytes() for one in pages]


def test_without_disputes_the_index_says_so(tmp_path: Path) -> None:
    pages = pages_of(ledger_of(tmp_path), tmp_path / "pages")
    assert "There are none in this ledger" in shown(pages["index.html"])


def test_markup_escapes_what_is_not_markup() -> None:
    assert tag("p", "<b>", tag("i", "a & b"), title='"') == '<p title="&quot;">&lt;b&gt;<i>a &amp; b</i></p>'
    assert tag("p", Safe("<br>"), None) == "<p><br></p>"
    assert [address(url) for url in ("https://a", "http://a", "javascript:a", "data:a", "//a", None, "")] == [
        "https://a", "http://a", None, None, None, None, None]  # fmt: skip
