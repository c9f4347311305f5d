"""Names and syntax on a sentence small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.figures import Count
from benchmarks.language.names import ALL_KINDS, THE_SHARED, compare_names, without_article
from benchmarks.language.parse import Entity, Parse, names_from_bio, of_document
from benchmarks.language.syntax import compare_side_by_side, compare_syntax
from counterclaim.language.words import JOINED, PARAGRAPH, SPACE
from counterclaim.model import Span
from training.corpora import Document

GOLD = Parse(
    [Span(0, 3), Span(4, 8), Span(8, 9)],
    ["PRON", "VERB", "PUNCT"],
    [1, 1, 1],
    ["nsubj:pass", "root", "punct"],
    [Span(0, 9)],
    [],
)


def test_a_corpus_document_is_put_back_into_running_text() -> None:
    document = Document("d", ["He", "did", "n't", "Go"], [PARAGRAPH, SPACE, JOINED, PARAGRAPH], starts=[1, 0, 0, 1])
    text, parse = of_document(document)
    assert text == "He didn't\n\nGo"
    assert [text[start:end] for start, end in parse.words] == document.words
    assert parse.sentences == [Span(0, 9), Span(11, 13)]


def test_relations_are_compared_without_subtypes() -> None:
    same = replace(GOLD, relations=["nsubj", "root", "punct"])
    assert compare_syntax(GOLD, same)["LAS"] == Count.of(3, 3, 3)


def test_a_word_split_otherwise_is_wrong_on_both_sides() -> None:
    joined = Parse([Span(0, 3), Span(4, 9)], ["PRON", "VERB"], [1, 1], ["nsubj", "root"], [Span(0, 9)], [])
    counts = compare_syntax(GOLD, joined)
    assert counts["words"] == Count.of(1, 2, 3)
    assert counts["UAS"] == Count.of(0, 2, 3)
    assert counts["sentences"] == Count.of(1, 1, 1)


def test_side_by_side_looks_only_at_words_that_all_have() -> None:
    joined = Parse([Span(0, 3), Span(4, 9)], ["PRON", "VERB"], [0, 0], ["nsubj", "root"], [Span(0, 9)], [])
    ours, theirs = compare_side_by_side(GOLD, [GOLD, joined])
    assert ours["UPOS"] == theirs["UPOS"] == Count.of(1, 1, 1)
    assert (ours["UAS"].recall, theirs["UAS"].recall) == (1, 0)


def test_names_are_right_only_with_kind_and_both_ends() -> None:
    gold = [Entity("Person", 0, 5), Entity("Misc", 9, 12)]
    said = [Entity("Person", 0, 5), Entity("Location", 9, 12), Entity("Person", 20, 21)]
    counts = compare_names(gold, said)
    assert counts[ALL_KINDS] == Count.of(1, 3, 2)
    assert counts[THE_SHARED] == Count.of(1, 3, 1)


def test_bio_labels_become_names() -> None:
    words = [Span(i, i + 1) for i in range(5)]
    labels = ["B-Person", "I-Person", "B-Person", "O", "I-Misc"]
    assert names_from_bio(words, labels) == [Entity("Person", 0, 2), Entity("Person", 2, 3), Entity("Misc", 4, 5)]


def test_a_leading_article_can_be_dropped() -> None:
    assert without_article([Entity("Location", 0, 9)], "The Hague") == [Entity("Location", 4, 9)]
