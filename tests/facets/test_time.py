from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.facets.time import dates_statement, find_times, find_values, times_of
from counterclaim.facets.time_grain import clock_value
from counterclaim.language.analysis import Analysis
from counterclaim.model import Precision, Span, Time
from tests.facets.hand import by_hand
from tests.facets.time_helpers import plain_analysis

#: A Wednesday.
TODAY = "2024-05-15"


def days(text: str, published: str | None = TODAY) -> list[tuple[str | None, str | None]]:
    return [(time.start, time.end) for time in find_times(plain_analysis(text), published)]


def words(text: str, published: str | None = TODAY) -> list[str]:
    return [text[start:end] for time in find_times(plain_analysis(text), published) for start, end in time.spans]


def day(text: str) -> tuple[str, str]:
    return text, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Saturday.", day("2024-05-11")),
        ("Shells fell on Wednesday.", day("2024-05-15")),
        ("Talks will resume on Friday.", day("2024-05-17")),
        ("On Friday the talks will resume.", day("2024-05-17")),
        ("The bridge is expected to be reopened on Monday.", day("2024-05-20")),
        ("He urged them to clear the flooded road by Friday.", ("2024-05-15", "2024-05-17")),
        ("Results were expected by Friday.", ("2024-05-15", "2024-05-17")),
        ("Levels are predicted to fall below ten by Friday.", ("2024-05-15", "2024-05-17")),
        ("They would be examined before being reunited on Friday.", day("2024-05-17")),
        ("Troops would have left on Friday.", day("2024-05-10")),
        ("A convoy was not able to enter on Friday.", day("2024-05-10")),
        ("They met last Wednesday.", day("2024-05-08")),
        ("They meet next Wednesday.", day("2024-05-22")),
        ("They arrived this Friday.", day("2024-05-10")),
        ("They will arrive this Friday.", day("2024-05-17")),
        ("It fell on Friday of last week.", day("2024-05-10")),
        ("Monday's shelling killed two.", day("2024-05-13")),
    ],
)
def test_weekdays_are_the_last_or_in_a_clause_that_looks_ahead_the_next(text: str, expected: tuple[str, str]) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died today.", day("2024-05-15")),
        ("Two died yesterday evening.", day("2024-05-14")),
        ("They were rescued at dawn.", day("2024-05-15")),
        ("They could be there by the evening.", day("2024-05-15")),
        ("They return tomorrow.", day("2024-05-16")),
        ("They left the day before yesterday.", day("2024-05-13")),
        ("The base was hit this morning.", day("2024-05-15")),
        ("The base was hit last night.", day("2024-05-14")),
        ("The base was hit overnight.", ("2024-05-14", "2024-05-15")),
        ("The base was hit on Monday night.", day("2024-05-13")),
        ("The base was hit in the night to Monday.", ("2024-05-12", "2024-05-13")),
        ("It burned overnight into Monday.", ("2024-05-12", "2024-05-13")),
        ("It began at 3 a.m. on Tuesday.", day("2024-05-14")),
        ("It began before dawn on Tuesday.", day("2024-05-14")),
    ],
)
def test_days_and_nights_told_from_publication(text: str, expected: tuple[str, str]) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 3 March 2019.", day("2019-03-03")),
        ("It opened on March 3, 2019.", day("2019-03-03")),
        ("It opened on Sunday, March 3rd.", day("2024-03-03")),
        ("It opened on the third of March.", day("2024-03-03")),
        ("It opened on 2019-03-04.", day("2019-03-04")),
        ("It opened on 25/03/2019.", day("2019-03-25")),
        ("It opened on 04.03.2019.", day("2019-03-04")),
        ("It burned on 3/4 May.", ("2024-05-03", "2024-05-04")),
        ("They met between 3 and 5 May.", ("2024-05-03", "2024-05-05")),
        ("They met from May 3 to May 5.", ("2024-05-03", "2024-05-05")),
        ("They met on May 3-5, 2023.", ("2023-05-03", "2023-05-05")),
        ("It was sold on 20 November.", day("2023-11-20")),
        ("It will be sold on 20 July.", day("2024-07-20")),
    ],
)
def test_dates_without_a_year_are_the_nearest(text: str, expected: tuple[str, str]) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was built in March 2019.", ("2019-03-01", "2019-03-31")),
        ("It was built in March.", ("2024-03-01", "2024-03-31")),
        ("It was built in November.", ("2023-11-01", "2023-11-30")),
        ("It will be built in November.", ("2024-11-01", "2024-11-30")),
        ("It was built last May.", ("2023-05-01", "2023-05-31")),
        ("It was built in June last year.", ("2023-06-01", "2023-06-30")),
        ("It was built in late February.", ("2024-02-21", "2024-02-29")),
        ("It was built in mid-March.", ("2024-03-11", "2024-03-20")),
        ("It was built at the end of January.", ("2024-01-31", "2024-01-31")),
        ("It was built early in 2020.", ("2020-01-01", "2020-04-30")),
        ("It was built in 1998.", ("1998-01-01", "1998-12-31")),
        ("It was built in nineteen ninety-eight.", ("1998-01-01", "1998-12-31")),
        ("It was built in the 1990s.", ("1990-01-01", "1999-12-31")),
        ("It was built in the 19th century.", ("1800-01-01", "1899-12-31")),
        ("It was built last summer.", ("2023-06-01", "2023-08-31")),
        ("It was built in the winter of 2019.", ("2019-12-01", "2020-02-29")),
        ("In 2019 it was rebuilt, as it had been the previous autumn.", ("2018-09-01", "2018-11-30")),
        ("It was built in the third quarter of 2020.", ("2020-07-01", "2020-09-30")),
        ("Sales grew in the last week.", ("2024-05-06", "2024-05-12")),
        ("Sales will grow next month.", ("2024-06-01", "2024-06-30")),
        ("Sales grew last year.", ("2023-01-01", "2023-12-31")),
        ("It was shut twice this year.", ("2024-01-01", "2024-05-15")),
        ("They camped there at the weekend.", ("2024-05-11", "2024-05-12")),
    ],
)
def test_longer_periods(text: str, expected: tuple[str, str]) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died two days ago.", day("2024-05-13")),
        ("They quarrelled in 2019. Three years earlier they had been friends.", ("2016-01-01", "2016-12-31")),
        ("They quarrelled on Monday. Two days earlier they had met.", day("2024-05-11")),
        ("They quarrelled on Monday. The previous day they had met.", day("2024-05-12")),
        ("They quarrelled on Monday. A day later they met.", day("2024-05-14")),
        ("It was hit overnight. A night earlier it had been spared.", ("2024-05-13", "2024-05-14")),
        ("It was hit on Monday night. On Tuesday they met. The same night a bridge fell.", day("2024-05-13")),
        ("Hit in the night to Monday. On Tuesday they met. That night it fell.", ("2024-05-12", "2024-05-13")),
        ("The board would not publish its figures for Monday.", day("2024-05-13")),
        ("Ten died by Monday. Nine had been found as of the same time.", day("2024-05-13")),
        ("Four days have passed.", ("2024-05-11", "2024-05-15")),
        ("Ten died in the past 24 hours.", ("2024-05-14", "2024-05-15")),
        ("Ten died in the last month and a half.", ("2024-03-31", "2024-05-15")),
        ("Ten died in the past two months.", ("2024-03-15", "2024-05-15")),
        ("The report will be published within ten days.", ("2024-05-15", "2024-05-25")),
    ],
)
def test_distances_count_from_publication_or_from_the_time_spoken_of_last(text: str, expected: tuple[str, str]) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected", "span"),
    [
        ("It was shut since Sunday.", ("2024-05-12", "2024-05-15"), "since Sunday"),
        ("It was shut since the beginning of March.", ("2024-03-01", "2024-05-15"), "since the beginning of March"),
        ("It was shut from the middle of April.", ("2024-04-15", "2024-05-15"), "from the middle of April"),
        ("The fighting lasted until Tuesday.", (None, "2024-05-14"), "until Tuesday"),
        ("It will be shut until Friday.", ("2024-05-15", "2024-05-17"), "until Friday"),
        ("The vote will be postponed until Friday.", day("2024-05-17"), "Friday"),
        ("It was shut on Monday and Tuesday.", ("2024-05-13", "2024-05-14"), "Monday and Tuesday"),
        ("It will be finished by Friday.", ("2024-05-15", "2024-05-17"), "by Friday"),
        ("It will be over before the end of June.", ("2024-05-15", "2024-06-30"), "before the end of June"),
        ("It had been settled before 2011.", (None, "2010-12-31"), "before 2011"),
        ("17 had been released by Sunday noon.", day("2024-05-12"), "Sunday noon"),
        ("They fought from Monday to Tuesday.", ("2024-05-13", "2024-05-14"), "from Monday to Tuesday"),
        ("They left after Monday's attack.", day("2024-05-13"), "Monday"),
    ],
)
def test_words_in_front_limit_the_days(text: str, expected: tuple[str | None, str], span: str) -> None:
    assert (days(text), words(text)) == ([expected], [span])


