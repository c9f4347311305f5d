"""Words: exact slices of the text, split after UD conventions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.words import JOINED, LINE, PARAGRAPH, SPACE, split_words


def words(text: str) -> list[str]:
    split = split_words(text)
    return [text[s:e] for s, e in zip(split.starts, split.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry's men didn't leave.", "The ministry 's men did n't leave ."),
        ("The ministry’s men can’t.", "The ministry ’s men ca n’t ."),
        ("They cannot stay", "They can not stay"),
        ("Gen. J. Brandt met Mr. Ost.", "Gen. J. Brandt met Mr. Ost ."),
        ("the U.S. envoy, at 10:30 a.m.", "the U.S. envoy , at 10:30 a.m."),
        ("a well-armed anti-aircraft unit", "a well - armed anti-aircraft unit"),
        ("about 40-45% or 1,300.50", "about 40 - 45 % or 1,300.50"),
        ("$3.5m and 20km", "$ 3.5 m and 20 km"),
        ("on 2024-05-12 it rose", "on 2024-05-12 it rose"),
        ('"Leave," he said.', '" Leave , " he said .'),
        ("He stopped... Then?!", "He stopped ... Then ?!"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("O'Hara and Qa'ida", "O'Hara and Qa'ida"),
        ("the 11-year-old", "the 11 - year - old"),
        ("ended.Then", "ended . Then"),
    ],
)
def test_splits_after_ud_conventions(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_keeps_combining_marks_with_their_letter() -> None:
    assert words("Jose\u0301 spoke") == ["Jose\u0301", "spoke"]


def test_tells_what_stands_between_words() -> None:
    split = split_words("One, two\nthree\n\nfour")
    assert split.gaps == [PARAGRAPH, JOINED, SPACE, LINE, PARAGRAPH]


@given(st.text())
def test_words_are_ordered_slices_that_cover_all_but_white_space(text: str) -> None:
    split = split_words(text)
    covered: set[int] = set()
    before = 0
    for start, end in zip(split.starts, split.ends, strict=True):
        assert before <= start < end <= len(text)
        covered.update(range(start, end))
        before = end
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
