"""Decoding of spans and links from hand-made scores."""

from __future__ import annotations

import numpy as np

from counterclaim.language.attributions import (
    TAGS,
    Layout,
    WordAttribution,
    distance_bucket,
    find_attributions,
    find_spans,
)
from counterclaim.language.encoder import Decoder, Scores

TRANSITIONS = np.zeros((len(TAGS), len(TAGS)), np.float32)


def tags(names: str) -> np.ndarray:
    """Scores that prefer the named tags: "S s C c T t ." for source, cue, content and outside."""
    letters = {
        ".": "O",
        "S": "B-source",
        "s": "I-source",
        "C": "B-cue",
        "c": "I-cue",
        "T": "B-content",
        "t": "I-content",
    }
    table = np.zeros((len(names), len(TAGS)), np.float32)
    for row, letter in enumerate(names):
        table[row, TAGS.index(letters[letter])] = 5
    return table


def scores(
    names: str, content: dict[int, int], source: dict[int, int | None], gaps: list[int] | None = None
) -> tuple[Scores, Decoder, Layout]:
    """Scores in which content word w takes cue `content[w]` and cue c takes source word `source[c]`."""
    size = len(names)
    one = np.eye(size, dtype=np.float32)
    content_left = np.zeros((size, size), np.float32)
    for word, cue in content.items():
        content_left[word, cue] = 10
    source_left = np.zeros((size, size), np.float32)
    none = np.zeros((size, 1), np.float32)
    for cue, taken in source.items():
        if taken is None:
            none[cue] = 10
        else:
            source_left[cue, taken] = 5
    empty = np.zeros((size, 1), np.float32)
    made = Scores(
        upos=empty, names=empty, tags=tags(names), starts=empty, label_dependent=empty, label_head=empty,
        source_none=none, arcs_left=empty, arcs_right=empty, content_left=content_left, content_right=one,
        source_left=source_left, source_right=one,
    )  # fmt: skip
    flat = np.zeros(29, np.float32)
    return made, Decoder(empty, empty, flat, flat, TRANSITIONS), Layout.of(gaps or [1] * size, [(0, size)])


def test_finds_stretches_of_each_role() -> None:
    assert find_spans(tags("SsC.TtTt"), TRANSITIONS) == {
        "source": [(0, 2)], "cue": [(2, 3)], "content": [(4, 6), (6, 8)],
    }  # fmt: skip


def test_a_content_in_two_pieces_belongs_to_one_cue() -> None:
    given = scores("TtSC.Tt", {0: 3, 1: 3, 5: 3, 6: 3}, {3: 2})
    assert find_attributions(*given) == [WordAttribution((2, 3), (3, 4), ((0, 2), (5, 7)))]


def test_joins_what_scores_best_and_not_what_is_nearest() -> None:
    given = scores("SCSCTt", {4: 1, 5: 1}, {1: 2, 3: 0})
    assert find_attributions(*given) == [WordAttribution((2, 3), (1, 2), ((4, 6),))]


def test_prefers_a_cue_in_the_same_paragraph() -> None:
    names, content = "SC.TtC", {3: 1, 4: 1}
    assert find_attributions(*scores(names, content, {}))[0].cue == (1, 2)
    assert find_attributions(*scores(names, content, {}, gaps=[3, 1, 3, 3, 1, 1]))[0].cue == (5, 6)


def test_takes_a_cue_and_a_source_that_the_tags_passed_over() -> None:
    given = scores("...Tt", {3: 1, 4: 1}, {1: 0})
    assert find_attributions(*given) == [WordAttribution((0, 1), (1, 2), ((3, 5),))]


def test_one_source_may_serve_two_cues() -> None:
    given = scores("SCTCT", {2: 1, 4: 3}, {1: 0, 3: 0})
    assert [found.source for found in find_attributions(*given)] == [(0, 1), (0, 1)]


def test_an_attribution_may_have_no_source() -> None:
    given = scores("SCT", {2: 1}, {1: None})
    assert find_attributions(*given) == [WordAttribution(None, (1, 2), ((2, 3),))]


def test_nothing_is_attributed_without_content() -> None:
    given = scores("SC.", {}, {1: 0})
    assert find_attributions(*given) == []


def test_distances_are_told_apart_finely_near_and_coarsely_far() -> None:
    buckets = distance_bucket(np.array([0, 1, -1, 3, 4, 5, 400, -400]), 29)
    assert buckets.tolist() == [14, 15, 13, 17, 18, 18, 28, 0]