@pytest.mark.parametrize(
    "text",
    [
        "They were held for three days.",
        "A 71-year-old woman died.",
        "It happens every Monday.",
        "He told the Sunday Times.",
        "It costs $2 million a year.",
        "It grew in recent days.",
        "About 2000 houses burned down.",
        "May God protect them.",
        "They may march on.",
        "The fall of the city is near.",
        "It was founded in 750 BC.",
    ],
)
def test_what_is_no_day_of_the_calendar_is_left_out(text: str) -> None:
    assert days(text) == []


def test_without_a_day_of_publication_only_what_names_its_year_is_read() -> None:
    text = "On Monday, on 3 March, last week and two days ago. In March 2019, and since 2021."
    assert days(text, None) == [("2019-03-01", "2019-03-31"), ("2021-01-01", None)]
    assert days(text, "unknown") == days(text, None)


def test_publication_may_be_a_date_and_time() -> None:
    assert days("Shells fell on Monday.", "2024-05-15T06:00:00Z") == [day("2024-05-13")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("for three days", ["P3D"]),
        ("a two-week truce", ["P2W"]),
        ("in two decades", ["P20Y"]),
        ("for twenty-five years", ["P25Y"]),
        ("for several months", ["PXM"]),
        ("last week", ["2024-W19"]),
        ("on Monday night", ["2024-05-13TNI"]),
    ],
)
def test_values_are_those_of_timex3(text: str, values: list[str]) -> None:
    assert [value for _, value in find_values(plain_analysis(text), TODAY)] == values


