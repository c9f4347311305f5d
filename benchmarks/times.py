"""Times against TimeBank: do we find the time expressions and their TIMEX3 values?

    python -m benchmarks.times DATA        what is missed and what is extra, DATA a folder with timex/TimeBank/

A found expression is right when it overlaps an annotated one and has exactly its value; each annotated one can be
found once. Only the text is scored, not the day the document was made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import click

from benchmarks.figures import Count, percent
from benchmarks.systems import load_analyser
from benchmarks.tables import Cell, Table
from counterclaim.facets.time import find_values
from counterclaim.language.analysis import Analysis
from counterclaim.model import Span

#: The row that the mark is set for.
MARKED = "day, week, month, year, duration"
KINDS = {
    "day": r"\d{4}-\d\d-\d\d",
    "week": r"\d{4}-W(\d\d|XX)(-WE)?",
    "month": r"\d{4}-\d\d",
    "year": r"\d{4}",
    "duration": r"PT?[\dX].*",
}
Timed = tuple[Span, str]


def kind_of(value: str) -> str:
    return next((kind for kind, form in KINDS.items() if re.fullmatch(form, value)), "other")


def read_timeml(path: Path) -> tuple[str, str, list[Timed]]:
    """A document's text, the day it was made, and its time expressions with their values."""
    root = ElementTree.parse(path).getroot()
    made, body = root.find("DCT/TIMEX3"), root.find("TEXT")
    if made is None or body is None:
        raise ValueError(f"{path}: no creation time or no text")
    text, times = "", []

    def walk(node: ElementTree.Element) -> None:
        nonlocal text
        start = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.tag == "TIMEX3":
            times.append((Span(start, len(text)), node.get("value", "")))

    walk(body)
    return text, made.get("value", ""), sorted(times)


def hits(gold: list[Timed], found: list[Timed]) -> list[tuple[Timed, Timed]]:
    """Annotated and found expressions that overlap and have the same value, one to one."""
    left, pairs = list(gold), []
    for each in found:
        for other in left:
            if each[0].start < other[0].end and other[0].start < each[0].end and each[1] == other[1]:
                pairs.append((other, each))
                left.remove(other)
                break
    return pairs


def times_table(data: Path, read: Callable[[str], Analysis]) -> Table:
    """A row a kind of value; `read` analyses a text."""
    right, annotated, predicted = Counter[str](), Counter[str](), Counter[str]()
    for _, _, _, gold, found in _documents(data, read):
        annotated.update(kind_of(value) for _, value in gold)
        predicted.update(kind_of(value) for _, value in found)
        right.update(kind_of(each[1]) for each, _ in hits(gold, found))
    groups = {**{kind: [kind] for kind in (*KINDS, "other")}, MARKED: [*KINDS], "all": [*KINDS, "other"]}
    rows: list[list[Cell]] = []
    for name, kinds in groups.items():
        count = Count.of(*(sum(counts[kind] for kind in kinds) for counts in (right, predicted, annotated)))
        rows.append([name, percent(count.precision), percent(count.recall), percent(count.f1), count.gold])
    note = (
        "Per cent. Right: it overlaps an annotated TIMEX3 and has exactly its value. Other: parts of days and "
        "clock times, quarters, seasons, PAST_REF and the like, sets, and what names no time of the calendar."
    )
    return Table("Times, TimeBank (TempEval-3)", ("value", "P", "R", "F1", "annotated"), rows, note)


def _documents(data: Path, read: Callable[[str], Analysis]) -> Iterator[tuple[str, str, str, list[Timed], list[Timed]]]:
    """Name, day, text, annotated and found expressions of each document."""
    for path in sorted((data / "timex" / "TimeBank").glob("*.tml")):
        text, made, gold = read_timeml(path)
        yield path.stem, made, text, gold, list(find_values(read(text), made))


def show_errors(
    name: str, made: str, text: str, gold: list[Timed], found: list[Timed], pairs: list[tuple[Timed, Timed]]
) -> None:
    known = {id(each) for pair in pairs for each in pair}
    for side, each in sorted([*(("missed", g) for g in gold), *(("extra", f) for f in found)], key=lambda e: e[1]):
        if id(each) not in known:
            (start, end), value = each
            around = f"{text[max(start - 60, 0) : start]}[{text[start:end]}]{text[end : end + 40]}"
            click.echo(f"{name} {made} {side:6} {kind_of(value):8} {value:16} {' '.join(around.split())}")


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(data: Path) -> None:
    """Show what is missed, extra or of another value in TimeBank in the folder DATA."""
    for name, made, text, gold, found in _documents(data, load_analyser()):
        show_errors(name, made, text, gold, found, hits(gold, found))


if __name__ == "__main__":
    main()
