"""What says no to what another has said before it in the report; one row a behaviour."""

from __future__ import annotations

import pytest

from counterclaim.claims.gainsaying import find_denials
from counterclaim.language.analysis import Analysis
from counterclaim.model import Act, Claim, Span
from tests.claims.trees import parsed

AFFIRMED = "Lena PROPN 2 nsubj\nsaid VERB 0 root\nthey PRON 4 nsubj\nused VERB 2 ccomp\ngas NOUN 4 obj"
NO_GAS = (
    "Ben PROPN 2 nsubj\nsaid VERB 0 root\nno DET 4 det\ngas NOUN 6 nsubj:pass\nwas AUX 6 aux:pass\nused VERB 2 ccomp"
)
NO_TRAINS = NO_GAS.replace("gas", "trains").replace("used", "stopped")
NO_LONGER = (
    "Ben PROPN 2 nsubj\nsaid VERB 0 root\ngas NOUN 5 nsubj\nnever ADV 5 advmod\nspread VERB 2 ccomp\nyet ADV 5 advmod"
)
NOT_KNOWN = "Ben PROPN 2 nsubj\nsaid VERB 0 root\nnobody PRON 4 nsubj\nknew VERB 2 ccomp\ngas NOUN 4 obj"
NONE = "Ben PROPN 2 nsubj\nsaid VERB 0 root\nnone PRON 4 nsubj\ninhaled VERB 2 ccomp\ngas NOUN 4 obj"


def _claim(analysis: Analysis, number: int, claimant: str, act: Act = "assert", negated: bool = False) -> Claim:
    first, end = analysis.sentences[number]
    spans = [(Span(analysis.words[a].start, analysis.words[b - 1].end),) for a, b in
             ((first, first + 1), (first + 1, first + 2), (first + 2, end))]  # fmt: skip
    source, cue, content = spans
    return Claim(str(number), "r", source, cue, content, "", "indirect", claimant=claimant, act=act, negated=negated)


@pytest.mark.parametrize(
    ("before", "after", "claimant", "negated", "act"),
    [
        (AFFIRMED, NO_GAS, "ben", False, "deny"),
        (AFFIRMED, NO_TRAINS, "ben", False, "assert"),
        (AFFIRMED, NO_GAS, "lena", False, "assert"),
        (AFFIRMED, NO_GAS, "ben", True, "assert"),
        (AFFIRMED, AFFIRMED, "ben", False, "assert"),
        (AFFIRMED, NO_LONGER, "ben", False, "assert"),
        (AFFIRMED, NOT_KNOWN, "ben", False, "assert"),
        (AFFIRMED, NONE, "ben", False, "assert"),
    ],
)
def test_who_says_no_to_what_another_has_said_denies_it(
    before: str, after: str, claimant: str, negated: bool, act: Act
) -> None:
    analysis = parsed(f"{before}\n\n{after}")
    claims = [_claim(analysis, 0, "lena", negated=negated), _claim(analysis, 1, claimant)]
    found = find_denials(analysis, claims, lambda one, other: one == other)
    assert [claim.act for claim in found] == ["assert", act]


def test_only_what_was_said_before_is_denied() -> None:
    analysis = parsed(f"{NO_GAS}\n\n{AFFIRMED}")
    claims = [_claim(analysis, 0, "ben"), _claim(analysis, 1, "lena")]
    assert find_denials(analysis, claims, lambda one, other: one == other) == claims
