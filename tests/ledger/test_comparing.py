"""Only what has changed is compared, and what is found is what comparing everything at once finds."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim import Reader
from counterclaim.compare import neighbours
from counterclaim.compare.account import DATED, Account, start_of
from counterclaim.compare.compare import Outcome, compare, tell
from counterclaim.compare.stories import Story
from counterclaim.errors import UnknownReportError
from counterclaim.ledger import Ledger, Wanted, comparing, shelf
from counterclaim.ledger.accounts import accounts_of
from counterclaim.ledger.migrations import MIGRATIONS
from counterclaim.model import Dispute, Report
from tests.compare.building import Told
from tests.ledger.inventing import batches, reports
from tests.ledger.telling import ALL, BRIDGE, POST, RADIO, WIRE, by

LIMITS = ((256, 32, 92), (4, 3, 20), (1, 5, 10), (6, 1, 40))
"""COMMON, NEAREST and WINDOW: as they are, and so small that few reports reach them."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def plain(dispute: Dispute) -> tuple[object, ...]:
    return dispute.question, dispute.kind, dispute.status, dispute.positions


def compared(ledger: Ledger) -> list[Account]:
    """The accounts that are compared: current ones, the first of each origin."""
    query = "SELECT readings.key FROM readings JOIN origins ON origins.report = readings.report " \
            "WHERE readings.superseded IS NULL AND origins.superseded IS NULL AND origin = readings.report"  # fmt: skip
    return accounts_of(ledger._connection, [row["key"] for row in ledger._connection.execute(query)])


