"""The list of all disputes of an HTML export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counterclaim.export.markup import Safe, joined, tag
from counterclaim.export.page_parts import KINDS, letters, page, row, stretch, table, words
from counterclaim.render.layout import count


def index_page(disputes: Sequence[dict[str, Any]]) -> Safe:
    """The whole page; the disputes in the order given."""
    return page(
        "Disputes",
        joined(tag("h1", "Disputes"), tag("p", f"{count(len(disputes), 'question')} that claims answer in ways "
                                               "that cannot be true together, those with the latest report first.",
                                          class_="soft")),
        _table(disputes) if disputes else tag("p", "There are none in this ledger."),
    )  # fmt: skip


def _table(disputes: Sequence[dict[str, Any]]) -> Safe:
    return table(("Question", "Positions", "Asks", "Claims", "Reports of"), map(_row, disputes))


def _row(dispute: dict[str, Any]) -> Safe:
    positions = dispute["positions"]
    values = (
        tag("li", tag("b", letter), " ", words(position["value"]))
        for letter, position in zip(letters(len(positions)), positions, strict=True)
    )
    return row(
        tag("a", words(dispute["question"]), href=f"{dispute['id']}.html"),
        {
            "Positions": tag("ul", *values, class_="values"),
            "Asks": KINDS[dispute["kind"]],
            "Claims": str(len(dispute["claims"])),
            "Reports of": stretch(claim["published"] for claim in dispute["claims"].values()),
        },
    )
