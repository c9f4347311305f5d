"""The sample reports are as a newsroom would have them, and each is read."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from counterclaim.model import Report
from counterclaim.reader import Reader
from counterclaim.samples import load_sample, samples

REPORTS = [load_sample(sample) for sample in samples()]
named = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.path)


def test_there_are_ten_or_more_by_four_or_more_outlets() -> None:
    assert len(REPORTS) >= 10
    assert len({report.outlet for report in REPORTS}) >= 4


def test_they_stand_in_the_order_of_their_days() -> None:
    days = [(report.published or "")[:10] for report in REPORTS]
    assert days == sorted(days)
    assert len(set(days)) >= 5


@named
def test_each_says_what_it_is(report: Report) -> None:
    assert report.title
    assert report.outlet
    assert report.published
    assert datetime.fromisoformat(report.published)
    assert report.url
    assert re.match(r"https://[a-z-]+\.example\.org/", report.url)


@named
def test_each_is_200_to_600_words(report: Report) -> None:
    assert 200 <= len(report.text.split()) <= 600


def test_both_kinds_of_quotation_marks_occur_each_in_its_outlets() -> None:
    curly = {report.outlet for report in REPORTS if "“" in report.text}
    straight = {report.outlet for report in REPORTS if '"' in report.text}
    assert curly
    assert straight
    assert not curly & straight


def test_weekdays_fit_the_datelines() -> None:
    """ "March 3" beside "Tuesday": the invented days are days of the calendar."""
    first = REPORTS[0]
    assert first.published
    assert "on Tuesday" in first.text
    assert datetime.fromisoformat(first.published).strftime("%A") == "Tuesday"


@named
def test_each_is_read_with_claims_on_the_words_they_claim(report: Report, reader: Reader) -> None:
    reading = reader.read(report)
    assert len(reading.claims) >= 5
    for claim in reading.claims:
        assert claim.content
        assert claim.text == report.words_at(claim.content)
        for start, end in (*claim.source, *claim.cue, *claim.content):
            assert 0 <= start < end <= len(report.text)


def test_the_mayor_is_found_with_her_words(reader: Reader) -> None:
    found = [claim for claim in reader.read(REPORTS[0]).claims if "changing shifts" in claim.text]
    assert len(found) == 1
    assert "Drozd" in REPORTS[0].words_at(found[0].source)
