"""The ledger's file: what it is told apart from, what it says when it can't be used, what its tables mean."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from counterclaim.compare.account import Account
from counterclaim.errors import (
    DamagedLedgerError,
    LedgerError,
    LockedLedgerError,
    NewerLedgerError,
    NoLedgerError,
    UnknownReportError,
)
from counterclaim.ledger import Ledger, default_place, metadata
from counterclaim.ledger.migrations import MIGRATIONS
from counterclaim.model import Report
from tests.ledger.telling import ALL, POST, WIRE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "ledger.db"


def closed(path: Path) -> Path:
    """A ledger with all reports, in one file."""
    with Ledger.open(path) as ledger:
        ledger.add(ALL)
    return path


def columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """The tables and views of a ledger that people see, with their columns."""
    inner = ("search_", "claim_words_", "dispute_words_", "sqlite_")
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
    shown = [name for name in names if not name.startswith(inner)]
    return {
        name: {row[1] for row in connection.execute(f"PRAGMA table_xinfo({name})") if row[6] != 1} for name in shown
    }


def test_every_table_and_column_is_described(file: Path) -> None:
    described = metadata("mine")["databases"]["mine"]["tables"]
    there = columns(sqlite3.connect(closed(file)))
    assert {name: set(table["columns"]) for name, table in described.items()} == there
    assert all(table["description"] and all(table["columns"].values()) for table in described.values())


def test_tables_are_strict_and_point_to_each_other(file: Path) -> None:
    connection = sqlite3.connect(closed(file))
    tables = "pragma_table_list WHERE type = 'table' AND schema = 'main' AND name <> 'sqlite_schema'"
    assert {strict for (strict,) in connection.execute(f"SELECT strict FROM {tables}")} == {1}
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with Ledger.open(file) as ledger, pytest.raises(sqlite3.IntegrityError):
        ledger._connection.execute("INSERT INTO links VALUES (1, 900, 901, 'denies', 'x', 0.5, 1, NULL, 0)")


def test_views_say_what_holds_now(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        (disputes, links, _), total = ledger.disputes()
        claims = len(ledger.claims()[0])
        asked = ledger._connection
        questions = sorted(row["question"] for row in asked.execute("SELECT * FROM disputes_now"))
        assert questions == sorted(one.question for one in disputes)
        assert len(questions) == total
        assert asked.execute("SELECT count(*) FROM claims_now").fetchone()[0] == claims
        assert asked.execute("SELECT sum(claims) FROM reports_now").fetchone()[0] == claims
        assert asked.execute("SELECT count(*) FROM links_now").fetchone()[0] >= len(links)
        places = asked.execute("SELECT DISTINCT places FROM claims_now WHERE places NOTNULL").fetchall()
        assert [tuple(row) for row in places] == [("Kesh",)]


def test_there_must_be_a_ledger_to_be_read(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match="there is no ledger"):
        Ledger.open(tmp_path / "ledger.db", write=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [True, False])
def test_other_files_are_refused_and_left_alone(tmp_path: Path, write: bool) -> None:
    text, other = tmp_path / "text", tmp_path / "other.db"
    text.write_text("All quiet, he said. " * 100)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(NoLedgerError, match="is not a ledger"):
            Ledger.open(path, write=write)
        assert path.read_bytes() == before
    with pytest.raises(LedgerError, match="folder"):
        Ledger.open(tmp_path)
    with pytest.raises(LedgerError, match="folder can't be made"):
        Ledger.open(text / "ledger.db")


def test_an_empty_file_becomes_a_ledger(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    with Ledger.open(file) as ledger:
        assert ledger.check() == []


def test_a_ledger_of_a_later_version_is_refused(file: Path) -> None:
    connection = sqlite3.connect(closed(file))
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    for write in (True, False):
        with pytest.raises(NewerLedgerError, match="later version"):
            Ledger.open(file, write=write)


def test_a_locked_ledger_says_so_and_can_still_be_read(file: Path) -> None:
    other = sqlite3.connect(closed(file), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(file, patience=0.05) as ledger:
        with pytest.raises(LockedLedgerError, match="is locked by another program"):
            ledger.forget(WIRE.report.id)
        assert ledger.stats().reports == len(ALL)
    other.execute("ROLLBACK")
    other.close()


def test_a_full_disk_is_one_clear_line_and_nothing_is_half_written(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([WIRE])
        before = list(ledger.accounts())
        (pages,) = ledger._connection.execute("PRAGMA page_count").fetchone()
        ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.add([Account(Report("All quiet, he said. " * 5000), (), ()), *ALL])
        ledger._connection.execute("PRAGMA max_page_count = 1000000")
        assert ledger.check() == []
        assert list(ledger.accounts()) == before
        ledger.add(ALL)
        assert ledger.stats().reports == len(ALL)
        assert ledger.stats().compared


def test_what_is_damaged_is_found(file: Path) -> None:
    closed(file)
    data = bytearray(file.read_bytes())
    for start in range(8192, len(data) - 4096, 4096 * 3):
        data[start : start + 2048] = os.urandom(2048)
    file.write_bytes(data)
    with pytest.raises(DamagedLedgerError, match="is damaged"), Ledger.open(file) as ledger:
        problems = ledger.check()
        raise DamagedLedgerError("is damaged") if problems else AssertionError("not found")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("UPDATE reports SET text = 'Something else.' WHERE key = 1", "is not the text that was added"),
        ("UPDATE claims SET text = 'Something else.' WHERE key = 1", "does not have the words of its report"),
        ("UPDATE claims SET content = '[[0, 99999]]' WHERE key = 1", "points outside its report"),
        ("UPDATE readings SET superseded = 1 WHERE key = 1", "has no origin, or is current and has no reading"),
        ("DELETE FROM positions WHERE number = 1", "has fewer than two positions"),
        ("DELETE FROM position_claims WHERE position = 1", "has no claim"),
    ],
)
def test_rows_that_do_not_fit_are_found(file: Path, change: str, problem: str) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        ledger._connection.execute(change)
        assert any(problem in line for line in ledger.check())


def test_what_is_forgotten_is_gone_from_the_file_and_is_not_added_again(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        assert b"Varna Quay" in b"".join(part.read_bytes() for part in file.parent.iterdir())
        for account in (POST, *(account for account in ALL if "Varna" in account.report.text and account != POST)):
            assert ledger.forget(account.report.id[:12]) == (account.report.id,)
            assert ledger.add([account]) == {"forgotten": 1}
        for part in file.parent.iterdir():
            assert not any(word in part.read_bytes() for word in (b"Varna", b"varna", b"blast at"))
        assert ledger.check() == []
        assert ledger.search("kesh")[1] == 1
        grave = ledger.report(POST.report.id)
        assert (grave.account.report.text, grave.account.report.outlet) == ("", "Post")
        assert grave.forgotten
        with pytest.raises(UnknownReportError):
            ledger.forget(POST.report.id)


def test_reasons_of_others_that_quote_what_is_forgotten_go_with_it(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        theirs = [claim.id for claim in POST.claims]
        (dispute,) = (one for one in ledger.compared().disputes if one.kind == "control")
        members = {claim for position in dispute.positions for claim in position.claims}
        assert members & set(theirs)
        ends = (
            "source IN (SELECT key FROM claims WHERE id LIKE ?) AND target IN (SELECT key FROM claims WHERE id LIKE ?)"
        )
        wire = f"{WIRE.report.id}%"
        changed = ledger._connection.execute(f"UPDATE links SET why = 'As Tolquin says.' WHERE {ends}", (wire, wire))
        assert changed.rowcount > 0
        ledger.forget(POST.report.id)
        assert not any(b"Tolquin" in part.read_bytes() for part in file.parent.iterdir())
        assert len(ledger.compared().links) > 0


def test_forgetting_leaves_what_comparing_the_rest_gives(file: Path, tmp_path: Path) -> None:
    with Ledger.open(file) as ledger, Ledger.open(tmp_path / "rest.db") as rest:
        ledger.add(ALL)
        ledger.forget(WIRE.report.id)
        rest.add(account for account in ALL if account != WIRE)
        assert set(ledger.compared().links) == set(rest.compared().links)
        assert {one.question for one in ledger.compared().disputes} == {
            one.question for one in rest.compared().disputes
        }


def test_the_default_place_is_the_platforms_own() -> None:
    home = Path("/h")
    assert default_place("linux", {}, home) == home / ".local/share/counterclaim/ledger.db"
    assert default_place("linux", {"XDG_DATA_HOME": "/d"}, home) == Path("/d/counterclaim/ledger.db")
    assert default_place("darwin", {}, home) == home / "Library/Application Support/counterclaim/ledger.db"
    assert default_place("win32", {"LOCALAPPDATA": "/l"}, home) == Path("/l/counterclaim/ledger.db")


def test_many_open_a_new_ledger_at_once(file: Path) -> None:
    def opened(number: int, start: Barrier) -> int:
        start.wait()
        with Ledger.open(file.with_name(f"{number}.db")) as ledger:
            return ledger.stats().reports

    for number in range(15):
        start = Barrier(6)
        with ThreadPoolExecutor(6) as pool:
            assert list(pool.map(opened, [number] * 6, [start] * 6)) == [0] * 6
