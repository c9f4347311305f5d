"""The ledger: what was added comes back equal, and what follows from it is that of comparing everything at once."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim import Reader
from counterclaim.compare.account import Account
from counterclaim.compare.compare import compare
from counterclaim.errors import InputError, LedgerError
from counterclaim.ledger import Ledger, Wanted
from counterclaim.ledger.asking import Disputed
from counterclaim.model import Claim, Dispute, Report, Span
from tests.ledger.telling import ALL, FEWER, HERALD, POST, RADIO, WIRE, at_url, by


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def plain(dispute: Dispute) -> tuple[object, ...]:
    """A dispute without its id."""
    return dispute.question, dispute.kind, dispute.status, dispute.positions


def assert_same(found: Disputed, accounts: list[Account]) -> None:
    wanted = compare(accounts)
    assert set(found.links) == set(wanted.links)
    assert {plain(one) for one in found.disputes} == {plain(one) for one in wanted.disputes}


def test_what_was_added_comes_back_equal(file: Path, reader: Reader, samples: list[Report]) -> None:
    readings = [reader.read(report) for report in samples[:3]]
    with Ledger.open(file) as ledger:
        ledger.add(readings)
    with Ledger.open(file, write=False) as ledger:
        assert list(ledger.accounts()) == [reading.account for reading in readings]
        assert any(account.claims[0].facets for account in ledger.accounts())


@settings(max_examples=40)
@given(st.text(min_size=1), st.text() | st.none(), st.integers(0, 5))
def test_any_text_comes_back_as_it_was(text: str, title: str | None, start: int) -> None:
    report = Report(text, title=title)
    span = Span(min(start, len(text)), len(text))
    claim = Claim("c", report.id, (), (), (span,), report.words_at((span,)), "direct", negated=None)
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        ledger.add([Account(report, (claim,), ())])
        assert list(ledger.accounts()) == [Account(report, (claim,), ())]
        assert ledger.check() == []


def test_half_characters_are_refused_and_the_rest_is_kept(file: Path) -> None:
    refused = list[InputError]()
    with Ledger.open(file) as ledger:
        counts = ledger.add(
            [Account(Report("Half \ud800 a word"), (), ()), WIRE], lambda error, _: refused.append(error)
        )
        assert counts == {"new": 1}
        assert "half characters" in str(refused[0])


def test_the_same_report_twice_changes_nothing(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        before = list(sqlite3.connect(file).iterdump())
        assert ledger.add(ALL) == {"known": len(ALL)}
        assert list(sqlite3.connect(file).iterdump()) == before


def test_links_and_disputes_are_those_of_comparing_everything_at_once_in_any_order(tmp_path: Path) -> None:
    for number in range(6):
        order = random.Random(number).sample(ALL, len(ALL))
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            for account in order:
                ledger.add([account])
            found = ledger.compared()
            assert len(found.disputes) >= 2
            assert_same(found, list(ALL))
            assert ledger.check() == []


def test_adding_at_once_is_adding_one_by_one(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as one, Ledger.open(tmp_path / "b.db") as other:
        one.add(ALL)
        for account in ALL:
            other.add([account])
        assert {plain(d) for d in one.compared().disputes} == {plain(d) for d in other.compared().disputes}
        assert set(one.compared().links) == set(other.compared().links)


def test_a_dispute_keeps_its_id_when_it_grows_and_its_earlier_shape_stays_readable(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([WIRE])
        ((before,), _, _), _ = ledger.disputes()
        generation = ledger.stats().generation
        ledger.add([RADIO, POST])
        after = next(one for one in ledger.disputes()[0].disputes if one.id == before.id)
        assert {claim for position in after.positions for claim in position.claims} > {
            claim for position in before.positions for claim in position.claims
        }
        assert ledger.disputes(as_of=generation)[0].disputes == (before,)
        assert len(ledger.claims(as_of=generation)[0]) == len(WIRE.claims)


def test_a_newer_version_reads_again_and_the_old_reading_stays_readable(file: Path) -> None:
    with Ledger.open(file, version="1.0") as ledger:
        ledger.add([WIRE, RADIO])
        old = ledger.stats().generation
        (before,) = ledger.disputes()[0].disputes
    fewer = Account(WIRE.report, WIRE.claims[:1] + WIRE.claims[2:], WIRE.actors)
    with Ledger.open(file, version="2.0") as ledger:
        assert ledger.standing(WIRE.report) == "reread"
        assert ledger.add([fewer]) == {"reread": 1}
        assert len(ledger.claims()[0]) == len(fewer.claims) + len(RADIO.claims)
        assert len(ledger.claims(as_of=old)[0]) == len(WIRE.claims) + len(RADIO.claims)
        assert [one.id for one in ledger.disputes()[0].disputes] == [before.id]
        assert ledger.disputes(as_of=old)[0].disputes == (before,)
        assert ledger.check() == []


def test_a_newer_version_compares_again(file: Path) -> None:
    with Ledger.open(file, version="1.0") as ledger:
        ledger.add([WIRE])
        assert not ledger.compare()
    with Ledger.open(file, version="2.0") as ledger:
        assert not ledger.stats().compared
        assert ledger.compare()
        assert ledger.stats().compared


def test_as_of_takes_days_and_moments(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([WIRE])
        assert ledger.at("2001-01-01") == 0
        assert ledger.at("2999-01-01T10:00+02:00") == ledger.stats().generation
        assert ledger.claims(as_of=ledger.at("2001-01-01")) == ([], False)


def test_claims_are_found_by_all_that_is_asked(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)

        def found(wanted: Wanted) -> set[str]:
            told, more = ledger.claims(wanted)
            assert not more
            return {f"{one.report.outlet}: {one.claim.text}" for one in told}

        held = "Tolm forces still held Kesh"
        assert found(Wanted(claimant="general tolm")) == {
            "Wire: the claim", f"Wire: {held}", f"Post: {held}", f"Post: {FEWER.text}"}  # fmt: skip
        assert found(Wanted(place="kesh", outlet="post", text="held")) == {f"Post: {held}"}
        assert found(Wanted(act="deny")) == {"Wire: the claim"}
        assert found(Wanted(since="2031-05-02", text="bridge")) == {"Herald: the bridge had been closed"}
        assert found(Wanted(until="2031-05-01", text="bridge")) == set()
        assert found(Wanted(text="100%")) == set()
        told, more = ledger.claims(limit=2)
        assert ([one.report.outlet for one in told], more) == (["Herald", "Post"], True)


def test_disputes_are_found_by_kind_and_words(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        assert {one.kind for one in ledger.disputes(kind="quantity")[0].disputes} == {"quantity"}
        (found, links, accounts), total = ledger.disputes(text="killed")
        assert (len(found), total) == (1, 1)
        claims = {claim.id for account in accounts for claim in account.claims}
        assert {claim for position in found[0].positions for claim in position.claims} <= claims
        assert links and all({link.source, link.target} <= claims for link in links)


@pytest.mark.parametrize("words", ['"', "AND", "NOT kesh", "a:b", "(", "kesh^", "-kesh", "*", "held*", '"still held'])
def test_search_takes_whatever_a_person_types(file: Path, words: str) -> None:
    with Ledger.open(file) as ledger:
        ledger.add(ALL)
        try:
            ledger.search(words)
        except LedgerError as error:
            assert "no word to search for" in str(error)


def test_search_finds_words_phrases_and_beginnings(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([*ALL, at_url(HERALD, "https://a.example/", title="Bridge trouble")])
        assert {hit.outlet for hit in ledger.search("held kesh")[0]} == {"Wire", "Post"}
        assert ledger.search('"held still"') == ([], 0)
        assert ledger.search("hel* kesh", limit=1)[1] == 2
        assert "[Bridge]" in ledger.search("trouble bridge")[0][0].snippet
        assert by(WIRE, "x") != WIRE


def test_the_course_of_a_dispute_has_its_stages_with_their_times(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([WIRE])
        early = ledger.at("2999-01-01")
        ledger.add([POST])
        (dispute,) = ledger.disputes()[0].disputes
        first, last = ledger.courses()[dispute.id]
        assert ledger.courses(early) == {dispute.id: (first,)}
    assert (first.positions, first.claims, last.positions, last.claims) == (2, 3, 2, 4)
    assert last.question == dispute.question
    assert first.at <= last.at
