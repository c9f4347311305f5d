"""Base noun phrases: the stretches of words that can name who speaks.

They are cut by parts of speech and names, not by the dependency tree: who stands where in "its spokesman,
Colonel Amadou Ba," must not hang on one arc. A phrase runs from its determiner to its last noun or name
(Abney 1991, "Parsing by chunks"); what belongs to it after a preposition is the next phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.claims.lexicon import noun, singular, titles
from counterclaim.claims.page import Page

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"))
_HEADS = frozenset(("NOUN", "PROPN", "X", "NUM", "ADJ", "PRON", "DET"))
_OWNING = frozenset(("my", "your", "his", "her", "its", "our", "their"))
_JOINTS = frozenset(("-", "–", "‑", "&", "/", "'", "’"))
_HYPHENS = frozenset(("-", "–", "‑"))
_GENITIVE = frozenset(("'s", "’s", "ʼs", "`s", "´s"))
_PREDETERMINERS = frozenset(("all", "both", "half"))
_COMPOSING = frozenset(("of", "for"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase, as ranges of words."""

    start: int
    end: int
    core: int
    """Where it begins after a possessor: "army" in "Norland's army"; `start` where there is none."""
    name: int
    """Where the proper name begins with which it ends; `end` where there is none."""

    @property
    def head(self) -> int:
        """Its last word."""
        return self.end - 1


def find_phrases(page: Page) -> list[Phrase]:
    """All base noun phrases of a report, in the order of the text. Pronouns are phrases of one word."""
    return [phrase for begin, end in page.analysis.sentences for phrase in _in_sentence(page, begin, end)]


def phrase_in(page: Page, start: int, end: int) -> Phrase | None:
    """The phrase that some words make by themselves: the possessor in "the ministry's spokesman"."""
    while end > start and page.upos[end - 1] not in _HEADS:
        end -= 1
    if end == start or (page.upos[end - 1] == "NUM" and page.lower[end - 1][0].isdigit()):
        return None
    core = _after_possessor(page, start, end)
    return Phrase(start, end, core, _name_start(page, core, end))


def _in_sentence(page: Page, begin: int, end: int) -> Iterator[Phrase]:
    at = begin
    while at < end:
        stop = _chunk(page, at, end)
        if stop > at and (found := phrase_in(page, at, stop)) is not None:
            yield found
        at = max(stop, at + 1)


def _chunk(page: Page, at: int, end: int) -> int:
    """Where the phrase that begins at a word ends; `at` where none begins."""
    upos = page.upos[at]
    if upos == "PRON" and page.lower[at] not in _OWNING:
        return at + 1
    begins = upos in _NOMINAL or upos == "DET" or page.lower[at] in _OWNING or page.names[at]
    if not begins or page.dated[at]:
        return at
    stop = at + 1
    while stop < end and _goes_on(page, at, stop, end):
        stop += 1
    return stop


def _goes_on(page: Page, start: int, at: int, end: int) -> bool:
    """Whether a word goes on the phrase that began at `start`."""
    upos, word, before = page.upos[at], page.lower[at], at - 1
    if page.dated[at] or word == ".":
        return False
    if page.names[at] and page.names[at] == page.names[before]:
        return True
    if upos == "DET":
        return page.lower[before] in _PREDETERMINERS or (page.lower[before] in _COMPOSING and at > start + 1)
    if upos in _NOMINAL:
        return not (upos == "NUM" and page.upos[before] in ("NOUN", "PROPN"))
    return at + 1 < end and _joins(page, start, at, end)


def _joins(page: Page, start: int, at: int, end: int) -> bool:
    """Whether a word that is no noun joins what stands before it to what comes after it."""
    word, before, after = page.lower[at], page.upos[at - 1], page.upos[at + 1]
    if word in _GENITIVE:
        return after in (*_NOMINAL, "VERB") and before in ("NOUN", "PROPN", "ADJ")
    if word in _COMPOSING:
        return _is_composed(page, start, at, end)
    if word in _HYPHENS and page.joined[at] and page.joined[at + 1]:
        return True
    if after not in _NOMINAL:
        return False
    if word in _JOINTS or page.lower[at - 1] in _HYPHENS:
        return page.joined[at] or word == "&"
    return page.upos[at] == "VERB" and word.endswith(("ing", "ed")) and before in ("DET", "ADJ", "PRON", "PART")


