"""How well predicted attributions fit the gold ones of one text.

`attribution`    pairs whose contents overlap by a Jaccard index of at least 0.5 (in tokens) and whose
                 sources share a token or are both missing; matched one to one, as many as possible
`content_only`   the same without looking at the sources
`exact_content`  pairs with the same content tokens
`direct` ...     the two above by kind of quotation: recall over the gold attributions of the kind,
                 precision over the predicted ones of the kind, both from the full matching
`source_right`   of the `content_only` pairs, those whose sources agree
`source` ...     tokens: all that any attribution of the text has in that role
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from benchmarks.attribution.matching import match
from benchmarks.attribution.tokens import Item, Tokens
from benchmarks.figures import Count
from counterclaim.model import Quote

Role = Literal["source", "cue", "content"]
QUOTES: tuple[Quote, ...] = get_args(Quote)


@dataclass(frozen=True)
class Comparison:
    """Counts by figure, and the numbers of the gold items that an attribution was matched to."""

    counts: dict[str, Count]
    found: frozenset[int]


def compare(gold: Sequence[Item], predicted: Sequence[Item]) -> Comparison:
    """All figures of one text."""
    whole = match(gold, predicted, _same_attribution)
    contents = match(gold, predicted, _same_content)
    exact = match(gold, predicted, _identical_content)
    agreeing = sum(_same_source(gold[i], predicted[j]) for i, j in contents.items())
    sizes = len(predicted), len(gold)
    counts = {
        "attribution": Count.of(len(whole), *sizes),
        "content_only": Count.of(len(contents), *sizes),
        "exact_content": Count.of(len(exact), *sizes),
        "source_right": Count.of(agreeing, len(contents), len(contents)),
        **{role: _token_count(gold, predicted, role) for role in get_args(Role)},
        **{f"attribution_{quote}": _quote_count(gold, predicted, whole, quote) for quote in QUOTES},
        **{f"exact_content_{quote}": _quote_count(gold, predicted, exact, quote) for quote in QUOTES},
    }
    return Comparison(counts, frozenset(whole))


def _jaccard(a: Tokens, b: Tokens) -> float:
    return len(a & b) / len(a | b)


def _same_source(a: Item, b: Item) -> bool:
    return bool(a.source & b.source) or not (a.source or b.source)


def _same_content(a: Item, b: Item) -> bool:
    return _jaccard(a.content, b.content) >= 0.5


def _same_attribution(a: Item, b: Item) -> bool:
    return _same_content(a, b) and _same_source(a, b)


def _identical_content(a: Item, b: Item) -> bool:
    return a.content == b.content


_ROLE: dict[Role, Callable[[Item], Tokens]] = {
    "source": lambda item: item.source,
    "cue": lambda item: item.cue,
    "content": lambda item: item.content,
}


def _token_count(gold: Sequence[Item], predicted: Sequence[Item], role: Role) -> Count:
    there = frozenset[int]().union(*map(_ROLE[role], gold))
    said = frozenset[int]().union(*map(_ROLE[role], predicted))
    return Count.of(len(there & said), len(said), len(there))


def _quote_count(gold: Sequence[Item], predicted: Sequence[Item], pairs: dict[int, int], quote: Quote) -> Count:
    said = {j for j, item in enumerate(predicted) if item.quote == quote}
    there = {i for i, item in enumerate(gold) if item.quote == quote}
    return Count(len(said & set(pairs.values())), len(said), len(there & set(pairs)), len(there))
