"""Times against TimeBank: do we find the time expressions and their TIMEX3 values?

    python benchmarks/times.py FOLDER

FOLDER holds TimeML files (TempEval-3 TimeBank). A found expression is right when it overlaps an annotated
one and has exactly its value; each annotated one can be found once. Only the text is scored, and documents
are read without syntax, split into words and sentences by our own rules. Two figures: over the expressions
whose value is a day, week, month, year or duration, and over all TIMEX3.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from counterclaim.facets.time import find_values
from counterclaim.language.analysis import Analysis
from counterclaim.language.words import PARAGRAPH, split_words
from counterclaim.model import Span

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


def analysed(text: str) -> Analysis:
    """A text with words and roughly cut sentences, without syntax."""
    words = split_words(text)
    spans = tuple(map(Span, words.starts, words.ends))
    cuts = [0]
    for at in range(1, len(spans)):
        ended = (
            text[spans[at - 1].start : spans[at - 1].end] in {".", "?", "!", "''", "”"}
            and text[spans[at].start].isupper()
        )
        if ended or words.gaps[at] == PARAGRAPH:
            cuts.append(at)
    sentences = tuple(zip(cuts, [*cuts[1:], len(spans)], strict=True)) if spans else ()
    count = len(spans)
    return Analysis(text, spans, ("X",) * count, tuple(range(count)), ("root",) * count, sentences, (), ())


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is missed, extra or has another value")
    options = parser.parse_args()
    right, annotated, predicted, seconds, words = Counter[str](), Counter[str](), Counter[str](), 0.0, 0
    for path in sorted(options.folder.glob("*.tml")):
        text, made, gold = read_timeml(path)
        analysis = analysed(text)
        begun = time.process_time()
        found = list(find_values(analysis, made))
        seconds += time.process_time() - begun
        words += len(analysis.words)
        pairs = hits(gold, found)
        annotated.update(kind_of(value) for _, value in gold)
        predicted.update(kind_of(value) for _, value in found)
        right.update(kind_of(each[1]) for each, _ in pairs)
        if options.errors:
            print_errors(path.stem, made, text, gold, found, pairs)
    for kind in (*KINDS, "other"):
        print_line(kind, right[kind], predicted[kind], annotated[kind])
    marked = [sum(counts[kind] for kind in KINDS) for counts in (right, predicted, annotated)]
    print_line("day to duration", *marked)
    print_line("all TIMEX3", right.total(), predicted.total(), annotated.total())
    print(f"{1000 * seconds * 900 / words:.2f} ms for 900 words")


def print_line(name: str, right: int, predicted: int, annotated: int) -> None:
    precision, recall = right / max(predicted, 1), right / max(annotated, 1)
    f1 = 2 * right / max(predicted + annotated, 1)
    print(f"{name:16} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}  of {annotated}")


def print_errors(
    name: str, made: str, text: str, gold: list[Timed], found: list[Timed], pairs: list[tuple[Timed, Timed]]
) -> None:
    known = {id(each) for pair in pairs for each in pair}
    for side, each in sorted([*(("missed", g) for g in gold), *(("extra", f) for f in found)], key=lambda e: e[1]):
        if id(each) not in known:
            (start, end), value = each
            around = f"{text[max(start - 60, 0) : start]}[{text[start:end]}]{text[end : end + 40]}"
            print(f"{name} {made} {side:6} {kind_of(value):8} {value:16} {' '.join(around.split())}", file=sys.stderr)


if __name__ == "__main__":
    main()
