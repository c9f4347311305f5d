"""How sure, and of yes or no: claims as wholes, and predicates in their sentences."""

from __future__ import annotations

import pytest

from counterclaim.claims.certainty import find_certainty
from counterclaim.claims.factuality import factuality
from counterclaim.language.analysis import Analysis
from tests.claims.trees import attribution, parsed

CLAIM = """
Norland PROPN 2 nsubj
said VERB 0 root
{words}
"""


@pytest.mark.parametrize(
    ("words", "certainty", "negated"),
    [
        ("shells NOUN 4 nsubj\nfell VERB 2 ccomp", "certain", False),
        ("shells NOUN 5 nsubj\ncould AUX 5 aux\nfall VERB 2 ccomp", "possible", False),
        ("shells NOUN 6 nsubj\ncould AUX 6 aux\nnot PART 6 advmod\nfall VERB 2 ccomp", "certain", True),
        ("shells NOUN 6 nsubj:pass\ncould AUX 6 aux\nbe AUX 6 aux:pass\nseen VERB 2 ccomp", "certain", False),
        ("shells NOUN 5 nsubj\nmay AUX 5 aux\nfall VERB 2 ccomp", "possible", False),
        ("shells NOUN 5 nsubj\nprobably ADV 5 advmod\nfell VERB 2 ccomp", "probable", False),
        ("shells NOUN 5 nsubj\nwill AUX 5 aux\nfall VERB 2 ccomp", "certain", False),
        ("shells NOUN 5 nsubj\nnever ADV 5 advmod\nfell VERB 2 ccomp", "certain", True),
        ("no DET 4 det\nshells NOUN 5 nsubj\nfell VERB 2 ccomp", "certain", True),
        ("nobody PRON 4 nsubj\nfell VERB 2 ccomp", "certain", True),
        ("nobody PRON 5 nsubj\never ADV 5 advmod\nfell VERB 2 ccomp", "certain", True),
        ("they PRON 5 nsubj:pass\nare AUX 5 aux:pass\nexpected VERB 2 ccomp\nto PART 7 mark\nfall VERB 5 xcomp",
         "probable", False),
        ("they PRON 4 nsubj\nappeared VERB 2 ccomp\nto PART 6 mark\nfall VERB 4 xcomp", "probable", False),
        ("it PRON 7 nsubj\nwas AUX 7 cop\nthe DET 7 det\nlikely ADJ 7 amod\ncause NOUN 2 ccomp", "probable", False),
        ("in ADP 5 case\nall DET 5 det\nlikelihood NOUN 7 obl\nthey PRON 7 nsubj\nfell VERB 2 ccomp",
         "probable", False),
        ("it PRON 6 nsubj\nalmost ADV 5 advmod\ncertainly ADV 6 advmod\nfell VERB 2 ccomp", "probable", False),
        ("it PRON 6 nsubj\ncould AUX 6 aux\nhave AUX 6 aux\nfallen VERB 2 ccomp", "possible", False),
    ],
)  # fmt: skip
def test_hedges_and_negators_of_the_main_predicate_count(words: str, certainty: str, negated: bool) -> None:
    analysis = parsed(CLAIM.format(words=words))
    found = attribution(analysis, "Norland", "said", analysis.text.split("said ")[1].strip())
    assert find_certainty(analysis, found) == (certainty, negated)


@pytest.mark.parametrize(
    ("cue", "certainty"), [("suspects", "possible"), ("estimates", "probable"), ("believes", "probable")]
)
def test_the_cue_says_how_sure_the_claimant_is(cue: str, certainty: str) -> None:
    analysis = parsed(f"Norland PROPN 2 nsubj\n{cue} VERB 0 root\nshells NOUN 4 nsubj\nfell VERB 2 ccomp")
    assert find_certainty(analysis, attribution(analysis, "Norland", cue, "shells fell")).certainty == certainty


