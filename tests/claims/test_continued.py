"""Sentences that go on with what was reported, without saying so again, on hand-made trees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.resumed import find_continued
from counterclaim.model import Span
from tests.claims.trees import attribution, parsed

TOLD = """
The DET 2 det
mayor NOUN 3 nsubj
said VERB 0 root
ten NUM 5 nummod
boats NOUN 6 nsubj
sank VERB 3 ccomp
. PUNCT 3 punct

The DET 2 det
wells {upos} 4 {relation}
{tense} AUX 4 aux
closed VERB 0 root
early ADV 4 advmod
{mark} PUNCT 4 punct
"""
PLAIN = {"upos": "NOUN", "relation": "nsubj", "tense": "had", "mark": "."}
SECOND = "The wells had closed early"


def _continued(*, quoted: bool = False, said: bool = True, **more: str) -> list[str]:
    analysis = parsed(TOLD.format(**(PLAIN | more)))
    told = [attribution(analysis, "The mayor", "said", "ten boats sank")] if said else []
    found = find_continued(analysis, told, [quoted] * len(analysis.words))
    assert all(one.source == told[0].source and one.cue == told[0].cue for one in found)
    return [analysis.text[s:e] for one in found for s, e in one.content]


@pytest.mark.parametrize("tense", ["had", "would"])
def test_a_tense_put_back_goes_on_with_what_was_said(tense: str) -> None:
    assert _continued(tense=tense) == [f"The wells {tense} closed early"]


def test_a_plain_past_is_told_by_the_report() -> None:
    assert _continued(tense="have") == []


@pytest.mark.parametrize(
    ("upos", "relation", "mark"),
    [("NOUN", "obl", "."), ("NOUN", "nsubj", "?")],
    ids=["without a subject", "a question"],
)
def test_only_a_plain_statement_goes_on(upos: str, relation: str, mark: str) -> None:
    assert _continued(upos=upos, relation=relation, mark=mark) == []


def test_quoted_words_and_those_behind_no_attribution_do_not_go_on() -> None:
    assert _continued(quoted=True) == []
    assert _continued(said=False) == []


def test_what_is_attributed_itself_does_not_go_on() -> None:
    analysis = parsed(TOLD.format(**PLAIN))
    told = [attribution(analysis, "The mayor", "said", "ten boats sank"), attribution(analysis, "", "", SECOND)]
    assert find_continued(analysis, told, [False] * len(analysis.words)) == []


def test_a_new_paragraph_does_not_go_on() -> None:
    analysis = parsed(TOLD.format(**PLAIN))
    told = [attribution(analysis, "The mayor", "said", "ten boats sank")]
    gap = analysis.text.index(" The wells")
    text = f"{analysis.text[:gap]}\n\n{analysis.text[gap + 1 :]}"
    words = tuple(w if w.start < gap else Span(w.start + 1, w.end + 1) for w in analysis.words)
    assert find_continued(replace(analysis, text=text, words=words), told, [False] * len(words)) == []
