"""What a report says in its own voice, behaviour by behaviour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.claims import find_claims
from counterclaim.model import Actor, Claim, Report
from tests.claims.trees import attribution, parsed

KILLED = """
Nine NUM 2 nummod
soldiers NOUN 4 nsubj:pass
{aux} AUX 4 aux:pass
killed VERB 0 root
near ADP 6 case
Altdorf PROPN 4 obl
. PUNCT 4 punct
"""
HELD = """
Norland PROPN 3 compound
army NOUN 3 nsubj
{verb} VERB 0 root
the DET 5 det
old ADJ 6 amod
bridge NOUN 3 obj
. PUNCT 3 punct
"""
SAID = """
Lena PROPN 2 nsubj
said VERB 0 root
nine NUM 4 nummod
soldiers NOUN 6 nsubj:pass
were AUX 6 aux:pass
killed VERB 2 ccomp
. PUNCT 2 punct
"""


def _stated(rows: str, outlet: str | None = "The Lantern") -> tuple[list[Claim], tuple[Actor, ...]]:
    analysis = parsed(rows)
    claims, actors = find_claims(Report(analysis.text, outlet=outlet), analysis)
    return [claim for claim in claims if claim.narrator], actors


@pytest.mark.parametrize(
    ("rows", "content"),
    [
        (KILLED.format(aux="were"), "Nine soldiers were killed near Altdorf"),
        (HELD.format(verb="captured"), "Norland army captured the old bridge"),
        (HELD.format(verb="painted"), None),
        (HELD.format(verb="captured").replace(". PUNCT", "? PUNCT"), None),
        (HELD.format(verb="captured").replace(". PUNCT 3 punct\n", ""), None),
        (HELD.format(verb="captured").replace("old ADJ 6 amod", "our PRON 6 nmod:poss"), None),
        (KILLED.format(aux="were").replace("killed VERB 0 root", "killed VERB 0 root\nmay AUX 4 aux"), None),
        (KILLED.format(aux="were").replace("killed VERB 0 root", "killed VERB 0 root\nif SCONJ 4 mark"), None),
        (KILLED.format(aux="were").replace("Nine NUM 2 nummod", "Brave ADJ 2 amod"), None),
    ],
)
def test_a_main_clause_with_a_figure_or_state_to_differ_on_is_the_outlets_claim(rows: str, content: str | None) -> None:
    claims, actors = _stated(rows)
    assert [claim.text.strip() for claim in claims] == ([content] if content else [])
    for claim in claims:
        assert (claim.source, claim.cue, claim.mention) == ((), (), ())
        assert (claim.act, claim.quote) == ("assert", "indirect")
        assert [actor.kind for actor in actors if actor.id == claim.claimant] == ["organisation"]
        assert [actor.name for actor in actors if actor.id == claim.claimant] == ["The Lantern"]


def test_without_an_outlet_a_statement_has_no_claimant() -> None:
    claims, actors = _stated(KILLED.format(aux="were"), None)
    assert [claim.claimant for claim in claims] == [None]
    assert actors == ()


def test_what_is_attributed_is_not_the_reports_own_word() -> None:
    analysis = parsed(SAID)
    marked = replace(analysis, attributions=(attribution(analysis, "Lena", "said", "nine soldiers were killed"),))
    claims, _ = find_claims(Report(analysis.text, outlet="The Lantern"), marked)
    assert [claim.narrator for claim in claims] == [False]


def test_what_is_quoted_is_not_the_reports_own_word() -> None:
    quoted = "“ PUNCT 5 punct\n" + "\n".join(
        " ".join((word, tag, str(int(head) + 1) if int(head) else "0", relation))
        for word, tag, head, relation in (row.split() for row in KILLED.format(aux="were").strip().splitlines())
    )
    assert _stated(quoted + "\n” PUNCT 5 punct\n. PUNCT 5 punct")[0] == []


def test_claims_are_numbered_in_the_order_of_the_text_whoever_says_them() -> None:
    analysis = parsed(KILLED.format(aux="were") + "\n" + SAID + "\n" + HELD.format(verb="captured"))
    marked = replace(analysis, attributions=(attribution(analysis, "Lena", "said", "nine soldiers were killed"),))
    report = Report(analysis.text, outlet="The Lantern")
    claims, _ = find_claims(report, marked)
    assert [claim.narrator for claim in claims] == [True, False, True]
    assert [claim.id for claim in claims] == [f"{report.id}-{n}" for n in (1, 2, 3)]


def test_the_we_of_a_communique_is_its_outlet() -> None:
    analysis = parsed(
        "We PRON 2 nsubj\nconfirm VERB 0 root\nthat SCONJ 6 mark\nthe DET 5 det\nbridge NOUN 6 nsubj\nfell VERB 2 ccomp"
    )
    marked = replace(analysis, attributions=(attribution(analysis, "We", "confirm", "that the bridge fell"),))
    claims, actors = find_claims(Report(analysis.text, outlet="Norland Army"), marked)
    assert [actor.name for actor in actors if actor.id == claims[0].claimant] == ["Norland Army"]


def test_an_answer_to_the_outlets_own_word_stands_for_it() -> None:
    analysis = parsed(
        HELD.format(verb="captured") + "\n"
        "Lena PROPN 2 nsubj\nrejected VERB 0 root\nthe DET 5 det\nlantern NOUN 5 compound\nclaim NOUN 2 obj\n"
        ". PUNCT 2 punct"
    )
    marked = replace(analysis, attributions=(attribution(analysis, "Lena", "rejected", "the lantern claim"),))
    stated, answer = find_claims(Report(analysis.text, outlet="The Lantern"), marked)[0]
    assert stated.narrator
    assert answer.refers_to == stated.id
