"""Dependency trees from arc scores: the best-scoring tree with exactly one root a sentence.

Most sentences' best heads form a tree at once; for the rest the maximum spanning tree is found
(Chu and Liu 1965, Edmonds 1967; McDonald et al. 2005 for parsing). A root is its own head.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from counterclaim.language.encoder import Floats

Ints = NDArray[np.int64]

#: So many words at most are tried as the root of a sentence.
MOST_ROOTS = 3


def find_heads(scores: Floats) -> Ints:
    """Heads of a sentence from scores (dependent, head); the diagonal is the score of being the root."""
    heads: Ints = scores.argmax(axis=1)
    if _is_tree(heads):
        return heads
    index = np.arange(len(heads))
    roots = np.diag(scores)
    # One tree is sought for each word that took itself for the root; where none did, for the likeliest.
    candidates = np.flatnonzero(heads == index)
    if not len(candidates):
        candidates = np.array([roots.argmax()])
    allowed = scores.astype(np.float64)
    np.fill_diagonal(allowed, -np.inf)
    best, best_score = heads, -np.inf
    for root in candidates[np.argsort(-roots[candidates], kind="stable")][:MOST_ROOTS].tolist():
        tree = _spanning_tree(allowed, root)
        score = float(scores[index, tree].sum())
        if score > best_score:
            best, best_score = tree, score
    return best


def _is_tree(heads: Ints) -> bool:
    """One root, and every word reaches it (paths double in length at each step)."""
    index = np.arange(len(heads))
    roots = np.flatnonzero(heads == index)
    if len(roots) != 1:
        return False
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool((reached == roots[0]).all())


def _spanning_tree(scores: NDArray[np.float64], root: int) -> Ints:
    """Maximum spanning arborescence with the given root; scores (dependent, head)."""
    scores = scores.copy()
    scores[root] = -np.inf
    scores[root, root] = 0.0
    heads: Ints = scores.argmax(axis=1)
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    return _contract(scores, heads, cycle, root)


def _cycle(heads: Ints, root: int) -> list[int] | None:
    state = np.zeros(len(heads), dtype=np.int8)
    state[root] = 2
    for start in range(len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return None


def _contract(scores: NDArray[np.float64], heads: Ints, cycle: list[int], root: int) -> Ints:
    """Make one word of a cycle, solve the smaller problem and open the cycle where it is entered."""
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    size = len(outside)
    ring = np.array(cycle)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, ring)]
    smaller[:size, size] = leaving.max(axis=1)
    entering = scores[np.ix_(ring, outside)] - scores[ring, heads[ring]][:, None]
    smaller[size, :size] = entering.max(axis=0)
    solved = _spanning_tree(smaller, int(np.flatnonzero(outside == root)[0]))
    full = heads.copy()
    for i in range(size):
        head = int(solved[i])
        full[outside[i]] = outside[head] if head < size else ring[leaving[i].argmax()]
    entry = int(solved[size])
    full[ring[entering[:, entry].argmax()]] = outside[entry]
    return full
