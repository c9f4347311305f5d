"""Who takes part in an event: agent, patient and recipient, from the dependency tree around its predicate.

Roles follow the arguments of Universal Dependencies (subject, object, oblique), turned round in the passive, and for
nouns of events their possessor and prepositions; a verb without a subject has that of the clause it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.facets.events.clauses import Clause, counted
from counterclaim.facets.events.lexicon import entries
from counterclaim.facets.events.naming import Predicate, is_gap, is_passive, objects_of
from counterclaim.facets.events.phrases import (
    RELATIVE,
    conjuncts,
    is_date,
    phrase_spans,
    possessors,
    prepositions,
    whole,
)
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


def find_parts(syntax: Syntax, clause: Clause, predicate: Predicate) -> list[Part]:
    """The participants of the event of a clause, each once, in the order of roles found."""
    parts = [*_subject_parts(syntax, clause, predicate), *_own_parts(syntax, predicate)]
    found: list[Part] = []
    seen: set[int] = set()
    for role, word in parts:
        for one in conjuncts(syntax, word):
            meant = whole(syntax, _antecedent(syntax, one))
            if meant not in seen and syntax.upos(meant) != "PUNCT":
                seen.add(meant)
                found.append(Part(role, meant))
    return found


def _subject_parts(syntax: Syntax, clause: Clause, predicate: Predicate) -> Iterator[Part]:
    """The subject of the highest verb, in the role that the predicate gives it."""
    top = predicate.over[0] if predicate.over else clause.head
    subject = _subject(syntax, clause, top)
    if subject is None and predicate.entry is not None and predicate.entry.type == "responsible":
        subject = _denier(syntax, clause)
    if subject is not None and whole(syntax, subject) not in (predicate.word, *predicate.over):
        yield Part(_role_of_subject(syntax, predicate), subject)


def _role_of_subject(syntax: Syntax, predicate: Predicate) -> Role:
    word, entry = predicate.word, predicate.entry
    if predicate.subject:
        return predicate.subject
    if syntax.upos(word) == "VERB":
        if is_passive(syntax, word):
            return "patient"
        objects = [
            one
            for one in (*objects_of(syntax, word), *syntax.below(word, "ccomp"))
            if not _is_companion(syntax, predicate, one)
        ]
        return entry.subject if entry and not objects else "agent"
    if _is_under(syntax, word):
        return "patient"
    said_of = syntax.upos(word) == "ADJ" or not syntax.below(word, "cop")
    return entry.subject if entry and said_of else "agent"


def _is_under(syntax: Syntax, word: int) -> bool:
    """Whether a noun has its subject for a patient: "is under attack", "is in the hands of the rebels"."""
    return "under" in prepositions(syntax, word) or (syntax.lemma(word) == "hand" and bool(syntax.below(word, "case")))


def _subject(syntax: Syntax, clause: Clause, word: int, depth: int = _DEPTH) -> int | None:
    """The subject of a verb, or that of the verb it is coordinated with or hangs on.

    Should the parse have given the verb a subject from outside the content ("They lost, the president said"), one
    inside comes first.
    """
    own = _near(_subjects(syntax, word), clause, word)
    own = own if own is not None else _stray(syntax, clause, word)
    if own is not None or depth == 0 or syntax.head(word) == word:
        return own
    above, relation = syntax.head(word), syntax.analysis.relations[word]
    if relation.startswith("acl"):
        return above if _fills_subject(syntax, word) else None
    if relation == "conj":
        return _subject(syntax, clause, above, depth - 1)
    if relation in ("xcomp", "advcl", "ccomp", "parataxis") and not _is_finite(syntax, word):
        objects = syntax.below(above, "obj", "iobj")
        controlled = bool(objects) and _controls(syntax, above, word)
        return objects[0] if controlled else _subject(syntax, clause, above, depth - 1)
    return None


def _subjects(syntax: Syntax, word: int) -> list[int]:
    """Subjects of a verb; of one without, the number before it ("three were killed and nine wounded")."""
    # What stands behind a preposition is no subject, whatever the parse says, but for "34 of 40 drones".
    subjects = [one for one in syntax.below(word, "nsubj") if set(prepositions(syntax, one)) <= {"of"}]
    number = counted(syntax, word)
    return [one for one in subjects if not _is_among(syntax, one)] or ([number] if number is not None else subjects)


def _is_among(syntax: Syntax, word: int) -> bool:
    """ "eight persons, among them two children" """
    start = syntax.word_at(phrase_spans(syntax, word)[0].start)
    return syntax.lower(start - 1) in ("them", "including", "whom")


def _denier(syntax: Syntax, clause: Clause) -> int | None:
    """Who denies, claims or has a bare "responsibility" or "involvement": the subject of the verb above."""
    above = syntax.head(clause.head)
    claims = above not in clause.content and syntax.relation(clause.head) == "obj"
    return next(iter(syntax.below(above, "nsubj")), None) if claims else None


def _near(subjects: list[int], clause: Clause, word: int) -> int | None:
    """The last subject within the content, or one before the verb that stands outside it."""
    inside = [one for one in subjects if one in clause.content]
    before = [one for one in inside or subjects if one < word]
    return before[-1] if before else next(iter(inside), None)


def _stray(syntax: Syntax, clause: Clause, word: int) -> int | None:
    """A subject in the clause that hangs on a verb outside the content, as in "called on the army to withdraw".

    The parse may also have given the verb's own subject away.
    """
    nominal = ("nsubj",) if _is_finite(syntax, word) else ("nsubj", "obj", "iobj", "obl")
    subjects = (one for one in clause.words if one < word and syntax.relation(one) in nominal)
    return next((one for one in subjects if syntax.head(one) not in clause.content), None)


def _is_finite(syntax: Syntax, word: int) -> bool:
    """Whether a verb has a tense: it is no infinitive, and no participle without an auxiliary."""
    auxiliaries = {syntax.lower(one) for one in syntax.below(word, "aux", "cop")}
    if auxiliaries - {"having", "being"}:
        return not any(syntax.lower(one) == "to" for one in syntax.below(word, "mark"))
    bare = auxiliaries or syntax.lower(word).endswith("ing") or is_passive(syntax, word)
    return not bare and not any(syntax.lower(one) == "to" for one in syntax.below(word, "mark"))


def _fills_subject(syntax: Syntax, word: int) -> bool:
    """Whether a participle or a relative clause says something of its noun as of its subject."""
    finite = syntax.analysis.relations[word] == "acl:relcl"
    return not finite and not syntax.below(word, "mark")


def _controls(syntax: Syntax, above: int, word: int) -> bool:
    """Whether the object of a verb does what its complement says: "accused Norland of firing", "urged them to go"."""
    marks = {syntax.lower(one) for one in syntax.below(word, "mark")}
    return syntax.relation(word) == "xcomp" or bool(marks & {"of", "for", "from"})


def _own_parts(syntax: Syntax, predicate: Predicate) -> Iterator[Part]:
    """What depends on the predicate itself, and on the light verb above it."""
    if predicate.entry is not None and predicate.entry is entries("prep").get(predicate.lemma):
        yield Part("patient", predicate.word)
        return
    if syntax.upos(predicate.word) in ("VERB", "AUX", "ADJ", "PRON"):
        yield from _verb_parts(syntax, predicate)
        return
    yield from _noun_parts(syntax, predicate)
    for verb in predicate.over:
        yield from _oblique_parts(syntax, verb, predicate)


def _verb_parts(syntax: Syntax, predicate: Predicate) -> Iterator[Part]:
    word = predicate.word
    objects = [one for one in objects_of(syntax, word) if not _is_companion(syntax, predicate, one)]
    yield from (Part("patient", one) for one in objects)
    yield from (Part("recipient", one) for one in syntax.below(word, "iobj"))
    if not objects and not is_passive(syntax, word) and is_gap(syntax, word):
        yield Part("patient", syntax.head(word))
    full = bool(objects) or is_passive(syntax, word)
    yield from _oblique_parts(syntax, word, predicate, full)
    for one in syntax.below(word, "obj", "obl"):
        if _is_companion(syntax, predicate, one) and predicate.entry and predicate.entry.subject == "agent":
            of = (of for of in syntax.below(one, "nmod") if prepositions(syntax, of) and not is_date(syntax, of))
            yield from (Part("patient", noun) for noun in of)
    if syntax.upos(word) == "PRON":  # "the village is ours"
        yield Part("agent", word)


def _is_companion(syntax: Syntax, predicate: Predicate, word: int) -> bool:
    """Whether an object is a part of the predicate: "opened fire"."""
    return syntax.lemma(word) in predicate.lemma.split(" ")[1:]


def _oblique_parts(syntax: Syntax, word: int, predicate: Predicate, full: bool = False) -> Iterator[Part]:
    """ "by the army", "on the village", "with the other side"; `full` where there is a patient already."""
    passive = is_passive(syntax, word)
    patient = predicate.entry.patient if predicate.entry else frozenset()
    for one in syntax.below(word, "obl", "nmod", "nsubj"):  # "sunk by a torpedo" may be parsed as a subject
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
