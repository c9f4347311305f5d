"""Attributions whose content the encoder took from the wrong side of the reporting clause, on hand-made trees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.mended import mended
from tests.claims.trees import attribution, parsed

TOLD = """
Two NUM 2 nummod
boats NOUN 3 nsubj
sank VERB 8 ccomp
fast ADV 3 advmod
, PUNCT 8 punct
the DET 7 det
ministry NOUN 8 nsubj
{verb} VERB 0 root
{behind} {upos} 8 {relation}
{last} NOUN 9 obj
. PUNCT 8 punct
"""
WHOLE = "Two boats sank fast"
CONFIRMED = TOLD.format(verb="confirmed", behind="on", upos="ADP", relation="obl", last="Friday")
INFORMED = TOLD.format(verb="told", behind="local", upos="ADJ", relation="obj", last="reporters")


def _content(rows: str, content: str, *, quoted: bool = False) -> list[str]:
    analysis = parsed(rows)
    given = attribution(analysis, "ministry", rows.split("\n")[8].split()[0], content)
    (found,) = mended(replace(analysis, attributions=(given,)), [quoted] * len(analysis.words))
    return [analysis.text[s:e] for s, e in found.content]


@pytest.mark.parametrize(
    ("rows", "content"),
    [
        pytest.param(CONFIRMED, "on Friday", id="when it was said"),
        pytest.param(INFORMED, "local reporters", id="to whom it was said"),
        pytest.param(CONFIRMED, "fast", id="a small part of what was said"),
    ],
)
def test_what_stands_before_the_clause_is_told(rows: str, content: str) -> None:
    assert _content(rows, content) == [WHOLE]


@pytest.mark.parametrize(
    ("content", "quoted"), [("boats sank fast", False), ("on Friday", True)], ids=["most of it", "quoted words"]
)
def test_what_may_well_be_told_is_left(content: str, quoted: bool) -> None:
    assert _content(CONFIRMED, content, quoted=quoted) == [content]
