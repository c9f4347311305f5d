"""Events of claims, behaviour by behaviour, on invented sentences through the real reader."""

from __future__ import annotations

import pytest

from counterclaim import Reader
from counterclaim.model import Event

#: A sentence, and of each clause of what it claims: type, predicate, state, agent, patient ("-": none).
ROWS = [
    ("Norland's army said its troops had captured the village of Orlisk.",
     ["take-control capture happened troops village"]),
    ("The mayor said the bridge was under the control of the rebels.",
     ["hold-control control ongoing rebels bridge"]),
    ("The mayor said the convoy came under attack on Monday.", ["attack attack happened - convoy"]),
    ("The spokesman said Norland had carried out a strike on the airfield.",
     ["attack strike happened Norland airfield"]),
    ("The general denied that his men had fired on the convoy.", ["attack fire not-happened men convoy"]),
    ("The governor said the army would withdraw from the town.", ["lose-control withdraw planned army town"]),
    ("The governor said the rebels had failed to take the town.", ["take-control take not-happened rebels town"]),
    ("The minister said the shelling of Orlisk had stopped.", ["attack shelling ended - Orlisk"]),
    ("The ministry said air defences shot down 12 drones.", ["intercept shoot_down happened air_defences 12_drones"]),
    ("Police said 12 people died and 30 were injured.",
     ["kill die happened - 12_people", "injure injure happened - 30"]),
    ("Norland accused Southland of shelling the village.", ["attack shell happened Southland village"]),
    ("The company denied any involvement.", ["responsible involvement not-happened company -"]),
]  # fmt: skip


def said(event: Event) -> str:
    """An event as the rows write it."""
    words = {one.role: one.words.replace(" ", "_") for one in reversed(event.participants)}
    parts = (event.type or "-", event.predicate, event.state, words.get("agent", "-"), words.get("patient", "-"))
    return " ".join(part.replace(" ", "_" if i == 1 else "-") for i, part in enumerate(parts))


@pytest.mark.parametrize(("text", "events"), ROWS, ids=[row[0] for row in ROWS])
def test_each_clause_of_a_claim_is_an_event(reader: Reader, text: str, events: list[str]) -> None:
    claims = reader.read(text).claims
    found = [facet for claim in claims for facet in claim.facets if isinstance(facet, Event)]
    assert [said(event) for event in found] == events