def spans_of(text: str, part: str) -> tuple[Span, ...]:
    start = text.index(part)
    return (Span(start, start + len(part)),)


def chosen(text: str, content: str, cue: str) -> list[str]:
    analysis = plain_analysis(text)
    times = times_of(analysis, find_times(analysis, TODAY), spans_of(text, content), spans_of(text, cue))
    return [text[start:end] for time in times for start, end in time.spans]


def test_a_claim_is_dated_by_its_content_and_not_by_when_it_was_said() -> None:
    text = "The mayor said on Tuesday that shells fell on Monday."
    assert chosen(text, "shells fell on Monday", "said") == ["Monday"]
    assert chosen("The mayor said on Tuesday that shells fell.", "shells fell", "said") == []


def test_a_time_that_leads_up_to_the_content_dates_it() -> None:
    text = "As of Monday, 211 cases had been found, the ministry said on Tuesday."
    assert chosen(text, "211 cases had been found", "said") == ["Monday"]


def test_a_time_that_opens_a_sentence_dates_what_a_cue_is_put_into() -> None:
    text = "On Monday at three in the afternoon, the statement says, soldiers shelled the road."
    assert chosen(text, "soldiers shelled the road", "says") == ["Monday"]
    text = "On Monday, the ministry said soldiers shelled the road."
    assert chosen(text, "soldiers shelled the road", "said") == []


def test_syntax_tells_what_a_time_belongs_to() -> None:
    text = "said in a statement on Tuesday"
    plain = plain_analysis(text)
    upos = ("VERB", "ADP", "DET", "NOUN", "ADP", "PROPN")
    parsed = Analysis(text, plain.words, upos, (0, 3, 3, 0, 5, 3), plain.relations, plain.sentences, (), ())
    (time,) = find_times(parsed, TODAY)
    assert dates_statement(parsed, time, spans_of(text, "said"))
    apart = Analysis(text, plain.words, upos, (0, 3, 3, 3, 5, 3), plain.relations, plain.sentences, (), ())
    assert not dates_statement(apart, time, spans_of(text, "said"))


def test_since_an_event_of_a_day_is_since_that_day() -> None:
    sentence = (
        "40/NUM/2/nsubj died/VERB/0/root since/SCONJ/6/mark the/DET/5/det war/NOUN/6/nsubj began/VERB/2/advcl"
        " {}in/ADP/8/case 2019/NUM/6/obl"
    )
    (since,) = find_times(by_hand(sentence.format("")), TODAY)
    assert (since.start, since.end) == ("2019-01-01", TODAY)
    (aside,) = find_times(by_hand(sentence.format(",/PUNCT/6/punct ")), TODAY)
    assert (aside.start, aside.end) == ("2019-01-01", "2019-12-31")


