"""schema.org Claims: in the vocabulary's words, and never saying what a claimant does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyld import jsonld

from counterclaim.ledger import Ledger
from tests.export.awkward import AWKWARD, FELL, REFUSED, SAID
from tests.export.exporting import written
from tests.ledger.telling import RADIO, WIRE, by

CONTEXT = {
    "@vocab": "http://schema.org/", "url": {"@type": "@id"}, "sameAs": {"@type": "@id"},
    "datePublished": {"@type": "Date"},
}  # fmt: skip
"""What schema.org's own context says of the properties that we use."""
THING = {"@type", "@id", "name", "url", "sameAs"}
WORK = THING | {
    "text", "author", "publisher", "datePublished", "inLanguage", "keywords", "about", "contentLocation",
    "temporalCoverage", "headline",
}  # fmt: skip
PROPERTIES = {
    "Claim": WORK | {"appearance", "firstAppearance"}, "CreativeWork": WORK, "Person": THING | {"jobTitle"},
    "Organization": THING, "Place": THING | {"address", "geo"}, "GeoCoordinates": {"@type", "latitude", "longitude"},
    "PostalAddress": {"@type", "addressCountry"},
}  # fmt: skip
"""Types and those of their properties that we use, from the vocabulary."""


def claims(file: Path) -> dict[str, dict[str, Any]]:
    """The claims by their ids."""
    graph = json.loads(written(file, "schemaorg"))
    assert graph["@context"] == "https://schema.org"
    return {node["@id"].rpartition(":")[2]: node for node in graph["@graph"]}


def test_every_claim_has_its_author_and_its_report(sample_ledger: Path) -> None:
    found = claims(sample_ledger)
    with Ledger.open(sample_ledger, write=False) as ledger:
        told, _ = ledger.claims()
    assert found.keys() == {one.claim.id for one in told}
    for claim, report, claimant, _ in told:
        node = found[claim.id]
        name = claimant.name if claimant else report.outlet if claim.narrator else None
        assert node.get("author", {}).get("name") == name
        assert node["appearance"]["url"] == report.url
        assert node["appearance"]["publisher"]["name"] == report.outlet
        assert node["datePublished"] == report.published


def test_types_and_properties_are_those_of_the_vocabulary(sample_ledger: Path, awkward_ledger: Path) -> None:
    def nodes(value: object) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            if value.keys() != {"@id"}:
                yield value
            for one in value.values():
                yield from nodes(one)
        if isinstance(value, list):
            for one in value:
                yield from nodes(one)

    for file in (sample_ledger, awkward_ledger):
        for node in nodes(list(claims(file).values())):
            kind = node.get("@type", "Person")
            assert node.keys() <= PROPERTIES[kind] | ({"@type"} if "@type" in node else set())
            assert None not in node.values() and [] not in node.values()


def test_a_processor_of_json_ld_reads_it(awkward_ledger: Path) -> None:
    graph = json.loads(written(awkward_ledger, "schemaorg")) | {"@context": CONTEXT}
    node = jsonld.expand(graph)[0]
    assert node["@type"] == ["http://schema.org/Claim"]
    (place, nowhere) = node["http://schema.org/contentLocation"]
    assert place["http://schema.org/geo"][0]["http://schema.org/latitude"] == [{"@value": 36.5}]
    assert "http://schema.org/geo" not in nowhere
    appearance, first = (node[f"http://schema.org/{name}"][0]["@id"] for name in ("appearance", "firstAppearance"))
    assert appearance == first


def test_text_is_the_content_only_where_the_claimant_stands_for_it(awkward_ledger: Path) -> None:
    found = claims(awkward_ledger)
    assert found[SAID.id]["text"] == SAID.text
    assert found[REFUSED.id]["text"] == "He refused to say why"
    assert found[REFUSED.id]["about"] == {"@id": f"urn:x-counterclaim:claim:{FELL.id}"}


def test_a_denial_has_the_words_that_deny(sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger, write=False) as ledger:
        told, _ = ledger.claims()
    found = claims(sample_ledger)
    denials = [(claim, report) for claim, report, *_ in told if claim.act == "deny" and claim.cue]
    assert len(denials) > 5
    for claim, report in denials:
        assert report.words_at(claim.cue[:1]) in found[claim.id]["text"]
        assert found[claim.id]["text"] in report.text


def test_what_is_not_known_is_left_out(awkward_ledger: Path) -> None:
    found = claims(awkward_ledger)
    said, fell = found[SAID.id], found[FELL.id]
    assert said["author"] == {"@id": f"urn:x-counterclaim:actor:{AWKWARD.actors[0].id}", "name": "the \t🎖 general"}
    assert "author" not in fell
    assert said["appearance"].keys() == {"@type", "@id", "datePublished"}
    assert said["temporalCoverage"] == ["2031-05-01", "../2031-05-01"]
    assert said["contentLocation"][0]["address"] == {"@type": "PostalAddress", "addressCountry": "SY"}


def test_a_claim_that_repeats_another_or_is_a_reprint_does_not_appear_first(tmp_path: Path) -> None:
    copy = by(WIRE, "Copy", "2031-05-02")
    with Ledger.open(tmp_path / "two.db") as ledger:
        ledger.add([WIRE, RADIO, copy])
        repeating = {link.source for link in ledger.compared().links if link.type == "repeats"}
        copies = {claim.id for claim in copy.claims}
    found = claims(tmp_path / "two.db")
    assert repeating and copies <= found.keys()
    for name, node in found.items():
        assert ("sameAs" in node) == (name in repeating)
        assert ("firstAppearance" in node) == (name not in repeating | copies)
