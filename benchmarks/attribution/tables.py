"""The tables of attribution figures: systems and human annotators on the same measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from benchmarks.attribution.gold import Article
from benchmarks.attribution.kinds import KINDS, kinds_of
from benchmarks.attribution.score import Comparison, compare
from benchmarks.attribution.tokens import Item, MarkedText
from benchmarks.figures import Count, add_up, percent
from benchmarks.language.parse import Parse
from benchmarks.systems import Found, NotInstalled
from benchmarks.tables import Cell, Table, absent_row
from counterclaim.model import Attribution

_WHOLE = {
    "P": ("attribution", "precision"),
    "R": ("attribution", "recall"),
    "F1": ("attribution", "f1"),
    "direct": ("attribution_direct", "f1"),
    "mixed": ("attribution_mixed", "f1"),
    "indirect": ("attribution_indirect", "f1"),
}
_PARTS = {
    "exact content": ("exact_content", "f1"),
    "content only": ("content_only", "f1"),
    "right sources": ("source_right", "recall"),
    "source tokens": ("source", "f1"),
    "cue tokens": ("cue", "f1"),
    "content tokens": ("content", "f1"),
}
_NOTE = (
    "Per cent; F1 where nothing else is said. An attribution is right if its content overlaps the gold content by a "
    "Jaccard index of at least 0.5 and the sources share a token or are both missing; pairs are matched one to one. "
    "Failures: texts, or paragraphs, that a system gave up on."
)
_PARTS_NOTE = (
    "Per cent; F1, but for right sources: the share with the right source of the pairs whose contents overlap. Exact "
    "content: the same tokens. Content only: a Jaccard index of at least 0.5, sources not looked at."
)


@dataclass(frozen=True)
class Entry:
    """A row: what a system found in each article, or why there is nothing."""

    name: str
    found: list[Found]
    absent: str | None = None


def run(name: str, articles: list[Article], load: Callable[[], Callable[[str], Found]]) -> Entry:
    """Read all articles with a system. One that is not installed gives an entry that says so."""
    try:
        find = load()
    except NotInstalled as error:
        return Entry(name, [], f"not installed: {error}")
    return Entry(name, [find(article.text) for article in articles])


def figures_tables(
    articles: list[Article], entries: list[Entry], pairs: list[tuple[Article, Article]], words_only: bool
) -> list[Table]:
    """Whole attributions and their parts. Below the systems: annotators against annotators, on other articles."""
    totals = {
        entry.name: add_up(comparison.counts for comparison in comparisons(articles, entry, words_only))
        for entry in entries
        if not entry.absent
    }
    people = add_up(_compare(gold, other.attributions, words_only).counts for gold, other in pairs)
    people_row = {f"a second annotator ({len(pairs)} pairs)": people} if pairs else {}
    suffix = ", words only (no punctuation)" if words_only else ""

    def table(title: str, columns: dict[str, tuple[str, str]], note: str, failures: bool) -> Table:
        head = ("system", *(("failures",) if failures else ()), *columns)
        rows: list[list[Cell]] = []
        for entry in entries:
            if entry.absent:
                rows.append(absent_row(entry.name, entry.absent, head))
            else:
                given_up = [sum(failed for _, failed in entry.found)] if failures else []
                rows.append([entry.name, *given_up, *_cells(totals[entry.name], columns)])
        blank: list[Cell] = [None] if failures else []
        rows += [[name, *blank, *_cells(counts, columns)] for name, counts in people_row.items()]
        return Table(f"{title}, PolNeAR dev ({len(articles)} articles){suffix}", head, rows, note)

    return [
        table("Attributions", _WHOLE, _NOTE, failures=True),
        table("Parts of attributions", _PARTS, _PARTS_NOTE, failures=False),
    ]


def kinds_table(articles: list[Article], entries: list[Entry], parses: list[Parse]) -> Table:
    """Recall of the kinds of gold attributions that are hard to find."""
    kinds = [_kinds_by_item(article, parse) for article, parse in zip(articles, parses, strict=True)]
    sizes = {kind: sum(kind in item for article in kinds for item in article) for kind in KINDS}
    columns = ("system", *(f"{kind} (n = {sizes[kind]})" for kind in KINDS))
    rows: list[list[Cell]] = []
    for entry in entries:
        if entry.absent:
            rows.append(absent_row(entry.name, entry.absent, columns))
            continue
        found = [comparison.found for comparison in comparisons(articles, entry, words_only=False)]
        rows.append([entry.name, *(_recall(kind, kinds, found) for kind in KINDS)])
    note = (
        "Per cent of the gold attributions of a kind that are matched. Pronoun source: a single personal or "
        "possessive pronoun. Nominal cue: a noun and no verb among its words (auxiliaries aside), by our tagger."
    )
    return Table("Attributions that are hard to find: recall", columns, rows, note)


def comparisons(articles: Iterable[Article], entry: Entry, words_only: bool) -> list[Comparison]:
    """Each article's gold against what a system found in it."""
    return [_compare(article, found, words_only) for article, (found, _) in zip(articles, entry.found, strict=True)]


def _compare(article: Article, found: Iterable[Attribution], words_only: bool) -> Comparison:
    marked = MarkedText(article.text, article.ignore, words_only)
    return compare(_gold_items(article, marked), marked.items(found, predicted=True))


def _gold_items(article: Article, marked: MarkedText) -> list[Item]:
    return marked.items(article.attributions, predicted=False)


def _kinds_by_item(article: Article, parse: Parse) -> list[list[str]]:
    kinds = partial(kinds_of, text=article.text, parse=parse)
    return [kinds(item.attribution) for item in _gold_items(article, MarkedText(article.text, article.ignore))]


def _recall(kind: str, kinds: list[list[list[str]]], found: list[frozenset[int]]) -> float | None:
    hits = [i in here for items, here in zip(kinds, found, strict=True) for i, item in enumerate(items) if kind in item]
    return percent(sum(hits) / len(hits)) if hits else None


def _cells(counts: dict[str, Count], columns: dict[str, tuple[str, str]]) -> list[Cell]:
    return [percent(getattr(counts[figure], measure)) for figure, measure in columns.values()]
