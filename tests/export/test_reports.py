"""Reports as a table: with their texts, claims and links, as objects and as rows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from counterclaim.ledger import Ledger
from tests.compare.building import Told
from tests.export.exporting import ledger_of, written
from tests.ledger.telling import ALL, HERALD, POST, RADIO, TAKEN, TOLL, WIRE, at_url, by


def test_reports_have_all_that_was_read_in_them_and_the_links_that_go_out(tmp_path: Path) -> None:
    file = ledger_of(tmp_path, *ALL)
    things = [json.loads(line) for line in written(file, "jsonl", "--of", "reports").splitlines()]
    with Ledger.open(file, write=False) as ledger:
        accounts, links = list(ledger.accounts()), ledger.compared().links
    assert len(things) == len(accounts) == 4
    for thing, (report, claims, actors) in zip(things, accounts, strict=True):
        assert report.to_dict().items() <= thing.items()
        assert thing["claims"] == [claim.to_dict() for claim in claims]
        assert thing["actors"] == [actor.to_dict() for actor in actors]
        assert thing["reprint"] is False
        assert thing["links"] == [link.to_dict() for claim in claims for link in links if link.source == claim.id]
    assert sum(len(thing["links"]) for thing in things) == len(links) > 1


def test_a_reprint_is_said_to_be_one_and_rows_count(tmp_path: Path) -> None:
    copy = by(WIRE, "Copy", "2031-05-02")
    file = ledger_of(tmp_path, WIRE, copy)
    rows = list(csv.DictReader(io.StringIO(written(file, "csv", "--of", "reports").decode(), newline="")))
    assert [(row["outlet"], row["reprint"], row["claims"]) for row in rows] == [
        ("Wire", "False", "3"), ("Copy", "True", "3"),
    ]  # fmt: skip
    assert rows[0]["text"] == rows[1]["text"] == WIRE.report.text
    assert int(rows[0]["links"]) > 0 == int(rows[1]["links"])


def test_what_is_not_compared_yet_can_be_exported(tmp_path: Path) -> None:
    first, changed = (at_url(account, "https://a.example/x") for account in (RADIO, POST))
    file = ledger_of(tmp_path, WIRE, first)
    with Ledger.open(file) as ledger:
        assert ledger.keep(changed) == "revision"
        assert not ledger.is_compared()
    for form in ("webannotation", "schemaorg", "followthemoney"):
        assert changed.report.id.encode() in written(file, form)
    written(file, "brat", "--out", tmp_path / "brat")
    assert (tmp_path / "brat" / f"{changed.report.id}.ann").exists()
    links = [json.loads(line) for line in written(file, "jsonl", "--of", "links").splitlines()]
    assert any(link["from_text"] == first.claims[0].text for link in links)
    assert len(written(file, "jsonl", "--of", "disputes").splitlines()) == 1


def test_a_link_that_is_in_no_dispute_keeps_the_words_of_a_text_that_was_revised_since(tmp_path: Path) -> None:
    again = at_url(Told("Radio", "2031-05-01", (TAKEN, TOLL)).account(), "https://a.example/x")
    file = ledger_of(tmp_path, Told("Wire", "2031-05-01", (TAKEN,)).account(), again)
    with Ledger.open(file) as ledger:
        ledger.keep(at_url(HERALD, "https://a.example/x"))
    assert written(file, "jsonl", "--of", "disputes") == b""
    (link,) = (json.loads(line) for line in written(file, "jsonl", "--of", "links").splitlines())
    assert link["from_text"] == link["to_text"] == TAKEN.text
