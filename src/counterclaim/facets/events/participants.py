"""Who takes part in an event: agent, patient and recipient, from the dependency tree around its predicate.

Roles follow the arguments of Universal Dependencies (subject, object, oblique), turned round in the passive, and for
nouns of events their possessor and prepositions; a verb without a subject has that of the clause it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.facets.events.phrases import RELATIVE, conjuncts, is_date, possessors, prepositions
from counterclaim.facets.events.predicates import Predicate, is_passive
from counterclaim.facets.syntax import Syntax
from counterclaim.model import Role

_RECIPIENT = frozenset(("against", "for", "with", "to"))
#: What is done at or on somebody is done to them only where force is used.
_TARGET = frozenset(("on", "upon", "at", "into"))
_FORCE = frozenset(("attack", "launch", "sanction", "coerce"))
_DEPTH = 4


class Part(NamedTuple):
    """A role in an event and the word that heads the phrase of who has it."""

    role: Role
    word: int


def find_parts(syntax: Syntax, head: int, predicate: Predicate) -> list[Part]:
    """The participants of the event of a clause that the word `head` heads, each once, in the order of roles found."""
    parts = [*_subject_parts(syntax, head, predicate), *_own_parts(syntax, predicate)]
    found: list[Part] = []
    seen: set[int] = set()
    for role, word in parts:
        for one in conjuncts(syntax, word):
            if one not in seen:
                seen.add(one)
                found.append(Part(role, _antecedent(syntax, one)))
    return found


def _subject_parts(syntax: Syntax, head: int, predicate: Predicate) -> Iterator[Part]:
    """The subject of the highest verb, in the role that the predicate gives it."""
    top = predicate.over[0] if predicate.over else head
    for subject in _subjects(syntax, top):
        if subject not in (predicate.word, *predicate.over):
            yield Part(_role_of_subject(syntax, predicate), subject)


def _role_of_subject(syntax: Syntax, predicate: Predicate) -> Role:
    word, entry = predicate.word, predicate.entry
    if predicate.subject:
        return predicate.subject
    if syntax.upos(word) == "VERB":
        if is_passive(syntax, word):
            return "patient"
        objects = syntax.below(word, "obj", "ccomp")
        return entry.subject if entry and not objects else "agent"
    if _is_under(syntax, word):
        return "patient"
    return entry.subject if entry and syntax.upos(word) == "ADJ" else "agent"


def _is_under(syntax: Syntax, word: int) -> bool:
    """Whether a noun has its subject for a patient: "is under attack", "is in the hands of the rebels"."""
    return "under" in prepositions(syntax, word) or (syntax.lemma(word) == "hand" and bool(syntax.below(word, "case")))


def _subjects(syntax: Syntax, word: int, depth: int = _DEPTH) -> list[int]:
    """The subject of a verb, or that of the verb it is coordinated with or hangs on."""
    own = syntax.below(word, "nsubj")[-1:]
    if own or depth == 0 or syntax.head(word) == word:
        return own
    above, relation = syntax.head(word), syntax.analysis.relations[word]
    if relation.startswith("acl"):
        return [above] if _fills_subject(syntax, word) else []
    if relation == "conj":
        return _subjects(syntax, above, depth - 1)
    if relation in ("xcomp", "advcl", "ccomp") and not syntax.below(word, "expl"):
        objects = syntax.below(above, "obj")
        return objects[:1] if objects and _controls(syntax, above, word) else _subjects(syntax, above, depth - 1)
    return []


def _fills_subject(syntax: Syntax, word: int) -> bool:
    """Whether a participle or a relative clause says something of its noun as of its subject."""
    finite = syntax.analysis.relations[word] == "acl:relcl"
    return not finite and not any(syntax.lower(one) == "to" for one in syntax.below(word, "mark"))


def _controls(syntax: Syntax, above: int, word: int) -> bool:
    """Whether the object of a verb does what its complement says: "accused Norland of firing", "urged them to go"."""
    marks = {syntax.lower(one) for one in syntax.below(word, "mark")}
    return syntax.relation(word) == "xcomp" or "of" in marks or ("for" in marks and above < word)


def _own_parts(syntax: Syntax, predicate: Predicate) -> Iterator[Part]:
    """What depends on the predicate itself, and on the light verb above it."""
    if syntax.upos(predicate.word) in ("VERB", "AUX", "ADJ", "PRON"):
        yield from _verb_parts(syntax, predicate)
        return
    yield from _noun_parts(syntax, predicate)
    for verb in predicate.over:
        yield from _oblique_parts(syntax, verb, predicate)


def _verb_parts(syntax: Syntax, predicate: Predicate) -> Iterator[Part]:
    word = predicate.word
    objects = [one for one in syntax.below(word, "obj") if not _is_companion(syntax, predicate, one)]
    yield from (Part("patient", one) for one in objects)
    yield from (Part("recipient", one) for one in syntax.below(word, "iobj"))
    if not objects and not is_passive(syntax, word) and _is_gap(syntax, word):
        yield Part("patient", syntax.head(word))
    full = bool(objects) or is_passive(syntax, word)
    yield from _oblique_parts(syntax, word, predicate, full)
    for one in syntax.below(word, "obj", "obl"):
        if _is_companion(syntax, predicate, one):
            yield from (Part("patient", of) for of in syntax.below(one, "nmod") if not is_date(syntax, of))
    if syntax.upos(word) == "PRON":  # "the village is ours"
        yield Part("agent", word)


def _is_companion(syntax: Syntax, predicate: Predicate, word: int) -> bool:
    """Whether an object is a part of the predicate: "opened fire"."""
    return syntax.lemma(word) in predicate.lemma.split(" ")[1:]


def _is_gap(syntax: Syntax, word: int) -> bool:
    """ "the village it took": the noun above is the object."""
    subjects = syntax.below(word, "nsubj")
    return syntax.analysis.relations[word] == "acl:relcl" and all(syntax.lower(one) not in RELATIVE for one in subjects)


def _oblique_parts(syntax: Syntax, word: int, predicate: Predicate, full: bool = False) -> Iterator[Part]:
    """ "by the army", "on the village", "with the other side"; `full` where there is a patient already."""
    passive = is_passive(syntax, word)
    patient = predicate.entry.patient if predicate.entry else frozenset()
    for one in syntax.below(word, "obl", "nmod"):
        if one == predicate.word or syntax.analysis.relations[one] == "nmod:poss":
            continue
        cases = set(prepositions(syntax, one))
        if is_date(syntax, one):
            continue
        if passive and "by" in cases:
            yield Part("agent", one)
        elif cases & patient and not full:
            yield Part("patient", one)
        elif cases & _recipients(predicate):
            yield Part("recipient", one)


def _noun_parts(syntax: Syntax, predicate: Predicate) -> Iterator[Part]:
    word, entry = predicate.word, predicate.entry
    own: Role = entry.subject if entry else "agent"
    patient = entry.patient if entry else frozenset(("of",))
    yield from (Part(own, one) for one in possessors(syntax, word))
    for one in syntax.below(word, "nmod"):
        cases = set(prepositions(syntax, one))
        if is_date(syntax, one):
            continue
        if "by" in cases or ("of" in cases and _is_under(syntax, word)):
            yield Part("agent", one)
        elif cases & patient:
            yield Part("patient", one)
        elif "of" in cases:
            yield Part(own, one)
        elif cases & _recipients(predicate):
            yield Part("recipient", one)
    for one in syntax.below(word, "compound", "amod"):
        if entry and syntax.analysis.word(one)[:1].isupper() and one != syntax.sentence(one)[0]:
            yield Part(own, one)


def _recipients(predicate: Predicate) -> frozenset[str]:
    forceful = predicate.entry is not None and predicate.entry.type in _FORCE
    return _RECIPIENT | _TARGET if forceful else _RECIPIENT


def _antecedent(syntax: Syntax, word: int) -> int:
    """The noun that a relative pronoun stands for; the word itself for any other."""
    if syntax.lower(word) not in RELATIVE or syntax.upos(word) not in ("PRON", "SCONJ", "ADV"):
        return word
    for above in syntax.above(word):
        if syntax.analysis.relations[above] == "acl:relcl":
            return syntax.head(above)
    return word
