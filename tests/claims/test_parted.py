"""Contents parted where a second verb of reporting begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.parted import end_before, part
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Spans
from tests.claims.trees import attribution, parsed

JOINED = """
Lena PROPN 2 nsubj
said VERB 0 root
men NOUN 5 nsubj:pass
were AUX 5 aux:pass
trapped VERB 2 ccomp
and CCONJ 7 cc
{verb} VERB 5 conj
claims NOUN 7 obj
of ADP 10 case
more NOUN 8 nmod
. PUNCT 2 punct
"""
APART = """
It PRON 2 nsubj
held VERB 0 root
, PUNCT 2 punct
Lena PROPN 5 nsubj
said VERB 2 parataxis
. PUNCT 2 punct

{who} {pos} 2 nsubj
{verb} VERB 0 root
it PRON 4 nsubj
fell VERB 2 ccomp
. PUNCT 2 punct
"""


def _written(analysis: Analysis, found: Attribution) -> tuple[str, str, str]:
    def words(spans: Spans) -> str:
        return " … ".join(analysis.text[start:end] for start, end in spans)

    return words(found.source), words(found.cue), words(found.content)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("denied", [("Lena", "said", "men were trapped"), ("Lena", "denied", "claims of more")]),
        ("heard", [("Lena", "said", "men were trapped and heard claims of more")]),
    ],
)
def test_a_verb_of_reporting_that_is_joined_on_has_a_content_of_its_own(
    verb: str, expected: list[tuple[str, str, str]]
) -> None:
    analysis = parsed(JOINED.format(verb=verb))
    known = attribution(analysis, "Lena", "said", f"men were trapped and {verb} claims of more")
    found = part(replace(analysis, attributions=(known,)))
    assert [_written(analysis, one) for one in found] == expected


@pytest.mark.parametrize(
    ("who", "pos", "verb", "expected"),
    [
        ("Gamal", "PROPN", "said", [("Lena", "said", "It held"), ("Gamal", "said", "it fell")]),
        ("Gamal", "PROPN", "saw", [("Lena", "said", "It held … it fell")]),
        ("rain", "NOUN", "said", [("Lena", "said", "It held … it fell")]),
    ],
)
def test_the_clause_of_another_speakers_verb_is_the_other_speakers(
    who: str, pos: str, verb: str, expected: list[tuple[str, str, str]]
) -> None:
    analysis = parsed(APART.format(who=who, pos=pos, verb=verb))
    first, second = attribution(analysis, "Lena", "said", "It held"), attribution(analysis, "Lena", "said", "it fell")
    known = replace(first, content=(*first.content, *second.content))
    found = part(replace(analysis, attributions=(known,)))
    assert [_written(analysis, one) for one in found] == expected


@pytest.mark.parametrize(("mark", "content"), [(";", "19 cases"), (",", "19 cases , police counted 26 cases")])
def test_a_content_ends_where_another_speakers_begins_behind_a_semicolon(mark: str, content: str) -> None:
    analysis = parsed(
        f"Lena PROPN 2 nsubj\ncounted VERB 0 root\n19 NUM 4 nummod\ncases NOUN 2 obj\n{mark} PUNCT 7 punct\n"
        "police NOUN 7 nsubj\ncounted VERB 2 conj\n26 NUM 9 nummod\ncases NOUN 7 obj\n. PUNCT 2 punct"
    )
    outer = attribution(analysis, "Lena", "counted", f"19 cases {mark} police counted 26 cases")
    inner = attribution(analysis, "police", "counted", "26 cases")
    inner = replace(inner, cue=attribution(analysis, "police counted", "police counted", "26 cases").cue)
    assert _written(analysis, end_before(analysis, outer, (outer, inner)))[2] == content
