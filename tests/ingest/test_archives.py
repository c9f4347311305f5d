"""Archives: WARC, WACZ, ZIP and gzip; what is in them, and what attacks get."""

from __future__ import annotations

import gzip
import io
import random
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from counterclaim.ingest import streams
from tests.ingest.giving import FIRST, page, read, warc_record, written, zipped

PAGE = warc_record(page().encode())
TEXT = warc_record(b"He said so.", media="text/plain", url="https://chronicle.example.org/robots")


def test_pages_and_texts_of_a_web_archive_are_reports_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    archive = b"".join(
        [
            warc_record(b"software: x\r\n", kind="warcinfo", media="application/warc-fields"),
            PAGE,
            warc_record(page().encode(), status="404 Not Found"),
            warc_record(b"\x89PNG", media="image/png"),
            warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request", media="application/http; msgtype=request"),
            warc_record(b"", status="301 Moved", headers="Location: /x\r\n"),
            TEXT,
            warc_record(b"She denied it.", kind="conversion", media="text/plain"),
        ]
    )
    file = written(tmp_path, "a.warc", archive)
    came = read(file)
    assert [report.path for report in came.reports] == [f"{file}, record {number}" for number in (2, 7, 8)]
    assert FIRST in came.reports[0].text
    assert came.reports[0].url == "https://chronicle.example.org/bridge"
    assert came.reports[0].outlet == "chronicle.example.org"
    assert came.reports[0].raw_sha256
    assert [report.text for report in came.reports[1:]] == ["He said so.", "She denied it."]
    assert came.errors == came.notes == []


def test_records_packed_one_by_one_and_packed_pages_are_unpacked(tmp_path: Path) -> None:
    body = gzip.compress(page().encode())
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    record = warc_record(chunked, headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")
    came = read(written(tmp_path, "a.warc.gz", gzip.compress(record) + gzip.compress(TEXT)))
    assert FIRST in came.reports[0].text
    assert came.reports[1].text == "He said so."
    assert came.errors == []


def test_the_encoding_that_the_server_named_counts(tmp_path: Path) -> None:
    russian = "Министерство обороны сообщило, что три человека погибли. "
    came = read(written(tmp_path, "a.warc", warc_record(russian.encode("koi8-r"), media="text/plain; charset=koi8-r")))
    assert came.reports[0].text == russian
    assert came.notes == []


def test_a_date_after_the_crawl_is_not_believed(tmp_path: Path) -> None:
    meta = '<meta property="article:published_time" content="2026-03-09">'
    came = read(written(tmp_path, "a.warc", warc_record(page(meta).encode())))
    assert came.reports[0].published is None
    assert "lies in the future" in came.notes[0]


def test_a_page_without_an_article_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.warc", warc_record(b"<html><div id=root></div></html>") + TEXT))
    assert len(came.reports) == 1
    assert came.errors[0].startswith(f"{tmp_path}/a.warc, record 1: has no article text in it")


@pytest.mark.parametrize("cut", [5, 400, len(PAGE) - 40, len(PAGE) - 2])
def test_a_web_archive_that_is_cut_short_is_read_up_to_there(tmp_path: Path, cut: int) -> None:
    came = read(written(tmp_path, "a.warc", TEXT + PAGE[:-cut]))
    assert [report.text for report in came.reports] == ["He said so."]
    [line] = came.errors
    assert line.startswith(f"{tmp_path}/a.warc, record 2: is ")
    assert line.endswith("what came before was read")


def test_a_web_archive_with_nonsense_in_it_is_read_up_to_there(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.warc", TEXT + b"nonsense\r\nmore\r\n\r\n" + TEXT))
    assert len(came.reports) == 1
    assert came.errors[0].startswith(f"{tmp_path}/a.warc, record 2: is damaged")


def test_a_record_that_packs_a_bomb_is_over_the_limit_and_the_next_is_read(tmp_path: Path) -> None:
    bomb = warc_record(gzip.compress(b"<html>" + b" " * 20_000_000), headers="Content-Encoding: gzip\r\n")
    came = read(written(tmp_path, "a.warc", bomb + TEXT))
    assert len(came.reports) == 1
    assert came.errors[0].startswith(f"{tmp_path}/a.warc, record 1: is over the limit")


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    peaks = []
    picture = warc_record(random.Random(1).randbytes(100_000), media="image/png")
    for size in (20, 200):
        file = written(tmp_path, "a.warc.gz", picture * size + TEXT)
        read(file)
        tracemalloc.start()
        assert len(read(file).reports) == 1
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0] + 200_000


def test_gzip_that_is_cut_short_is_read_up_to_there_and_that_is_said(tmp_path: Path) -> None:
    records = b"".join(gzip.compress(record) for record in (TEXT, TEXT, PAGE))
    came = read(written(tmp_path, "a.warc.gz", records[:-100]))
    assert [report.text for report in came.reports] == ["He said so."] * 2
    assert came.errors[-1] == f"{tmp_path}/a.warc.gz: its gzip data are cut short or damaged; what came before was read"


def test_a_single_text_that_is_cut_short_is_not_read(tmp_path: Path) -> None:
    text = "".join(f"The mayor said that {number} people had been killed. " for number in range(3000))
    came = read(written(tmp_path, "a.txt.gz", gzip.compress(text.encode())[:-500]))
    assert came.reports == []
    assert came.errors == [f"{tmp_path}/a.txt.gz: its gzip data are cut short or damaged; what came before was read"]


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b\x08", b"\x1f\x8b\x08" + b"\xff" * 100, gzip.compress(gzip.compress(b"He said."))]
)
def test_gzip_that_holds_nothing_to_be_read_is_one_line(tmp_path: Path, data: bytes) -> None:
    came = read(written(tmp_path, "a.gz", data))
    assert came.reports == []
    assert len(came.errors) == 1


