"""What is done with a claim, behaviour by behaviour, on hand-made trees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claims.acts import find_act
from counterclaim.claims.certainty import find_certainty
from counterclaim.claims.reporting import reporting_classes
from counterclaim.claims.tables import read_table
from counterclaim.language.analysis import Analysis
from counterclaim.language.words import split_words
from counterclaim.model import Attribution, Span
from tests.claims.trees import attribution, parsed

SAYS = """
Norland PROPN 2 nsubj
{cue} VERB 0 root
that SCONJ 6 mark
the DET 5 det
bridge NOUN 6 nsubj
fell VERB 2 ccomp
"""


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "assert"), ("denied", "deny"), ("refuted", "deny"), ("confirmed", "confirm"), ("doubted", "question"),
        ("conceded", "confirm"), ("alleged", "accuse"), ("predicted", "predict"), ("feared", "predict"),
        ("vowed", "promise"), ("regretted", "judge"), ("demanded", "urge"), ("gurgled", "assert"),
    ],
)  # fmt: skip
def test_the_class_of_the_cue_says_what_is_done(cue: str, act: str) -> None:
    analysis = parsed(SAYS.format(cue=cue))
    assert find_act(analysis, attribution(analysis, "Norland", cue, "the bridge fell")) == act


NEGATED = """
Norland PROPN 4 nsubj
did AUX 4 aux
not PART 4 advmod
{verb} VERB 0 root
that SCONJ 8 mark
the DET 7 det
bridge NOUN 8 nsubj
fell VERB 4 ccomp
"""


@pytest.mark.parametrize(
    ("verb", "act", "certainty", "negated"),
    [
        ("confirm", "decline", "certain", False), ("deny", "confirm", "probable", False),
        ("say", "decline", "certain", False), ("exclude", "assert", "possible", False),
        ("accept", "deny", "certain", True), ("believe", "assert", "probable", True),
    ],
)  # fmt: skip
def test_a_negated_cue_turns_the_act_round(verb: str, act: str, certainty: str, negated: bool) -> None:
    analysis = parsed(NEGATED.format(verb=verb))
    found = attribution(analysis, "Norland", f"did not {verb}", "the bridge fell")
    assert find_act(analysis, found) == act
    assert find_certainty(analysis, found) == (certainty, negated)


REFUSED = """
Norland PROPN 2 nsubj
{refuses} VERB 0 root
to PART 4 mark
{verb} VERB 2 xcomp
the DET 6 det
count NOUN 4 obj
"""


@pytest.mark.parametrize("refuses", ["refused", "declined", "failed", "hesitated"])
@pytest.mark.parametrize(
    ("verb", "act"), [("confirm", "decline"), ("discuss", "decline"), ("recognise", "deny"), ("deny", "confirm")]
)
def test_who_refuses_does_not_do_it(refuses: str, verb: str, act: str) -> None:
    analysis = parsed(REFUSED.format(refuses=refuses, verb=verb))
    assert find_act(analysis, attribution(analysis, "Norland", f"{refuses} to {verb}", "the count")) == act
    assert find_act(analysis, attribution(analysis, "Norland", refuses, f"{verb} the count")) == act


LIGHT = """
Norland PROPN 2 nsubj
{verb} VERB 0 root
a DET 4 det
{noun} NOUN 2 obj
on ADP 6 case
Monday PROPN 2 obl
"""


@pytest.mark.parametrize(
    ("verb", "noun", "act"),
    [("issued", "denial", "deny"), ("made", "promise", "promise"), ("made", "statement", "assert"),
     ("repeated", "accusation", "accuse"), ("launched", "appeal", "urge"), ("renewed", "warning", "predict")],
)  # fmt: skip
def test_the_noun_decides_below_a_light_verb(verb: str, noun: str, act: str) -> None:
    analysis = parsed(LIGHT.format(verb=verb, noun=noun))
    assert find_act(analysis, attribution(analysis, "Norland", f"{verb} a {noun}", "Monday")) == act


@pytest.mark.parametrize(("particle", "act"), [("on", "urge"), ("for", "urge"), ("upon", "urge")])
def test_a_particle_decides_between_senses(particle: str, act: str) -> None:
    analysis = parsed(f"""
        She PRON 2 nsubj
        called VERB 0 root
        {particle} ADP 5 case
        all DET 5 det
        sides NOUN 2 obl
        """)
    assert find_act(analysis, attribution(analysis, "She", f"called {particle}", "all sides")) == act


SAID = """
{words}

