"""What a content does by itself, under a plain "said": asks, urges, promises, foretells, judges, denies, accuses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.claims.polarity import has_no, is_negated
from counterclaim.claims.reporting import classes_of
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import children_of, predicate_of
from counterclaim.language.analysis import Analysis
from counterclaim.model import Act

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_SPEAKER = frozenset(("i", "we", "us", "me"))
_OURS = frozenset(("we", "us", "our"))
_THIRD = frozenset(("he", "she", "it", "they"))
_POSSESSIVES = frozenset(("my", "our", "his", "her", "its", "their"))
_FUTURE = frozenset(("will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"))
#: Classes of verbs by which one lets others know.
_TELLING = frozenset(("say", "verify"))
_DUTY = frozenset(("must", "should", "ought"))
_PERFECT = frozenset(("have", "'ve", "’ve"))
_EXCESS = frozenset(("too", "enough"))
_MAYBE = frozenset(("may", "might"))
_COORDINATE = frozenset(("root", "conj", "parataxis"))
_CLAUSAL = (*_SUBJECTS, "aux", "aux:pass", "cop", "obj")
#: How many words of a content without a verb tell what it is about.
_NOMINAL = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a content, often its main one."""

    analysis: Analysis
    source: tuple[int, ...]
    content: tuple[int, ...]
    head: int
    children: tuple[int, ...]
    direct: bool
    """Quoted: "he" in it is somebody else."""
    embedded: bool
    """Below another clause of the content."""
    own: Callable[[int], bool]
    """Whether a word names the claimant or somebody of the claimant's side."""

    @property
    def lemma(self) -> str:
        """The predicate's dictionary form, in lower case."""
        return self.analysis.lemma(self.head).lower()

    @property
    def subject(self) -> int:
        """The subject; -1 where the clause has none."""
        of = self.children
        if self.analysis.relations[self.head] == "conj" and not self.has(*_SUBJECTS):
            of = children_of(self.analysis, self.analysis.heads[self.head])
        subjects = (i for i in of if self.analysis.relations[i] in _SUBJECTS)
        return next((i for i in subjects if self.analysis.word(i)[0].isalnum()), -1)

    @property
    def auxiliaries(self) -> set[str]:
        """Auxiliaries as written, in lower case; those that the parser hung below an adjective behind it too."""
        behind = (i for child in self.children if child > self.head for i in children_of(self.analysis, child))
        here = (*self.children, *(i for i in behind if i < self.head))
        return self.written(i for i in here if self.analysis.upos[i] == "AUX")

    @property
    def negated(self) -> bool:
        """Negated by the syntax or by its first word."""
        first = self.analysis.word(self.content[0]).lower() if self.content else ""
        negators = read_lists("negators")
        starts = first in negators["determiner"] | negators["pronoun"] | {"not", "never"}
        return starts or is_negated(self.analysis, self.head) or has_no(self.analysis, self.head)

    def written(self, words: Iterable[int]) -> set[str]:
        """Words as written, in lower case."""
        return {self.analysis.word(i).lower() for i in words}

    def has(self, *relations: str) -> bool:
        """Whether the predicate has a dependent of one of these relations."""
        return any(self.analysis.relations[i] in relations for i in self.children)


def nobody(_: int) -> bool:
    """For a claimant of whose side nothing is known."""
    return False


def clause_of(
    analysis: Analysis,
    source: tuple[int, ...],
    content: tuple[int, ...],
    words: tuple[int, ...],
    own: Callable[[int], bool] = nobody,
) -> Clause | None:
    """The clause that some words of a content make, or the main one of several; None where there are no words."""
    kept = tuple(i for i in words if analysis.word(i)[0].isalnum()) or words
    head = predicate_of(analysis, kept)
    if head < 0:
        return None
    start = analysis.words[content[0] if content else head].start
    direct = bool(set(analysis.text[max(start - 1, 0) : start + 1]) & set('"“”„«'))
    embedded = analysis.heads[head] in content and analysis.relations[head] not in _COORDINATE
    return Clause(analysis, source, kept, head, children_of(analysis, head), direct, embedded, own)


def act_of_content(clause: Clause) -> Act | None:
    """The act of a content, or None where it plainly asserts."""
    if _asks(clause):
        return "question"
    if _urges(clause):
        return "urge"
    return _rejects(clause) or _looks_ahead(clause) or _accuses(clause) or _judges(clause)


def flatly_denies(clause: Clause) -> bool:
    """ "Not one of them", "not a single shell", "there is no such plan": said against somebody."""
    first = [clause.analysis.word(i).lower() for i in clause.content[:6]]
    return any(f"{one}|{two}" in read_lists("negators")["flat"] for one, two in pairwise(first))


def _asks(clause: Clause) -> bool:
    after = clause.content[-1] + 1
    return after < len(clause.analysis.words) and "?" in clause.analysis.word(after)


def _urges(clause: Clause) -> bool:
    """An imperative, or what must or should be done."""
    if clause.embedded:
        return False
    auxiliaries = clause.auxiliaries
    if auxiliaries & _DUTY and not auxiliaries & _PERFECT:
        return True
    analysis, head = clause.analysis, clause.head
    bare = analysis.upos[head] == "VERB" and analysis.word(head).lower() == clause.lemma
    small = ("PUNCT", "ADV", "INTJ", "CCONJ", "PART")
    first = next((i for i in clause.content if analysis.upos[i] not in small), -1)
    return bare and first == head and clause.subject < 0 and not auxiliaries - {"do"}


