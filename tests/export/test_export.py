"""Exports: all that the ledger holds, in forms that other programs read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from counterclaim.cli import main
from counterclaim.compare.account import Account
from counterclaim.export import TABLES
from counterclaim.ledger import Ledger
from counterclaim.model import Claim, Place, Quantity, Report, Span, Time
from tests.ledger.telling import ALL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.add(ALL)
    return tmp_path / "ledger.db"


def exported(file: Path, form: str, what: str, *more: object) -> str:
    words = ["export", form, "--of", what, "--ledger", str(file), *map(str, more)]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes.decode()


def rows(file: Path, what: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(file, "csv", what), newline="")))


def things(file: Path, what: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(file, "jsonl", what).splitlines()]


def test_json_lines_have_the_objects_of_the_contract(file: Path) -> None:
    with Ledger.open(file, write=False) as ledger:
        found = ledger.compared()
        claims = [claim.to_dict() for account in ledger.accounts() for claim in account.claims]
    for what, known in (
        ("claims", claims),
        ("links", [link.to_dict() for link in found.links]),
        ("disputes", [one.to_dict() for one in found.disputes]),
    ):
        given = things(file, what)
        assert len(known) > 1
        assert [{name: thing[name] for name in one} for thing, one in zip(given, known, strict=True)] == known


def test_csv_has_one_row_a_claim_a_link_and_a_claim_of_a_dispute(file: Path) -> None:
    assert [row["id"] for row in rows(file, "claims")] == [thing["id"] for thing in things(file, "claims")]
    links = things(file, "links")
    assert [(row["from"], row["type"], row["to"]) for row in rows(file, "links")] == [
        (link["from"], link["type"], link["to"]) for link in links
    ]
    wanted = [
        (one["id"], str(number), claim)
        for one in things(file, "disputes")
        for number, position in enumerate(one["positions"], start=1)
        for claim in position["claims"]
    ]
    assert [(row["id"], row["position"], row["claim"]) for row in rows(file, "disputes")] == wanted
    assert {row["claimant_name"] for row in rows(file, "disputes")} == {
        "the Orlan Defence Ministry", "the Tolm General Staff"}  # fmt: skip


@pytest.mark.parametrize("what", sorted(TABLES))
def test_every_row_has_all_columns_and_no_others(file: Path, what: str) -> None:
    for row in rows(file, what):
        assert tuple(row) == TABLES[what].columns
        assert None not in row.values()


def test_facets_are_written_flat_and_words_come_back_as_they_were(tmp_path: Path) -> None:
    text = '"Two, or; more",\r\nhe said.\n=1+1'
    report, span = Report(text, published="2031-05-01"), (Span(0, len(text)),)
    facets = (
        Quantity("killed", 30.0, None, "person", False, span), Quantity("killed", 2.0, 2.0, None, False, span),
        Place("Kesh", None, None, None, None, span), Place("Kesh", None, None, None, None, span),
        Time("2031-04-01", "2031-04-30", span), Time(None, "2031-05-01", span),
    )  # fmt: skip
    claim = Claim("c-1", report.id, (), (), span, text, "direct", facets=facets)
    with Ledger.open(tmp_path / "one.db") as ledger:
        ledger.add([Account(report, (claim,), ())])
    (row,) = rows(tmp_path / "one.db", "claims")
    assert row["text"] == text
    assert row["quantities"] == "killed 30.. person; killed 2"
    assert (row["places"], row["times"]) == ("Kesh", "2031-04-01..2031-04-30; ..2031-05-01")
    assert (row["start"], row["end"]) == ("0", str(len(text)))


def test_a_file_is_written_whole_and_an_earlier_time_can_be_asked_for(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    assert exported(file, "csv", "claims", "--out", out) == ""
    assert out.read_text(encoding="utf-8").count("\n") == len(rows(file, "claims")) + 1
    assert exported(file, "csv", "claims", "--as-of", "2001-01-01").count("\n") == 1