SENTENCE = (
    "Orlo/PROPN/8/nsubj _,/PUNCT/4/punct the/DET/4/det town/NOUN/1/appos they/PRON/6/nsubj left/VERB/4/acl:relcl"
    " Monday/PROPN/6/obl burned/VERB/0/root on/ADP/10/case Tuesday/PROPN/8/obl"
)


def test_an_apposition_does_not_date_the_claim_it_stands_in() -> None:
    analysis = by_hand(SENTENCE)
    content = (Span(0, len(analysis.text)),)
    times = times_of(analysis, find_times(analysis, TODAY), content, ())
    assert [analysis.text[start:end] for time in times for start, end in time.spans] == ["Tuesday"]


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        (
            "Losses/NOUN/2/nsubj rose/VERB/0/root to/ADP/4/case 17/NUM/2/obl from/ADP/6/case 12/NUM/2/obl on/ADP/8/case"
            " Monday/PROPN/6/nmod",
            [],
        ),
        (
            "Losses/NOUN/2/nsubj rose/VERB/0/root to/ADP/4/case 17/NUM/2/obl on/ADP/6/case Monday/PROPN/2/obl",
            ["Monday"],
        ),
        (
            "They/PRON/2/nsubj made/VERB/0/root the/DET/5/det first/ADJ/5/amod gain/NOUN/2/obj of/ADP/8/case"
            " a/DET/8/det spring/NOUN/5/nmod",
            [],
        ),
        (
            "They/PRON/2/nsubj halted/VERB/0/root the/DET/4/det vote/NOUN/2/obj planned/VERB/4/acl for/ADP/7/case"
            " May/PROPN/5/obl",
            [],
        ),
    ],
)
def test_the_time_of_something_only_mentioned_does_not_date_the_claim(sentence: str, dated: list[str]) -> None:
    analysis = by_hand(sentence)
    times = times_of(analysis, find_times(analysis, TODAY), (Span(0, len(analysis.text)),), ())
    assert [analysis.text[start:end] for time in times for start, end in time.spans] == dated


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("It/PRON was/AUX the/DET biggest/ADJ march/NOUN since/ADP 1998/NUM", []),
        ("The/DET first/ADJ raids/NOUN on/ADP Orlo/PROPN since/SCONJ fighting/NOUN began/VERB last/ADJ year/NOUN", []),
        ("It/PRON was/AUX 37/NUM ,/PUNCT the/DET lowest/ADJ this/DET month/NOUN", []),
        ("The/DET biggest/ADJ plant/NOUN has/AUX stood/VERB still/ADV since/ADP 1998/NUM", ["since 1998"]),
        ("Only/ADV music/NOUN played/VERB this/DET morning/NOUN", ["this morning"]),
    ],
)
def test_since_when_something_is_a_record_does_not_date_it(sentence: str, dated: list[str]) -> None:
    analysis = by_hand(sentence)
    times = times_of(analysis, find_times(analysis, TODAY), (Span(0, len(analysis.text)),), ())
    assert [analysis.text[start:end] for time in times for start, end in time.spans] == dated


@pytest.mark.parametrize(
    ("content", "cue", "dated"),
    [
        ("they left Orlo", "said", ["Monday"]),
        ("Orlo", "said", []),
        ("He", "said", []),
    ],
)
def test_a_time_right_behind_a_clause_dates_it(content: str, cue: str, dated: list[str]) -> None:
    analysis = by_hand("He/PRON said/VERB that/SCONJ they/PRON left/VERB Orlo/PROPN on/ADP Monday/PROPN ./PUNCT")
    text = analysis.text
    times = times_of(analysis, find_times(analysis, TODAY), spans_of(text, content), spans_of(text, cue))
    assert [text[start:end] for time in times for start, end in time.spans] == dated


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("On/ADP/2/case Monday/PROPN/5/obl he/PRON/4/nsubj said/VERB/0/root fell/VERB/4/ccomp", ["Monday"]),
        ("He/PRON/4/nsubj on/ADP/3/case Monday/PROPN/1/nmod said/VERB/0/root it/PRON/6/nsubj fell/VERB/4/ccomp", []),
    ],
)
def test_a_time_leads_up_to_the_content_where_it_hangs_on_it(sentence: str, dated: list[str]) -> None:
    analysis = by_hand(sentence)
    times = times_of(
        analysis,
        find_times(analysis, TODAY),
        spans_of(analysis.text, "fell"),
        spans_of(analysis.text, "said"),
    )
    assert [analysis.text[start:end] for time in times for start, end in time.spans] == dated


