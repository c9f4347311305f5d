"""Second-hand words: who passed them on."""

from __future__ import annotations

import pytest

from counterclaim.claims.actors import resolve
from counterclaim.model import Report
from tests.claims.building import analysed, attribution

ROWS = [
    (
        "quoted by a paper",
        """“/PUNCT All/PRON is/AUX calm/ADJ ,/PUNCT ”/PUNCT the/DET governor/NOUN/nsubj:pass was/AUX/aux:pass \
        quoted/VERB as/SCONJ saying/VERB by/ADP [Organization Daily/PROPN Lantern/PROPN] ./PUNCT""",
        [("the governor", "was quoted as saying", "All is calm")],
        [("the governor", "Daily Lantern")],
    ),
    (
        "told to the speaker",
        """[Person Lena/PROPN/nsubj Voss/PROPN] said/VERB that/SCONJ residents/NOUN had/AUX told/VERB her/PRON \
        the/DET bridge/NOUN fell/VERB ./PUNCT""",
        [
            ("Lena Voss", "said", "residents had told her the bridge fell"),
            ("residents", "told", "the bridge fell"),
        ],
        [("Lena Voss", None), ("residents", "Lena Voss")],
    ),
    (
        "a statement carried by an agency",
        """Six/NUM died/VERB ,/PUNCT according/VERB to/ADP a/DET statement/NOUN by/ADP the/DET [Organization \
        Harbour/PROPN Board/PROPN] cited/VERB by/ADP [Organization Lantern/PROPN News/PROPN] ./PUNCT""",
        [("a statement by the Harbour Board cited by Lantern News", "according to", "Six died")],
        [("Harbour Board", "Lantern News")],
    ),
]


@pytest.mark.parametrize(("tagged", "said", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_relay(tagged: str, said: list[tuple[str, str, str]], expected: list[tuple[str, str | None]]) -> None:
    analysis = analysed(tagged)
    attributions = [attribution(analysis.text, *parts) for parts in said]
    found = resolve(Report(analysis.text), analysis, attributions)
    names = {actor.id: actor.name for actor in found.actors} | {None: None}
    assert [(names[c], names[r]) for c, r in zip(found.claimants, found.relays, strict=True)] == expected
