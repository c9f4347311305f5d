"""PolNeAR articles with their gold attributions, from the corpus as it is distributed (brat stand-off).

One attribution an event; `Content2` counts as content; events without content are dropped; what
annotators marked to be discarded (advertisements, bylines, editors' notes) is masked. Where several
annotators read an article, the gold is the medoid: the version that agrees best with the others
(mean F1 over tokens in their roles), the first by annotator's id among equals.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, permutations
from pathlib import Path
from statistics import fmean

from benchmarks.attribution.tokens import MarkedText
from counterclaim.model import Attribution, Span, Spans
from training.corpora import ROLES, read_brat

_DISCARDED = re.compile(r"^T\d+\tDiscard (\d+ \d+(?:;\d+ \d+)*)\t", re.MULTILINE)


@dataclass(frozen=True)
class Article:
    """A text with one annotator's attributions, in the order of their contents."""

    name: str
    text: str
    annotator: str
    ignore: Spans
    attributions: tuple[Attribution, ...]


def read_gold(split: Path) -> list[Article]:
    """The articles of a split folder with `text/` and `attributions/`, one version each."""
    return [medoid(versions) for versions in read_versions(split)]


def read_gold_lines(path: Path) -> list[Article]:
    """The same from JSON Lines: {doc, text, annotator, ignore, attributions: [{source, cue, content}]}."""
    articles = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            found = tuple(
                Attribution(**{role: _as_spans(given.get(role, ())) for role in ROLES}) for given in row["attributions"]
            )
            ignore = _as_spans(row.get("ignore", ()))
            articles.append(Article(row["doc"], row["text"], row.get("annotator", ""), ignore, found))
    return articles


def read_versions(split: Path) -> Iterator[list[Article]]:
    """Every article of a split with all its annotators' versions, by name and annotator's id."""
    paths = sorted((split / "attributions").glob("*.ann"), key=lambda path: path.stem.rpartition("_")[::2])
    for name, versions in groupby(paths, key=lambda path: path.stem.rpartition("_")[0]):
        text = (split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield [_read_version(name, text, path) for path in versions]


def annotator_pairs(split: Path) -> Iterator[tuple[Article, Article]]:
    """All ordered pairs of versions of one article: the first as gold, the second as a prediction."""
    for versions in read_versions(split):
        yield from permutations(versions, 2)


def medoid(versions: list[Article]) -> Article:
    """The version with the highest mean agreement with the others."""
    if len(versions) == 1:
        return versions[0]
    labels = [_labels(version) for version in versions]
    agreement = [fmean(_f1(mine, other) for j, other in enumerate(labels) if j != i) for i, mine in enumerate(labels)]
    return min(zip(agreement, versions, strict=True), key=lambda pair: (-pair[0], pair[1].annotator))[1]


def _labels(article: Article) -> set[tuple[str, int]]:
    marked = MarkedText(article.text)
    return {(role, token) for a in article.attributions for role in ROLES for token in marked.tokens(getattr(a, role))}


def _f1(a: set[tuple[str, int]], b: set[tuple[str, int]]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def _read_version(name: str, text: str, path: Path) -> Article:
    events = [Attribution(**{role: _join(event[role], text) for role in ROLES}) for event in read_brat(path)]
    discarded = _DISCARDED.findall(re.sub(r"\r\n?", "\n", path.read_bytes().decode("utf-8")))
    pieces = [piece.split() for found in discarded for piece in found.split(";")]
    ignore = _join([(int(start), int(end)) for start, end in pieces], text)
    in_order = tuple(sorted(events, key=lambda attribution: attribution.content[0]))
    return Article(name, text, path.stem.rpartition("_")[2], ignore, in_order)


def _join(pieces: list[tuple[int, int]], text: str) -> Spans:
    """Pieces with nothing but white space between them become one."""
    joined: list[Span] = []
    for start, end in sorted(pieces):
        if joined and not text[joined[-1].end : start].strip():
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)


def _as_spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)
