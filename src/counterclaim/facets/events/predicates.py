"""What a clause says happens: its predicate, looked for below light verbs and verbs of beginning and failing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.facets.events.clauses import particle
from counterclaim.facets.events.lexicon import Entry, entries, kind_of
from counterclaim.facets.nouns import is_flying, is_person
from counterclaim.facets.syntax import Syntax
from counterclaim.model import Role

_DEPTH = 4
#: What an object may be, as the table of events says it ("capture|person").
_CLASSES = ("person", "flying")
_OWN = frozenset(("its", "their", "his", "her", "our", "my"))
#: Adjectives above an infinitive, and what they say of it.
_ADJECTIVES = {"unable": "not", "able": "done"}


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

    @property
    def is_noun(self) -> bool:
        """Whether a noun below a verb, or beside a copula, names the event."""
        return self.entry is not None and self.entry is entries("noun").get(self.lemma)


def find_predicate(syntax: Syntax, head: int) -> Predicate:
    """The predicate of the clause that a word heads."""
    found = _named(syntax, head)
    for _ in range(_DEPTH):
        lower = _below(syntax, found)
        if lower is None:
            break
        found = lower
    return found


def is_passive(syntax: Syntax, word: int) -> bool:
    """Whether a verb is in the passive: "was taken", "the village taken by", "taken by"."""
    analysis = syntax.analysis
    if any(analysis.relations[one] in ("aux:pass", "nsubj:pass") for one in syntax.dependents[word]):
        return True
    written = syntax.lower(word)
    bare = syntax.upos(word) == "VERB" and not syntax.below(word, "nsubj", "aux", "obj", "mark")
    return bare and syntax.relation(word) in ("acl", "advcl") and written.endswith(("ed", "en", "wn", "ught", "ld"))


def _named(syntax: Syntax, word: int) -> Predicate:
    """The predicate at a word by itself, with its particle or its object where the two make one entry."""
    upos, lemma = syntax.upos(word), particle(syntax, word)
    if upos in ("VERB", "AUX"):
        for one in _companions(syntax, word):
            pair = f"{syntax.lemma(word)}|{one}"
            if pair in entries("verb"):
                shown = syntax.lemma(word) if one in _CLASSES else pair.replace("|", " ")
                return Predicate(word, shown, entries("verb")[pair])
        shown = lemma.replace("|", " ")
        return Predicate(word, shown, entries("verb").get(lemma))
    return Predicate(word, lemma, _entry(syntax, word))


def _entry(syntax: Syntax, word: int) -> Entry | None:
    """The entry of a noun, adjective or pronoun; a plural may have its own ("losses")."""
    first, second = ("noun", "adj") if syntax.upos(word) == "NOUN" else ("adj", "noun")
    lemma = syntax.lemma(word)
    return entries(first).get(syntax.lower(word)) or entries(first).get(lemma) or entries(second).get(lemma)


def _companions(syntax: Syntax, word: int) -> list[str]:
    """What beside a verb may make one entry with it: particle, object, complement, preposition.

    Of an object (or the subject of a passive) also what it is: "person" or "flying".
    """
    objects = syntax.below(word, "obj") or _passive_subjects(syntax, word)
    near = syntax.below(word, "compound", "xcomp", "obl", "advmod")
    cases = (syntax.lower(case) for one in near for case in syntax.below(one, "case"))
    return [*(syntax.lemma(one) for one in (*objects, *near)), *cases, *_classes(syntax, objects)]


def _classes(syntax: Syntax, objects: list[int]) -> list[str]:
    """ "person" and "flying" as far as objects are any."""
    persons = any(is_person(syntax, one) for one in objects)
    flying = any(is_flying(syntax.lemma(one)) for one in objects)
    return [name for name, holds in zip(_CLASSES, (persons, flying), strict=True) if holds]


def _below(syntax: Syntax, found: Predicate) -> Predicate | None:
    """The predicate that stands below a light verb, an aspectual verb or an existential "there is"."""
    word = found.word
    if syntax.upos(word) not in ("VERB", "AUX"):
        return _below_adjective(syntax, found)
    if syntax.below(word, "expl") and syntax.lemma(word) == "be":
        return _noun_below(syntax, found, syntax.below(word, "nsubj"), any_noun=True)
    for infinitive in syntax.below(word, "xcomp"):
        if syntax.upos(infinitive) == "VERB":
            return _infinitive(syntax, found, infinitive)
    return _light(syntax, found) or _under(syntax, found) or _aspect(syntax, found)


def _below_adjective(syntax: Syntax, found: Predicate) -> Predicate | None:
    """ "unable to reach", "likely to withdraw"."""
    for infinitive in syntax.below(found.word, "xcomp"):
        if syntax.upos(infinitive) == "VERB":
            said = _ADJECTIVES.get(found.lemma, "planned")
            return _under_word(syntax, found, infinitive, said)
    return None


def _infinitive(syntax: Syntax, found: Predicate, word: int) -> Predicate | None:
    above = particle(syntax, found.word)
    said = "planned" if above == "go" else kind_of(above, "not", "ended", "ongoing", "planned", "done", "raising")
    return _under_word(syntax, found, word, said) if said else None


def _under_word(syntax: Syntax, found: Predicate, word: int, said: str) -> Predicate:
    lower = _named(syntax, word)
    return replace(lower, over=(*found.over, found.word), states=(*found.states, said))


def _noun_below(
    syntax: Syntax, found: Predicate, nouns: list[int], said: str = "", role: Role | None = None, any_noun: bool = False
) -> Predicate | None:
    """The event that one of some nouns names, under the verb."""
    for noun in nouns:
        entry = _entry(syntax, noun)
        if syntax.upos(noun) == "NOUN" and (entry or any_noun):
            states = (*found.states, said) if said else found.states
            return Predicate(noun, syntax.lemma(noun), entry, (*found.over, found.word), role, states)
    return None


def _light(syntax: Syntax, found: Predicate) -> Predicate | None:
    """ "carried out a strike", "a strike was carried out", "suffered losses", "the meeting took place"."""
    if "|" in _paired(found) and found.lemma not in ("carry out", "take place", "go ahead"):
        return None
    lemma = found.lemma.replace(" ", "|")
    objects = syntax.below(found.word, "obj")
    if kind_of(lemma, "occur"):
        return _noun_below(syntax, found, syntax.below(found.word, "nsubj"), "done")
    if kind_of(lemma, "light"):
        return _noun_below(syntax, found, objects or _passive_subjects(syntax, found.word), role="agent")
    return _noun_below(syntax, found, objects, role="patient") if kind_of(lemma, "passive") else None


def _paired(found: Predicate) -> str:
    return found.lemma.replace(" ", "|")


def _under(syntax: Syntax, found: Predicate) -> Predicate | None:
    """ "came under attack", "remains in our hands"."""
    for noun in syntax.below(found.word, "obl"):
        for case in syntax.below(noun, "case"):
            if kind_of(f"{syntax.lemma(found.word)}|{syntax.lower(case)}", "passive"):
                return _noun_below(syntax, found, [noun], role="patient")
    return None


def _aspect(syntax: Syntax, found: Predicate) -> Predicate | None:
    """ "the shelling stopped", "the meeting was cancelled", "Norland began an offensive"."""
    said = kind_of(_paired(found), "ongoing", "ended", "not", "planned")
    if said is None:
        return None
    objects = syntax.below(found.word, "obj")
    if not objects:
        subjects = _passive_subjects(syntax, found.word) or syntax.below(found.word, "nsubj")
        return None if _by_agents(syntax, found.word) else _noun_below(syntax, found, subjects, said)
    own = said == "ongoing" or any(syntax.lower(one) in _OWN for noun in objects for one in syntax.dependents[noun])
    return _noun_below(syntax, found, objects, said, "agent") if own else None


def _passive_subjects(syntax: Syntax, word: int) -> list[int]:
    return [one for one in syntax.below(word, "nsubj") if syntax.analysis.relations[one] == "nsubj:pass"]


def _by_agents(syntax: Syntax, word: int) -> bool:
    return any(syntax.lower(case) == "by" for one in syntax.below(word, "obl") for case in syntax.below(one, "case"))
