"""Edits of a sentence that change what it says in a known way: negation, number, antonym, roles, hedge, less detail.

They work on the sentence's syntax as the package reads it (UD), and give None where a sentence has no room for them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lemminflect import getInflection

from counterclaim.language.analysis import Analysis
from training.entailment.word_lists import word_list

Edit = Callable[[Analysis, random.Random], str | None]

_NEGATIVE = frozenset(word_list("negative"))
#: Words that keep a part of a sentence from following from the whole.
_OPAQUE = _NEGATIVE | frozenset(word_list("opaque"))
_DROPPED = ("obl", "advmod", "advcl", "acl", "appos", "nmod", "amod")
_KEPT_ADVERBS = frozenset(word_list("kept_adverbs"))
_HEDGES = ("reportedly", "allegedly", "possibly", "perhaps", "apparently")
_DOUBTS = ("It is possible that", "It is not clear whether", "Some say that", "There are rumours that", "Perhaps")


def _words(reading: Analysis) -> list[str]:
    return [reading.word(i) for i in range(len(reading.words))]


def _root(reading: Analysis) -> int | None:
    roots = [i for i, relation in enumerate(reading.relations) if relation == "root"]
    return roots[0] if len(roots) == 1 else None


def _children(reading: Analysis, head: int, *relations: str) -> list[int]:
    return [
        i
        for i, (h, r) in enumerate(zip(reading.heads, reading.relations, strict=True))
        if h == head and i != head and (r in relations or r.split(":")[0] in relations)
    ]


def _subtree(reading: Analysis, top: int) -> list[int] | None:
    """The words below `top` and itself, if they stand together."""
    found = {top}
    while grown := {i for i, h in enumerate(reading.heads) if h in found and i not in found}:
        found |= grown
    inside = sorted(found)
    return inside if inside[-1] - inside[0] + 1 == len(inside) else None


def _put(reading: Analysis, changes: dict[int, str]) -> str:
    """The sentence with some words replaced; an empty replacement drops the word."""
    text, parts, at = reading.text, [], 0
    for i in sorted(changes):
        start, end = reading.words[i]
        parts += [text[at:start], changes[i]]
        at = end
    whole = re.sub(r"\s+", " ", "".join([*parts, text[at:]])).strip()
    return re.sub(r"^[,;:\s]+|\s+(?=[,.;:!?])|,(?=[.;])|(?<=,)\s*,", "", whole)


def is_negative(reading: Analysis) -> bool:
    """Whether a word of negation stands in the sentence."""
    return any(word.lower() in _NEGATIVE for word in _words(reading))


def negate(reading: Analysis, rng: random.Random) -> str | None:
    """The main clause negated, with "not" or, in the past, now and then "never"."""
    root = _root(reading)
    if root is None or is_negative(reading) or not _children(reading, root, "nsubj"):
        return None
    helpers = [i for i in _children(reading, root, "aux", "cop") if i < root]
    if helpers:
        word = reading.word(helpers[0])
        if not word.isalpha() or reading.text[reading.words[helpers[0]][0] - 1 : reading.words[helpers[0]][0]] != " ":
            return None
        return _put(reading, {helpers[0]: "cannot" if word == "can" else f"{word} not"})
    if reading.upos[root] != "VERB":
        return None
    return _negated_verb(reading, root, rng)


def _negated_verb(reading: Analysis, root: int, rng: random.Random) -> str | None:
    word, lemma = reading.word(root), reading.lemma(root)
    if word in getInflection(lemma, "VBD") and word != lemma:
        return _put(reading, {root: f"never {word}" if rng.random() < 0.25 else f"did not {lemma}"})
    if word in getInflection(lemma, "VBZ"):
        return _put(reading, {root: f"does not {lemma}"})
    return _put(reading, {root: f"do not {lemma}"}) if word == lemma else None


def shorten(reading: Analysis, rng: random.Random) -> str | None:
    """Less detail: a modifier dropped, so that the rest follows from the whole."""
    words = [word.lower() for word in _words(reading)]
    if _OPAQUE & set(words):
        return None
    parts = [
        inside
        for i, relation in enumerate(reading.relations)
        if relation.split(":")[0] in _DROPPED
        and words[i] not in _KEPT_ADVERBS
        and not (relation == "amod" and reading.upos[reading.heads[i]] == "PROPN")
        and (inside := _subtree(reading, i))
        and len(inside) <= len(words) // 2
    ]
    return _put(reading, dict.fromkeys(rng.choice(parts), "")) if parts else None


def change_number(reading: Analysis, rng: random.Random) -> str | None:
    """A count changed; years and parts of names are left."""
    found = [
        i
        for i, relation in enumerate(reading.relations)
        if relation == "nummod" and re.fullmatch(r"\d{1,3}(,?\d{3})*", reading.word(i)) and int(_plain(reading, i)) > 1
    ]
    found = [i for i in found if not 1900 <= int(_plain(reading, i)) <= 2099]
    if not found:
        return None
    at = rng.choice(found)
    value = int(_plain(reading, at))
    other = max(1, round(value * rng.choice((0.25, 0.5, 0.7, 1.5, 2.0, 3.0))))
    return _put(reading, {at: f"{other if other != value else value + 3:,}"})


def _plain(reading: Analysis, index: int) -> str:
    return reading.word(index).replace(",", "")


@cache
def antonyms() -> dict[str, str]:
    """The table of antonyms, both ways."""
    rows = (Path(__file__).parent / "antonyms.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [row.split("\t") for row in rows if row and row[0] != "#"]
    return {b: a for a, b in pairs} | dict(pairs)


def reverse(reading: Analysis, rng: random.Random) -> str | None:
    """A word near the root exchanged for its antonym."""
    root = _root(reading)
    if root is None or is_negative(reading):
        return None
    near = [root, *_children(reading, root, "xcomp", "advmod", "obj", "nsubj", "amod")]
    found = [i for i in near if reading.word(i).lower() in antonyms()]
    if not found:
        return None
    at = rng.choice(found)
    return _put(reading, {at: antonyms()[reading.word(at).lower()]})


def swap_roles(reading: Analysis, _: random.Random) -> str | None:
    """Subject and object of the main verb exchanged, where both are nouns or names."""
    root = _root(reading)
    if root is None or reading.upos[root] != "VERB":
        return None
    subjects, objects = _children(reading, root, "nsubj"), _children(reading, root, "obj")
    if len(subjects) != 1 or len(objects) != 1 or reading.relations[subjects[0]] != "nsubj":
        return None
    if {reading.upos[subjects[0]], reading.upos[objects[0]]} - {"NOUN", "PROPN"}:
        return None
    first, second = _subtree(reading, subjects[0]), _subtree(reading, objects[0])
    if not first or not second or first[-1] >= second[0]:
        return None
    texts = [reading.text[reading.words[p[0]][0] : reading.words[p[-1]][1]] for p in (first, second)]
    changes = dict.fromkeys([*first, *second], "") | {first[0]: texts[1], second[0]: texts[0]}
    return _put(reading, changes)


def hedge(reading: Analysis, rng: random.Random) -> str | None:
    """The statement made uncertain, by an adverb before the verb or by a clause around it."""
    root = _root(reading)
    if root is None or not _children(reading, root, "nsubj") or reading.text.endswith("?"):
        return None
    past = reading.word(root) in getInflection(reading.lemma(root), "VBD")
    if reading.upos[root] == "VERB" and past and not _children(reading, root, "aux") and rng.random() < 0.6:
        return _put(reading, {root: f"{rng.choice(_HEDGES)} {reading.word(root)}"})
    return f"{rng.choice(_DOUBTS)} {_inside(reading, reading.text)}"


def deny(reading: Analysis, text: str, rng: random.Random) -> str:
    """A statement made of a sentence, denied by a clause around it."""
    frame = rng.choice(("It is not true that", "It is false that", "It is not the case that"))
    return f"{frame} {_inside(reading, text)}"


def _inside(reading: Analysis, text: str) -> str:
    """A text that begins as the sentence does, as it is written inside a longer one."""
    first = reading.word(0)
    return text if reading.upos[0] == "PROPN" or first == "I" else text[0].lower() + text[1:]