def assert_whole(ledger: Ledger) -> None:
    """What the ledger has is what comparing its reports at once gives."""
    found, wanted = ledger.compared(), compare(compared(ledger))
    assert sorted(found.links, key=repr) == sorted(wanted.links, key=repr)
    assert sorted(map(plain, found.disputes), key=repr) == sorted(map(plain, wanted.disputes), key=repr)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of reports whose stories are told from now on."""
    told: list[str] = []

    def telling(story: Story) -> Outcome:
        told.append(story.own[0].report.id)
        return tell(story)

    monkeypatch.setattr(comparing, "tell", telling)
    return told


def limit(patch: pytest.MonkeyPatch, common: int, nearest: int, window: int) -> None:
    for name, value in (("COMMON", common), ("NEAREST", nearest), ("WINDOW", window)):
        patch.setattr(neighbours, name, value)


@settings(max_examples=20)
@given(st.integers(0), st.sampled_from(LIMITS))
def test_any_order_and_any_batches_give_what_comparing_at_once_gives(seed: int, limits: tuple[int, int, int]) -> None:
    dice = Random(seed)
    made = reports(dice, 16)
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        limit(patch, *limits)
        with Ledger.open(Path(folder) / "ledger.db") as ledger:
            for batch in batches(dice, made):
                ledger.add(batch)
                if dice.random() < 0.2:
                    with suppress(UnknownReportError):  # forgotten already
                        ledger.forget(dice.choice(batch).report.id)
                if dice.random() < 0.2:
                    assert_whole(ledger)
            assert_whole(ledger)
            assert ledger.check() == []
            assert not ledger.compare()


def test_samples_in_any_order_give_what_comparing_at_once_gives(
    tmp_path: Path, reader: Reader, samples: list[Report]
) -> None:
    read = [reader.read(report).account for report in samples]
    wanted = compare(read)
    assert len(wanted.disputes) > 5
    for number in range(3):
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            for batch in batches(Random(number), read):
                ledger.add(batch)
            assert_whole(ledger)
            assert set(ledger.compared().links) == set(wanted.links)


def test_comparing_does_not_depend_on_the_order_of_reports() -> None:
    made = reports(Random(7), 24)
    wanted = compare(made)
    assert wanted.disputes
    for number in range(3):
        assert compare(Random(number).sample(made, len(made))) == wanted
    assert compare([*made, *made]) == wanted


def test_a_report_that_has_nothing_to_do_with_others_is_the_only_one_that_is_compared(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        told = counted(monkeypatch)
        other = Told("Herald", "2031-05-01", (BRIDGE,)).account()
        ledger.add([other])
        assert told == [other.report.id]


def test_a_late_report_changes_what_later_ones_of_its_story_are_compared_with_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = [by(account, "Far", "2035-01-01") for account in (WIRE, POST)]
    with Ledger.open(file) as ledger:
        ledger.add([POST, *elsewhere])
        told = counted(monkeypatch)
        ledger.add([RADIO])
        assert sorted(told) == sorted([RADIO.report.id, POST.report.id])
        assert_whole(ledger)


def test_what_has_not_changed_keeps_its_row(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([by(account, "Far", "2029-01-01") for account in (WIRE, POST)])
        rows = [rows_of(ledger, table) for table in ("links", "disputes")]
        ledger.add(ALL)
        assert all(
            set(before) < set(rows_of(ledger, table)) for before, table in zip(rows, ("links", "disputes"), strict=True)
        )


def rows_of(ledger: Ledger, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in ledger._connection.execute(f"SELECT * FROM {table}")]


def test_who_is_stopped_between_two_steps_leaves_the_rest_to_the_next(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = reports(Random(3), 20)
    monkeypatch.setattr(comparing, "_STEP", 3)
    monkeypatch.setattr(comparing, "_TOUCHED", 5)

    class Stopped(Exception):
        pass

    step, left = comparing._step, iter(range(10_000))

    def stopping(connection: sqlite3.Connection, version: str, seen: int) -> AbstractContextManager[int | None]:
        if next(left) % 3 == 2:
            raise Stopped
        return step(connection, version, seen)

    monkeypatch.setattr(comparing, "_step", stopping)
    stops = 0
    for batch in batches(Random(3), made):
        with Ledger.open(file) as ledger:
            try:
                ledger.add(batch)
            except Stopped:
                stops += 1
    monkeypatch.setattr(comparing, "_step", step)
    with Ledger.open(file) as ledger:
        ledger.compare()
        assert_whole(ledger)
        assert ledger.check() == []
    assert stops > 3


def test_another_version_compares_everything_again_and_disputes_keep_their_ids(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(file, version="1.0") as ledger:
        ledger.add(ALL)
        before = ledger.compared()
    told = counted(monkeypatch)
    with Ledger.open(file, version="2.0") as ledger:
        assert ledger.compare()
        assert len(told) == len(ALL)
        assert (ledger.compared().disputes, set(ledger.compared().links)) == (before.disputes, set(before.links))


def test_a_ledger_of_before_is_brought_up_to_date(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new.db") as ledger:
        ledger.add(ALL)
        wanted = ledger.compared()
    old = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    for number, change in enumerate(MIGRATIONS[:3], start=1):
        change(old)
        old.execute(f"PRAGMA user_version = {number}")
    old.execute("PRAGMA application_id = 0x43434C4D")
    old.execute("ATTACH ? AS new", (str(tmp_path / "new.db"),))
    names = old.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict")
    for (name,) in names.fetchall():
        columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA main.table_info({name})"))
        old.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM new.{name}")
    old.close()
    with Ledger.open(tmp_path / "old.db") as ledger:
        assert not ledger.stats().compared
        assert ledger.compare()
        assert_whole(ledger)
        assert {one.id for one in ledger.compared().disputes} == {one.id for one in wanted.disputes}
        assert len(ledger.claims(Wanted(text="bridge"))[0]) == 1
        assert ledger.check() == []


TIMES = st.integers(0, 3) | st.integers(10, 40)
TERMS = st.frozensets(st.integers(0, 11), max_size=8)


@settings(max_examples=150)
@given(st.dictionaries(TIMES, TERMS, max_size=25), TIMES, TERMS, st.sampled_from(LIMITS[1:]))
def test_neighbours_are_those_of_the_reports_in_memory_and_all_whose_neighbours_change_are_known(
    there: dict[int, frozenset[int]], when: int, terms: frozenset[int], limits: tuple[int, int, int]
) -> None:
    """Times of less than ten are unknown ones; others are days, four to a window or fewer."""
    known = {place(time): some for time, some in there.items() if time != when}
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        limit(patch, *limits)
        patch.setattr(neighbours, "SHARED", 2)
        with Ledger.open(Path(folder) / "ledger.db") as ledger:
            connection = ledger._connection
            connection.execute("PRAGMA foreign_keys = OFF")
            for number, (one, some) in enumerate(known.items()):
                shelf.put(connection, one, some)
                connection.execute("INSERT INTO chapters (report, place) VALUES (?, ?)", (number, one))
            before = {one: near(known, one) for one in known}
            assert before == {one: shelf.neighbours(connection, one, known[one]) for one in known}
            affected = shelf.affected(connection, place(when), terms)
        after = {one: near(known | {place(when): terms}, one) for one in known}
        assert {one for one in known if before[one] != after[one]} <= affected


def place(time: int) -> bytes:
    """A place at a time; those of less than ten are unknown."""
    return (b"\0" * len(DATED) if time < 10 else start_of(time * 5)) + time.to_bytes(8, "big")


def near(known: dict[bytes, frozenset[int]], one: bytes) -> list[bytes]:
    """The neighbours of a report among those in memory."""
    books = neighbours.Shelf()
    for other, terms in known.items():
        books.add(other, terms)
    return neighbours.nearest(known[one], lambda term: books.holders(one, term))
