"""Trees: always well-formed, and the best there is."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from counterclaim.language.trees import find_heads

SCORES = st.integers(1, 6).flatmap(
    lambda n: hnp.arrays(np.float32, (n, n), elements=st.integers(-40, 40).map(lambda x: x / 4))
)


def is_tree(heads: tuple[int, ...]) -> bool:
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) != 1:
        return False
    for word in range(len(heads)):
        at = word
        for _ in heads:
            at = heads[at]
        if at != roots[0]:
            return False
    return True


@given(SCORES)
@settings(max_examples=300)
def test_heads_form_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(tuple(find_heads(scores).tolist()))


@given(st.integers(2, 5).flatmap(lambda n: hnp.arrays(np.float32, (n, n), elements=st.integers(-40, 40).map(float))))
@settings(max_examples=60)
def test_no_tree_with_the_same_root_scores_better(scores: np.ndarray) -> None:
    size = len(scores)
    found = find_heads(scores)
    root = int(np.flatnonzero(found == np.arange(size))[0])
    best = max(
        sum(float(scores[i, h]) for i, h in enumerate(heads))
        for heads in product(range(size), repeat=size)
        if is_tree(heads) and heads[root] == root
    )
    assert float(scores[np.arange(size), found].sum()) >= best - 1e-3


def test_breaks_a_cycle_where_it_costs_least() -> None:
    scores = np.array([[9, 0, 0], [0, -9, 8], [1, 7, -9]], np.float32)
    assert find_heads(scores).tolist() == [0, 2, 0]
