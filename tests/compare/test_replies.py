"""Replies: which claim a denial denies, within its report and across reports."""

from __future__ import annotations

import pytest

from counterclaim import Reader
from counterclaim.compare.compare import compare
from counterclaim.model import Report

SHELLED = "The Morvan government accused the Kelsa militia of shelling the grain harbour at Ostry on Monday."


def denied(reader: Reader, *texts: str) -> list[tuple[str, str]]:
    """Words of the denying and of the denied claim of each denial."""
    readings = [reader.read(Report(text, published="2031-05-01", outlet=f"Outlet {i}")) for i, text in enumerate(texts)]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    links = compare(reading.account for reading in readings).links
    return [(claims[x.source].text, claims[x.target].text) for x in links if x.type == "denies"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        pytest.param("The militia rejected the accusation.", "the accusation", id="a noun for it"),
        pytest.param("The militia denied that it had shelled the harbour.", "shelled the harbour", id="a proposition"),
        pytest.param('"We did not shell the harbour," a militia spokesman said.', "did not shell", id="a flat denial"),
        pytest.param("The militia called the accusation a lie.", "accusation", id="a label"),
    ],
)
def test_a_denial_is_resolved_to_the_claim_before_it(reader: Reader, answer: str, words: str) -> None:
    found = denied(reader, f"{SHELLED} The weather was calm, a sailor said.\n\n{answer}")
    assert found
    assert all("grain harbour" in target for _, target in found)
    assert any(words in source for source, _ in found)


def test_a_denial_reaches_a_claim_in_another_report(reader: Reader) -> None:
    found = denied(reader, SHELLED, "The Kelsa militia denied that it had shelled the grain harbour at Ostry.")
    assert [target for _, target in found if "grain harbour" in target]


@pytest.mark.parametrize(
    "answer",
    [
        "The militia declined to comment.",
        "The militia rejected an offer of talks from the church.",
        "A court denied the captain bail.",
    ],
)
def test_what_only_looks_like_a_denial_denies_nothing(reader: Reader, answer: str) -> None:
    assert denied(reader, f"{SHELLED}\n\n{answer}") == []
