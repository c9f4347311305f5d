"""JSON Lines, JSON, CSV and Parquet: which keys hold what, and what a bad line does to the others."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.ingest import Inputs, parse_mapping
from counterclaim.ingest.streams import MAX_BYTES, lines_within
from counterclaim.model import Report
from tests.ingest.giving import Read, read, written

NEWS_PLEASE: dict[str, Any] = {
    "maintext": "The mayor said so.", "title": "Bridge", "date_publish": "2026-03-04 10:30:00",
    "date_download": "2026-03-09",
    "source_domain": "chronicle.example.org", "url": "https://chronicle.example.org/b", "text": None, "authors": [],
}  # fmt: skip
FUNDUS = {
    "title": "Bridge", "publishing_date": "2026-03-04 10:30:00+01:00", "authors": ["A"], "topics": [],
    "body": {
        "summary": ["It fell."], "sections": [{"headline": ["Toll"], "paragraphs": ["He said so.", "She denied it."]}],
    },
}  # fmt: skip
TRAFILATURA = {
    "text": "He said so.\nShe denied it.", "raw_text": "He said so. She denied it.", "date": "2026-03-04",
    "title": "Bridge",
    "source": "https://chronicle.example.org/b", "source-hostname": "Chronicle", "hostname": "example.org",
}  # fmt: skip


OURS = Report("He said so.", "Bridge", "Teln", "2026-03-04")


def lines(folder: Path, *values: Any) -> Path:
    raw = b"\n".join(value if isinstance(value, bytes) else json.dumps(value).encode() for value in values)
    return written(folder, "a.jsonl", raw + b"\n")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (NEWS_PLEASE, Report("The mayor said so.", "Bridge", "chronicle.example.org", "2026-03-04T10:30:00",
                             "https://chronicle.example.org/b")),
        (FUNDUS, Report("It fell.\n\nToll\n\nHe said so.\n\nShe denied it.", "Bridge", None,
                        "2026-03-04T10:30:00+01:00")),
        (TRAFILATURA, Report("He said so.\nShe denied it.", "Bridge", "Chronicle", "2026-03-04",
                             "https://chronicle.example.org/b")),
        (OURS.to_dict(), OURS),
    ],
    ids=["news-please", "fundus", "trafilatura", "our own"],
)  # fmt: skip
def test_records_of_known_programs_are_understood(tmp_path: Path, record: Any, expected: Report) -> None:
    [report] = read(lines(tmp_path, record)).reports
    assert report.path == f"{tmp_path}/a.jsonl, line 1"
    assert report.id == expected.id
    assert report.text == expected.text


def test_a_mapping_says_which_keys_hold_what(tmp_path: Path) -> None:
    record = {"post": {"body": "He said so."}, "when": "2026-03-04", "text": "not this", "title": "Bridge"}
    [report] = read(lines(tmp_path, record), fields=parse_mapping("text=post.body, published=when")).reports
    assert (report.text, report.published, report.title) == ("He said so.", "2026-03-04", "Bridge")


@pytest.mark.parametrize("value", ["body", "text=", "txt=body", "text=a,,", ""])
def test_a_mapping_that_makes_no_sense_is_refused(value: str) -> None:
    with pytest.raises(InputError):
        parse_mapping(value)


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    good = {"text": "He said so."}
    deep = b'{"a":' * 100_000
    nul, surrogate = b'{"text":"He said\\u0000 so."}', b'{"text":"He said \\ud800 so."}'
    came = read(
        lines(tmp_path, good, b"", b"{", deep, 3, {"x": 1}, {"text": "12"}, nul, b'{"text":"\xff"}', surrogate, good)
    )
    assert [report.path and report.path.rpartition(" ")[2] for report in came.reports] == ["1", "10", "11"]
    where = f"{tmp_path}/a.jsonl, line"
    starts = [
        "3: is not valid JSON", "4: is nested too deeply", "5: is not an object",
        "6: has no text in it; its fields are x",
        "7: there are no words", "8: has NUL characters", "9: is not valid JSON",
    ]  # fmt: skip
    assert len(came.errors) == len(starts)
    assert all(line.startswith(f"{where} {start}") for line, start in zip(came.errors, starts, strict=True))


def test_a_line_of_ten_megabytes_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    came = read(lines(tmp_path, {"text": "He said so. " * 900_000}, {"text": "She denied it."}))
    assert [report.text for report in came.reports] == ["She denied it."]
    assert came.errors == [
        f"{tmp_path}/a.jsonl, line 1: is over the limit of 5 MB for one report; split it into its articles"
    ]


@given(st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"")), max_size=20), st.integers(1, 20))
def test_lines_within_a_limit_are_those_of_the_file_and_the_others_are_none(lines: list[bytes], most: int) -> None:
    import io

    data = b"".join(line + b"\n" for line in lines)
    wanted = [line + b"\n" if len(line) < most else None for line in lines]
    assert list(lines_within(io.BytesIO(data), most)) == wanted


def test_dates_that_are_not_understood_or_in_the_future_are_unknown_and_that_is_said(tmp_path: Path) -> None:
    dates = ["04/03/2026", "2099-01-01", "2026-03-11", "Wed, 04 Mar 2026 10:30:00 +0100", 1772616600, ""]
    came = read(lines(tmp_path, *({"text": "He said so.", "date": when} for when in dates)))
    assert [report.published for report in came.reports] == [
        None, None, "2026-03-11", "2026-03-04T10:30:00+01:00", None, None,
    ]  # fmt: skip
    assert len(came.notes) == 3


def test_addresses_that_lead_to_files_are_not_kept(tmp_path: Path) -> None:
    assert read(lines(tmp_path, {"text": "He said so.", "url": "file:///etc/passwd"})).reports[0].url is None


def test_an_object_is_one_report_and_an_array_many(tmp_path: Path) -> None:
    one = written(tmp_path, "one.json", json.dumps(NEWS_PLEASE, indent=2))
    many = written(tmp_path, "many.json", [NEWS_PLEASE, 7, FUNDUS])
    came = read(one, many)
    assert [report.path for report in came.reports] == [str(one), f"{many}, entry 1", f"{many}, entry 3"]
    assert came.errors == [f"{many}, entry 2: is not an object with the fields of a report"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('[{"text": "He said so."}, {"te', "is not valid JSON"),
        ('[{"text": "He said so."}, {"a":' + "[" * 300_000, "is nested too deeply"),
        ("[]", "is an empty list"),
        ('[{"a": 1}] and more', "is not valid JSON"),
    ],
)
def test_a_damaged_array_is_read_up_to_the_damage(tmp_path: Path, data: str, said: str) -> None:
    came = read(written(tmp_path, "a.json", data))
    assert [report.text for report in came.reports] == ["He said so."] * data.count("He said so.")
    assert said in came.errors[-1]


def test_a_long_array_is_read_object_by_object(tmp_path: Path) -> None:
    file = written(tmp_path, "a.json", [{"text": f"He said {number}."} for number in range(20_000)])
    with file.open("ab") as end:
        end.write(b"and damage that is never reached")
    assert len(list(islice(Inputs().reports(str(file)), 100))) == 100


CSV = 'title;body;date\nBridge;"He said\nso.";2026-03-04\nEmpty;;\nToll;She denied it.;\n'


def test_rows_of_a_table_are_named_by_the_line_they_begin_on(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.csv", CSV))
    assert [(report.title, report.text, report.published) for report in came.reports] == [
        ("Bridge", "He said\nso.", "2026-03-04"),
        ("Toll", "She denied it.", None),
    ]
    assert [report.path for report in came.reports] == [f"{tmp_path}/a.csv, line 2", f"{tmp_path}/a.csv, line 5"]
    assert came.errors[0].startswith(f"{tmp_path}/a.csv, line 4: has no text in it")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_tables_come_with_any_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["Überschrift", "Article"], ["Köln", "“No,” he said."]]
    file = written(
        tmp_path, "a.csv", "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode(encoding)
    )
    came = read(file, fields={"text": "Article", "title": "Überschrift"})
    assert [(report.title, report.text) for report in came.reports] == [("Köln", "“No,” he said.")]
    assert len(came.notes) == (encoding == "windows-1252")


def test_a_column_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    came = read(written(tmp_path, "a.csv", CSV), fields={"text": "Body"})
    assert came.errors == [f"{tmp_path}/a.csv: has no column Body; there are title, body, date"]


@pytest.mark.parametrize("data", ["title,text", "title,text\n", "title,text\n\n,\n"])
def test_a_table_without_rows_is_said(tmp_path: Path, data: str) -> None:
    assert read(written(tmp_path, "a.csv", data)).errors == [f"{tmp_path}/a.csv: has no rows"]


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_row_of_ten_megabytes_and_a_quotation_without_end_are_refused(tmp_path: Path, quote: str) -> None:
    came = read(
        written(
            tmp_path,
            "a.csv",
            "title,text\nT,He said so.\nT," + quote + "a said b \n"[: 9 if not quote else 10] * 1_200_000,
        )
    )
    assert [report.text for report in came.reports] == ["He said so."]
    assert len(came.errors) == 1


def test_an_article_longer_than_what_the_csv_module_takes_is_read(tmp_path: Path) -> None:
    article = "The mayor said so. " * 20_000
    assert read(written(tmp_path, "a.csv", f"title,text\nT,{article}\n")).reports[0].text == article


def parquet_file(folder: Path) -> Path:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pyarrow.table({"body": ["He said so.", None, "She denied it."], "site": [{"name": "Teln"}, None, None]})
    parquet.write_table(table, folder / "a.parquet")
    return folder / "a.parquet"


def test_rows_of_a_parquet_file_are_reports(tmp_path: Path) -> None:
    file = parquet_file(tmp_path)
    came = read(file, fields={"text": "body", "outlet": "site.name"})
    assert [(report.text, report.outlet, report.path) for report in came.reports] == [
        ("He said so.", "Teln", f"{file}, row 1"), ("She denied it.", None, f"{file}, row 3"),
    ]  # fmt: skip
    assert came.errors == [f'{file}, row 2: has no text in it under "body"']
    assert "has no column x" in read(file, fields={"text": "x"}).errors[0]


def test_a_damaged_parquet_file_is_one_line(tmp_path: Path) -> None:
    data = parquet_file(tmp_path).read_bytes()
    for cut in (data[:-20], data[:10], b"PAR1"):
        came = read(written(tmp_path, "b.parquet", cut))
        assert "can't be read as Parquet" in came.errors[0]


def test_a_parquet_file_whose_text_is_not_utf8_is_one_line(tmp_path: Path) -> None:
    data = parquet_file(tmp_path).read_bytes()
    came = read(
        written(tmp_path, "b.parquet", data.replace(b"He said so.", b"He said\xff\xffo.")), fields={"text": "body"}
    )
    assert "can't be read as Parquet" in came.errors[-1]


def test_without_pyarrow_a_line_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    came = read(written(tmp_path, "a.parquet", b"PAR1"))
    assert came.errors == [f"{tmp_path}/a.parquet: is a Parquet file; pip install 'counterclaim[parquet]' to read it"]


KEYS = st.sampled_from(["text", "body", "title", "date", "url", "sections", "html"])
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(JSON, min_size=1, max_size=4))
def test_any_json_gives_reports_or_reasons(tmp_path: Path, values: list[Any]) -> None:
    came: Read = read(lines(tmp_path, *values), kind="jsonl")
    assert len(came.reports) + len(came.errors) == len(values)
    assert len(json.dumps(values)) < MAX_BYTES
