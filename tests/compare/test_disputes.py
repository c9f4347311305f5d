"""Disputes: gathered under a question, with positions, the same whatever order reports come in."""

from __future__ import annotations

from itertools import permutations

from counterclaim.compare.compare import Comparison, compare
from tests.compare.building import Said, Told

TAKEN = Said("the Orlan Defence Ministry", "Orlan troops had taken Kesh", predicate="take", type="take-control",
             agent="Orlan troops", patient="Kesh", place="Kesh")  # fmt: skip
HELD = Said("the Tolm General Staff", "Tolm forces still held Kesh", predicate="hold", type="hold-control",
            agent="Tolm forces", patient="Kesh", place="Kesh", state="ongoing")  # fmt: skip
ELSEWHERE = Said("the Tolm General Staff", "Tolm forces still held Upper Kesh", predicate="hold", type="hold-control",
                 agent="Tolm forces", patient="Upper Kesh", place="Upper Kesh", state="ongoing")  # fmt: skip
DENIED = Said("the Tolm General Staff", "the claim", "deny", predicate="claim", negated=True, refers_to=0)
WIRE = Told("Wire", "2031-05-01", (TAKEN, DENIED, HELD))
RADIO = Told("Radio", "2031-05-01", (TAKEN,))
LATER = Told("Post", "2031-05-02", (HELD,))


def compared(*told: Told) -> Comparison:
    return compare(one.account() for one in told)


def test_rival_claims_make_one_dispute_with_a_position_for_each_side() -> None:
    (dispute,) = compared(WIRE).disputes
    assert dispute.kind == "control"
    assert "Kesh" in dispute.question and dispute.question.endswith("?")
    taken, held = (set(position.claims) for position in dispute.positions)
    assert (len(taken), len(held)) == (1, 2)
    assert not taken & held


def test_a_place_of_a_like_name_is_another_matter() -> None:
    assert compared(Told("Wire", "2031-05-01", (TAKEN, ELSEWHERE))).disputes == ()


def test_two_sides_may_each_hold_a_share_of_a_place() -> None:
    most = Said("the mayor", "Orlan troops held most of Kesh", predicate="hold", type="hold-control",
                agent="Orlan troops", patient="Kesh", place="Kesh", state="ongoing")  # fmt: skip
    rest = Said("a driver", "Tolm forces held the rest of Kesh", predicate="hold", type="hold-control",
                agent="Tolm forces", patient="Kesh", place="Kesh", state="ongoing")  # fmt: skip
    assert compared(Told("Wire", "2031-05-01", (most, rest))).disputes == ()


def test_who_tells_of_two_fights_does_not_say_the_same_again() -> None:
    fights = [
        Said("the mayor", text, predicate="clash", type="contest-control", state="ongoing")
        for text in ("there were clashes near the mill", "the army had clashed with raiders by the river")
    ]
    assert compared(Told("Wire", "2031-05-01", tuple(fights))).links == ()


def test_one_side_does_not_dispute_itself() -> None:
    spokesman = Said("Olm Drest", "Tolm forces had left Kesh", predicate="leave", type="lose-control",
                     agent="Tolm forces", patient="Kesh", place="Kesh")  # fmt: skip
    told = Told("Wire", "2031-05-01", (HELD, spokesman), of={"Olm Drest": "the Tolm General Staff"})
    assert compared(told).disputes == ()


def test_every_rival_pair_is_linked_with_a_reason() -> None:
    found = compared(WIRE)
    (dispute,) = found.disputes
    rivals = {frozenset((a, b)) for a in dispute.positions[0].claims for b in dispute.positions[1].claims}
    conflicts = [link for link in found.links if link.type in ("denies", "contradicts")]
    assert {frozenset((link.source, link.target)) for link in conflicts} == rivals
    assert all(link.why and 0 < link.score <= 1 for link in conflicts)


def test_the_order_of_reports_changes_nothing() -> None:
    told = (WIRE, RADIO, LATER)
    assert len({compared(*order) for order in permutations(told)}) == 1


def test_reports_that_share_nothing_are_not_compared() -> None:
    other = Said("the Mervan mayor", "the bridge had been closed", predicate="close", type="close", patient="bridge")
    found = compared(WIRE, Told("Post", "2031-05-01", (other,)))
    assert len(found.disputes) == 1
    assert all("mayor" not in link.why for link in found.links)


def toll(who: str, number: int, place: str = "in the fire at Varna Quay") -> Said:
    text = f"{number} people were killed {place}"
    return Said(who, text, predicate="kill", type="kill", figures=(("killed", number, number, f"{number} people"),))


def test_a_later_figure_brings_in_nobody_from_outside() -> None:
    """The ministry's later toll replaces its first one, and nobody contradicts it."""
    rivals = Told("Wire", "2031-05-01", (toll("the Orlan Ministry", 19), toll("the Dockers' Union", 31)))
    found = compared(rivals, Told("Post", "2031-05-03", (toll("the Orlan Ministry", 40),)))
    assert "updates" in {link.type for link in found.links}
    (dispute,) = found.disputes
    assert sorted(len(position.claims) for position in dispute.positions) == [1, 1]
