"""What a clause does by its own words: judges, foretells, stands by a claim, accuses; one row a behaviour."""

from __future__ import annotations

import pytest

from counterclaim.claims.acts import find_act
from tests.claims.trees import attribution, parsed


def _act(rows: str, cue: str = "said") -> str:
    analysis = parsed(f"Lena PROPN 2 nsubj\n{cue} VERB 0 root\n\n{rows.strip()}")
    start = analysis.words[2].start
    return find_act(analysis, attribution(analysis, "Lena", cue, analysis.text[start:].strip()))


@pytest.mark.parametrize(
    ("state", "act"),
    [("in ADP 5 case", "assert"), ("a DET 5 det", "judge")],
)
def test_a_state_is_told_and_a_quality_judged(state: str, act: str) -> None:
    assert _act(f"the DET 2 det\nman NOUN 5 nsubj\nwas AUX 5 cop\n{state}\ndanger NOUN 0 root") == act


@pytest.mark.parametrize(
    ("verb", "act"), [("regards", "judge"), ("described", "judge"), ("treating", "assert"), ("keeps", "assert")]
)
def test_who_takes_a_thing_as_another_judges_it(verb: str, act: str) -> None:
    rows = f"Norland PROPN 2 nsubj\n{verb} VERB 0 root\nit PRON 2 obj\nas ADP 5 case\nmeddling NOUN 2 obl"
    assert _act(rows) == act


@pytest.mark.parametrize(
    ("mark", "act"),
    [("“ PUNCT 6 punct", "judge"), ("just ADV 6 advmod", "assert")],
)
def test_what_a_thing_is_called_in_quotation_marks_judges_it(mark: str, act: str) -> None:
    rows = f"the DET 2 det\ndelay NOUN 6 nsubj\nwas AUX 6 cop\n{mark}\na DET 6 det\nmarriage NOUN 0 root"
    assert _act(rows) == act


@pytest.mark.parametrize(
    ("rows", "act"),
    [
        ("talks NOUN 4 nsubj\nare AUX 4 aux\nto PART 4 mark\nfollow VERB 0 root", "predict"),
        ("talks NOUN 4 nsubj\nwere AUX 4 aux\nto PART 4 mark\nfollow VERB 0 root", "assert"),
        ("rain NOUN 4 nsubj\nis AUX 4 aux\nto PART 4 mark\nblame VERB 0 root", "assert"),
        ("results NOUN 3 nsubj\nare AUX 3 cop\ndue ADJ 0 root\nby ADP 5 case\nMay PROPN 3 obl", "predict"),
        ("fires NOUN 3 nsubj\nare AUX 3 cop\ndue ADJ 0 root\nto ADP 5 case\nheat NOUN 3 obl", "assert"),
        ("results NOUN 3 nsubj:pass\nare AUX 3 aux:pass\nexpected VERB 0 root\nsoon ADV 3 advmod", "predict"),
    ],
)
def test_what_is_arranged_is_foretold(rows: str, act: str) -> None:
    assert _act(rows) == act


@pytest.mark.parametrize(("cue", "act"), [("announced", "promise"), ("said", "predict")])
def test_who_announces_what_will_be_promises_it(cue: str, act: str) -> None:
    assert _act("trucks NOUN 3 nsubj\nwill AUX 3 aux\nleave VERB 0 root\nsoon ADV 3 advmod", cue) == act


@pytest.mark.parametrize(
    ("rows", "act"),
    [
        ("she PRON 2 nsubj\nstood VERB 0 root\nby ADP 5 case\nher PRON 5 nmod:poss\ncount NOUN 2 obl", "confirm"),
        ("she PRON 2 nsubj\nstood VERB 0 root\nby ADP 5 case\nher PRON 5 nmod:poss\nwindow NOUN 2 obl", "assert"),
        ("she PRON 2 nsubj\naccepted VERB 0 root\nthe DET 4 det\nfindings NOUN 2 obj", "confirm"),
        ("she PRON 2 nsubj\naccepted VERB 0 root\nthe DET 4 det\nflowers NOUN 2 obj", "assert"),
        ("Voss PROPN 2 nsubj\naccepted VERB 0 root\nthe DET 4 det\nfindings NOUN 2 obj", "assert"),
        ("she PRON 2 nsubj\nrejected VERB 0 root\nthe DET 4 det\nfindings NOUN 2 obj", "deny"),
        (
            "she PRON 2 nsubj\nstood VERB 0 root\nby ADP 5 case\nher PRON 5 nmod:poss\nversion NOUN 2 obl\n"
            "that SCONJ 8 mark\nhe PRON 8 nsubj\nfell VERB 5 acl",
            "assert",
        ),
    ],
)  # fmt: skip
def test_what_one_does_oneself_with_a_claim_is_done(rows: str, act: str) -> None:
    assert _act(rows) == act


@pytest.mark.parametrize(
    ("named", "label", "act"),
    [
        ("figure", "alchemy NOUN", "deny"),
        ("figure", "insulting ADJ", "judge"),
        ("figure", "invented VERB", "deny"),
        ("garden", "alchemy NOUN", "judge"),
        ("speech", "poetry NOUN", "judge"),
    ],
)
def test_who_calls_a_claim_what_is_none_denies_it(named: str, label: str, act: str) -> None:
    rows = f"their PRON 2 nmod:poss\n{named} NOUN 4 obj\n“ PUNCT 4 punct\n{label} 0 root\n” PUNCT 4 punct"
    assert _act(rows, "called") == act


@pytest.mark.parametrize(
    ("who", "how", "act"),
    [
        ("police NOUN", "without ADP 5 case\nwarning NOUN", "accuse"),
        ("police NOUN", "without ADP 5 case\nhelmets NOUN", "assert"),
        ("we PRON", "without ADP 5 case\nwarning NOUN", "assert"),
        ("somebody PRON", "on ADP 5 case\npurpose NOUN", "accuse"),
    ],
)
def test_how_others_are_treated_accuses(who: str, how: str, act: str) -> None:
    analysis = parsed(
        f"Lena PROPN 2 nsubj\nsaid VERB 0 root\n\n{who} 2 nsubj\nacted VERB 0 root\nthere ADV 2 advmod\n{how} 2 obl"
    )
    said = attribution(analysis, "Lena", "said", analysis.text[analysis.words[2].start :].strip())
    assert find_act(analysis, said, lambda word: analysis.word(word) == "we") == act


@pytest.mark.parametrize(("case", "act"), [("in", "assert"), ("to", "accuse")])
def test_only_who_speaks_lies(case: str, act: str) -> None:
    assert _act(f"Norland PROPN 2 nsubj\nlies VERB 0 root\n{case} ADP 5 case\nthe DET 5 det\nsea NOUN 2 obl") == act


@pytest.mark.parametrize(
    ("rows", "act"),
    [
        ("it PRON 2 nsubj\nhad VERB 0 root\nnothing PRON 2 obj\nto PART 5 mark\ndo VERB 3 acl", "deny"),
        ("it PRON 2 nsubj\nhad VERB 0 root\nnothing PRON 2 obj\nto PART 5 mark\neat VERB 3 acl", "assert"),
    ],
)
def test_an_intensified_negation_denies(rows: str, act: str) -> None:
    assert _act(rows) == act
