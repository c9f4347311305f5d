"""Who is named with "by" behind a verb of reporting in the passive, on hand-made trees."""

from __future__ import annotations

import pytest

from counterclaim.claims.passives import find_passive
from counterclaim.language.analysis import Analysis
from tests.claims.trees import parsed

PASSIVE = """
The DET 2 det
{thing} NOUN 4 nsubj:pass
{aux} AUX 4 aux:pass
{verb} VERB 0 root
{rest}
by ADP {case} case
the DET {agent} det
{who} NOUN 4 obl
. PUNCT 4 punct
"""


def _passive(thing: str, verb: str, rest: str = "", who: str = "union", aux: str = "was") -> str:
    at = 5 + len(rest.splitlines())
    rows = PASSIVE.format(thing=thing, aux=aux, verb=verb, rest=rest, who=who, case=at + 2, agent=at + 2)
    return "\n".join(row for row in rows.splitlines() if row)


def _found(analysis: Analysis) -> list[str]:
    read = (find_passive(analysis, word) for word in range(len(analysis.words)))
    parts = ((one.source, one.cue, one.content) for one in read if one is not None)
    return [" … ".join(analysis.text[s:e] for s, e in spans) for three in parts for spans in three]


AT = "at ADP 6 case\n400 NUM 4 obl"
AS = "as ADP 6 case\nabsurd ADJ 4 obl"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (_passive("number", "put", AT), ["the union", "put", "The number … at 400"]),
        (_passive("number", "put", AT, who="river"), []),
        (_passive("number", "put", AT, aux="might"), []),
        (_passive("number", "painted", AT), []),
        (_passive("claim", "rejected"), ["the union", "rejected", "The claim"]),
        (_passive("door", "rejected"), []),
        (_passive("plan", "described", AS), ["the union", "described", "The plan … as absurd"]),
    ],
)
def test_the_agent_of_a_reporting_passive_is_its_source(rows: str, found: list[str]) -> None:
    assert _found(parsed(rows)) == found
