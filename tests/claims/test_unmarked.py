"""Reporting clauses found by syntax where the encoder marked none, behaviour by behaviour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.claims import find_claims
from counterclaim.claims.unmarked import find_unmarked
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Report
from tests.claims.trees import attribution, parsed

AFTER = """
Stocks NOUN 3 nsubj
would AUX 3 aux
last VERB 0 root
for ADP 5 case
weeks NOUN 3 obl
, PUNCT 8 punct
{subject} PRON 8 nsubj
{verb} VERB 3 parataxis
. PUNCT 3 punct
"""
BEFORE = """
The DET 2 det
mayor NOUN 3 nsubj
{verb} VERB 0 root
that SCONJ 7 mark
the DET 6 det
bridge NOUN 7 nsubj
fell VERB 3 ccomp
. PUNCT 3 punct
"""
FIGURE = """
The DET 2 det
union NOUN 3 nsubj
{verb} VERB 0 root
the DET 5 det
figure NOUN 3 obj
at ADP 7 case
400 NUM 3 obl
. PUNCT 3 punct
"""
COUNTED = """
The DET 2 det
clinic NOUN 3 nsubj
{verb} VERB 0 root
12 NUM 5 nummod
deaths NOUN 3 obj
. PUNCT 3 punct
"""
HANDED = """
A DET 2 det
{who} NOUN 3 nsubj
gave VERB 0 root
them PRON 3 iobj
40 NUM 6 nummod
percent NOUN 3 obj
. PUNCT 3 punct
"""
SHIFTED = """
The DET 2 det
union NOUN 3 nsubj
{verb} VERB 0 root
to ADP 5 case
400 NUM 3 obl
the DET 7 det
number NOUN 3 obl
of ADP 9 case
victims NOUN 7 nmod
. PUNCT 3 punct
"""
PREDICTS = """
The DET 2 det
road NOUN 3 nsubj
ends VERB 0 root
where ADV 6 advmod
Lena PROPN 6 nsubj
predicts VERB 3 parataxis
, PUNCT 10 punct
a DET 9 det
dam NOUN 10 nsubj
holds VERB 6 ccomp
. PUNCT 3 punct
"""
POSSESSED = """
The DET 2 det
mayor NOUN 5 nsubj
's PART 2 case
office NOUN 5 nsubj
said VERB 0 root
that SCONJ 9 mark
the DET 8 det
bridge NOUN 9 nsubj
fell VERB 5 ccomp
. PUNCT 5 punct
"""
EXPECTED = """
It PRON 2 nsubj
{verb} VERB 0 root
the DET 4 det
river NOUN 2 obj
to PART 6 mark
rise VERB 2 xcomp
. PUNCT 2 punct
"""
ACCORDING = """
According VERB 3 case
to ADP 1 fixed
Lena PROPN 5 obl
{what}
fell VERB 0 root
today NOUN 5 obl
. PUNCT 5 punct
"""
JOINED = """
She PRON 2 nsubj
wept VERB 0 root
and CCONJ 4 cc
{verb} VERB 2 conj
the DET 6 det
toll NOUN 4 obj
at ADP 8 case
9 NUM 4 obl
. PUNCT 2 punct
"""
ANSWER = """
Norland PROPN 2 nsubj
{verb} VERB 0 root
by ADP 5 case
its PRON 5 nmod:poss
{noun} NOUN 2 obj
. PUNCT 2 punct
"""
RELATIVE = """
The DET 2 det
{who} NOUN 9 nsubj
who PRON 4 nsubj
put VERB 2 acl:relcl
the DET 6 det
figure NOUN 4 obj
at ADP 8 case
12 NUM 4 obl
left VERB 0 root
. PUNCT 9 punct
"""
POINTS = """
The DET 2 det
club NOUN 3 nsubj
{verb} VERB 0 root
both DET 3 obj
. PUNCT 3 punct
"""
INNER = """
Lena PROPN 2 nsubj
said VERB 0 root
residents NOUN 5 nsubj
had AUX 5 aux
{verb} VERB 2 ccomp
her PRON 5 iobj
the DET 8 det
bridge NOUN 9 nsubj
fell VERB 5 ccomp
. PUNCT 2 punct
"""


def _found(analysis: Analysis) -> list[tuple[str, str, str]]:
    spans = ((one.source, one.cue, one.content) for one in find_unmarked(analysis, [False] * len(analysis.words)))
    return [tuple(" … ".join(analysis.text[s:e] for s, e in part) for part in parts) for parts in spans]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (AFTER.format(subject="he", verb="said"), [("he", "said", "Stocks would last for weeks")]),
        (AFTER.format(subject="I", verb="said"), []),
        (AFTER.format(subject="he", verb="smiled"), []),
        (BEFORE.format(verb="reported"), [("The mayor", "reported", "that the bridge fell")]),
        (BEFORE.format(verb="painted"), []),
        (BEFORE.format(verb="reported").replace("mayor", "river"), []),
        (FIGURE.format(verb="put"), [("The union", "put", "the figure at 400")]),
        (FIGURE.format(verb="painted"), []),
        (COUNTED.format(verb="recorded"), [("The clinic", "recorded", "12 deaths")]),
        (COUNTED.format(verb="feared"), []),
        (HANDED.format(who="poll"), [("A poll", "gave", "them 40 percent")]),
        (HANDED.format(who="firm"), []),
        (SHIFTED.format(verb="raised"), [("The union", "raised", "to 400 the number of victims")]),
        (SHIFTED.format(verb="walked"), []),
        (PREDICTS, [("Lena", "predicts", "a dam holds")]),
        (POSSESSED, [("The mayor 's office", "said", "that the bridge fell")]),
        (EXPECTED.format(verb="expects"), [("It", "expects", "the river to rise")]),
        (EXPECTED.format(verb="helps"), []),
        (ACCORDING.format(what="bridges NOUN 5 nsubj"), [("Lena", "According to", "bridges fell today")]),
        (ACCORDING.format(what="plan NOUN 5 obl"), []),
        (JOINED.format(verb="put"), [("She", "put", "the toll at 9")]),
        (JOINED.format(verb="shot"), []),
        (ANSWER.format(verb="stood", noun="story"), [("Norland", "stood", "its story")]),
        (ANSWER.format(verb="stood", noun="bridge"), []),
        (ANSWER.format(verb="sat", noun="story"), []),
        (RELATIVE.format(who="mayor"), [("who", "put", "the figure at 12")]),
        (RELATIVE.format(who="river"), []),
        (POINTS.format(verb="denies"), [("The club", "denies", "both")]),
        (POINTS.format(verb="carries"), []),
    ],
)
def test_a_clause_below_a_verb_of_reporting_with_a_speaker_is_reported(
    rows: str, found: list[tuple[str, str, str]]
) -> None:
    assert _found(parsed(rows)) == found


@pytest.mark.parametrize("aux", ["would", "could", "might"])
def test_what_nobody_said_yet_is_not_reported(aux: str) -> None:
    rows = BEFORE.format(verb="report").replace("report VERB 0 root", f"report VERB 0 root\n{aux} AUX 3 aux")
    assert _found(parsed(rows)) == []


def test_what_an_attribution_has_already_is_not_found_again() -> None:
    analysis = parsed(BEFORE.format(verb="said"))
    marked = replace(analysis, attributions=(attribution(analysis, "The mayor", "said", "that the bridge fell"),))
    assert _found(marked) == []


@pytest.mark.parametrize(("verb", "inner"), [("told", True), ("believed", False)])
def test_what_another_told_is_a_claim_of_its_own_and_knows_who_passed_it_on(verb: str, inner: bool) -> None:
    analysis = parsed(INNER.format(verb=verb))
    content = f"residents had {verb} her the bridge fell"
    marked = replace(analysis, attributions=(attribution(analysis, "Lena", "said", content),))
    claims, actors = find_claims(Report(analysis.text), marked)
    names = {actor.id: actor.name for actor in actors}
    told = [(claim.text, names[claim.claimant or ""], names.get(claim.relayed_by or "")) for claim in claims]
    assert told == [(content, "Lena", None)] + [("the bridge fell", "residents", "Lena")] * inner


def test_the_attributions_of_the_analysis_stay_as_they_are() -> None:
    analysis = parsed(AFTER.format(subject="he", verb="said"))
    before: tuple[Attribution, ...] = analysis.attributions
    assert find_unmarked(analysis, [False] * len(analysis.words))
    assert analysis.attributions == before
