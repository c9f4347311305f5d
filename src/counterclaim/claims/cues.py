"""What a cue says: the class of its decisive word, and whether that is negated or refused.

"issued a denial", "repeated its call", "was quoted as denying" are decided by the word below the light
one; "did not confirm", "refused to confirm", "stopped short of confirming" and "has yet to confirm" all
withhold what the word itself would do.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.claims.polarity import is_negated
from counterclaim.claims.reporting import LIGHT, REFUSE, REPEAT, ReportingClass, classes_of, reporting_classes
from counterclaim.claims.words_at import children_of, head_of, sentence_of
from counterclaim.language.analysis import Analysis

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adv", "ADP": "adp"}
_STRUCTURAL = frozenset((LIGHT, REPEAT, REFUSE))
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl"))
_NOUNS = frozenset(("obj", "nsubj:pass", "obl"))
_GOVERNED = frozenset(("obj", "xcomp", "ccomp", "obl"))
_SMALL = frozenset(("ADP", "PART", "SCONJ", "ADV"))
#: How many words a cue may be deep, and how far to the right its complement may begin.
_DEPTH, _REACH = 4, 4


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as read."""

    word: int
    """Its decisive word; -1 where there is no cue."""
    kind: ReportingClass
    withheld: bool = False
    """Negated or refused."""
    refused: bool = False


def read_cue(analysis: Analysis, words: tuple[int, ...]) -> Cue:
    """Read the words of a cue; without words, or with unknown ones, it counts as plain saying."""
    word, withheld, ever = _verb_of(analysis, head_of(analysis, words)), False, False
    known: tuple[str, ...] = ()
    for _ in range(_DEPTH if word >= 0 else 0):
        withheld ^= is_negated(analysis, word)
        known = classes_of(_form(analysis, word), _POS.get(analysis.upos[word], ""), _particles(analysis, word))
        refused = REFUSE in known or _is_yet(analysis, word)
        below = _below(analysis, word, known, refused)
        if below < 0:
            break
        withheld ^= refused
        ever |= refused
        word = below
    plain = [name for name in known if name not in _STRUCTURAL]
    name = plain[0] if plain else REFUSE if withheld or REFUSE in known else "say"
    return Cue(word, reporting_classes()[name], withheld, ever)


def cue_words(analysis: Analysis, words: tuple[int, ...], content: tuple[int, ...]) -> tuple[int, ...]:
    """The words of a cue; for a content that goes on in another sentence below a reporting verb, that verb."""
    head = head_of(analysis, content)
    if not words or head < 0 or analysis.relations[head] not in _GOVERNED:
        return words
    verb = analysis.heads[head]
    begin, end = sentence_of(analysis, verb)
    here = any(begin <= word < end for word in words)
    own = verb not in content and analysis.upos[verb] == "VERB" and _is_reporting(analysis, verb)
    return (verb,) if own and not here else words


def _verb_of(analysis: Analysis, word: int) -> int:
    """The verb of an auxiliary that stands for it ("would not" for "would not say")."""
    return analysis.heads[word] if word >= 0 and analysis.relations[word].startswith("aux") else word


def _below(analysis: Analysis, word: int, known: tuple[str, ...], refused: bool) -> int:
    """The word that decides instead of a light or refusing one; -1 where the word itself decides."""
    children = [child for child in children_of(analysis, word) if child > word]
    if not known:
        joined = (i for i in children if analysis.relations[i] == "conj" and _is_reporting(analysis, i))
        return next(joined, -1)
    if refused:
        clauses = [child for child in children if analysis.relations[child] in _CLAUSES]
        end = min(word + 1 + _REACH, sentence_of(analysis, word)[1])
        verbs = (i for i in range(word + 1, end) if analysis.upos[i] == "VERB")
        return clauses[0] if clauses else next(verbs, -1)
    if LIGHT in known or REPEAT in known:
        below = _CLAUSES | _NOUNS if REPEAT in known else _NOUNS
        return next((i for i in children if analysis.relations[i] in below and _is_reporting(analysis, i)), -1)
    return -1


def _is_reporting(analysis: Analysis, word: int) -> bool:
    return bool(classes_of(_form(analysis, word), _POS.get(analysis.upos[word], "")))


def _form(analysis: Analysis, word: int) -> str:
    """The form in which a word is listed; of a participle that is an adjective, as it stands ("dismayed")."""
    return (analysis.word(word) if analysis.upos[word] == "ADJ" else analysis.lemma(word)).lower()


def _is_yet(analysis: Analysis, word: int) -> bool:
    """ "has yet to confirm" """
    if analysis.lemma(word) not in ("have", "be"):
        return False
    return any(analysis.word(child).lower() == "yet" for child in children_of(analysis, word))


def _particles(analysis: Analysis, word: int) -> frozenset[str]:
    """Small words that decide between the senses of a verb: "to" of an infinitive, "on", "for", "that", "out"."""
    children = children_of(analysis, word)
    near = [i for child in children if child > word for i in (child, *children_of(analysis, child))]
    if word + 1 < len(analysis.words):
        near.append(word + 1)
    return frozenset(
        analysis.word(i).lower()
        for i in near
        if i > word and (analysis.upos[i] in _SMALL or analysis.heads[i] == word)
        and not (analysis.word(i).lower() == "to" and analysis.upos[i] == "ADP")
    )  # fmt: skip
