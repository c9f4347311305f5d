"""What is counted, in the words of the text: "Brastian soldiers", "its losses", "of the dead"."""

from __future__ import annotations

from itertools import takewhile

from counterclaim.facets.expressions import Expression
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import words

_NOMINAL = ("NOUN", "PROPN")
_POSSESSIVE = ("'s", "’s", "'", "’")
#: Words inside a noun phrase that a modifier can be made of.
_PHRASE = (*_NOMINAL, "ADJ", "DET", "PRON", "ADP", "CCONJ", "PART", "VERB", "ADV")
#: How many words the rest of a name can have.
_NAME = 4
#: Prepositions of phrases that say who or whose the counted are; others say where or when.
_BELONGING = ("of", "from")


def counted_words(syntax: Syntax, expression: Expression) -> str | None:
    """The noun phrase that an expression counts or measures, as written, without the number, its bounds and articles.

    A possessor before the number stays ("its three soldiers" are "its soldiers"), a phrase of belonging behind the
    noun too ("members of the guard"). What is picked from a set keeps its "of". None for a bare number.
    """
    if expression.dimension is not None:
        return _measured(syntax, expression)
    if expression.noun is None or expression.noun <= expression.last or _is_others(syntax, expression.noun):
        return None
    return noun_phrase(syntax, expression.noun, after=expression.last, picked=expression.partitive)


def noun_phrase(syntax: Syntax, noun: int, after: int | None = None, picked: bool = False) -> str:
    """The words of a noun with its modifiers, those only that stand behind the word `after` (and any possessor)."""
    first = _first(syntax, noun) if after is None else _behind_number(syntax, after, noun, picked)
    owner = _owner(syntax, noun, first)
    return f"{owner} {_written(syntax, first, _last(syntax, noun))}".strip()


def _behind_number(syntax: Syntax, number: int, noun: int, picked: bool) -> int:
    """The first word behind a number that says what is counted: not "or", "more", "-" and the like."""
    first = number + 1
    if picked and syntax.lower(first) != "of":
        first = next((word for word in range(first, noun) if syntax.lower(word) == "of"), first)
    skipped = () if picked and syntax.lower(first) == "of" else ("of",)
    while first < noun and (syntax.lower(first) in (*skipped, *words("uncounted")) or syntax.upos(first) == "PUNCT"):
        first += 1
    return first


def _first(syntax: Syntax, noun: int) -> int:
    """The first adjective or noun of the run of them that ends in a noun."""
    first = noun
    while first and syntax.upos(first - 1) in (*_NOMINAL, "ADJ") and syntax.head(first - 1) in range(first, noun + 1):
        first -= 1
    return first


def _last(syntax: Syntax, noun: int) -> int:
    """The last word of a name, or of a phrase of belonging right behind a noun: "members of the security forces"."""
    noun = max([noun, *(word for word in syntax.below(noun, "flat") if word <= noun + _NAME)])
    if syntax.lower(noun + 1) not in _BELONGING:
        return noun
    end = syntax.sentence(noun)[1]
    phrase = list(takewhile(lambda word: syntax.upos(word) in _PHRASE, range(noun + 1, end)))
    inside = [word for word in phrase if _hangs_on(syntax, word, noun) and syntax.upos(word) in _NOMINAL]
    return inside[-1] if inside and _is_whole(syntax, noun, inside[-1]) else noun


def _hangs_on(syntax: Syntax, word: int, noun: int) -> bool:
    """Whether a word belongs to a noun by nominal relations alone."""
    for above in syntax.above(word):
        if above == noun:
            return True
        if syntax.relation(above) not in ("nmod", "compound", "flat", "conj", "amod"):
            return False
    return False


def _is_whole(syntax: Syntax, noun: int, last: int) -> bool:
    """Whether no verb and no other preposition than those of belonging stands between."""
    between = range(noun + 1, last)
    return not any(syntax.upos(word) == "ADP" and syntax.lower(word) not in _BELONGING for word in between)


def _owner(syntax: Syntax, noun: int, first: int) -> str:
    """A possessor that stands before the phrase: "its", "Norland's"."""
    owners = [word for word in syntax.below(noun, "nmod", "det") if word < first and _is_possessor(syntax, word)]
    if not owners:
        return ""
    last = owners[0] + 1 if syntax.lower(owners[0] + 1) in _POSSESSIVE else owners[0]
    return _written(syntax, _first(syntax, owners[0]), last)


def _is_possessor(syntax: Syntax, word: int) -> bool:
    return syntax.lower(word + 1) in _POSSESSIVE or (
        syntax.upos(word) == "PRON" and syntax.lower(word) in words("owner")
    )


def _measured(syntax: Syntax, expression: Expression) -> str | None:
    """What is measured: "tonnes of wheat", "52 per cent of the vote"."""
    of = syntax.word_at(expression.span.end - 1) + 1
    if syntax.lower(of) != "of":
        return None
    end = syntax.sentence(of)[1]
    phrase = list(takewhile(lambda word: syntax.upos(word) in ("ADJ", "DET", "PRON", *_NOMINAL), range(of + 1, end)))
    nouns = [word for word in phrase if syntax.upos(word) in _NOMINAL]
    if not nouns:
        return None
    return _written(syntax, of if syntax.upos(of + 1) in ("DET", "PRON") else of + 1, nouns[-1])


def _is_others(syntax: Syntax, noun: int) -> bool:
    return syntax.lower(noun) in words("others")


def _written(syntax: Syntax, first: int, last: int) -> str:
    start, end = syntax.analysis.words[first][0], syntax.analysis.words[last][1]
    return " ".join(syntax.text[start:end].split())
