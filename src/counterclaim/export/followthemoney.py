"""FollowTheMoney entities (JSON Lines): reports, actors, claims and links for Aleph and its kin.

After the model of followthemoney 3 and 4. A claim is a Note on its claimant that the report is the proof of; a link is
an UnknownLink between two Notes, since the model has none that fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any, BinaryIO

from counterclaim.export import jsonl
from counterclaim.export.tables import Table

NAME = "followthemoney"
OF: tuple[str, ...] = ("reports",)

Entity = dict[str, Any]

_ACTORS = {"person": "Person", "organisation": "Organization"}
"""Schemas of actors by kind; of any other kind, LegalEntity, which says no more than that it is a party."""
_LANGUAGES = {"en": "eng"}
"""ISO 639-1 as ISO 639-3, of what is read."""


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write the entities of one report after the other, one a line."""
    jsonl.write(table, (entity for report in things for entity in _entities(report)), stream)


def _entities(report: Entity) -> Iterator[Entity]:
    yield _article(report)
    actors = {actor["id"]: actor for actor in report["actors"]}
    for actor in actors.values():
        yield _actor(actor, report)
        if actor["of"] in actors:
            yield _belonging(actor, report)
    for claim in report["claims"]:
        yield _note(claim, actors.get(claim["claimant"]), report)
    for link in report["links"]:
        yield _link(link, report)


def _article(report: Entity) -> Entity:
    return _entity("Article", report["id"], {
        "title": [report["title"]],
        "fileName": [PurePath(report["path"]).name if report["path"] else f"{report['id']}.txt"],
        "publisher": [report["outlet"]],
        "publishedAt": [_moment(report["published"])],
        "sourceUrl": [report["url"]],
        "language": [_LANGUAGES.get(report["language"])],
        "bodyText": [report["text"].strip()],
    })  # fmt: skip


def _actor(actor: Entity, report: Entity) -> Entity:
    schema = _ACTORS.get(actor["kind"], "LegalEntity")
    return _entity(schema, actor["id"], {
        "name": [actor["name"]],
        "weakAlias": actor["names"],
        "position": actor["roles"] if schema == "Person" else [],
        "country": [_country(actor["of"])],
        "proof": [report["id"]],
    })  # fmt: skip


def _belonging(actor: Entity, report: Entity) -> Entity:
    """The word of the report that an actor belongs to another one, as the roles say or in a way that is not known."""
    return _entity("UnknownLink", f"{actor['id']}.of", {
        "subject": [actor["id"]], "object": [actor["of"]], "role": actor["roles"] or ["belongs to"],
        "recordId": [report["id"]],
    })  # fmt: skip


def _note(claim: Entity, claimant: Entity | None, report: Entity) -> Entity:
    """A claim: `name` says whose it is and what is done with it, `description` has its words."""
    who = claimant["name"] if claimant else report["outlet"] if claim["narrator"] else None
    flags = [flag for flag in ("negated", "narrator") if claim[flag]]
    return _entity("Note", claim["id"], {
        "name": [f"{who or 'unknown'}: {claim['act'] or 'claim'}"],
        "description": [claim["text"]],
        "entity": [claimant["id"] if claimant else None],
        "keywords": [claim["act"], claim["certainty"], claim["quote"], *flags],
        "country": [_country(facet["country"]) for facet in claim["facets"] if facet["kind"] == "place"],
        "publisher": [report["outlet"]],
        "sourceUrl": [report["url"]],
        "proof": [report["id"]],
    })  # fmt: skip


def _link(link: Entity, report: Entity) -> Entity:
    return _entity("UnknownLink", f"{link['from']}.{link['type']}.{link['to']}", {
        "subject": [link["from"]], "object": [link["to"]], "role": [link["type"]], "description": [link["why"]],
        "date": [_moment(report["published"])], "recordId": [report["id"]],
    })  # fmt: skip


def _entity(schema: str, name: str, properties: dict[str, list[Any]]) -> Entity:
    """An entity with what is known, each value once."""
    known = {prop: list(dict.fromkeys(filter(None, values))) for prop, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {prop: values for prop, values in known.items() if values}}


def _country(code: str | None) -> str | None:
    """An ISO 3166 code as the model has it; an actor's id is none."""
    return code.lower() if code and len(code) == len("SY") else None


def _moment(published: str | None) -> str | None:
    """A time in UTC without its zone, as the model wants it; a day, or what has no zone, as it is."""
    if not published or "T" not in published:
        return published
    moment = datetime.fromisoformat(published)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")
