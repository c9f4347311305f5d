"""What the pages of an HTML export have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from string import ascii_uppercase
from typing import Any

from counterclaim.export.markup import Part, Safe, document, joined, tag
from counterclaim.version import VERSION

KINDS = {
    "quantity": "how many or how much", "occurrence": "whether it happened", "control": "who holds it",
    "responsibility": "who did it", "status": "whether it is still so", "identity": "who or what it is",
}  # fmt: skip
"""What each kind of dispute asks."""

_TOP = "top"


def page(title: str, heading: Part, *main: Part) -> Safe:
    """A page with its landmarks; `heading` is what stands above its main part."""
    return document(
        title,
        _style(),
        tag("a", "Skip to the content", href=f"#{_TOP}", class_="skip"),
        "\n",
        tag("header", heading),
        "\n",
        tag("main", *main, id=_TOP, tabindex="-1"),
        "\n",
        tag(
            "footer",
            tag("p", "Counterclaim says who claims what, on which words, and what cannot be true together. It does "
                     "not say who is right, and it can err: follow each claim to its report."),
            tag("p", f"Made by Counterclaim {VERSION} from the reports in a ledger."),
        ),
    )  # fmt: skip


def section(heading: str, *parts: Part, id_: str) -> Safe:
    """A part of a page under a heading."""
    return joined("\n", tag("section", tag("h2", heading, id=id_), "\n", *parts, aria_labelledby=id_))


def table(names: Sequence[str], rows: Iterable[Safe]) -> Safe:
    """A table with heads, of rows as `row` makes them."""
    heads = (tag("th", name, scope="col", role="columnheader") for name in names)
    head = tag("thead", tag("tr", *heads, role="row"), role="rowgroup")
    return tag("table", head, tag("tbody", *rows, role="rowgroup"), role="table")


def row(head: Part, cells: Mapping[str, Part], id_: str | None = None) -> Safe:
    """A row with its cells by the names of their columns; its roles stay where narrow screens lay it out as a list."""
    first = tag("th", head, scope="row", role="rowheader")
    others = (tag("td", cell, role="cell", data_label=name) for name, cell in cells.items())
    return joined("\n", tag("tr", first, *others, role="row", id=id_))


def words(text: str | None, otherwise: str = "unknown") -> Safe:
    """Words of others, whose direction does not reach beyond them."""
    return tag("bdi", text) if text else Safe(otherwise)


def when(published: str | None) -> Safe:
    """A day for people, the time for machines."""
    return tag("time", published[:10], datetime=published, class_="day") if published else Safe("date unknown")


def who(claim: dict[str, Any]) -> Safe:
    """The claimant with a role, or what is known instead."""
    name = claim["claimant_name"]
    if claim["narrator"]:
        return joined(words(claim["outlet"], "The report"), " itself")
    if not name:
        return joined(words(claim["named"], "someone not named"))
    return joined(words(name), *((", ", words(claim["role"])) if claim["role"] else ()))


def letters(number: int) -> list[str]:
    """A, B, C ... for the positions of a dispute; after Z numbers."""
    return [ascii_uppercase[i] if i < len(ascii_uppercase) else str(i + 1) for i in range(number)]


def first_of(dates: Iterable[str | None]) -> str | None:
    """The earliest of some times of publication."""
    return min((one for one in dates if one), default=None)


def stretch(dates: Iterable[str | None]) -> Safe:
    """From the earliest to the latest of some times of publication."""
    known = sorted(one for one in dates if one)
    if not known or known[0][:10] == known[-1][:10]:
        return when(known[0] if known else None)
    return joined(when(known[0]), " to ", when(known[-1]))


@cache
def _style() -> str:
    return (files("counterclaim.export") / "data" / "pages.css").read_text(encoding="utf-8")