The DET 2 det
minister NOUN 3 nsubj
said VERB 0 root
"""


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("We PRON 3 nsubj\nwill AUX 3 aux\nrebuild VERB 0 root\nit PRON 3 obj", "promise"),
        ("The DET 2 det\nrains NOUN 4 nsubj\nwill AUX 4 aux\nend VERB 0 root\nsoon ADV 4 advmod", "predict"),
        ("The DET 2 det\nlist NOUN 5 nsubj:pass\nwill AUX 5 aux\nbe AUX 5 aux:pass\nprinted VERB 0 root", "promise"),
        ("There PRON 3 expl\nmay AUX 3 aux\nbe VERB 0 root\nothers NOUN 3 nsubj", "predict"),
        ("Boil VERB 0 root\nyour PRON 3 nmod:poss\nwater NOUN 1 obj", "urge"),
        ("Both DET 2 det\nsides NOUN 4 nsubj\nmust AUX 4 aux\nwithdraw VERB 0 root", "urge"),
        ("Who PRON 2 nsubj\npaid VERB 0 root\nthem PRON 2 obj\n? PUNCT 2 punct", "question"),
        ("That PRON 4 nsubj\nis AUX 4 cop\na DET 4 det\nlie NOUN 0 root", "deny"),
        ("The DET 2 det\nreport NOUN 4 nsubj\nis AUX 4 cop\ntrue ADJ 0 root", "confirm"),
        ("I PRON 3 nsubj\nwas AUX 3 cop\nwrong ADJ 0 root", "confirm"),
        ("The DET 2 det\nruling NOUN 4 nsubj\nwas AUX 4 cop\nshameful ADJ 0 root", "judge"),
        ("Southland PROPN 3 nsubj\nhas AUX 3 aux\nviolated VERB 0 root\nthe DET 5 det\ntruce NOUN 3 obj", "accuse"),
        ("Not PART 2 advmod\none NUM 3 nummod\nhouse NOUN 4 nsubj\nburned VERB 0 root", "deny"),
        ("Help NOUN 2 nsubj\ncame VERB 0 root\ntoo ADV 4 advmod\nlate ADV 2 advmod", "judge"),
        ("Polls NOUN 4 nsubj\nshould AUX 4 aux\nhave AUX 4 aux\nclosed VERB 0 root", "judge"),
        ("There PRON 3 expl\nwill AUX 3 aux\nbe VERB 0 root\nconsequences NOUN 3 nsubj", "promise"),
        ("We PRON 4 nsubj\nwill AUX 4 aux\nnot PART 4 advmod\nsay VERB 0 root\nwho PRON 4 obj", "decline"),
        (
            "Trains NOUN 4 nsubj\nran VERB 0 root\nand CCONJ 6 cc\nthat PRON 6 nsubj\nis AUX 6 cop\nfalse ADJ 2 conj",
            "deny",
        ),
        ("The DET 2 det\nbridge NOUN 3 nsubj\nfell VERB 0 root", "assert"),
    ],
)
def test_under_a_plain_said_the_content_says_what_is_done(words: str, act: str) -> None:
    analysis = parsed(SAID.format(words=words))
    content = analysis.text[: analysis.text.index(" The minister")].strip()
    assert find_act(analysis, attribution(analysis, "The minister", "said", content)) == act


SHELLED = """
The DET 2 det
ministry NOUN 3 nsubj
said VERB 0 root
Southland PROPN 5 nsubj
{verb} VERB 3 ccomp
{whose} DET 7 det
post NOUN 5 obj
"""


@pytest.mark.parametrize(
    ("verb", "whose", "side", "act"),
    [
        ("shelled", "our", "", "accuse"),
        ("shelled", "Norland's", "Norland's", "accuse"),
        ("shelled", "its", "", "accuse"),
        ("shelled", "the", "", "assert"),
        ("shelled", "our", "Southland", "assert"),
        ("visited", "our", "", "assert"),
    ],
)
def test_who_attacks_ones_own_side_is_accused(verb: str, whose: str, side: str, act: str) -> None:
    analysis = parsed(SHELLED.format(verb=verb, whose=whose))
    found = attribution(analysis, "The ministry", "said", f"Southland {verb} {whose} post")
    assert find_act(analysis, found, lambda word: analysis.word(word) == side) == act


@pytest.mark.parametrize(("side", "act"), [("Norland", "promise"), ("", "predict")])
def test_what_ones_own_side_will_do_is_promised(side: str, act: str) -> None:
    analysis = parsed("She PRON 2 nsubj\nsaid VERB 0 root\nNorland PROPN 5 nsubj\nwould AUX 5 aux\nanswer VERB 2 ccomp")
    found = attribution(analysis, "She", "said", "Norland would answer")
    assert find_act(analysis, found, lambda word: analysis.word(word) == side) == act


WARNED = """
She PRON 2 nsubj
warned VERB 0 root
{whose} PRON 4 nmod:poss
men NOUN 6 nsubj
{aux} AUX 6 aux
moved VERB 2 ccomp
"""


@pytest.mark.parametrize(
    ("whose", "aux", "act"), [("her", "would", "promise"), ("whose", "would", "predict"), ("whose", "had", "assert")]
)
def test_a_warning_of_what_one_will_do_is_a_threat_and_of_what_has_been_none(whose: str, aux: str, act: str) -> None:
    analysis = parsed(WARNED.format(whose=whose, aux=aux))
    assert find_act(analysis, attribution(analysis, "She", "warned", f"{whose} men {aux} moved")) == act


def test_who_maintains_ones_own_word_stands_by_it() -> None:
    analysis = parsed("She PRON 2 nsubj\nmaintained VERB 0 root\nher PRON 4 nmod:poss\nversion NOUN 2 obj")
    assert find_act(analysis, attribution(analysis, "She", "maintained", "her version")) == "confirm"


@pytest.mark.parametrize(
    ("rows", "cue", "content", "act"),
    [
        ("She PRON 2 nsubj\nexpressed VERB 0 root\nher PRON 4 nmod:poss\ngratitude NOUN 2 obj", "expressed",
         "her gratitude", "judge"),
        ("She PRON 2 nsubj\nwent VERB 0 root\nand CCONJ 4 cc\ndenied VERB 2 conj\nthat PRON 4 obj",
         "went and denied", "that", "deny"),
        ("She PRON 3 nsubj\nwas AUX 3 cop\ndismayed ADJ 0 root\nby ADP 5 case\nit PRON 3 obl", "was dismayed by",
         "it", "judge"),
        ("She PRON 2 nsubj\nfeared VERB 0 root\nrain NOUN 2 obj", "feared", "rain", "predict"),
    ],
)  # fmt: skip
def test_the_telling_word_of_a_cue_decides(rows: str, cue: str, content: str, act: str) -> None:
    analysis = parsed(rows)
    assert find_act(analysis, attribution(analysis, "She", cue, content)) == act


@pytest.mark.parametrize(("label", "act"), [("fabrication", "deny"), ("triumph", "judge"), ("strike", "judge")])
def test_a_label_denies_or_judges(label: str, act: str) -> None:
    analysis = parsed(f"She PRON 2 nsubj\ncalled VERB 0 root\nit PRON 2 obj\na DET 5 det\n{label} NOUN 2 xcomp")
    assert find_act(analysis, attribution(analysis, "She", "called", f"it a {label}")) == act


def test_a_negated_content_goes_on_from_a_denial() -> None:
    denied = "Norland PROPN 2 nsubj\ndenied VERB 0 root\nthe DET 4 det\ncharge NOUN 2 obj\n\n"
    plain = "It PRON 4 nsubj\nhad AUX 4 aux\nnot PART 4 advmod\nfired VERB 6 ccomp\nit PRON 6 nsubj\nsaid VERB 0 root"
    for rows, act in ((denied + plain, "deny"), (plain, "assert")):
        analysis = parsed(rows)
        assert find_act(analysis, attribution(analysis, "", "said", "It had not fired")) == act


def test_without_a_cue_it_is_asserted() -> None:
    analysis = parsed("The DET 2 det\nbridge NOUN 3 nsubj\nfell VERB 0 root")
    assert find_act(analysis, attribution(analysis, "", "", "The bridge fell")) == "assert"


def test_every_word_has_a_class_that_is_described() -> None:
    rows = read_table("reporting")
    assert {name for name, *_ in rows} == set(reporting_classes())
    assert sum(len(words.split()) for *_, words in rows) > 500


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.data())
def test_any_text_and_spans_give_an_act_and_a_certainty(text: str, data: st.DataObject) -> None:
    found = split_words(text)
    size = len(found.starts)
    words = tuple(Span(s, e) for s, e in zip(found.starts, found.ends, strict=True))
    upos = data.draw(st.lists(st.sampled_from(["VERB", "AUX", "NOUN", "PART", "X"]), min_size=size, max_size=size))
    kinds = ["nsubj", "advmod", "aux", "ccomp", "conj", "xcomp", "root"]
    relations = data.draw(st.lists(st.sampled_from(kinds), min_size=size, max_size=size))
    heads = tuple(data.draw(st.integers(0, i)) for i in range(size))
    analysis = Analysis(
        text, words, tuple(upos), heads, tuple(relations), ((0, size),) if size else (), names=(), attributions=()
    )
    spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))
    parts = [tuple(data.draw(st.lists(spans, max_size=2))) for _ in range(3)]
    found_act = find_act(analysis, Attribution(*parts))
    assert found_act
    assert find_certainty(analysis, Attribution(*parts)).certainty in ("certain", "probable", "possible")


def test_a_content_that_goes_on_below_another_reporting_verb_takes_that_verb() -> None:
    analysis = parsed(
        "Norland PROPN 2 nsubj\nsaid VERB 0 root\n\nIt PRON 2 nsubj\nrejected VERB 0 root\nthis NOUN 2 obj"
    )
    assert find_act(analysis, attribution(analysis, "Norland", "said", "this")) == "deny"


@pytest.mark.parametrize(
    ("rows", "act"), [("to PART 4 mark\nleave VERB 2 xcomp", "assert"), ("them PRON 2 obj\nout ADV 2 xcomp", "urge")]
)
def test_what_one_wants_to_do_oneself_is_asked_of_nobody(rows: str, act: str) -> None:
    analysis = parsed(f"Lena PROPN 2 nsubj\nwanted VERB 0 root\n{rows}")
    assert find_act(analysis, attribution(analysis, "Lena", "wanted", analysis.text[12:].strip())) == act


REPELLED = """
Southland PROPN 2 nsubj
repelled VERB 0 root
an DET 4 det
attack NOUN 2 obj
by ADP 6 case
rebels NOUN 4 nmod
on ADP 9 case
its PRON 9 nmod:poss
post NOUN 4 nmod
Watchers NOUN 11 nsubj
said VERB 2 parataxis
"""


def test_what_is_attacked_may_be_its_own_subjects() -> None:
    analysis = parsed(REPELLED)
    content = "Southland repelled an attack by rebels on its post"
    assert find_act(analysis, attribution(analysis, "Watchers", "said", content)) == "assert"
