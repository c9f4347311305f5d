"""What people see of a reading: nothing hidden, nothing that steers their terminal, readable without colour."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from counterclaim.model import Actor, Claim, Report, Span
from counterclaim.reader import Reading
from counterclaim.render import dumps, one_line, overview, report_view, show, summary
from counterclaim.render.marks import marked, visible
from tests.readings import REPORT, claim, example, reading, spans


def printed(found: Reading, width: int = 80, *, terminal: bool = False, no_color: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, no_color=no_color, color_system="standard" if terminal else None
    )
    show(report_view(found, console), console)
    return out.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_header_names_title_outlet_and_date() -> None:
    head = printed(example()).splitlines()[:4]
    assert "Both sides claim village" in head[1]
    assert "Transalpine Press · 2026-03-06" in head[2]


def test_missing_values_read_unknown() -> None:
    text = printed(reading(Report("Nothing was said.")))
    assert "Untitled report" in text
    assert "outlet unknown · date unknown" in text


@pytest.mark.parametrize(
    ("given_as", "shown"),
    [("2026-03-03T15:40:00+01:00", "2026-03-03 15:40+01:00"), ("2026-03-03", "2026-03-03"), ("in May", "in May")],
)
def test_moment_of_publication_for_people(given_as: str, shown: str) -> None:
    assert f" {shown}\n" in printed(reading(Report("Text.", published=given_as)))


def test_without_styles_spans_stand_in_brackets_with_their_number() -> None:
    text = printed(example(), width=120)
    assert '[1: "Zabrod is ours,"] {Colonel Viktor Maslen} <said>' in text
    assert "{He} <denied> [2: that any soldier had been captured]" in text
    assert "\x1b" not in text


def test_every_piece_of_a_discontinuous_content_has_the_number() -> None:
    text = printed(example(), width=120)
    assert '[3: "They can clear what they like,"]' in text
    assert '[3: "On paper."]' in text


def test_legend_explains_the_marks() -> None:
    assert "{source}  <cue>  [1: what is claimed]  1: its number in the table" in printed(example())


def test_a_terminal_gets_colours_and_styles_of_which_the_styles_alone_suffice() -> None:
    assert "\x1b[1;36mColonel Viktor Maslen\x1b[0m" in printed(example(), terminal=True)
    plain = printed(example(), terminal=True, no_color=True)
    assert "\x1b[1mColonel Viktor Maslen\x1b[0m" in plain  # bold
    assert "\x1b[4msaid\x1b[0m" in plain  # underlined
    assert '\x1b[3m"Zabrod is ours,"\x1b[0m\x1b[1m[1]\x1b[0m' in plain  # italic, with its number


def test_table_gives_claimant_cue_words_and_kind_of_quote() -> None:
    rows = [line.split("  ") for line in printed(example(), width=120).splitlines()]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert ["1", "Colonel Viktor Maslen", "said", '"Zabrod is ours,"', "direct"] in cells
    assert ["2", "He", "denied", "that any soldier had been captured", "indirect"] in cells


def test_table_says_who_a_pronoun_is_and_repeats_no_name() -> None:
    text = printed(example(), width=120)
    assert text.count("= Viktor Maslen") == 1


def test_a_claim_without_source_says_so() -> None:
    report = Report("It was said to be over.")
    assert "not named" in printed(reading(report, [claim(report, (), (), spans(report.text, "over"))]))


def test_a_report_without_claims_says_so() -> None:
    assert "No claims found in this report." in printed(reading())


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("terminal", [False, True])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int, terminal: bool) -> None:
    report = Report("Pneumonoultramicroscopicsilicovolcanoconiosis, the mayor-elect acknowledgingly said. " * 3)
    words = spans(report.text, "the mayor-elect"), spans(report.text, "acknowledgingly")
    found = reading(
        report, [claim(report, *words, spans(report.text, "Pneumonoultramicroscopicsilicovolcanoconiosis"))]
    )
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal, color_system=None)
    show(report_view(found, console), console)
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    if width < 60:  # one below the other, so that the words stay together
        assert squeezed(out.getvalue()).count("Pneumonoultramicroscopicsilicovolcanoconiosis") >= 4
    assert "…" not in out.getvalue()


def test_what_is_not_for_terminals_is_made_visible_and_offsets_stay() -> None:
    text = 'He said\r\n"\x1b[2Jgone\x07" \x9b1m\u2028and\x0cleft.\ud800'
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown == 'He said \n"␛[2Jgone␇" �1m\nand\nleft.�'
    assert one_line("two\x1b\n lines ") == "two␛ lines"


def test_a_title_or_path_cannot_steer_the_terminal() -> None:
    assert "\x1b]0;" not in printed(reading(Report("Text.", title="\x1b]0;pwned\x07", path="\x1b]0;a.txt")))


def test_overlapping_spans_and_shared_contents_are_all_marked() -> None:
    report = Report("Generals say he said it was over.")

    def words(*found: str) -> tuple[Span, ...]:
        return spans(report.text, *found)

    outer = claim(report, words("Generals"), words("say"), words("he said it was over"))
    inner = claim(report, words("he"), words("said"), words("it was over"))
    same = claim(report, (), (), words("it was over"))
    text = marked(report.text, [outer, inner, same], plain=True).plain
    assert text == "{Generals} <say> [1: {he} <said> [2,3: it was over]]."


@st.composite
def texts_with_claims(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(st.text(max_size=60))
    report = Report(text)
    offsets = st.integers(0, len(text))
    span = st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))
    pieces = st.lists(span, max_size=2).map(tuple)
    contents = st.lists(span, min_size=1, max_size=3).map(tuple)
    claims = st.builds(claim, st.just(report), pieces, pieces, contents)
    return text, draw(st.lists(claims, max_size=4))


@given(texts_with_claims(), st.booleans())
def test_marking_only_ever_adds_to_the_text(case: tuple[str, list[Claim]], plain: bool) -> None:
    text, claims = case
    rest = iter(marked(text, claims, plain=plain).plain)
    assert all(character in rest for character in visible(text))


@given(texts_with_claims(), st.sampled_from([30, 80]), st.booleans())
def test_any_text_can_be_shown(case: tuple[str, list[Claim]], width: int, terminal: bool) -> None:
    text, claims = case
    shown = printed(reading(Report(text), claims), width, terminal=terminal)
    shown.encode()  # no lone surrogates


def test_overview_lists_reports_and_counts_their_claims() -> None:
    out = io.StringIO()
    console = Console(file=out, width=100)
    show(overview([example(), reading()], console), console)
    lines = out.getvalue().splitlines()
    assert any(line.split()[:2] == ["1", "2026-03-06"] and line.endswith(" 3") for line in lines)
    assert any(line.split()[:2] == ["2", "2026-03-06"] and line.endswith(" 0") for line in lines)


def test_summary_counts_in_words() -> None:
    assert summary(1, 1).plain == "1 report · 1 claim"
    assert summary(1200, 0, 2).plain == "1,200 reports · 0 claims · 2 inputs not read"


def test_json_has_one_value_a_line_and_is_the_same_object() -> None:
    contract = example().to_dict()
    lines = dumps(contract).splitlines()
    assert json.loads("\n".join(lines)) == json.loads(json.dumps(contract))
    assert sum(REPORT.id in line and '"content"' in line for line in lines) == 3
    assert "\n" not in dumps(contract, one_line=True)
    assert json.loads(dumps({"actors": [], "n": "é"}, ascii_only=True)) == {"actors": [], "n": "é"}


def test_an_actor_is_named_where_the_mention_does_not() -> None:
    report = Report("The ministry said no.")
    found = Actor("m", "Interior Ministry")
    source, content = spans(report.text, "The ministry", "no")
    named = Claim("c", report.id, (source,), (), (content,), "no", "indirect", "m")
    assert "= Interior Ministry" in printed(reading(report, [named], [found]), width=120)
