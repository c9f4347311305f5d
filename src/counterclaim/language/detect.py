"""Which language a report is written in, and whether it is one that we read.

Function words settle nearly every English report at once. Where they don't, py3langid does (a
naive Bayes classifier over byte n-grams; Lui and Baldwin 2012, "langid.py"), and another language
than English is believed only where it is far ahead: a report refused by mistake is lost, a foreign
one read by mistake shows at a glance.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Protocol
from unicodedata import normalize

from counterclaim.errors import LanguageError

SAMPLE = 3000
"""Characters of a text that are looked at, from its first letter on."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
_ADDRESS = ("://", "www.", "@")
_ENGLISH = frozenset(
    {"the", "of", "and", "that", "with", "which", "from", "were", "been"}
    | {"their", "they", "would", "this", "his", "said", "have", "who"}
)
"""Frequent English words that are rare as words of other languages."""

_ENGLISH_SHARE = 0.08
"""Share of such words from which on a text is English. Found: 0.07 to 0.3 in English reports, under
0.05 in sentences of sixty other languages."""
_ENGLISH_KINDS = 4
"""Different ones among them that a text has at least; a foreign text may name a title or two."""
_MIN_WORDS = 6
"""Words in Latin letters under which nothing is said: two names and a verb look like any language."""
_ODDS = 500
"""How many times as probable as English another language is where it is believed. Found: English
headlines stay under 50 even where they are all foreign names, foreign sentences are mostly above 1000."""
_NO_LANGUAGE = "zxx"


class _Model(Protocol):
    def rank(self, instance: str) -> list[tuple[str, float]]: ...


def detect(text: str) -> str | None:
    """ISO 639-1 code of a text's language (639-3 where part 1 has none); None where it can't be told.

    Only the first SAMPLE characters count. The answer depends on the text alone.
    """
    sample = _sample(text)
    words = _WORD.findall(sample)
    if _has_english_grammar(words):
        return "en"
    if not words or (len(words) < _MIN_WORDS and _in_latin_letters(words)):
        return None
    ranked = [(code, chance) for code, chance in _model().rank(sample) if code != _NO_LANGUAGE]
    best, chance = ranked[0]
    return best if best == "en" or chance > _ODDS * dict(ranked)["en"] else None


def require_english(text: str, where: str | None = None) -> str | None:
    """The language of a text that may be read: "en", or None where it is too short to tell.

    Raises LanguageError for a text in another language; `where` names the input.
    """
    language = detect(text)
    if language not in (None, "en"):
        raise LanguageError(f"looks like {name(language)} ({language}); only English is read", where)
    words = _WORD.findall(_sample(text))
    if words and not language and not _in_latin_letters(words):
        raise LanguageError("is not in Latin letters; only English is read", where)
    return language


def name(code: str) -> str:
    """A language in words, "French" for "fr"; the code itself where it is not known."""
    return _names().get(code, code)


def _sample(text: str) -> str:
    """The part that is looked at, compatible forms of letters (bold, full width) made plain, no addresses."""
    first = next((i for i, character in enumerate(text) if character.isalpha()), len(text))
    plain = normalize("NFKC", text[first : first + SAMPLE])
    return " ".join(word for word in plain.split() if not any(mark in word for mark in _ADDRESS))


def _has_english_grammar(words: list[str]) -> bool:
    found = [word for word in map(str.casefold, words) if word in _ENGLISH]
    return len(set(found)) >= _ENGLISH_KINDS and len(found) >= _ENGLISH_SHARE * len(words)


def _in_latin_letters(words: list[str]) -> bool:
    letters = "".join(words)
    return 2 * len(_LATIN.findall(letters)) >= len(letters)


@cache
def _model() -> _Model:
    """The classifier, loaded when first asked for (under a second, some 80 MB) and never changed.

    Two threads may both load it at the start; they get the same.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    model: _Model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return model


@cache
def _names() -> dict[str, str]:
    table = files("counterclaim.language").joinpath("languages.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in table.splitlines() if not line.startswith("#"))
    return {code: language for code, _, language in rows}
