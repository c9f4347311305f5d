"""The metric on cases small enough to count by hand."""

from __future__ import annotations

import pytest

from benchmarks.attribution.matching import match
from benchmarks.attribution.score import Comparison, compare
from benchmarks.attribution.tokens import MarkedText
from benchmarks.figures import Count
from counterclaim.model import Attribution, Span, Spans

TEXT = 'The mayor said nine people were dead. "We dig," he said. Advertisement: buy bricks, said Brick Inc.'


def at(*words: str) -> Spans:
    """Where words stand in TEXT, at their first occurrence."""
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


MAYOR = Attribution(at("The mayor"), at("said"), at("nine people were dead"))
HE = Attribution(at("he said")[:1], (), at('"We dig,"'))


def scored(
    gold: list[Attribution], predicted: list[Attribution], ignore: Spans = (), words_only: bool = False
) -> Comparison:
    text = MarkedText(TEXT, ignore, words_only)
    return compare(text.items(gold, predicted=False), text.items(predicted, predicted=True))


def test_matching_gives_up_a_first_choice_so_that_more_are_matched() -> None:
    assert match("ab", "xy", lambda i, j: (i, j) in {("a", "x"), ("a", "y"), ("b", "x")}) == {0: 1, 1: 0}


def test_matching_pairs_no_one_twice() -> None:
    assert match("a", "xyz", lambda i, j: True) == {0: 0}


def test_the_gold_itself_is_all_right() -> None:
    result = scored([MAYOR, HE], [HE, MAYOR])
    assert {name for name, count in result.counts.items() if count.gold and count.f1 != 1} == set()
    assert result.found == {0, 1}


def test_half_of_the_content_is_enough_less_is_not() -> None:
    half = Attribution(MAYOR.source, MAYOR.cue, at("nine people"))
    less = Attribution(MAYOR.source, MAYOR.cue, at("nine"))
    assert scored([MAYOR], [half]).counts["attribution"] == Count.of(1, 1, 1)
    assert scored([MAYOR], [half]).counts["exact_content"] == Count.of(0, 1, 1)
    assert scored([MAYOR], [less]).counts["attribution"] == Count.of(0, 1, 1)


def test_a_source_is_right_if_it_shares_a_token_or_both_have_none() -> None:
    shorter = Attribution(at("mayor"), (), MAYOR.content)
    other = Attribution(at("Brick"), (), MAYOR.content)
    without = Attribution((), (), MAYOR.content)
    assert scored([MAYOR], [shorter]).counts["attribution"].f1 == 1
    for wrong in (other, without):
        counts = scored([MAYOR], [wrong]).counts
        assert counts["attribution"].f1 == 0
        assert counts["content_only"].f1 == 1
        assert counts["source_right"] == Count.of(0, 1, 1)
    assert scored([without], [without]).counts["attribution"].f1 == 1


def test_ignored_tokens_do_not_exist() -> None:
    advertisement = Attribution(at("Brick Inc"), at("said"), at("buy bricks"))
    ignore = at("Advertisement: buy bricks, said Brick Inc.")
    counts = scored([MAYOR, advertisement], [MAYOR, advertisement], ignore).counts
    assert counts["attribution"] == Count.of(1, 1, 1)
    assert counts["source"] == Count.of(2, 2, 2)


def test_a_token_that_touches_an_ignored_span_is_ignored_whole() -> None:
    start = TEXT.index("people")
    assert len(MarkedText(TEXT, [Span(start + 2, start + 3)]).tokens(MAYOR.content)) == 3


def test_words_only_leaves_punctuation_out() -> None:
    bare = Attribution(HE.source, (), at("We dig"))
    assert scored([HE], [bare]).counts["exact_content"].f1 == 0
    assert scored([HE], [bare], words_only=True).counts["exact_content"].f1 == 1


def test_tokens_are_counted_once_however_often_they_are_predicted() -> None:
    assert scored([MAYOR], [MAYOR, MAYOR]).counts["content"] == Count.of(4, 4, 4)
    assert scored([MAYOR], [MAYOR, MAYOR]).counts["attribution"] == Count.of(1, 2, 1)


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ('"We dig," he said.', ["We dig"], "indirect"),
        ('"We dig," he said.', ['"We dig,"'], "direct"),
        ("‘We dig,’ he said.", ["‘We dig,’"], "direct"),
        ('He said they "dig" on.', ['they "dig" on'], "mixed"),
        ("He said they dig.", ["they dig"], "indirect"),
        ('"We dig," he said. "And dig."', ['"We dig,"', '"And dig."'], "direct"),
    ],
)
def test_kinds_of_quotation(text: str, content: list[str], kind: str) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in content]
    assert MarkedText(text).quote(spans) == kind


def test_a_prediction_may_leave_its_quotation_marks_outside() -> None:
    assert MarkedText(TEXT).quote(at("We dig,"), marks_may_lie_outside=True) == "direct"
    assert MarkedText(TEXT).quote(at("We dig"), marks_may_lie_outside=True) == "direct"
    assert MarkedText(TEXT).quote(at("nine people"), marks_may_lie_outside=True) == "indirect"


def test_figures_by_kind_count_each_side_by_its_own_kind() -> None:
    mixed = Attribution(HE.source, (), at('dead. "We dig,"'))
    counts = scored([HE], [mixed]).counts
    assert counts["attribution_direct"] == Count(0, 0, 1, 1)
    assert counts["attribution_mixed"] == Count(1, 1, 0, 0)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        MarkedText("short").tokens([Span(3, 9)])