def _is_composed(page: Page, start: int, at: int, end: int) -> bool:
    """Whether "of" or "for" goes on the name of a body: "Ministry of Trade", "Front for the Liberation of Norland"."""
    after = at + 1 + (page.lower[at + 1] == "the")
    if after >= end or not page.capital[after] or not page.capital[at - 1]:
        return False
    known = (noun(page.lower[i]) for i in range(start, at) if page.capital[i])
    return any(found is not None and found.kind == "organisation" for found in known)


def _after_possessor(page: Page, start: int, end: int) -> int:
    """Where the phrase goes on after "Norland's" or "its"; `start` where it has no possessor."""
    for i in range(end - 2, start, -1):
        if page.lower[i] in _GENITIVE and not (
            page.names[i] and page.names[i - 1] == page.names[i] == page.names[i + 1]
        ):
            return i + 1
    return start + 1 if page.lower[start] in _OWNING and end > start + 1 else start


def _name_start(page: Page, core: int, end: int) -> int:
    """Where the name at the end of [core, end) begins; `end` where it ends in no name."""
    if not page.capital[end - 1]:
        return end
    start = end - 1
    while start > core and _in_name(page, start - 1, start):
        start -= 1
    seen = _seen_start(page, end)
    start = max(start, seen) if end - seen > 1 else start
    while start < end and not page.written[start][0].isalnum():
        start += 1
    return _without_titles(page, start, end)


def _seen_start(page: Page, end: int) -> int:
    """Where the encoder saw the name of a person begin that ends before `end`; `end` where it saw none."""
    start = end
    while start and page.kinds[start - 1] == "Person" and page.names[start - 1] == page.names[end - 1]:
        start -= 1
    return start


def _in_name(page: Page, at: int, after: int) -> bool:
    """Whether a word belongs to the name that goes on at the next."""
    same = page.names[at] != 0 and page.names[at] == page.names[after]
    if page.capital[at] or same or page.lower[at] in _JOINTS or page.lower[at] in _COMPOSING:
        return True
    return page.lower[at] == "the" and page.lower[at - 1] in _COMPOSING


def _without_titles(page: Page, start: int, end: int) -> int:
    """The name without the titles and offices before it: "Health Minister Gamal Rao" is called Gamal Rao."""
    last = noun(page.lower[end - 1])
    if (last and last.kind != "person") or _has_body(page, start, end):
        return start
    for i in range(end - 2, start - 1, -1):
        if _is_title(page, i, start, end):
            while i + 1 < end - 1 and not page.written[i + 1][0].isalnum():
                i += 1
            return i + 1
    return start


def _has_body(page: Page, start: int, end: int) -> bool:
    """Whether a name is composed like "Committee for Trade"."""
    for i in range(start + 1, end - 1):
        known = noun(page.lower[i - 1]) if page.lower[i] in _COMPOSING else None
        if known is not None and known.kind == "organisation":
            return True
    return False


def _is_title(page: Page, at: int, start: int, end: int) -> bool:
    """Whether a word before a name is a title, or the office or body at whose end the name begins."""
    word, number = page.lower[at].rstrip("."), page.names[at]
    inside = number != 0 and number == page.names[end - 1] and page.kinds[at] == "Person"
    if inside and at > start and page.names[at - 1] == number:
        return False
    known = noun(word)
    if inside:
        return word in titles()
    if known and known.kind != "person":
        return page.kinds[end - 1] == "Person" and page.names[at + 1] == page.names[end - 1] != number
    return word in titles() or (known is not None and singular(word) == word)