def test_a_denial_of_a_negation_is_a_yes() -> None:
    rows = (
        "She PRON 2 nsubj\ndenied VERB 0 root\nit PRON 6 nsubj\nhad AUX 6 aux\nnot PART 6 advmod\nfallen VERB 2 ccomp"
    )
    analysis = parsed(rows)
    assert find_certainty(analysis, attribution(analysis, "She", "denied", "it had not fallen")).negated is False
    plain = parsed(rows.replace("not PART 6 advmod", "since ADV 6 advmod"))
    assert find_certainty(plain, attribution(plain, "She", "denied", "it had since fallen")).negated is True


def test_a_hedge_in_a_clause_inside_does_not_count() -> None:
    analysis = parsed("""
        She PRON 2 nsubj
        said VERB 0 root
        men NOUN 7 nsubj
        who PRON 6 nsubj
        probably ADV 6 advmod
        fought VERB 3 acl:relcl
        fell VERB 2 ccomp
        """)
    found = attribution(analysis, "She", "said", "men who probably fought fell")
    assert find_certainty(analysis, found).certainty == "certain"


def _last_verb(analysis: Analysis) -> float:
    return factuality(analysis, max(i for i, tag in enumerate(analysis.upos) if tag == "VERB"))


TO = "They PRON 2 nsubj\n{above} VERB 0 root\nto PART 4 mark\nleave VERB 2 xcomp"
NOT_TO = "They PRON 4 nsubj\ndid AUX 4 aux\nnot PART 4 advmod\n{above} VERB 0 root\nto PART 6 mark\nleave VERB 4 xcomp"


@pytest.mark.parametrize(
    ("above", "low", "high"),
    [("managed", 0.7, 1), ("refused", -1, -0.7), ("planned", 0.3, 0.7), ("wanted", 0.1, 0.4), ("appeared", 0.6, 0.9)],
)
def test_the_predicate_above_says_whether_it_happened(above: str, low: float, high: float) -> None:
    assert low <= _last_verb(parsed(TO.format(above=above))) <= high


@pytest.mark.parametrize(("above", "sign"), [("manage", -1), ("refuse", 1), ("plan", -1)])
def test_a_negation_above_is_carried_down(above: str, sign: int) -> None:
    assert _last_verb(parsed(NOT_TO.format(above=above))) * sign > 0


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("They PRON 2 nsubj\nleft VERB 0 root", 1, 1),
        ("They PRON 4 nsubj\ndid AUX 4 aux\nnot PART 4 advmod\nleave VERB 0 root", -1, -1),
        ("They PRON 3 nsubj\nmight AUX 3 aux\nleave VERB 0 root", 0.2, 0.6),
        ("Pay VERB 0 root\nif SCONJ 4 mark\nthey PRON 4 nsubj\nleave VERB 1 advcl", 0.1, 0.4),
        ("Pay VERB 0 root\nwithout SCONJ 3 mark\nleaving VERB 1 advcl", -1, -0.5),
    ],
)
def test_own_hedges_and_conjunctions_count(words: str, low: float, high: float) -> None:
    assert low <= _last_verb(parsed(words)) <= high


HEARD = """
it PRON 3 {subject}
{is_} AUX 3 {aux}
{verb} VERB 0 root
shells NOUN 5 nsubj
fell VERB 3 ccomp
"""


@pytest.mark.parametrize(
    ("verb", "is_", "aux", "certainty"),
    [
        ("claimed", "is", "aux:pass", "probable"),
        ("announced", "was", "aux:pass", "certain"),
        ("claimed", "had", "aux", "certain"),
    ],
)
def test_what_is_reported_by_nobody_named_is_hearsay(verb: str, is_: str, aux: str, certainty: str) -> None:
    subject = "nsubj:pass" if aux == "aux:pass" else "nsubj"
    analysis = parsed(HEARD.format(verb=verb, is_=is_, aux=aux, subject=subject))
    assert find_certainty(analysis, attribution(analysis, "", f"{is_} {verb}", "shells fell")).certainty == certainty


def test_what_a_named_source_is_reported_to_say_is_its_word() -> None:
    analysis = parsed(HEARD.format(verb="claimed", is_="is", aux="aux:pass", subject="nsubj:pass"))
    assert find_certainty(analysis, attribution(analysis, "it", "is claimed", "shells fell")).certainty == "certain"