@pytest.mark.parametrize(
    ("text", "precision", "at"),
    [
        ("It fell at 2:14 a.m. on Tuesday.", "time of day", "02:14"),
        ("It fell on Tuesday at 9.30 pm.", "time of day", "21:30"),
        ("It fell on 12 May, 18:00.", "time of day", "18:00"),
        ("It fell on Monday night.", "part of day", "night"),
        ("It fell yesterday morning.", "part of day", "morning"),
        ("It burned overnight.", "part of day", "night"),
        ("It fell on Tuesday.", "day", None),
        ("It fell two days earlier.", "day", None),
        ("It fell at the weekend.", "weekend", None),
        ("It fell last week.", "week", None),
        ("It has grown since March 2019.", "month", None),
        ("It fell in the past two months.", "month", None),
        ("It fell in the third quarter.", "quarter", None),
        ("It fell the previous autumn.", "season", None),
        ("It fell in the first half of 2020.", "half-year", None),
        ("It fell last year.", "year", None),
        ("It fell in the 1990s.", "decade", None),
        ("It fell in the 20th century.", "century", None),
        ("They met between 11 p.m. on Monday and 4 a.m. on Tuesday.", "time of day", None),
    ],
)
def test_a_time_says_how_finely_and_at_what_hour_it_is_told(text: str, precision: str, at: str | None) -> None:
    (time,) = find_times(plain_analysis(text), TODAY)
    assert (time.precision, time.at) == (precision, at)


@given(st.integers(0, 23), st.integers(0, 59))
def test_clock_times_come_back(hour: int, minute: int) -> None:
    half = "am" if hour < 12 else "pm"
    assert clock_value(f"{hour}:{minute:02}", None) == f"T{hour:02}:{minute:02}"
    assert clock_value(f"{(hour - 1) % 12 + 1}.{minute:02}", half) == f"T{hour:02}:{minute:02}"


PIECES = """
    the of in on at from since until by before after between and to within early late mid end beginning middle
    last next this previous following same that two 3 31 1998 2000 9999 10:30 p.m. March May Monday Friday weekend
    day days week weeks month years century quarter first 20th 1990s summer fall night overnight today tomorrow
    ago earlier later a few every - , . ' 3/4 30/02/2024 0000-00-00 99.99.9999 mid-March hundred thousand ninety
    will said 999999999
"""
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join))
PUBLISHED = st.one_of(st.none(), st.text(max_size=12), st.dates().map(date.isoformat))


@settings(deadline=None)
@given(TEXTS, PUBLISHED)
def test_any_text_gives_ordered_days_inside_the_text_and_the_same_every_time(text: str, published: str | None) -> None:
    analysis = plain_analysis(text)
    found = find_times(analysis, published)
    assert found == find_times(analysis, published)
    for time in found:
        check(time, text)


def check(time: Time, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in time.spans)
    ends = [date.fromisoformat(end) for end in (time.start, time.end) if end is not None]
    assert ends
    assert ends == sorted(ends)
    assert time.precision in get_args(Precision)
    assert time.at is None or time.precision in ("time of day", "part of day")


#: Word, tag and relation of a token, to be mixed at random.
TOKENS = st.tuples(
    st.sampled_from(
        ("Monday", "on", "since", "said", "the", "town", "May", "2019", "from", "12", "first", "fell", ",")
    ),
    st.sampled_from(("NOUN", "VERB", "NUM", "ADP", "DET", "ADJ", "PUNCT", "PROPN", "SCONJ", "AUX")),
    st.integers(0, 12),
    st.sampled_from(("nsubj", "obl", "nmod", "appos", "acl", "acl:relcl", "root", "ccomp", "case", "mark", "advcl")),
)


@settings(deadline=None)
@given(st.lists(TOKENS, min_size=1, max_size=12), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_claim_has_times_of_its_report_whatever_the_tree(
    tokens: list[tuple[str, str, int, str]], cut: int, said: int, end: int
) -> None:
    size = len(tokens)
    analysis = by_hand(" ".join(f"{word}/{tag}/{min(head, size)}/{name}" for word, tag, head, name in tokens))
    first, last = sorted((min(cut, len(analysis.text)), min(end, len(analysis.text))))
    content = (Span(first, last),) if first < last else ()
    times = find_times(analysis, TODAY)
    assert set(times_of(analysis, times, content, (Span(0, min(said, len(analysis.text))),))) <= set(times)
