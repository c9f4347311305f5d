"""Whom a spokesman without a stated body speaks for."""

from __future__ import annotations

import pytest

from counterclaim import Reader


def body_of(reader: Reader, text: str, name: str) -> str | None:
    reading = reader.read(text)
    names = {actor.id: actor.name for actor in reading.actors}
    speaker = next(actor for actor in reading.actors if name in actor.name)
    return names.get(speaker.of or "", speaker.of)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            "The Harrow Rail Company admitted on Monday that the signal had failed. "
            '"We are sorry," a spokeswoman, Edith Crane, told reporters.',
            "Harrow Rail Company",
            id="the body that spoke before",
        ),
        pytest.param(
            "The Harrow Rail Company admitted on Monday that the signal had failed. "
            '"We are sorry," a passenger, Edith Crane, told reporters.',
            None,
            id="nobody for one who is no spokesman",
        ),
        pytest.param(
            "The Harrow Rail Company admitted on Monday that the signal had failed. "
            '"The brakes were sound," a police spokeswoman, Edith Crane, told reporters.',
            "police",
            id="the body that the words name",
        ),
        pytest.param(
            "The Harrow Rail Company admitted on Monday that the signal had failed. "
            '"The brakes were sound," the drivers\' spokeswoman, Edith Crane, told reporters.',
            None,
            id="not that body where the words tell of another",
        ),
    ],
)
def test_a_spokesman_speaks_for(reader: Reader, text: str, body: str | None) -> None:
    found = body_of(reader, text, "Crane")
    assert found is None or "Rail" not in found if body != "Harrow Rail Company" else found and "Rail" in found
