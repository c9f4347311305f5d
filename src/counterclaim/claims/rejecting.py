"""Whether a clause rejects or upholds what somebody said: "that is a lie", "No, they are not", "the report is true"."""

from __future__ import annotations

from counterclaim.claims.clause import CLAUSAL, POSSESSIVES, SPEAKER, Clause
from counterclaim.claims.polarity import has_no, is_negated
from counterclaim.claims.references import claim_nouns
from counterclaim.claims.reporting import classes_of, reporting_classes
from counterclaim.claims.tables import read_lists
from counterclaim.claims.words_at import children_of, sentence_of
from counterclaim.language.analysis import Analysis
from counterclaim.model import Act

_OPENING = frozenset(('"', "“", "„", "«"))
#: Within so many words of its beginning a clause denies flatly.
_START = 6
#: Classes of claim nouns that are true or not; words and statements may be called "poetry" for their style.
_TRUE_OR_NOT = frozenset(("figure", "report", "accusation", "announcement"))
_ANSWERS: dict[str, Act] = {"yes": "confirm", "no": "deny"}


def rejects(clause: Clause) -> Act | None:
    """Deny for "that is a lie", confirm for "that is true" and for what the speaker got wrong; None for neither."""
    labels = read_lists("labels")
    if (answer := _answers(clause) or _answers_itself(clause)) is not None:
        return answer
    bare = clause.analysis.upos[clause.head] == "NOUN" and not clause.has(*CLAUSAL)
    if clause.analysis.upos[clause.head] not in ("NOUN", "ADJ") or not (clause.has("cop") or bare):
        return None
    if clause.has("xcomp", "csubj", "advcl") and clause.lemma in labels["reject"]:
        return None
    admitted = clause.subject >= 0 and clause.analysis.word(clause.subject).lower() in SPEAKER
    if clause.lemma in labels["reject"]:
        return "confirm" if admitted or clause.negated else "deny"
    if clause.lemma in labels["uphold"]:
        return "deny" if clause.negated else "confirm"
    return "deny" if _mocks(clause) else None


def flatly_denies(clause: Clause) -> bool:
    """ "Not one of them", "there is no such plan", "nothing of the kind", "nobody shot and nobody fled"."""
    if _denies_twice(clause):
        return True
    first = "|".join(("", *(clause.analysis.word(i).lower() for i in clause.content[:_START]), ""))
    return any(f"|{one}|" in first for one in read_lists("negators")["flat"] | read_lists("labels")["never"])


def _denies_twice(clause: Clause) -> bool:
    """Whether the clause that a negated one is joined with is negated too; the repetition stresses it."""
    analysis = clause.analysis
    joined = (i for i in clause.children if analysis.relations[i] == "conj" and i in clause.content)
    return clause.negated and any(is_negated(analysis, i) or has_no(analysis, i) for i in joined)


def is_miscalled(analysis: Analysis, content: tuple[int, ...]) -> bool:
    """ "Their estimate “alchemy”": a claim is called by a noun in quotation marks that is none for a claim."""
    claims = [i for i in content if claim_nouns().get(analysis.lemma(i).lower(), ("",))[0] in _TRUE_OR_NOT]
    if not claims or claims[0] != next((i for i in content if analysis.upos[i] == "NOUN"), -1):
        return False
    start = next((i for i in content if i > claims[0] and analysis.word(i) in _OPENING), -1)
    named = next((i for i in content if i > start and analysis.upos[i] in ("NOUN", "ADJ", "VERB")), -1)
    return start >= 0 and named >= 0 and analysis.upos[named] == "NOUN" and len(claims) == 1


def is_own_word(clause: Clause) -> bool:
    """Whether a content is nothing but a word for what the speaker said before: "its count", "his version"."""
    analysis, head = clause.analysis, clause.head
    if analysis.lemma(head).lower() not in claim_nouns() or clause.has(*CLAUSAL):
        return False
    if any(analysis.upos[i] == "NUM" and not _is_of(analysis, i) for i in clause.content):
        return False
    owners = (i for i in clause.children if analysis.relations[i] == "nmod:poss")
    return bool(clause.written(owners) & POSSESSIVES)


def _is_of(analysis: Analysis, number: int) -> bool:
    """ "Its count of 40" was given before; "its count at 40" is given here."""
    return any(analysis.word(i).lower() == "of" for i in children_of(analysis, number))


def _answers(clause: Clause) -> Act | None:
    """ "Yes, they are there" confirms, "No, they are not" denies."""
    first, analysis = clause.content[0], clause.analysis
    parted = first + 1 < len(analysis.words) and analysis.upos[first + 1] == "PUNCT"
    return _ANSWERS.get(analysis.word(first).lower()) if parted else None


def _answers_itself(clause: Clause) -> Act | None:
    """ "It stood by its count", "it accepted the findings": who says so of himself does it with these words."""
    analysis = clause.analysis
    if clause.subject < 0 or not any(_is_claim(clause, i) for i in clause.children):
        return None
    beside = (i for child in clause.children if child > clause.head for i in children_of(analysis, child))
    classes = classes_of(clause.lemma, "verb", frozenset(clause.written(beside)))[:1]
    if not clause.speaks_of_itself or not set(classes) & (read_lists("unmarked")["answer"] | {"admit"}):
        return None
    kind = reporting_classes()[classes[0]]
    return kind.negated_act if clause.negated else kind.act


def _is_claim(clause: Clause, word: int) -> bool:
    """Whether a word is a noun for a claim that a verb governs, and the claim is not told behind it."""
    analysis = clause.analysis
    governed = analysis.relations[word] in ("obj", "obl") and word > clause.head
    told = "that" in clause.written(range(word, sentence_of(analysis, word)[1]))
    return governed and not told and analysis.lemma(word).lower() in claim_nouns()


def _mocks(clause: Clause) -> bool:
    """ "Their claim is a song for children": what somebody said is called another thing."""
    analysis, subject = clause.analysis, clause.subject
    if subject < 0 or analysis.upos[clause.head] != "NOUN" or clause.negated or clause.has("case"):
        return False
    if clause.speaks_of_itself:
        return False
    return analysis.lemma(subject).lower() in claim_nouns() and clause.lemma not in claim_nouns()
