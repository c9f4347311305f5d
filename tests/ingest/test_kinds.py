"""Which kind an input is taken for, and what every kind has in common."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.ingest import KINDS
from counterclaim.ingest.registry import kind_of, takes
from tests.ingest.giving import page, read, warc_record, written, zipped

RSS = '<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel></channel></rss>'


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("The mayor said so.", "a.txt", "text"),
        ("The mayor said so, and he said it of <html> pages.", "a.html", "text"),
        ("[Correction] The mayor said so.", "a", "text"),
        ("{sic} The mayor said so.", "a", "text"),
        ("Who, what, text\n\nThe mayor said so.", "a.txt", "text"),
        ("", "a.txt", "text"),
        (page(), "a", "html"),
        ("\ufeff\n<!-- saved -->\n<HTML><body>", "a.txt", "html"),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html>', "a", "html"),
        (RSS, "a", "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "a.html", "feed"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "a", "feed"),
        ('<?xml version="1.0"?><opml version="1.0">', "a.xml", "opml"),
        ('{"text": "a"}\n{"text": "b"}\n', "a", "jsonl"),
        ('{"text": "a', "a.jsonl", "jsonl"),
        ('{\n  "text": "a"\n}', "a", "json"),
        ('[\n {"text": "a"}]', "a", "json"),
        ('{\n "name": "x",\n "type": "public_channel",\n "id": 1,\n "messages": [\n', "result.json", "telegram"),
        ('{"about": "x", "chats": {"list": []}}', "result.json", "telegram"),
        ("title,text\nT,He said so.\n", "a", "csv"),
        ("anything", "a.CSV", "csv"),
        (b"PAR1\x15\x04", "a", "parquet"),
        (warc_record(b"x"), "a", "warc"),
        (gzip.compress(b"x"), "a", "gzip"),
        (zipped({"a.txt": b"x"}), "a", "zip"),
        (zipped({"archive/a.warc": b"x"}), "a", "wacz"),
        (zipped({"datapackage.json": b"x"}), "a.wacz", "wacz"),
    ],
)
def test_a_kind_is_told_by_the_first_bytes_and_the_name_only_where_those_leave_it_open(
    data: str | bytes, name: str, kind: str
) -> None:
    assert kind == kind_of(data if isinstance(data, bytes) else data.encode(), name).NAME


def test_markup_is_recognised_in_utf16() -> None:
    assert kind_of(page().encode("utf-16"), "a").NAME == "html"


def test_a_kind_that_a_person_names_is_taken_but_what_is_packed_is_unpacked_first(tmp_path: Path) -> None:
    file = written(tmp_path, "a.zip", zipped({"a.html": page().encode()}))
    assert read(file, kind="html").reports[0].title == "Bridge down in Orlisk"
    assert read(file, kind="text").reports[0].text == page()


def test_xml_that_nobody_knows_is_no_text_unless_a_person_says_so(tmp_path: Path) -> None:
    file = written(
        tmp_path, "sitemap.xml", '<?xml version="1.0"?>\n<urlset><url><loc>https://a.example/</loc></url></urlset>'
    )
    assert read(file).errors == [f"{file}: is XML of a kind that is not read; --as text reads it as it is"]
    assert len(read(file, kind="text").reports) == 1


def test_names_and_modules_of_kinds_agree() -> None:
    assert [f"counterclaim.ingest.kinds.{kind.NAME}" for kind in KINDS] == [kind.__name__ for kind in KINDS]  # type: ignore[attr-defined]
    assert len({kind.NAME for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.NAME)
def test_files_of_every_kind_are_taken_from_folders(kind: object) -> None:
    assert all(takes(f"a/B{suffix.upper()}") for suffix in kind.SUFFIXES)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["a.css", "a.png", "a.warc.idx", "a.docx"])
def test_other_files_are_not(name: str) -> None:
    assert not takes(name)


HEADS = [b"", b"\x1f\x8b\x08", b"PK\x03\x04", b"WARC/1.0\r\n", b"PAR1", b"<opml>", b"<rss>", b"<html>",
         b'{"messages":[', b'{"text":"a"}\n', b"[{", b"text,b\n", b"<!DOCTYPE html"]  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.sampled_from(HEADS), rest=st.binary(max_size=200))
def test_any_bytes_of_any_kind_give_reports_or_reasons(tmp_path: Path, head: bytes, rest: bytes) -> None:
    came = read(written(tmp_path, "a", head + rest))
    assert came.reports or came.errors or b"messages" in head
    assert all(str(tmp_path / "a") in line for line in came.errors + came.notes)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 2000), byte=st.integers(0, 255), cut=st.integers(1, 2000))
@pytest.mark.parametrize("packed", [False, True])
def test_a_damaged_archive_never_makes_it_crash(tmp_path: Path, packed: bool, at: int, byte: int, cut: int) -> None:
    whole = warc_record(page().encode()) + warc_record(b"He said so.", media="text/plain")
    data = bytearray(zipped({"a.warc": whole, "b.html": page().encode()}) if packed else whole)
    data[at % len(data)] = byte
    came = read(written(tmp_path, "a", bytes(data[: max(cut, at + 1)])))
    assert came.reports or came.errors or came.notes == []


INPUTS = {
    "html": page('<meta property="article:published_time" content="2026-03-04T10:30:00+01:00">').encode(),
    "feed": b"<rss><channel><title>C</title><item><title>T</title><guid>1</guid><link>https://c.example/1</link>"
            b"<pubDate>Wed, 04 Mar 2026 10:30:00 +0100</pubDate>"
            b"<description>He &lt;b&gt;said&lt;/b&gt; so.</description>"
            b"</item></channel></rss>",
    "telegram": b'{"name":"O","type":"c","id":1,"messages":[{"id":2,"type":"message","date_unixtime":"1772616600",'
                b'"text":["He ",{"type":"bold","text":"said"}]}]}',
    "json": b'[{"text":"He said so.","date":"2026-03-04"},{"body":{"summary":["It fell, he said."],"sections":[]}}]',
    "csv": b'title,text,date\n"T","He said\nso.",2026-03-04\n',
}  # fmt: skip
DAMAGE = st.sampled_from(
    [b"<", b">", b"&", b"\0", b"\xff", b"\n", b"]]>", b"<![CDATA[", b"<p>", b"</item>", b"<item>", b"{", b"[", b"]",
     b'"', b"<!--", b"<?xml", b"<div>" * 300, b"&#xD800;", b"&#0;", b"2026-99-99", "🚑".encode(), b""]
)  # fmt: skip


@pytest.mark.parametrize("kind", sorted(INPUTS))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damages=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 30), DAMAGE), min_size=1, max_size=5))
def test_a_damaged_document_never_makes_it_crash(
    tmp_path: Path, kind: str, damages: list[tuple[int, int, bytes]]
) -> None:
    data = bytearray(INPUTS[kind])
    for at, lost, put in damages:
        data[at % len(data) : at % len(data) + lost] = put + b" "
    came = read(written(tmp_path, "a", bytes(data)), kind=kind)
    assert came.reports or came.errors or kind == "telegram"


def test_plain_text_is_read_without_loading_what_other_kinds_need(tmp_path: Path) -> None:
    code = (
        "import sys, counterclaim.cli; from counterclaim.ingest import Inputs; "
        "print(len(list(Inputs().reports(sys.argv[1])))); "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'trafilatura', 'htmldate', 'lxml', "
        "'urllib3', 'feedparser', 'warcio', 'ijson', 'pyarrow', 'ssl'}))"
    )
    file = written(tmp_path, "a.txt", "The mayor said so.")
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["1", "[]"]
