"""Reading: exact, deterministic, and never a crash on any text."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import counterclaim
from counterclaim import EmptyInputError, InputError, LanguageError, Reader, Reading, Report
from counterclaim.language.analyse import SECTION_WORDS, analyse

TEXT = (
    "TARNOV — The Defence Ministry said on Monday that its troops had left the town.\n\n"
    "“We were never there,” Colonel Ana Petrov told reporters. She denied that any soldier had been captured.\n\n"
    "At least 30 people were killed, according to the mayor."
)
FRENCH = (
    "Le ministère de la Défense a déclaré lundi que ses troupes avaient quitté la ville après trois "
    "jours de combats, tandis que le maire affirmait le contraire devant les journalistes."
)


def check_spans(reading: Reading) -> None:
    """All spans lie inside the text, in order, and begin and end on words."""
    text = reading.report.text
    starts = {word.start for word in reading.analysis.words}
    ends = {word.end for word in reading.analysis.words}
    for claim in reading.claims:
        assert claim.content
        assert claim.text == reading.report.words_at(claim.content)
        for spans in (claim.source, claim.cue, claim.content, claim.mention):
            before = 0
            for start, end in spans:
                assert before <= start < end <= len(text)
                assert start in starts and end in ends
                before = end


def test_finds_who_says_what(reader: Reader) -> None:
    reading = reader.read(TEXT)
    words = reading.report.words_at
    found = {words(c.source): (words(c.cue).split()[0], c.quote) for c in reading.claims}
    assert found == {
        "The Defence Ministry": ("said", "indirect"),
        "Colonel Ana Petrov": ("told", "direct"),
        "She": ("denied", "indirect"),
        "the mayor": ("according", "indirect"),
    }


def test_what_is_not_known_yet_is_null_and_not_invented(reader: Reader) -> None:
    made = reader.read("The Defence Ministry said on Monday that its troops had left the town.").to_dict()
    assert made["links"] == made["disputes"] == []
    report = made["reports"][0]
    assert (report["outlet"], report["published"], report["title"]) == (None, None, None)
    assert report["language"] == "en"


def test_the_module_reads_a_text_without_further_ado() -> None:
    assert counterclaim.read(TEXT, outlet="Northern Wire").report.outlet == "Northern Wire"


def test_header_lines_are_not_part_of_the_text(reader: Reader) -> None:
    reading = reader.read(f"Title: Town changes hands\nOutlet: Northern Wire\nPublished: 2024-05-12\n\n{TEXT}")
    assert reading.report.text == TEXT
    assert (reading.report.outlet, reading.report.published) == ("Northern Wire", "2024-05-12")


def test_samples_have_claims_whose_spans_are_exact(reader: Reader, samples: list[Report]) -> None:
    for report in samples:
        reading = reader.read(report)
        check_spans(reading)
        assert len(reading.claims) >= 3


def test_reading_many_equals_reading_one_by_one(reader: Reader, samples: list[Report]) -> None:
    together = [json.dumps(reading.to_dict()) for reading in reader.read_many(samples)]
    apart = [json.dumps(Reader(threads=2).read(report).to_dict()) for report in reversed(samples)]
    assert together == apart[::-1]


def test_read_many_streams(reader: Reader) -> None:
    def endless() -> Iterable[str]:
        while True:
            yield TEXT

    readings = reader.read_many(endless())
    assert next(iter(readings)).claims


def test_a_report_that_cannot_be_read_is_handed_over_and_the_rest_is_read(reader: Reader) -> None:
    failed: list[InputError] = []
    readings = list(reader.read_many([TEXT, FRENCH, "", TEXT], on_error=lambda error, _: failed.append(error)))
    assert len(readings) == 2
    assert [type(error) for error in failed] == [LanguageError, EmptyInputError]
    with pytest.raises(LanguageError, match="French"):
        list(reader.read_many([FRENCH]))


def test_a_report_does_not_depend_on_what_was_read_before(reader: Reader) -> None:
    first = reader.read(TEXT)
    reader.read("Something else altogether was said by the minister, officials added.")
    assert reader.read(TEXT) == first


def test_seams_between_windows_do_not_show(reader: Reader) -> None:
    paragraphs = [
        f"The mayor of town number {i} said that {i + 3} houses had burned down on Monday." for i in range(60)
    ]
    claims = reader.read("\n\n".join(paragraphs)).claims
    assert len(claims) == 60
    assert [claim.text.startswith("that") for claim in claims] == [claims[0].text.startswith("that")] * 60
    assert len({claim.text.split()[-1] for claim in claims}) == 1


def test_a_text_longer_than_a_section_is_read_to_its_end(reader: Reader) -> None:
    paragraph = "The mayor said that the bridge had been closed. "
    text = paragraph * (SECTION_WORDS // 10 + 200) + "\n\nThe governor denied that the dam had burst."
    analysis = analyse(reader._encoder, text)
    assert len(analysis.words) > SECTION_WORDS
    assert analysis.sentences[0][0] == 0
    assert all(a[1] == b[0] for a, b in zip(analysis.sentences, analysis.sentences[1:], strict=False))
    assert analysis.sentences[-1][1] == len(analysis.words)
    assert all(0 <= head < len(analysis.words) for head in analysis.heads)
    end = analysis.attributions[-1]
    assert [text[s:e] for s, e in end.source] == ["The governor"]


@pytest.mark.parametrize("text", ["", "  \n\n ", "“”", '"" ""', "\u0301\u0301", "😀😀"])
def test_a_text_without_words_is_an_error_for_people(reader: Reader, text: str) -> None:
    with pytest.raises(InputError):
        reader.read(text)


FRAGMENTS = st.sampled_from(
    ["he said", "“", "”", '"', "The ministry", "according to", "denied", "that", ".", ",", "\n\n", "\n", "😀",
     "e\u0301", "العربية", "\u202e", "\u200d", "Gen. X", "30", "x" * 300, "-", "'s", "\x00", "\ud800"]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=400), st.lists(FRAGMENTS, max_size=80).map(" ".join)))
def test_no_text_makes_it_crash_and_all_spans_are_exact(reader: Reader, text: str) -> None:
    try:
        reading = reader.read(text)
    except InputError:
        return
    check_spans(reading)
    assert reader.read(text) == reading


def test_a_phrase_about_a_claim_may_follow_what_the_report_says_itself(reader: Reader) -> None:
    text = "Ten people were killed in the fire in Orlo on Monday. Mayor Ilse Brandt rejected the police count."
    claims = reader.read(text, outlet="The Post", published="2024-05-14").claims
    assert [claim.narrator for claim in claims] == [True, False]
