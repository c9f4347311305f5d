"""Parquet: typed columns, and nothing lost on the way."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from counterclaim.export.parquet import OF
from tests.compare.building import Told
from tests.export.exporting import day, killed, ledger_of, run, with_facets, written
from tests.ledger.telling import ALL

SPANS = ("mention", "source", "cue", "content", "spans")
DAYS = ("start", "end", "date_start", "date_end")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    toll = Told("Times", "2031-05-01", (killed("the Orlan mayor", "40 to 45 people", 40, 45),)).account()
    return ledger_of(tmp_path, *ALL, with_facets(toll, day("2031-05-01")))


def table(file: Path, what: str) -> Any:
    return parquet.read_table(io.BytesIO(written(file, "parquet", "--of", what)))


def things(file: Path, what: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(file, "jsonl", "--of", what).splitlines()]


def plain(value: Any, name: str = "") -> Any:
    """A value of a Parquet file as it stands in JSON."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [[one["start"], one["end"]] for one in value] if name in SPANS else [plain(one) for one in value]
    return value


def as_claim(row: dict[str, Any]) -> dict[str, Any]:
    """The object of the contract that a row of claims stands for, its facets by kind."""
    claim: dict[str, Any] = plain(row)
    names = {"quantities": "quantity", "times": "time", "places": "place", "events": "event"}
    claim["facets"] = [{"kind": kind, **one} for name, kind in names.items() for one in claim.pop(name) or ()]
    return claim


def by_kind(claim: dict[str, Any]) -> dict[str, Any]:
    order = ("quantity", "time", "place", "event")
    return claim | {"facets": sorted(claim["facets"], key=lambda facet: order.index(facet["kind"]))}


def test_claims_come_back_as_they_were(file: Path) -> None:
    given = [as_claim(row) for row in table(file, "claims").to_pylist()]
    wanted = things(file, "claims")
    assert len(wanted) > 5
    assert given == [by_kind(claim) for claim in wanted]


@pytest.mark.parametrize("what", ["links", "disputes", "fatalities"])
def test_the_other_tables_come_back_as_they_were(what: str, file: Path) -> None:
    rows, wanted = table(file, what).to_pylist(), things(file, what)
    assert rows
    for row, thing in zip(map(plain, rows), wanted, strict=True):
        if what == "disputes":
            row["claims"] = {one.pop("id"): one for one in row["claims"]}
            thing["claims"] = {name: {key: one[key] for key in row["claims"][name]}
                               for name, one in thing["claims"].items()}  # fmt: skip
        assert row == {name: thing[name] for name in row}


def test_columns_have_types(file: Path) -> None:
    schema = table(file, "claims").schema
    assert schema.field("negated").type == pa.bool_()
    assert schema.field("content").type == pa.list_(pa.struct({"start": pa.int64(), "end": pa.int64()}))
    assert schema.field("quantities").type.value_type.field("low").type == pa.float64()
    assert schema.field("times").type.value_type.field("start").type == pa.date32()
    assert table(file, "fatalities").schema.field("date_start").type == pa.date32()


@pytest.mark.parametrize("what", OF)
def test_an_empty_ledger_gives_an_empty_table_with_all_columns(what: str, file: Path, tmp_path: Path) -> None:
    empty = table(ledger_of(tmp_path / "empty"), what)
    assert empty.num_rows == 0
    assert empty.schema == table(file, what).schema


def test_it_is_the_same_every_time_whatever_the_number_of_row_groups(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = table(file, "claims")
    assert written(file, "parquet") == written(file, "parquet")
    monkeypatch.setattr("counterclaim.export.parquet._ROWS_AT_ONCE", 2)
    assert table(file, "claims") == whole


@pytest.fixture
def _without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    yield


@pytest.mark.usefixtures("_without_pyarrow")
def test_without_pyarrow_a_line_says_how_to_get_it_and_nothing_is_left(file: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    result = run(file, "parquet", "--out", tmp_path / "out" / "claims.parquet")
    assert result.exit_code == 2
    assert result.stderr == "counterclaim: Parquet needs pyarrow: pip install 'counterclaim[parquet]'\n"
    assert not list((tmp_path / "out").iterdir())