def _own_side(clause: Clause) -> bool:
    """Whether the subject is the speaker or of the speaker's; a clause without one has it in the cue's."""
    analysis, subject = clause.analysis, clause.subject
    if subject < 0:
        return True
    word = analysis.word(subject).lower()
    if word in _SPEAKER or (word in _THIRD and not clause.direct):
        return True
    if clause.written(children_of(analysis, subject)) & _POSSESSIVES or clause.own(subject):
        return True
    named = {analysis.lemma(i).lower() for i in clause.source if analysis.upos[i] in ("NOUN", "PROPN")}
    return analysis.lemma(subject).lower() in named


def _looks_ahead(clause: Clause) -> Act | None:
    """The speaker's own future is promised, the rest of the future foretold."""
    auxiliaries = clause.auxiliaries
    if auxiliaries & _PERFECT:
        return None
    if auxiliaries & _MAYBE:
        return "predict"
    if "expect" in classes_of(clause.lemma, "verb") or "foretell" in classes_of(clause.lemma, "verb"):
        return "predict" if clause.has("xcomp", "ccomp", "obj") else None
    going = clause.analysis.word(clause.head).lower() == "going" and clause.has("xcomp")
    if not going and not auxiliaries & _FUTURE:
        return None
    if clause.negated and _own_side(clause) and set(classes_of(clause.lemma, "verb")[:1]) & _TELLING:
        return "decline"
    passive = clause.has("aux:pass", "nsubj:pass")
    own = passive or _own_side(clause) or _threatens(clause)
    return "promise" if own else "predict"


def _threatens(clause: Clause) -> bool:
    """ "There will be consequences", "the answer will follow" """
    named = {clause.analysis.lemma(i).lower() for i in clause.children if clause.analysis.relations[i] in _SUBJECTS}
    return bool(named & read_lists("labels")["threat"])


def _rejects(clause: Clause) -> Act | None:
    """ "That is a lie" denies, "that is true" confirms; what the speaker got wrong is admitted."""
    labels = read_lists("labels")
    if clause.analysis.upos[clause.head] not in ("NOUN", "ADJ") or not clause.has("cop"):
        return None
    admitted = clause.subject >= 0 and clause.analysis.word(clause.subject).lower() in _SPEAKER
    if clause.lemma in labels["reject"]:
        return "confirm" if admitted or clause.negated else "deny"
    if clause.lemma in labels["uphold"]:
        return "deny" if clause.negated else "confirm"
    return None


def _accuses(clause: Clause) -> Act | None:
    """What another has done wrong."""
    analysis, wrongs = clause.analysis, read_lists("wrongs")
    if clause.negated:
        return None
    if _attacks_us(clause):
        return "accuse"
    if clause.subject >= 0 and not clause.has("cop") and _own_side(clause):
        return None
    beside = {analysis.lemma(i).lower() for i in clause.children}
    if not clause.has(*_CLAUSAL):
        near = {analysis.lemma(i).lower() for i in clause.content[:_NOMINAL]}
        return "accuse" if near & wrongs["noun"] else None
    if analysis.upos[clause.head] == "VERB":
        pairs = {f"{clause.lemma}|{other}" for other in beside}
        wrong = clause.lemma in wrongs["verb"] or pairs & wrongs["verb"] or beside & wrongs["adverb"]
    else:
        wrong = clause.lemma in wrongs["noun"] or beside & wrongs["adjective"]
    return "accuse" if wrong else None


def _attacks_us(clause: Clause) -> bool:
    """ "Southland fired on our positions", "a guard was hurt by fire from their side": the other side attacked ours."""
    analysis, content = clause.analysis, clause.content
    attacks = [i for i in content if analysis.lemma(i).lower() in read_lists("wrongs")["attack"]]
    by = [i for attack in attacks for i in children_of(analysis, attack) if _is_by(analysis, i)]
    active = not clause.has("aux:pass") and any(clause.head in (i, analysis.heads[i]) for i in attacks)
    agents = [*by, clause.subject] if active and clause.subject >= 0 else by
    ours = [i for i in content if clause.own(i) or analysis.word(i).lower() in _OURS]
    hit = (i for i in ours if i not in agents and analysis.heads[i] not in agents)
    return bool(agents) and any(True for _ in hit) and not any(_is_ours(clause, agent) for agent in agents)


def _is_by(analysis: Analysis, word: int) -> bool:
    cases = (i for i in children_of(analysis, word) if analysis.relations[i] == "case")
    return any(analysis.word(i).lower() in ("by", "from") for i in cases)


def _is_ours(clause: Clause, word: int) -> bool:
    near = (word, *children_of(clause.analysis, word))
    return any(clause.own(i) or clause.analysis.word(i).lower() in _OURS for i in near)


def _judges(clause: Clause) -> Act | None:
    """An evaluation of something: "was a disgrace", "were remarkably calm", "appears fair", "is too late", "should
    have been called".
    """
    if clause.auxiliaries & _DUTY and clause.auxiliaries & _PERFECT:
        return "judge"
    analysis, evaluation = clause.analysis, read_lists("evaluation")
    adjectives = evaluation["appreciation"] | evaluation["judgement"] | evaluation["affect"]
    said = [clause.head] if clause.has("cop") else []
    said += [i for i in clause.children if analysis.relations[i] == "xcomp" and analysis.upos[i] == "ADJ"]
    said += [i for i in clause.children if analysis.relations[i] == "amod" and clause.has("cop")]
    said += [i for i in clause.children if analysis.relations[i] == "advmod"]
    for word in said:
        if analysis.upos[word] in ("ADJ", "ADV") and clause.written(children_of(analysis, word)) & _EXCESS:
            return "judge"
        known = {"ADJ": adjectives, "NOUN": evaluation["noun"]}.get(analysis.upos[word], frozenset())
        if analysis.lemma(word).lower() in known:
            return "judge"
    return None
