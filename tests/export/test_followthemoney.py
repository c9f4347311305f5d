"""FollowTheMoney entities: valid by its own model, where that is installed, and by a table of what we use of it."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ledger import Ledger
from tests.export.awkward import AWKWARD, FELL, REPORT, SAID
from tests.export.exporting import written

TABLE = Path(__file__).with_name("followthemoney.tsv")
DOCUMENTS = {"Article"}
THINGS = {"Article", "Person", "Organization", "LegalEntity", "Note"}
WORDS = {"name", "string", "text"}
"""Types of properties whose values may be put in order when they are taken in, such as by removing odd characters."""
KINDS = {"Document": DOCUMENTS, "Thing": THINGS}

Entity = dict[str, Any]


def entities(file: Path) -> dict[str, Entity]:
    lines = [json.loads(line) for line in written(file, "followthemoney").split(b"\n") if line]
    found = {one["id"]: one for one in lines}
    assert len(found) == len(lines)
    return found


def known() -> dict[tuple[str, str], str]:
    """Schemas and properties with their ranges."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(schema, name): reach for schema, name, reach in rows}


@pytest.mark.parametrize("ledger", ["sample_ledger", "awkward_ledger"])
def test_schemas_properties_and_references_are_those_of_the_table(ledger: str, request: pytest.FixtureRequest) -> None:
    found, table = entities(request.getfixturevalue(ledger)), known()
    for name, entity in found.items():
        assert re.fullmatch(r"[0-9a-f]{16}[\w.-]*", name)
        assert entity.keys() == {"id", "schema", "properties"}
        for prop, values in entity["properties"].items():
            reach = table[entity["schema"], prop]
            assert values and all(isinstance(value, str) and value for value in values)
            assert not reach or {found[value]["schema"] for value in values} <= KINDS[reach]


@pytest.mark.parametrize("ledger", ["sample_ledger", "awkward_ledger"])
def test_every_entity_is_valid_by_the_model_itself(ledger: str, request: pytest.FixtureRequest) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = pytest.importorskip(
            "followthemoney", reason="followthemoney is not installed: pip install 'counterclaim[test-followthemoney]'"
        ).model
        found = entities(request.getfixturevalue(ledger))
        for entity in found.values():
            schema = model.get(entity["schema"])
            schema.validate(entity)
            for prop, values in entity["properties"].items():
                kind = schema.get(prop)
                cleaned = [kind.type.clean(value) for value in values]
                assert None not in cleaned and (kind.type.name in WORDS or cleaned == values)
                if kind.range:
                    assert all(model.get(found[value]["schema"]).is_a(kind.range) for value in values)
            assert model.get_proxy(entity, cleaned=False).to_dict()["properties"].keys() == entity["properties"].keys()


def test_all_that_the_ledger_holds_is_there(sample_ledger: Path) -> None:
    found = entities(sample_ledger)
    with Ledger.open(sample_ledger, write=False) as ledger:
        accounts, links = list(ledger.accounts()), ledger.compared().links
    notes = {name: one["properties"] for name, one in found.items() if one["schema"] == "Note"}
    assert notes.keys() == {claim.id for account in accounts for claim in account.claims}
    for report, claims, actors in accounts:
        article = found[report.id]["properties"]
        assert (article["title"], article["bodyText"]) == ([report.title], [report.text.strip()])
        assert {found[actor.id]["properties"]["name"][0] for actor in actors} == {actor.name for actor in actors}
        for claim in claims:
            assert notes[claim.id]["description"] == [claim.text]
            assert notes[claim.id].get("entity", [None]) == [claim.claimant]
            assert notes[claim.id]["proof"] == [report.id]
    for link in links:
        properties = found[f"{link.source}.{link.type}.{link.target}"]["properties"]
        assert (properties["subject"], properties["object"]) == ([link.source], [link.target])
        assert (properties["role"], properties["description"]) == ([link.type], [link.why])


def test_actors_have_the_schema_of_their_kind_and_belong_to_others(sample_ledger: Path) -> None:
    found = entities(sample_ledger)
    with Ledger.open(sample_ledger, write=False) as ledger:
        actors = {actor.id: actor for account in ledger.accounts() for actor in account.actors}
    schemas = {"person": "Person", "organisation": "Organization"}
    belonging = 0
    for actor in actors.values():
        assert found[actor.id]["schema"] == schemas.get(actor.kind, "LegalEntity")
        if actor.of in actors:
            properties = found[f"{actor.id}.of"]["properties"]
            assert (properties["subject"], properties["object"]) == ([actor.id], [actor.of])
            assert properties["role"] == list(actor.roles) or (not actor.roles and properties["role"] == ["belongs to"])
            belonging += 1
    assert belonging > 10


def test_what_is_known_of_an_awkward_report(awkward_ledger: Path) -> None:
    found = entities(awkward_ledger)
    article, general, said, fell = (
        found[name]["properties"] for name in (REPORT.id, AWKWARD.actors[0].id, SAID.id, FELL.id)
    )
    assert article["fileName"] == ["awkward.txt"]
    assert article["publishedAt"] == ["2031-05-02T01:30:00"]
    assert article.keys() == {"fileName", "publishedAt", "bodyText"}
    assert general["country"] == ["zz"] and "position" not in general
    assert (said["country"], said["keywords"]) == (["sy"], ["assert", "probable", "mixed"])
    assert fell["name"] == ["unknown: assert"] and "entity" not in fell
