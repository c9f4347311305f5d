"""Revisions and reprints: one report in many texts, one text in many reports."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from counterclaim.compare.account import Account
from counterclaim.compare.compare import compare
from counterclaim.ledger import Ledger
from counterclaim.ledger.documents import document_of, same_words
from counterclaim.ledger.likeness import are_reprints, bands_of
from counterclaim.model import Report
from tests.compare.building import Told
from tests.ledger.telling import BRIDGE, DENIED, FEWER, HELD, HERALD, POST, RADIO, TAKEN, WIRE, at_url, by

URL = "https://wire.example.org/kesh"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_a_changed_text_at_the_same_url_is_a_revision_and_says_what_changed(file: Path) -> None:
    before = at_url(Told("Wire", "2031-05-01", (TAKEN, HELD)).account(), URL)
    after = at_url(Told("Wire", "2031-05-01", (TAKEN, BRIDGE)).account(), f"{URL}#latest")
    with Ledger.open(file) as ledger:
        assert ledger.add([before]) == {"new": 1}
        assert ledger.add([after]) == {"revision": 1}
        assert list(ledger.accounts()) == [after]
        first, second = ledger.report(after.report.id).revisions
        assert (first.edit, second.edit) == ("first", "words")
        assert [told.claim.text for told in second.changes.gone] == [HELD.text]
        assert [told.claim.text for told in second.changes.come] == [BRIDGE.text]
        assert ledger.report(before.report.id).account == before
        assert ledger.disputes()[0].disputes == ()
        assert ledger.check() == []


def test_a_claim_that_is_told_otherwise_is_shown_with_what_it_was(file: Path) -> None:
    more = replace(FEWER, text="11 people were killed in the blast at Varna Quay", figures=(("killed", 11, 11, "11"),))
    other = replace(HELD, who="the Mervan mayor")
    before = at_url(Told("Wire", "2031-05-01", (FEWER, HELD, TAKEN)).account(), URL)
    after = at_url(Told("Wire", "2031-05-01", (more, other, TAKEN)).account(), URL)
    with Ledger.open(file) as ledger:
        ledger.add([before])
        ledger.add([after])
        gone, come, changed = ledger.report(after.report.id).revisions[1].changes
        assert (gone, come) == ((), ())
        assert [(was.claim.text, now.claim.text) for was, now in changed] == [
            (FEWER.text, more.text), (HELD.text, HELD.text)
        ]  # fmt: skip
        assert [told.claimant.name for told in changed[1] if told.claimant] == [HELD.who, other.who]


def test_a_page_that_goes_back_to_an_earlier_text_has_that_one_again(file: Path) -> None:
    first, second = at_url(WIRE, URL), at_url(POST, URL, published="2031-05-01")
    with Ledger.open(file) as ledger:
        assert [*map(ledger.keep, (first, second))] == ["new", "revision"]
        ledger.compare()
        between = ledger.stats().generation
        assert ledger.standing(first.report) == "revision"
        assert ledger.add([first]) == {"revision": 1}
        assert ledger.add([first]) == {"known": 1}
        assert list(ledger.accounts()) == [first]
        assert list(ledger.accounts(as_of=between)) == [second]
        assert ledger.search("kesh")[0][0].report == first.report.id
        assert [hit.report for hit in ledger.search("kesh", as_of=between)[0]] == [second.report.id]
        ids = [first.report.id, second.report.id, first.report.id]
        assert [one.report for one in ledger.report(first.report.id).revisions] == ids
        assert [one.report for one in ledger.report(first.report.id, between).revisions] == ids[:2]
        back = ledger.report(first.report.id).revisions[2].changes
        assert {told.claim.text for told in back.come} == {TAKEN.text, DENIED.text}
        assert ledger.stats().disputes == 1
        assert ledger.check() == []
        assert ledger.forget(first.report.id) == (first.report.id, second.report.id)
        assert ledger.check() == []


def test_what_is_compared_after_a_return_is_what_comparing_at_once_gives(tmp_path: Path) -> None:
    first, second = at_url(WIRE, URL), at_url(POST, URL, published="2031-05-01")
    for number, compared_after in enumerate(((0, 1, 2, 3), (0, 3), (1, 3), (0, 1, 3), (0, 2, 3), (3,))):
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            for at, account in enumerate((RADIO, first, second, first)):
                ledger.keep(account)
                if at in compared_after:
                    ledger.compare()
            found, wanted = ledger.compared(), compare([RADIO, first])
            assert set(found.links) == set(wanted.links)
            assert {one.question for one in found.disputes} == {one.question for one in wanted.disputes}
            assert len(found.disputes) == len(wanted.disputes) > 0
            assert ledger.check() == []
            ledger.forget(first.report.id)
            assert set(ledger.compared().links) == set(compare([RADIO]).links)
            assert ledger.check() == []


def test_an_earlier_text_in_another_place_or_of_an_earlier_time_has_not_come_back(file: Path) -> None:
    first, second = at_url(WIRE, URL), at_url(POST, URL, published="2031-05-01")
    with Ledger.open(file) as ledger:
        for paths in (("a.txt", "b.txt"), ("a.warc, record 1", "a.warc, record 2"), ("a.warc, record 1",) * 2):
            for account, path in zip((first, second), paths, strict=True):
                ledger.keep(read_from(account, path))
            assert ledger.add([read_from(first, paths[0])]) == {"known": 1}
        later = at_url(HERALD, URL, published="2031-05-03")
        assert ledger.add([later, first]) == {"revision": 1, "known": 1}


def read_from(account: Account, path: str) -> Account:
    return account._replace(report=replace(account.report, path=path))


def test_trivial_edits_of_a_text_that_came_back_stay_trivial(file: Path) -> None:
    first, second = at_url(WIRE, URL), at_url(POST, URL, published="2031-05-01")
    loud = Account(replace(first.report, text=first.report.text.upper()), (), ())
    with Ledger.open(file) as ledger:
        came = [*map(ledger.keep, (first, loud, second, loud, first))]
        assert came == ["new", "trivial", "revision", "revision", "known"]
        assert ledger.check() == []


def test_without_a_url_outlet_title_and_time_make_a_report_and_less_does_not() -> None:
    report = Report("One.", outlet="Wire", title="Kesh", published="2031-05-01")
    assert document_of(report) == document_of(replace(report, text="Two."))
    for less in (replace(report, outlet=None), replace(report, title=None), replace(report, published=None)):
        assert document_of(less) != document_of(replace(less, text="Two."))


def test_an_earlier_revision_that_comes_late_does_not_become_the_current_one(file: Path) -> None:
    early, late = at_url(WIRE, URL), at_url(POST, URL)
    with Ledger.open(file) as ledger:
        ledger.add([late])
        assert ledger.add([early]) == {"revision": 1}
        assert list(ledger.accounts()) == [late]
        assert [one.report for one in ledger.report(late.report.id).revisions] == [early.report.id, late.report.id]
        assert ledger.check() == []


def test_trivial_edits_are_recognised_and_leave_claims_and_disputes_alone(file: Path) -> None:
    account = at_url(WIRE, URL)
    edited = replace(account.report, text=account.report.text.upper().replace(".", " !\n"))
    with Ledger.open(file) as ledger:
        ledger.add([account])
        disputes = ledger.disputes()
        assert ledger.add([Account(edited, (), ())]) == {"trivial": 1}
        assert ledger.add([Account(edited, (), ())]) == {"known": 1}
        assert list(ledger.accounts()) == [account]
        assert ledger.disputes() == disputes
        assert [one.edit for one in ledger.report(edited.id).revisions] == ["first", "trivial"]
        assert ledger.check() == []


def test_words_are_what_counts_in_an_edit() -> None:
    assert same_words("He said: “No.”", "he said 'no'")
    assert not same_words("He said no.", "He said not.")


def long(*said: str) -> str:
    """A text of some length that ends in these sentences."""
    told = [f"Witness number {word} told of smoke over the {word} side of the old town" for word in WORDS]
    return ". ".join([*told, *said])


WORDS = (
    "northern",
    "southern",
    "eastern",
    "western",
    "upper",
    "lower",
    "inner",
    "outer",
    "market",
    "harbour",
    "castle",
)


def test_reprints_differ_in_trifles_only() -> None:
    report = Report(long("The mayor counted 12 dead"), published="2031-05-01", outlet="Wire")
    other = replace(report, outlet="Post", published="2031-05-03", text=f"(Wire) {report.text} - Wire")
    assert are_reprints(report, other) and are_reprints(other, report)
    for later in range(1, 9):
        other_day = replace(other, published=f"2031-05-{later:02}")
        assert set(bands_of(report).own) & set(bands_of(other_day).near)
        assert set(bands_of(report).near) & set(bands_of(other_day).own)
    for text in ("The mayor counted 15 dead", "The mayor counted twelve dead", "The mayor never counted 12 dead"):
        assert not are_reprints(report, replace(other, text=long(text)))
    assert not are_reprints(report, replace(other, published="2031-06-03"))
    assert not are_reprints(report, replace(other, text=long("The mayor counted 12 dead")[:400] + " 12"))
    assert not are_reprints(report, replace(other, published=None))
    assert are_reprints(replace(report, published=None), replace(other, published=None))


def test_reprints_are_one_origin_in_any_order_and_all_outlets_are_kept(tmp_path: Path) -> None:
    told = (by(WIRE, "A"), by(WIRE, "B", "2031-05-02"), by(WIRE, "C", "2031-05-03"))
    for number, order in enumerate(permutations(told)):
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            for account in order:
                ledger.add([account])
            stats = ledger.stats()
            assert (stats.reports, stats.origins, stats.outlets) == (3, 1, 3)
            (dispute,) = ledger.disputes()[0].disputes
            claims = [claim for position in dispute.positions for claim in position.claims]
            assert all(claim.startswith(told[0].report.id) for claim in claims)
            assert [one["outlet"] for one in ledger.report(told[0].report.id).reprints] == ["B", "C"]
            assert ledger.check() == []


def test_a_dispute_keeps_its_id_when_an_earlier_reprint_turns_up(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([by(WIRE, "B", "2031-05-02")])
        (before,) = ledger.disputes()[0].disputes
        ledger.add([by(WIRE, "A")])
        (after,) = ledger.disputes()[0].disputes
        assert (after.id, after.positions == before.positions) == (before.id, False)


def test_when_the_text_between_two_is_changed_they_are_no_longer_one(file: Path) -> None:
    base = long("The end came late")
    near, far = base[:-100], base[110:]
    one, other = Report(near, url="https://a.example/", outlet="A"), Report(far, url="https://c.example/", outlet="C")
    bridge = Report(base, url="https://b.example/", outlet="B")
    assert are_reprints(one, bridge) and are_reprints(bridge, other) and not are_reprints(one, other)
    with Ledger.open(file) as ledger:
        ledger.add(Account(report, (), ()) for report in (one, other, bridge))
        assert ledger.stats().origins == 1
        ledger.add([Account(replace(bridge, text="Something else altogether."), (), ())])
        assert ledger.stats().origins == 3
        assert ledger.check() == []


def test_a_dispute_that_joins_two_says_which_went_into_it(file: Path) -> None:
    with Ledger.open(file) as ledger:
        ledger.add([RADIO, POST])
        ids = {one.id for one in ledger.disputes()[0].disputes}
        ledger.add([at_url(Told("Wire", "2031-05-03", (TAKEN, DENIED, HELD, FEWER)).account(), URL)])
        assert ids & {one.id for one in ledger.disputes()[0].disputes}
