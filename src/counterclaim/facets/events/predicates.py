"""What a clause says happens: its predicate, looked for below light verbs and verbs of beginning and failing."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.facets.events.clauses import particle
from counterclaim.facets.events.lexicon import OVER, kind_of
from counterclaim.facets.events.naming import Predicate, entry_of, named, passive_subjects
from counterclaim.facets.events.phrases import whole
from counterclaim.facets.syntax import Syntax
from counterclaim.model import Role

_DEPTH = 4
_OWN = frozenset(("its", "their", "his", "her", "our", "my"))
#: Adjectives above an infinitive, and what they say of it.
_ADJECTIVES = {"unable": "not", "able": "done"}


def find_predicate(syntax: Syntax, head: int) -> Predicate:
    """The predicate of the clause that a word heads."""
    found = named(syntax, head)
    for _ in range(_DEPTH):
        lower = _below(syntax, found)
        if lower is None:
            break
        found = lower
    return found


def _below(syntax: Syntax, found: Predicate) -> Predicate | None:
    """The predicate that stands below a light verb, an aspectual verb or an existential "there is"."""
    word = found.word
    if syntax.upos(word) not in ("VERB", "AUX"):
        return _below_adjective(syntax, found)
    if syntax.below(word, "expl") and syntax.lemma(word) == "be":
        return _noun_below(syntax, found, syntax.below(word, "nsubj"), any_noun=True)
    for complement in syntax.below(word, "xcomp"):
        if syntax.upos(complement) == "VERB":
            return _infinitive(syntax, found, complement)
        if kind_of(found.lemma, "linking") and found.entry is None and syntax.upos(complement) in ("ADJ", "NOUN"):
            return _under_word(syntax, found, complement, "raising")
    return _intended(syntax, found) or _light(syntax, found) or _under(syntax, found) or _aspect(syntax, found)


def _below_adjective(syntax: Syntax, found: Predicate) -> Predicate | None:
    """ "unable to reach", "likely to withdraw"."""
    for infinitive in syntax.below(found.word, "xcomp"):
        if syntax.upos(infinitive) == "VERB":
            said = _ADJECTIVES.get(found.lemma, "planned")
            return _under_word(syntax, found, infinitive, said)
    return None


def _intended(syntax: Syntax, found: Predicate) -> Predicate | None:
    """ "has no plans to leave" """
    nouns = (one for one in syntax.below(found.word, "obj") if kind_of(syntax.lemma(one), "intention"))
    filled = (one for noun in nouns for one in syntax.below(noun, "acl") if syntax.upos(one) == "VERB")
    return next((_under_word(syntax, found, one, "planned") for one in filled), None)


def _infinitive(syntax: Syntax, found: Predicate, word: int) -> Predicate | None:
    """ "failed to take", "is expected to withdraw", but not "expected them to withdraw"."""
    above = particle(syntax, found.word)
    if syntax.below(found.word, "obj"):
        return None
    if above in ("have", "be") and not any(syntax.lower(one) == "to" for one in syntax.below(word, "mark")):
        return _under_word(syntax, found, word, "raising")  # "having attacked", where the parse puts it so
    said = "intended" if above == "go" else kind_of(above, *OVER)
    return _under_word(syntax, found, word, "planned" if said == "intended" else said) if said else None


def _under_word(syntax: Syntax, found: Predicate, word: int, said: str) -> Predicate:
    lower = named(syntax, word)
    return replace(lower, over=(*found.over, found.word), states=(*found.states, said))


def _noun_below(
    syntax: Syntax, found: Predicate, nouns: list[int], said: str = "", role: Role | None = None, any_noun: bool = False
) -> Predicate | None:
    """The event that one of some nouns names, under the verb."""
    for noun in (whole(syntax, one) for one in nouns):
        entry = entry_of(syntax, noun)
        if syntax.upos(noun) in ("NOUN", "VERB") and (entry or any_noun):
            states = (*found.states, said) if said else found.states
            return Predicate(noun, _noun_lemma(syntax, noun), entry, (*found.over, found.word), role, states)
    return None


def _noun_lemma(syntax: Syntax, noun: int) -> str:
    """The lemma of a noun; of a gerund that stands for one as written ("fighting")."""
    return syntax.lower(noun) if syntax.upos(noun) == "VERB" else syntax.lemma(noun)


def _light(syntax: Syntax, found: Predicate) -> Predicate | None:
    """ "carried out a strike", "a strike was carried out", "suffered losses", "the meeting took place"."""
    if "|" in _paired(found) and found.lemma not in ("carry out", "take place", "go ahead"):
        return None
    lemma, objects = _paired(found), syntax.below(found.word, "obj")
    if kind_of(lemma, "occur"):
        return _noun_below(syntax, found, syntax.below(found.word, "nsubj"), "done")
    if kind_of(lemma, "light"):
        return _noun_below(syntax, found, objects or passive_subjects(syntax, found.word), role="agent")
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
        subjects = passive_subjects(syntax, found.word) or syntax.below(found.word, "nsubj")
        return None if _by_agents(syntax, found.word) else _noun_below(syntax, found, subjects, said)
    own = said == "ongoing" or any(syntax.lower(one) in _OWN for noun in objects for one in syntax.dependents[noun])
    return _noun_below(syntax, found, objects, said, "agent") if own else None


def _by_agents(syntax: Syntax, word: int) -> bool:
    return any(syntax.lower(case) == "by" for one in syntax.below(word, "obl") for case in syntax.below(one, "case"))
