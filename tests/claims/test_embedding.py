"""Act, certainty and polarity of the single clauses of a content."""

from __future__ import annotations

import pytest

from counterclaim.claims.acts import act_of
from counterclaim.claims.certainty import stance_of
from counterclaim.claims.words_at import words_in
from tests.claims.trees import attribution, parsed

FLED = """
Norland PROPN 2 nsubj
{cue} VERB 0 root
that SCONJ 9 mark
its PRON 5 nmod:poss
troops NOUN 9 nsubj
who PRON 8 nsubj
had AUX 8 aux
come VERB 5 acl:relcl
fled VERB 2 ccomp
and CCONJ 11 cc
failed VERB 9 conj
to PART 13 mark
return VERB 11 xcomp
if SCONJ 16 mark
they PRON 16 nsubj
lost VERB 9 advcl
"""
CONTENT = "its troops who had come fled and failed to return if they lost"


@pytest.mark.parametrize(
    ("cue", "words", "act", "certainty", "negated"),
    [
        ("said", "its troops fled", "assert", "certain", False),
        ("denied", "its troops fled", "deny", "certain", True),
        ("denied", "who had come", "assert", "certain", False),
        ("denied", "failed", "deny", "certain", True),
        ("said", "to return", "assert", "certain", True),
        ("denied", "to return", "deny", "certain", False),
        ("suspected", "failed", "assert", "possible", False),
        ("suspected", "who had come", "assert", "certain", False),
        ("said", "if they lost", "assert", "possible", False),
        ("predicted", "failed", "predict", "certain", False),
    ],
)
def test_what_a_cue_does_reaches_complements_and_coordination_only(
    cue: str, words: str, act: str, certainty: str, negated: bool
) -> None:
    analysis = parsed(FLED.format(cue=cue))
    whole = attribution(analysis, "Norland", cue, CONTENT)
    wanted = words.split()
    clause = tuple(i for i in words_in(analysis, whole.content) if analysis.word(i) in wanted)
    clause = tuple(i for i in clause if not (analysis.word(i) == "they" and "if" not in wanted))
    assert act_of(analysis, whole, clause) == act
    assert stance_of(analysis, whole, clause) == (certainty, negated)


TWO = """
{words}

Southland PROPN 2 nsubj
violated VERB 0 root
the DET 4 det
truce NOUN 2 obj
Norland PROPN 6 nsubj
{cue} VERB 2 parataxis
"""


@pytest.mark.parametrize(
    ("words", "cue", "acts"),
    [
        ("We PRON 2 nsubj\nheld VERB 0 root", "said", ("assert", "accuse")),
        ("We PRON 3 nsubj\nwill AUX 3 aux\nreturn VERB 0 root", "said", ("promise", "accuse")),
        ("Both DET 2 det\nsides NOUN 4 nsubj\nmust AUX 4 aux\nleave VERB 0 root", "said", ("urge", "accuse")),
    ],
)
def test_each_sentence_of_a_quotation_has_its_own_act(words: str, cue: str, acts: tuple[str, str]) -> None:
    analysis = parsed(TWO.format(words=words, cue=cue))
    content = analysis.text[: analysis.text.index(" Norland")]
    whole = attribution(analysis, "Norland", cue, content)
    begin = analysis.sentences[1][0]
    first, second = tuple(range(begin)), tuple(range(begin, begin + 4))
    assert (act_of(analysis, whole, first), act_of(analysis, whole, second)) == acts


@pytest.mark.parametrize(("joint", "negated"), [("or", True), ("and", False)])
def test_a_negation_goes_on_over_or(joint: str, negated: bool) -> None:
    analysis = parsed(f"""
        Norland PROPN 2 nsubj
        said VERB 0 root
        they PRON 6 nsubj
        did AUX 6 aux
        not PART 6 advmod
        fire VERB 2 ccomp
        {joint} CCONJ 8 cc
        move VERB 6 conj
        """)
    whole = attribution(analysis, "Norland", "said", f"they did not fire {joint} move")
    assert stance_of(analysis, whole, (6, 7)).negated is negated
