"""What a content does under a plain "said" by its form: maxims, stressed denials, conditions; on hand-made trees."""

from __future__ import annotations

import pytest

from counterclaim.claims.acts import find_act
from tests.claims.trees import attribution, parsed

WHOEVER = """
" PUNCT 4 punct
Whoever PRON 3 nsubj
digs VERB 5 csubj
pits NOUN 3 obj
{falls} VERB 0 root
in ADV 5 advmod
"""
ANYBODY = """
" PUNCT 5 punct
{who} PRON 5 nsubj
who PRON 4 nsubj
digs VERB 2 acl:relcl
falls VERB 0 root
"""
WILL = """
" PUNCT 5 punct
Whoever PRON 3 nsubj
digs VERB 5 csubj
will AUX 5 aux
fall VERB 0 root
"""
KIND = """
" PUNCT 6 punct
A DET 3 det
sparrow NOUN 6 nsubj
is AUX 6 cop
{article} DET 6 det
heron NOUN 0 root
"""
TWICE = """
" PUNCT 3 punct
{first} PRON 3 nsubj
slept VERB 0 root
and CCONJ 6 cc
{second} PRON 6 nsubj
fled VERB 3 conj
"""
EXCESS = """
The DET 2 det
firm NOUN 3 nsubj
had VERB 0 root
{much} ADV 5 advmod
many ADJ 6 amod
roofs NOUN 3 obj
"""
INVERTED = """
and CCONJ 5 cc
{one} 5 {first}
{two} 5 {second}
be AUX 5 aux:pass
admitted VERB 0 root
"""
ATTACKED = """
its PRON 2 nmod:poss
men NOUN 4 nsubj:pass
were AUX 4 aux:pass
shelled VERB 0 root
by ADP 7 case
{whose} PRON 7 nmod:poss
gunboat NOUN 4 obl:agent
, PUNCT 10 punct
its PRON 10 nmod:poss
secretary NOUN 7 appos
said VERB 4 advcl
"""
CONDITION = """
The DET 2 det
road NOUN 5 nsubj:pass
will AUX 5 aux
be AUX 5 aux:pass
closed VERB 0 root
{mark} SCONJ 8 mark
it PRON 8 nsubj
rains VERB 5 advcl
"""
COUNT = """
its PRON 2 nmod:poss
count NOUN 0 root
{of} ADP 4 case
40 NUM 2 nmod
"""


def _act(rows: str, cue: str = "said") -> str:
    analysis = parsed(f"Lena PROPN 2 nsubj\n{cue} VERB 0 root\n\n{rows.strip()}")
    start = analysis.words[2].start
    return find_act(analysis, attribution(analysis, "Lena", cue, analysis.text[start:].strip()))


@pytest.mark.parametrize(
    ("rows", "act"),
    [
        (WHOEVER.format(falls="falls"), "judge"),
        (WHOEVER.format(falls="falls").replace('" PUNCT 4 punct', "Today NOUN 4 obl"), "assert"),
        (ANYBODY.format(who="Anybody"), "judge"),
        (ANYBODY.format(who="Those"), "judge"),
        (ANYBODY.format(who="Lena"), "assert"),
        (WILL, "predict"),
        (KIND.format(article="a"), "judge"),
        (KIND.format(article="the"), "assert"),
    ],
)
def test_a_quoted_maxim_judges(rows: str, act: str) -> None:
    assert _act(rows) == act


@pytest.mark.parametrize(
    ("first", "second", "act"), [("nobody", "nobody", "deny"), ("nobody", "they", "assert"), ("they", "we", "assert")]
)
def test_a_negation_said_twice_denies(first: str, second: str, act: str) -> None:
    assert _act(TWICE.format(first=first, second=second)) == act


@pytest.mark.parametrize(("much", "act"), [("too", "judge"), ("very", "assert")])
def test_too_many_of_a_thing_judges(much: str, act: str) -> None:
    assert _act(EXCESS.format(much=much)) == act


@pytest.mark.parametrize(
    ("one", "first", "two", "second", "act"),
    [
        ("she PRON", "nsubj:pass", "should AUX", "aux", "urge"),
        ("should AUX", "aux", "she PRON", "nsubj:pass", "assert"),
    ],
)
def test_an_auxiliary_before_its_subject_makes_a_condition_and_urges_nothing(
    one: str, first: str, two: str, second: str, act: str
) -> None:
    assert _act(INVERTED.format(one=one, first=first, two=two, second=second)) == act


@pytest.mark.parametrize(("mark", "act"), [("if", "predict"), ("unless", "predict"), ("because", "promise")])
def test_what_will_be_done_on_a_condition_is_foretold(mark: str, act: str) -> None:
    assert _act(CONDITION.format(mark=mark)) == act


@pytest.mark.parametrize(("of", "act"), [("of", "confirm"), ("at", "assert")])
def test_who_maintains_a_count_given_before_stands_by_it(of: str, act: str) -> None:
    assert _act(COUNT.format(of=of), "maintained") == act


def test_who_insists_on_its_own_word_asks_for_nothing() -> None:
    rows = "Lena PROPN 2 nsubj\ninsisted VERB 0 root\non ADP 5 case\nher PRON 5 nmod:poss\ncount NOUN 2 obl"
    analysis = parsed(rows)
    assert find_act(analysis, attribution(analysis, "Lena", "insisted on", "her count")) == "confirm"


@pytest.mark.parametrize("label", ["imitation", "sham"])
def test_who_calls_a_thing_a_sham_denies_it(label: str) -> None:
    rows = f"Lena PROPN 2 nsubj\nqualified VERB 0 root\nit PRON 2 obj\nas ADP 6 case\na DET 6 det\n{label} NOUN 2 obl"
    analysis = parsed(rows)
    assert find_act(analysis, attribution(analysis, "Lena", "qualified", f"it as a {label}")) == "deny"


@pytest.mark.parametrize(("whose", "act"), [("a", "accuse"), ("its", "assert")])
def test_who_is_named_behind_the_content_is_none_of_its_attackers(whose: str, act: str) -> None:
    analysis = parsed(ATTACKED.format(whose=whose))
    content = f"its men were shelled by {whose} gunboat"
    said = attribution(analysis, "its secretary", "said", content)
    assert find_act(analysis, said, lambda word: analysis.word(word) == "secretary") == act


@pytest.mark.parametrize(("to", "act"), [("to PART 2 mark", "assert"), ("now ADV 2 advmod", "urge")])
def test_an_infinitive_is_no_order(to: str, act: str) -> None:
    assert _act(f"{to}\nremain VERB 0 root\nhere ADV 2 advmod") == act


@pytest.mark.parametrize(("verb", "act"), [("looked", "judge"), ("tested", "assert")])
def test_only_what_says_how_a_thing_is_judges_it(verb: str, act: str) -> None:
    assert _act(f"this PRON 2 nsubj\n{verb} VERB 0 root\npositive ADJ 2 xcomp") == act


@pytest.mark.parametrize(("case", "act"), [("in ADP 5 case", "assert"), ("a DET 5 det", "deny")])
def test_only_what_a_claim_is_called_mocks_it_and_not_where_it_is(case: str, act: str) -> None:
    assert _act(f"the DET 2 det\ncount NOUN 5 nsubj\nwas AUX 5 cop\n{case}\nsong NOUN 0 root") == act
