"""What a place name does in its sentence: does it act, does it only say of another place where that is?"""

from __future__ import annotations

import re
from functools import cache

from counterclaim.facets.folding import PLACE_WORDS, fold
from counterclaim.facets.gazetteer import Gazetteer
from counterclaim.facets.place_names import head_word
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import read_table
from counterclaim.language.analysis import Name

_DEMONYM = re.compile(r"\w{2}(?:ian|ean|ese|ish)$")
NEXT = 2
"""Words from the end of a name to a noun that it belongs to without "of" or "'s"."""


def acts(syntax: Syntax, name: Name) -> bool:
    """Whether a name is that of a government ("Washington said", "Norland's army"), and of no place."""
    word = _first_of_list(syntax, head_word(syntax, name))
    relation, head = syntax.analysis.relations[word], syntax.head(word)
    lemma, words = syntax.lemma(head), _actor_words()
    if relation == "nsubj":
        return syntax.upos(head) == "VERB" and lemma in words["verb"]
    if relation == "nsubj:pass":
        return any(syntax.lemma(verb) in words["verb"] for verb in syntax.below(head, "xcomp"))
    if relation == "obj":
        return lemma in words["object"]
    if _belongs(syntax, name, word):
        return syntax.upos(head) == "NOUN" and lemma in words["noun"]
    return relation.startswith("obl") and _marked(syntax, word, "by") and lemma in words["verb"]


def is_adjective(syntax: Syntax, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of a people before a noun ("the Lethonian fleet") and of no place that is known."""
    (first, *more), word = range(name.start, name.end), name.end - 1
    before_noun = syntax.relation(word) in ("amod", "compound") and syntax.head(word) >= name.end
    return (
        not more
        and before_noun
        and bool(_DEMONYM.search(syntax.lower(first)))
        and not gazetteer.at(fold(syntax.lower(first)))
    )


def places_another(syntax: Syntax, name: Name, places: frozenset[int]) -> bool:
    """Whether a name says where another place is: "Brod, a town in Norland", "the Norland town of Brod".

    `places` are the words of all place names.
    """
    if syntax.lower(name.end) in PLACE_WORDS["town"] and syntax.lower(name.end + 1) == "of":
        return True
    word = head_word(syntax, name)
    said = word if syntax.relation(word) == "appos" else syntax.head(word)
    is_said = said == word or syntax.lower(said) in _KINDS
    return is_said and syntax.relation(said) == "appos" and syntax.head(said) in places


_KINDS = PLACE_WORDS["town"] | PLACE_WORDS["region"]


def _belongs(syntax: Syntax, name: Name, word: int) -> bool:
    relation, head = syntax.analysis.relations[word], syntax.head(word)
    if relation == "compound":
        return 0 <= head - name.end < NEXT
    return relation == "nmod:poss" or (relation == "nmod" and _marked(syntax, word, "of"))


def _first_of_list(syntax: Syntax, word: int) -> int:
    """The word that stands for a whole list in the sentence."""
    for above in syntax.above(word):
        if syntax.relation(above) != "conj":
            return above
    return word


def _marked(syntax: Syntax, word: int, preposition: str) -> bool:
    return any(syntax.lower(i) == preposition for i in syntax.below(word, "case"))


@cache
def _actor_words() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {"verb": set(), "object": set(), "noun": set()}
    for kind, listed in read_table("actor_words"):
        words[kind].update(listed.split())
    return {kind: frozenset(found) for kind, found in words.items()}
