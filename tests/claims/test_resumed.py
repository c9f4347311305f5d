"""What goes on behind "she said" within its sentence, on hand-made trees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.unmarked import find_unmarked
from counterclaim.language.analysis import Analysis
from tests.claims.trees import attribution, parsed

JOINED = """
Ten NUM 2 nummod
boats NOUN 3 nsubj
sank VERB 6 ccomp
, PUNCT 6 punct
she PRON 6 nsubj
said VERB 0 root
, PUNCT 11 punct
{joint} CCONJ 11 cc
{subject} 11 nsubj
had AUX 11 aux
drifted VERB {over} conj
away ADV 11 advmod
. PUNCT 6 punct
"""
HANGING = """
Ten NUM 2 nummod
boats NOUN 3 nsubj
sank VERB 6 ccomp
, PUNCT 6 punct
she PRON 6 nsubj
said VERB 0 root
, PUNCT 8 punct
{verb} VERB {over} advcl
two NUM 10 nummod
crews NOUN 8 obj
. PUNCT 6 punct
"""
DID = """
Ten NUM 2 nummod
boats NOUN 3 nsubj
sank VERB 6 ccomp
, PUNCT 6 punct
she PRON 6 nsubj
said VERB 0 root
, PUNCT 9 punct
and CCONJ 9 cc
hurried VERB 6 conj
back ADV 9 advmod
home ADV 9 advmod
. PUNCT 6 punct
"""


def _goes_on(analysis: Analysis) -> list[tuple[str, str, str]]:
    marked = replace(analysis, attributions=(attribution(analysis, "she", "said", "Ten boats sank"),))
    found = find_unmarked(marked, [False] * len(analysis.words))
    return [tuple(analysis.text[s:e] for s, e in (*one.source, *one.cue, *one.content)) for one in found]  # type: ignore[misc]


@pytest.mark.parametrize("over", [3, 6])
@pytest.mark.parametrize("joint", ["and", "but"])
def test_a_clause_joined_on_is_said_by_the_same(joint: str, over: int) -> None:
    rows = JOINED.format(joint=joint, subject="others NOUN", over=over)
    assert _goes_on(parsed(rows)) == [("she", "said", "others had drifted away")]


def test_what_hangs_on_the_words_said_is_said_too() -> None:
    assert _goes_on(parsed(HANGING.format(verb="drowning", over=3))) == [("she", "said", "drowning two crews")]


@pytest.mark.parametrize("rows", [HANGING.format(verb="citing", over=6), DID])
def test_what_the_speaker_does_is_not_said(rows: str) -> None:
    assert _goes_on(parsed(rows)) == []
