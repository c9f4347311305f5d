"""What a number counts: the noun it goes with, and the unit that noun gives ("person", "drone", "polling station")."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import read_table, words
from counterclaim.language.analysis import lemma

_REACH = 7
_NOMINAL = ("NOUN", "PROPN")
_BETWEEN = ("ADJ", "ADV", "NOUN", "PROPN", "NUM", "VERB")
_INSIDE_OF = ("CCONJ", "DET", "PRON", "ADJ", "NUM", "NOUN", "PROPN", "VERB", "ADV", "PART")
_PRONOUNS = frozenset(("them", "whom", "which", "these", "those", "us", "you", "it"))


class Noun(NamedTuple):
    """The counted noun, if it is written, and how the number picks from it."""

    word: int | None
    partitive: bool = False
    """"four of the injured", "two of whom": some of a set spoken of."""


def counted_noun(syntax: Syntax, first: int, last: int) -> Noun:
    """The noun that the number in words `first` to `last` counts."""
    if syntax.lower(last + 1) in ("times", "-"):
        following = last + 1 if syntax.lower(last + 1) == "times" else last + 2  # "a six-man crew"
        return Noun(following if syntax.upos(following) in _NOMINAL else None)
    if syntax.lower(last + 1) == "of":
        return _noun_of(syntax, last)
    if syntax.lower(last + 1) == "out" and syntax.lower(last + 2) == "of":
        return _noun_of(syntax, last + 1)._replace(partitive=True)
    head = _modified(syntax, first, last)
    return Noun(head if head is not None else _next_noun(syntax, last))


def _noun_of(syntax: Syntax, last: int) -> Noun:
    """The noun in "dozens of people", "four of the injured", "12 of its 20 ships"."""
    definite = False
    found = None
    for word in range(last + 2, min(last + 2 + _REACH, syntax.size)):
        if syntax.lower(word) in _PRONOUNS and word == last + 2:
            following = syntax.upos(word + 1) in (*_NOMINAL, "ADJ", "NUM")
            if not following:
                return Noun(None, partitive=True)
        if syntax.lower(word) == "-":
            found = None  # "dozens of 30-year-old men"
            continue
        if found is not None and syntax.upos(word) not in _NOMINAL:
            break
        if syntax.upos(word) not in _INSIDE_OF and syntax.lower(word) not in ("'s", "’s"):
            break
        if word == last + 2:
            possessor = syntax.upos(word) == "PROPN" and syntax.lower(word + 1) in ("'s", "’s", "'", "’")
            definite = possessor or syntax.upos(word) in ("DET", "PRON", "NUM")
        if syntax.lower(word) in words("own"):
            continue
        if syntax.upos(word) in _NOMINAL and syntax.lower(word + 1) not in ("'s", "’s"):
            found = word
    if found is None and definite:
        nominal = last + 3  # "of the injured"
        found = (
            nominal if syntax.upos(nominal) in ("ADJ", "VERB") and syntax.lower(nominal) not in words("own") else None
        )
    return Noun(found, partitive=definite)


def _modified(syntax: Syntax, first: int, last: int) -> int | None:
    """By the parse: the noun that a word of the number modifies."""
    for word in range(first, last + 1):
        head = syntax.head(word)
        if syntax.relation(word) in ("nummod", "det", "amod") and last < head <= last + _REACH:
            while syntax.relation(head) in ("compound", "amod", "nmod") and head < syntax.head(head) <= head + 3:
                head = syntax.head(head)
            if syntax.upos(head) in _NOMINAL and _joined(syntax, last, head):
                return head
    return None


def _joined(syntax: Syntax, last: int, head: int) -> bool:
    """No word between number and noun that ends a noun phrase."""
    return all(
        (syntax.upos(word) in (*_BETWEEN, "CCONJ", "PART") or syntax.lower(word) in (",", "/", "'s", "’s", "'", "’"))
        or _hyphen(syntax, word)
        for word in range(last + 1, head)
        if not syntax.lower(word)[:1].isdigit()
    )


def _next_noun(syntax: Syntax, last: int) -> int | None:
    """By the words that follow: the last noun of the run of adjectives and nouns behind the number."""
    found = None
    for word in range(last + 1, min(last + 1 + _REACH, syntax.size)):
        upos = syntax.upos(word)
        if found is not None and upos not in _NOMINAL and not _hyphen(syntax, word):
            break
        if syntax.lower(word) in words("day"):
            break
        if upos in _NOMINAL:
            found = word
        elif not (upos in ("ADJ", "ADV") or _is_participle(syntax, word) or _hyphen(syntax, word)):
            break
    return found


def _hyphen(syntax: Syntax, word: int) -> bool:
    """A hyphen inside a compound, without spaces: "long-range drones"."""
    start, end = syntax.analysis.words[word]
    return syntax.text[start:end] in ("-", "–") and not syntax.text[start - 1 : end + 1].count(" ")


def is_plural(syntax: Syntax, noun: int) -> bool:
    """Whether a noun is written in a plural form, or is one of those that have none ("aircraft", "people")."""
    written = syntax.lower(noun)
    return written != singular(syntax, noun) or written in words("unchanging")


def _is_participle(syntax: Syntax, word: int) -> bool:
    """A participle before a noun: "wounded soldiers", "guided missiles"."""
    is_verb = syntax.upos(word) == "VERB" and syntax.lower(word).endswith(("ed", "ing", "en"))
    if syntax.below(word, "nsubj", "obj"):  # "dozens more suffered terrible losses"
        return False
    return is_verb and syntax.upos(word + 1) in (*_NOMINAL, "ADJ")


def unit_of(syntax: Syntax, noun: int) -> str | None:
    """The unit that a counted noun gives: "person" for people, None for "others", else its singular."""
    if syntax.lower(noun) in words("others"):
        return None
    if is_person(syntax, noun):
        return "person"
    lemma = singular(syntax, noun)
    if lemma == "uav" or (lemma in ("vehicle", "aircraft") and _is_unmanned(syntax, noun)):
        return "drone"
    if noun:
        compound = f"{syntax.lower(noun - 1)} {lemma}"
        if compound in _compounds():
            return compound
    return lemma


def deed_of(syntax: Syntax, word: int) -> str | None:
    """What "times" count, if the verb they hang on has a noun for its deed: "violated it 17 times", 17 violations."""
    return _deeds().get(syntax.lemma(syntax.head(word)))


def are_ill(syntax: Syntax, *counted: int) -> bool:
    """Whether the counted are said to fall ill, so that they are counted as cases: "86 have been infected"."""
    verbs = {syntax.head(word) for word in counted if syntax.relation(word) == "nsubj"}
    said = (*verbs, *(word for verb in verbs for word in syntax.below(verb, "xcomp", "obj")))
    return any(syntax.lower(word) in words("ill") or syntax.lemma(word) in words("ill") for word in said)


def is_person(syntax: Syntax, noun: int) -> bool:
    """Whether a noun names people: soldiers, residents, "Germans", "the injured"."""
    written, lemma = syntax.lower(noun), singular(syntax, noun)
    if written in _people() or lemma in _people() or _is_nominal_participle(syntax, noun):
        return True
    return syntax.analysis.word(noun)[:1].isupper() and written.endswith(
        ("ans", "ians", "ese", "is", "ers", "bs", "ns")
    )


def _is_nominal_participle(syntax: Syntax, noun: int) -> bool:
    """ "The number of stranded", "the evacuated": participles that stand for people."""
    written, plain = syntax.lower(noun), syntax.upos(noun + 1) not in _NOMINAL
    return syntax.upos(noun) == "NOUN" and written.endswith("ed") and lemma(written, "VERB") != written and plain


def is_flying(unit: str | None) -> bool:
    """Whether a unit is something fired, flown and shot down."""
    return unit in _flying()


def is_force(unit: str | None) -> bool:
    """Whether a unit is something deployed beside people: units, vehicles, weapons."""
    return unit in _forces()


def _is_unmanned(syntax: Syntax, noun: int) -> bool:
    before = [syntax.lower(one) for one in syntax.below(noun, "amod", "compound")]
    aerial = syntax.lower(noun) == "aircraft" or "aerial" in before
    return aerial and not {"unmanned", "uncrewed", "pilotless"}.isdisjoint(before)


@cache
def _deeds() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("deeds")}


@cache
def _people() -> frozenset[str]:
    return frozenset(row[0].lower() for row in read_table("people"))


@cache
def _flying() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("flying"))


@cache
def _forces() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("forces"))


@cache
def _compounds() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("compounds"))


def singular(syntax: Syntax, noun: int) -> str:
    """The dictionary form of a noun, also of a name in the plural."""
    return lemma(syntax.lower(noun), "NOUN")
