"""Kinds of gold attributions that systems find hard, for recall by kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks.language.parse import Parse
from counterclaim.model import Attribution, Spans

_SINGULAR = ("i", "me", "my", "mine", "he", "him", "his", "she", "her", "hers", "it", "its")
_PLURAL = ("we", "us", "our", "ours", "you", "your", "yours", "they", "them", "their", "theirs")
PRONOUNS = frozenset((*_SINGULAR, *_PLURAL))
KINDS = ("pronoun source", "according to", "nominal cue")


def kinds_of(attribution: Attribution, text: str, parse: Parse) -> list[str]:
    """The kinds, of `KINDS`, that a gold attribution is.

    A pronoun source is a single personal (or possessive) pronoun. A nominal cue has a noun and no verb among
    its words, auxiliaries and copulas not counted ("claim", "the announcement", "is the view"), by the parts of
    speech of `parse`; "according to" is a kind of its own.
    """
    cue = " ".join(_words(text, attribution.cue))
    if "according to" in cue:
        found = ["according to"]
    else:
        tags = _tags(attribution.cue, parse)
        found = ["nominal cue"] if "VERB" not in tags and tags & {"NOUN", "PROPN"} else []
    source = _words(text, attribution.source)
    return ["pronoun source", *found] if len(source) == 1 and source[0] in PRONOUNS else found


def _words(text: str, spans: Spans) -> Sequence[str]:
    return re.findall(r"[\w'’]+", " ".join(text[start:end] for start, end in spans).lower())


def _tags(spans: Spans, parse: Parse) -> set[str]:
    return {
        tag
        for (first, last), tag in zip(parse.words, parse.upos, strict=True)
        if any(first < end and start < last for start, end in spans)
    }
