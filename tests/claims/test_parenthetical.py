"""Reporting clauses between commas that the parser hung on other words, on hand-made trees."""

from __future__ import annotations

import pytest

from counterclaim.claims.parenthetical import find_parenthetical
from counterclaim.language.analysis import Analysis
from tests.claims.trees import parsed

ADNOMINAL = """
{first}
Two NUM 3 nummod
boats NOUN 4 nsubj
sank VERB 0 root
, PUNCT 8 punct
the DET 7 det
{who} NOUN 8 nsubj
{verb} VERB 3 acl
on ADP 10 case
Friday PROPN 8 obl
. PUNCT 4 punct
"""
INVERTED = """
Well INTJ 4 discourse
two NUM 3 nummod
boats NOUN 4 nsubj
sank VERB 0 root
, PUNCT 6 punct
{verb} VERB 4 advcl
the DET 8 det
{who} NOUN 6 obj
. PUNCT 4 punct
"""
RELATIVE = """
They PRON 2 nsubj
left VERB 0 root
a DET 4 det
depot NOUN 2 obj
{relative} 9 nsubj
, PUNCT 8 punct
she PRON 8 nsubj
said VERB 4 acl:relcl
, PUNCT 8 punct
was AUX 12 cop
quite ADV 12 advmod
empty ADJ 2 ccomp
. PUNCT 2 punct
"""


def _found(analysis: Analysis) -> list[tuple[str, ...]]:
    read = (find_parenthetical(analysis, word) for word in range(len(analysis.words)))
    return [
        tuple(analysis.text[s:e] for s, e in (*one.source, *one.cue, *one.content)) for one in read if one is not None
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            ADNOMINAL.format(first="Then ADV 4 advmod", who="ministry", verb="announced"),
            [("the ministry", "announced", "Then Two boats sank")],
        ),
        (ADNOMINAL.format(first="Then ADV 4 advmod", who="ministry", verb="painted"), []),
        (ADNOMINAL.format(first="Then ADV 4 advmod", who="river", verb="announced"), []),
        (ADNOMINAL.format(first="When SCONJ 4 mark", who="ministry", verb="announced"), []),
        (INVERTED.format(who="ministry", verb="swears"), [("the ministry", "swears", "Well two boats sank")]),
        (INVERTED.format(who="harbour", verb="left"), []),
        (RELATIVE.format(relative="which PRON"), [("she", "said", "was quite empty")]),
        (RELATIVE.format(relative="today NOUN"), [("she", "said", "They left a depot today")]),
    ],
)
def test_commas_set_off_who_says_it(rows: str, found: list[tuple[str, ...]]) -> None:
    assert _found(parsed(rows)) == found


def _flat(before: str, clause: str) -> Analysis:
    """Words as `word/UPOS`, of which the parser has made nothing, behind what is told and a comma."""
    words = [word.split("/") for word in f"{before} ,/PUNCT {clause} ./PUNCT".split()]
    return parsed("\n".join(f"{word} {upos} {0 if n == 2 else 3} {'root' if n == 2 else 'dep'}"
                            for n, (word, upos) in enumerate(words)))  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "source"),
    [
        pytest.param("the/DET ministry/NOUN later/ADV confirmed/VERB", "the ministry", id="before the verb"),
        pytest.param("its/PRON head/NOUN ,/PUNCT Radek/PROPN Suk/PROPN ,/PUNCT confirmed/VERB",
                     "its head , Radek Suk", id="a name set off"),
        pytest.param("Radek/PROPN Suk/PROPN ,/PUNCT its/PRON head/NOUN ,/PUNCT confirmed/VERB",
                     "Radek Suk , its head", id="an office set off"),
        pytest.param("said/VERB the/DET ministry/NOUN on/ADP Friday/PROPN", "the ministry on Friday", id="inverted"),
        pytest.param("the/DET ministry/NOUN told/VERB reporters/NOUN", "the ministry", id="told reporters"),
        pytest.param("told/VERB the/DET ministry/NOUN", None, id="told by nobody"),
        pytest.param("the/DET river/NOUN confirmed/VERB", None, id="what cannot speak"),
    ],
)  # fmt: skip
def test_the_order_of_words_shows_the_speaker(clause: str, source: str | None) -> None:
    found = [one[0] for one in _found(_flat("Two/NUM boats/NOUN sank/VERB fast/ADV", clause))]
    assert found == ([source] if source else [])
