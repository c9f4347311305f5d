"""The entry of a word in the table of events, alone or with what beside it makes one entry with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.facets.events.clauses import particle
from counterclaim.facets.events.lexicon import Entry, entries
from counterclaim.facets.events.phrases import RELATIVE, is_date, prepositions, whole
from counterclaim.facets.nouns import is_flying, is_person
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words
from counterclaim.model import Role

_HAVING = frozenset(("have", "has", "had", "having", "'ve", "’ve"))
_PARTICIPLES = ("ed", "en", "wn", "ught", "ld")
_PLACES = frozenset(("Location", "Facility"))
#: Not looked for as prepositions: "went on Monday" is no "go on".
_PARTICLES = frozenset(("up", "out", "off", "on", "down", "over", "through", "back"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """The word that names the event and how it was come by.

    `over` are the verbs above it, from the clause's head down; `subject` is the role of their subject where the
    word itself does not say it; `states` what the verbs above say of it ("ongoing", "ended", "not", ...).
    """

    word: int
    lemma: str
    entry: Entry | None
    over: tuple[int, ...] = ()
    subject: Role | None = None
    states: tuple[str, ...] = ()


def is_passive(syntax: Syntax, word: int) -> bool:
    """Whether a verb is in the passive: "was taken", "the village taken by", "taken by"."""
    analysis = syntax.analysis
    auxiliaries = {syntax.lower(one) for one in syntax.below(word, "aux")}
    if any(analysis.relations[one] in ("aux:pass", "nsubj:pass") for one in syntax.dependents[word]):
        return not auxiliaries or bool(auxiliaries - _HAVING)  # "had withdrawn" is none, whatever the parse says
    bare = syntax.upos(word) == "VERB" and not syntax.below(word, "aux", "obj", "mark")
    if not bare or not syntax.lower(word).endswith(_PARTICIPLES):
        return False
    if syntax.relation(word) == "conj":  # "three were killed and nine wounded"
        return syntax.head(word) != word and is_passive(syntax, syntax.head(word))
    return syntax.relation(word) in ("acl", "advcl") and not syntax.below(word, "nsubj")


def named(syntax: Syntax, word: int) -> Predicate:
    """The predicate at a word by itself, or with what beside it makes one entry with it."""
    lemma = particle(syntax, word)
    if syntax.upos(word) not in ("VERB", "AUX"):
        said = [case for case in prepositions(syntax, word) if case in entries("prep") and syntax.below(word, "cop")]
        return Predicate(word, said[0] if said else lemma, entries("prep")[said[0]] if said else entry_of(syntax, word))
    known = entries("verb")
    for pair in _pairs(syntax, word):
        if pair in known:
            parts = pair.split("|")
            plain = parts[0] == syntax.lemma(word) and not parts[-1].isupper() and parts[-1] != "to"
            return Predicate(word, " ".join(parts) if plain else syntax.lemma(word), known[pair])
    bare = known.get(syntax.lemma(word))
    over = bare if bare and lemma.partition("|")[2] in bare.patient else None  # "fought over"
    missing = entries("adj").get(syntax.lower(word))  # "is feared missing"
    return Predicate(word, lemma.replace("|", " "), known.get(lemma) or over or missing)


def entry_of(syntax: Syntax, word: int) -> Entry | None:
    """The entry of a noun, adjective or pronoun, with what specifies it ("air strike", "strike on") or as a plural."""
    first, second = ("noun", "adj") if syntax.upos(word) in ("NOUN", "VERB") else ("adj", "noun")
    lemma = syntax.lemma(word)
    beside = [*syntax.below(word, "compound", "amod"), *syntax.below(word, "mark")]
    cases = (syntax.lower(case) for one in syntax.below(word, "nmod", "obl") for case in syntax.below(one, "case"))
    kinds = ("FLYING" for one in beside if is_flying(syntax.lemma(one)))
    known = entries(first)
    for one in (*(syntax.lemma(one) for one in beside), *cases, *kinds):
        if found := known.get(f"{lemma}|{one}"):
            return found
    return known.get(syntax.lower(word)) or known.get(lemma) or entries(second).get(lemma)


def _pairs(syntax: Syntax, word: int) -> Iterator[str]:
    """What may be the entry of a verb with its object, complement, particle, preposition, or a class of these."""
    lemma, full = syntax.lemma(word), particle(syntax, word)
    objects = _objects(syntax, word)
    near = syntax.below(word, "compound", "xcomp", "obl", "advmod")
    cases = [syntax.lower(case) for one in near if not is_date(syntax, one) for case in syntax.below(one, "case")]
    yield from (f"{lemma}|{syntax.lemma(one)}" for one in (*objects, *near))
    marks = [syntax.lower(one) for one in syntax.below(word, "mark")]
    yield from (f"{lemma}|{case}" for case in (*cases, *marks) if case not in _PARTICLES)
    if objects:
        yield from (f"{full}|{name}" for name in _classes(syntax, objects))
        yield f"{full}|OBJECT"
    else:
        subjects = syntax.below(word, "nsubj")
        yield from (f"{syntax.lemma(whole(syntax, one))}|{full}" for one in subjects)
        yield from (f"{name}|{full}" for name in _classes(syntax, subjects))


def _objects(syntax: Syntax, word: int) -> list[int]:
    """The objects of a verb, also as the subject of a passive or the noun above ("the village it took")."""
    found = objects_of(syntax, word) or passive_subjects(syntax, word)
    if not found and (is_gap(syntax, word) or (is_passive(syntax, word) and syntax.relation(word) == "acl")):
        return [syntax.head(word)]
    return found


def objects_of(syntax: Syntax, word: int) -> list[int]:
    """The objects of a verb; of an active one without, a second subject right behind it, which can only be one."""
    objects, subjects = syntax.below(word, "obj"), syntax.below(word, "nsubj")
    if objects or is_passive(syntax, word) or not any(one < word for one in subjects):
        return objects
    behind = (one for one in subjects if one > word and not prepositions(syntax, one))
    return [one for one in behind if all(syntax.upos(i) != "PUNCT" for i in range(word, one))][:1]


def is_gap(syntax: Syntax, word: int) -> bool:
    """Whether the noun above a relative clause is its object: "the village it took", "the village that it took"."""
    subjects = syntax.below(word, "nsubj")
    relative = syntax.analysis.relations[word] == "acl:relcl" and not syntax.below(word, "obj")
    return relative and bool(subjects) and all(syntax.lower(one) not in RELATIVE for one in subjects)


def _classes(syntax: Syntax, words: list[int]) -> list[str]:
    """What arguments are, as the table of events says it; a share is what it is of ("part of the village")."""
    of = {word: [one for one in syntax.below(word, "nmod") if "of" in prepositions(syntax, one)][:1] for word in words}
    named = (next((name for one in (word, *of[word]) if (name := _class(syntax, one))), None) for word in words)
    return [name for name in named if name]


def _class(syntax: Syntax, word: int) -> str | None:
    """PLACE, PERSON, FLYING, or NAME for any other name."""
    kinds, lemma = syntax.kinds(word), syntax.lemma(word)
    if kinds & _PLACES or lemma in words("place") or (syntax.upos(word) == "PROPN" and not kinds):
        return "PLACE"
    if "Person" in kinds or is_person(syntax, word):
        return "PERSON"
    if is_flying(lemma):
        return "FLYING"
    return "NAME" if syntax.upos(word) == "PROPN" else None


def passive_subjects(syntax: Syntax, word: int) -> list[int]:
    """The subjects of a verb that the parse takes for passive ones."""
    return [one for one in syntax.below(word, "nsubj") if syntax.analysis.relations[one] == "nsubj:pass"]
