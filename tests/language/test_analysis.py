"""Looking things up in an analysis."""

from __future__ import annotations

import pickle

from tests.claims.trees import parsed

TWO = """
They PRON 2 nsubj
left VERB 0 root
soon ADV 2 advmod

Rain NOUN 2 nsubj
fell VERB 0 root
"""


def test_children_are_the_words_that_depend_on_a_word_in_the_order_of_the_text() -> None:
    assert parsed(TWO).children == ((), (0, 2), (), (), (3,))


def test_an_analysis_is_the_same_whether_or_not_its_children_were_asked_for() -> None:
    asked, fresh = parsed(TWO), parsed(TWO)
    assert asked.children
    assert asked == fresh == pickle.loads(pickle.dumps(asked))
    assert pickle.loads(pickle.dumps(asked)).children == fresh.children