def test_a_bomb_in_gzip_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FREE", 1_000_000)
    came = read(written(tmp_path, "a.jsonl.gz", gzip.compress(b"\n" * 8_000_000)))
    assert came.errors == [
        f"{tmp_path}/a.jsonl.gz: unpacks to over 200 times its size, as zip bombs do; the rest is left out"
    ]


def test_what_unpacks_to_more_than_anyone_needs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MAX_UNPACKED", 100_000)
    came = read(written(tmp_path, "a.jsonl.gz", gzip.compress(b'{"text": "He said so."}\n' * 10_000)))
    assert "unpacks to more than" in came.errors[-1]


def test_a_zip_is_read_as_a_folder(tmp_path: Path) -> None:
    files = {
        "b/page.html": page().encode(), "a.txt": b"Outlet: Teln\n\nHe said so.",
        "c.jsonl.gz": gzip.compress(b'{"text": "X said."}\n'),
        "pic.png": b"\x89PNG", ".hidden.txt": b"not this", "__MACOSX/a.txt": b"nor this", "d/": b"", "e.warc": TEXT,
    }  # fmt: skip
    file = written(tmp_path, "a.zip", zipped(files))
    came = read(file)
    assert [report.path for report in came.reports] == [
        f"{file}, a.txt", f"{file}, b/page.html", f"{file}, c.jsonl.gz, line 1", f"{file}, e.warc, record 1",
    ]  # fmt: skip
    assert came.reports[0].outlet == "Teln"
    assert came.errors == []


def test_archives_in_archives_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    inner = zipped({"a.txt": b"He said so."})
    came = read(
        written(tmp_path, "a.zip", zipped({"a.zip": inner, "b.gz": gzip.compress(inner), "c.txt": b"She said so."}))
    )
    assert [report.text for report in came.reports] == ["She said so."]
    assert came.errors == [
        f"{tmp_path}/a.zip, {name}: is an archive inside another; unpack it first" for name in ("a.zip", "b.gz")
    ]


@pytest.mark.parametrize("name", ["../b.txt", "a/../../b.txt", "/etc/b.txt", "..\\b.txt", "C:/b.txt"])
def test_names_that_lead_out_of_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    came = read(written(tmp_path, "a.zip", zipped({name: b"He said so.", "c.txt": b"She said so."})))
    assert [report.text for report in came.reports] == ["She said so."]
    assert "its name leads out of the archive" in came.errors[0]
    assert not list(tmp_path.parent.glob("b.txt"))


def test_links_in_archives_are_left_out(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.txt", "He said so.")
    came = read(written(tmp_path, "a.zip", data.getvalue()))
    assert [report.text for report in came.reports] == ["He said so."]


def test_a_zip_bomb_is_given_up_with_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FREE", 1_000_000)
    bomb = zipped({f"{number:02}.txt": b"a said b " * 100_000 for number in range(20)})
    came = read(written(tmp_path, "a.zip", bomb))
    assert len(came.reports) < 10
    assert came.errors == [
        f"{tmp_path}/a.zip: unpacks to over 200 times its size, as zip bombs do; the rest is left out"
    ]


def test_files_without_a_name_are_left_out(tmp_path: Path) -> None:
    for name in (b"\0.txt", b"./././"[:5]):
        came = read(written(tmp_path, "a.zip", zipped({"b.txt": b"He said so."}).replace(b"b.txt", name)))
        assert len(came.reports) + len(came.errors) == 1


def test_an_encrypted_file_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"He said so."}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read(written(tmp_path, "a.zip", bytes(data))).errors == [f"{tmp_path}/a.zip, a.txt: is encrypted"]


def test_a_damaged_file_in_a_zip_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "He said so.")
        archive.writestr("b.txt", "She said so.")
    came = read(written(tmp_path, "a.zip", data.getvalue().replace(b"He said", b"He sang", 1)))
    assert [report.text for report in came.reports] == ["She said so."]
    assert came.errors == [f"{tmp_path}/a.zip, a.txt: is damaged in its archive; what came before was read"]


@pytest.mark.parametrize(
    "data", [zipped({"a.txt": b"He said so."})[:-10], b"PK\x03\x04" + b"x" * 100, zipped({}), zipped({"a.png": b"x"})]
)
def test_a_zip_that_holds_nothing_to_be_read_is_one_line(tmp_path: Path, data: bytes) -> None:
    came = read(written(tmp_path, "a.zip", data))
    assert came.reports == []
    assert len(came.errors) == 1


def test_a_wacz_is_its_web_archives(tmp_path: Path) -> None:
    files = {
        "archive/data.warc.gz": gzip.compress(PAGE), "archive/more.warc": TEXT,
        "indexes/index.cdx.gz": gzip.compress(b"x"),
        "pages/pages.jsonl": b'{"text": "not this"}', "datapackage.json": b"{}",
    }  # fmt: skip
    file = written(tmp_path, "a.wacz", zipped(files))
    came = read(file)
    assert [report.path for report in came.reports] == [
        f"{file}, archive/data.warc.gz, record 1", f"{file}, archive/more.warc, record 1",
    ]  # fmt: skip
    assert came.errors == []
