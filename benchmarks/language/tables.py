"""The tables of names and syntax."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.figures import Count, add_up, percent
from benchmarks.language.names import ALL_KINDS, SHARED_KINDS, THE_SHARED, compare_names, without_article
from benchmarks.language.parse import Entity, Parse, of_document
from benchmarks.language.syntax import SAME_IN_BOTH_SCHEMES, compare_side_by_side, compare_syntax
from benchmarks.tables import Cell, Table, absent_row
from counterclaim.language.analysis import NAME_KINDS
from training.corpora import Document

Reads = Callable[[str], Parse]
System = tuple[str, Reads | str]
"""A name, and how it reads a text or why it can't."""

_SYNTAX = ("words", "sentences", "UPOS", "UAS", "LAS")
_ACCURACY = ("UPOS", "UAS", "UAS, same scheme")


def names_table(documents: Sequence[Document], us: System, peer: System) -> Table:
    """Strict F1 of names: a row a kind, a column a system."""
    texts = [of_document(document) for document in documents]
    columns: dict[str, dict[str, Count] | str] = {}
    for name, read in (us, peer):
        if isinstance(read, str):
            columns[name] = read
            continue
        found = [read(text).names for text, _ in texts]
        columns[name] = _count_names(texts, found)
        if name == peer[0]:
            trimmed = [without_article(names, text) for names, (text, _) in zip(found, texts, strict=True)]
            columns[f'{name}, "the" dropped'] = _count_names(texts, trimmed)

    def cell(system: str, kind: str) -> Cell:
        counts = columns[system]
        if isinstance(counts, str):
            return counts if kind == ALL_KINDS else None
        return percent(counts[kind].f1) if system == us[0] or kind in (THE_SHARED, *SHARED_KINDS) else None

    sizes = _count_names(texts, [parse.names for _, parse in texts])
    kinds = (ALL_KINDS, THE_SHARED, *NAME_KINDS)
    note = (
        "Per cent, strict F1: the same kind, the same first and last character; read from running text. The peer's "
        "OntoNotes classes are mapped where there is one; all systems are scored on those shared kinds. OntoNotes "
        'counts a leading "the" in, the corpus leaves it out: the last column drops it.'
    )
    rows = [[kind, sizes[kind].gold, *(cell(system, kind) for system in columns)] for kind in kinds]
    title = f"Names, EN Worldwide Newswire, a fixed fifth ({len(texts)} articles)"
    return Table(title, ("kind", "names", *columns), rows, note)


def _count_names(texts: Sequence[tuple[str, Parse]], found: Sequence[list[Entity]]) -> dict[str, Count]:
    return add_up(compare_names(parse.names, names) for (_, parse), names in zip(texts, found, strict=True))


def syntax_tables(treebank: str, documents: Sequence[Document], us: System, peer: System) -> list[Table]:
    """F1 from raw text, and accuracy side by side on the words that both systems have."""
    texts = [of_document(document) for document in documents]
    golds = [gold for _, gold in texts]
    runs = {name: read if isinstance(read, str) else [read(text) for text, _ in texts] for name, read in (us, peer)}
    size = f"{len(texts)} documents, {sum(len(gold.words) for gold in golds):,} words"
    columns = ("system", *(f"{figure} F1" for figure in _SYNTAX))
    rows: list[list[Cell]] = []
    for name, parses in runs.items():
        if isinstance(parses, str):
            rows.append(absent_row(name, parses, columns))
            continue
        counts = add_up(compare_syntax(gold, parse) for gold, parse in zip(golds, parses, strict=True))
        f1 = {figure: percent(counts[figure].f1) for figure in _SYNTAX}
        comparable = _SYNTAX if name == us[0] else _SYNTAX[:3]
        rows.append([name, *(f1[figure] if figure in comparable else None for figure in _SYNTAX)])
    note = (
        "Per cent, from raw text, as in the CoNLL 2018 shared task: a word split otherwise than in the treebank counts "
        "as wrong; relations without subtypes. The peer's dependencies follow another scheme (CLEAR) and are left out."
    )
    tables = [Table(f"Words, sentences and syntax, {treebank} ({size})", columns, rows, note)]
    complete = {name: parses for name, parses in runs.items() if not isinstance(parses, str)}
    return [*tables, _side_by_side(treebank, golds, complete)] if len(complete) > 1 else tables


def _side_by_side(treebank: str, golds: Sequence[Parse], runs: dict[str, list[Parse]]) -> Table:
    compared = [
        compare_side_by_side(gold, systems)
        for gold, systems in zip(golds, zip(*runs.values(), strict=True), strict=True)
    ]
    totals = [add_up(counts[i] for counts in compared) for i in range(len(runs))]
    rows: list[list[Cell]] = [
        [name, *(percent(total[f].recall) for f in _ACCURACY)] for name, total in zip(runs, totals, strict=True)
    ]
    size = f"{totals[0]['UPOS'].gold:,} words"
    note = (
        "Per cent of the words that both systems split as the treebank does. Unlabelled heads alone: the peer's labels "
        "are not UD, and it attaches some words by other rules (prepositions, copulas, auxiliaries of them, "
        "coordination), so its UAS is lower than its skill; the last column keeps to relations that both schemes "
        f"attach alike ({', '.join(sorted(SAME_IN_BOTH_SCHEMES))})."
    )
    return Table(f"Side by side, {treebank} ({size})", ("system", *_ACCURACY), rows, note)
