"""Web Annotations: the words are found again by offset and by quotation, and the JSON-LD says what is meant."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from counterclaim.ledger import Ledger
from counterclaim.model import Span
from tests.export.awkward import SAID, TEXT
from tests.export.exporting import written

OA = "http://www.w3.org/ns/oa#"
CONTEXT = json.loads(Path(__file__).with_name("anno.jsonld").read_text(encoding="utf-8"))
"""The terms that we use, as the Web Annotation Vocabulary maps them to IRIs."""


def local(url: str, options: object) -> dict[str, Any]:
    """A document loader without a network."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"document": CONTEXT, "documentUrl": url, "contextUrl": None, "contentType": "application/ld+json"}


def expanded(annotations: object) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = jsonld.expand(annotations, {"documentLoader": local})
    return nodes


def parts(file: Path) -> dict[str, tuple[str, tuple[Span, ...]]]:
    """The text and the spans of each annotation of words that there must be."""
    with Ledger.open(file, write=False) as ledger:
        return {
            f"urn:x-counterclaim:claim:{claim.id}{suffix}": (account.report.text, spans)
            for account in ledger.accounts()
            for claim in account.claims
            for suffix, spans in (("", claim.content), (":source", claim.source), (":cue", claim.cue))
            if spans
        }


@pytest.mark.parametrize("ledger", ["sample_ledger", "awkward_ledger"])
def test_every_part_of_every_claim_is_found_by_position_and_by_quotation(
    ledger: str, request: pytest.FixtureRequest
) -> None:
    file = request.getfixturevalue(ledger)
    found = {one["id"]: one for one in json.loads(written(file, "webannotation")) if one["motivation"] != "linking"}
    wanted = parts(file)
    assert found.keys() == wanted.keys()
    for name, (text, spans) in wanted.items():
        assert len(found[name]["target"]) == len(spans)
        for target, (start, end) in zip(found[name]["target"], spans, strict=True):
            quote, position = target["selector"]
            assert (position["start"], position["end"]) == (start, end)
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(32, start) and len(quote["suffix"]) == min(32, len(text) - end)
            assert target["state"]["cached"]["schema:sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_offsets_are_code_points_also_behind_emoji(awkward_ledger: Path) -> None:
    source = json.loads(written(awkward_ledger, "webannotation"))[1]
    position = source["target"][0]["selector"][1]
    assert TEXT[position["start"] : position["end"]] == "the 🎖 general"
    assert len(TEXT[: position["start"]].encode("utf-16-le")) // 2 == position["start"] + 1


def test_what_was_found_about_a_claim_is_said_in_bodies(awkward_ledger: Path) -> None:
    content, source, cue, *_ = json.loads(written(awkward_ledger, "webannotation"))
    values = [(body["purpose"], body["value"]) for body in content["body"]]
    assert values == [
        ("tagging", "content"), ("classifying", "assert"), ("classifying", "probable"), ("classifying", "mixed"),
    ]  # fmt: skip
    assert [body.get("value", body.get("source")) for body in source["body"]] == [
        "source", f"urn:x-counterclaim:claim:{SAID.id}", "the \t🎖 general",
    ]  # fmt: skip
    assert cue["body"][0]["value"] == "cue"
    assert content["target"][0]["source"] == content["target"][0]["state"]["cached"]["id"]


def test_every_term_is_one_of_the_vocabulary(sample_ledger: Path) -> None:
    def terms(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (key for key in value if key != "@context")
            yield from (value[key] for key in ("type", "motivation", "purpose") if key in value)
            for one in value.values():
                yield from terms(one)
        if isinstance(value, list):
            for one in value:
                yield from terms(one)

    known = CONTEXT["@context"]
    used = set(terms(json.loads(written(sample_ledger, "webannotation"))))
    assert {term for term in used if term not in known} == {"schema:sha256", "oa:State"}


def test_a_processor_of_json_ld_reads_an_annotation_of_words(awkward_ledger: Path) -> None:
    node = expanded(json.loads(written(awkward_ledger, "webannotation")))[0]
    assert node["@type"] == [f"{OA}Annotation"]
    assert node[f"{OA}motivatedBy"] == [{"@id": f"{OA}classifying"}]
    bodies = node[f"{OA}hasBody"]
    assert bodies[1][f"{OA}hasPurpose"] == [{"@id": f"{OA}classifying"}]
    assert bodies[1]["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"] == [{"@value": "assert"}]
    target = node[f"{OA}hasTarget"][0]
    quote, position = target[f"{OA}hasSelector"]
    assert quote["@type"] == [f"{OA}TextQuoteSelector"]
    assert quote[f"{OA}exact"] == [{"@value": "Un cafe\u0301 “closed”,\t"}]
    assert position[f"{OA}start"] == [
        {"@value": 3, "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    ]  # fmt: skip
    copy = target[f"{OA}hasState"][0][f"{OA}cachedSource"][0]
    assert copy["http://schema.org/sha256"] == [{"@value": hashlib.sha256(TEXT.encode()).hexdigest()}]


def test_a_link_goes_from_its_target_to_the_claim_in_its_body(sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger, write=False) as ledger:
        links = {(link.source, link.type, link.target, link.why) for link in ledger.compared().links}
    annotations = json.loads(written(sample_ledger, "webannotation"))
    names = {one["id"] for one in annotations}
    found = set()
    for node in expanded([one for one in annotations if one["motivation"] == "linking"]):
        (source,) = (one["@id"] for one in node[f"{OA}hasTarget"])
        other, kind, why = node[f"{OA}hasBody"]
        (target,) = (one["@id"] for one in other[f"{OA}hasSource"])
        assert {source, target} <= names
        values = [body["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"] for body in (kind, why)]
        found.add((source.rpartition(":")[2], values[0], target.rpartition(":")[2], values[1]))
    assert found == links


def test_an_empty_ledger_is_an_empty_list(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db"):
        pass
    assert json.loads(written(tmp_path / "empty.db", "webannotation")) == []
