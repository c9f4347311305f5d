"""The list of all disputes of an HTML export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from counterclaim.export.markup import Safe, joined, tag
from counterclaim.export.page_parts import KINDS, letters, number_of, page, span_of, when, words


def index_page(disputes: Sequence[dict[str, Any]]) -> Iterator[Safe]:
    """The whole page, in pieces; the disputes in the order given."""
    yield from page(
        "Disputes",
        joined(tag("h1", "Disputes"), tag("p", f"{number_of(len(disputes), 'question')} that claims answer in ways "
                                               "that cannot be true together, those with the latest report first.",
                                          class_="soft")),
        _table(disputes) if disputes else tag("p", "There are none in this ledger."),
    )  # fmt: skip


def _table(disputes: Sequence[dict[str, Any]]) -> Safe:
    heads = (tag("th", name, scope="col") for name in ("Question", "Positions", "Asks", "Claims", "Reports of"))
    rows = (joined("\n", _row(dispute)) for dispute in disputes)
    return tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))


def _row(dispute: dict[str, Any]) -> Safe:
    first, last = span_of(claim["published"] for claim in dispute["claims"].values())
    positions = dispute["positions"]
    values = (
        tag("li", tag("b", letter), " ", words(position["value"]))
        for letter, position in zip(letters(len(positions)), positions, strict=True)
    )
    return tag(
        "tr",
        tag("th", tag("a", words(dispute["question"]), href=f"{dispute['id']}.html"), scope="row"),
        tag("td", tag("ul", *values, class_="values"), data_label="Positions"),
        tag("td", KINDS[dispute["kind"]], data_label="Asks"),
        tag("td", str(len(dispute["claims"])), data_label="Claims", class_="number"),
        tag("td", when(first), *((" to ", when(last)) if last != first else ()), data_label="Reports of"),
    )
