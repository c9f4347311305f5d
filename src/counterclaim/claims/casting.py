"""From the actors as read to the actors of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from counterclaim.claims.entity import Entity
from counterclaim.model import Actor, ActorKind, Report

_OWNING = frozenset(("his", "her", "its", "their"))


def list_actors(
    report: Report, entities: Iterable[Entity], speaking: Sequence[Entity | None]
) -> tuple[tuple[Actor, ...], Callable[[Entity | None], str | None]]:
    """The actors worth listing, and what gives their ids: those who speak or are named, and whom they belong to."""
    found = {entity for entity in speaking if entity is not None}
    found |= {entity for entity in entities if entity.named and entity.kind in ("person", "organisation")}
    listed = sorted(_with_owners(found), key=lambda entity: entity.order)
    name = report.id  # a hash of the whole text: taken once
    ids = {entity: f"{name}-a{number}" for number, entity in enumerate(listed, 1)}
    actors = tuple(_actor(entity, ids) for entity in listed)
    return actors, lambda entity: ids.get(entity) if entity is not None else None


def _with_owners(found: set[Entity]) -> set[Entity]:
    known, waiting = set(found), list(found)
    while waiting:
        entity = waiting.pop()
        owner = entity.owner if entity.owner is not None and entity.owner.country is None else None
        for other in (*entity.parts, *([owner] if owner is not None else [])):
            if other not in known:
                known.add(other)
                waiting.append(other)
    return known


def _actor(entity: Entity, ids: dict[Entity, str]) -> Actor:
    kind = (
        "group" if entity.plural and entity.kind == "person" else "unknown" if entity.kind == "either" else entity.kind
    )
    return Actor(
        id=ids[entity],
        name=_name(entity),
        kind=cast(ActorKind, kind),
        roles=tuple(entity.roles) if entity.named else (),
        of=_belongs_to(entity, ids),
        names=tuple(name for name in entity.names if name != entity.name and (entity.named or name not in entity.name)),
    )


def _name(entity: Entity) -> str:
    """The name; of "his office" with the name of whose it is."""
    first, _, rest = entity.name.partition(" ")
    owner, owning = entity.owner, first.casefold()
    if entity.named or owner is None or not owner.named or owning not in _OWNING or not rest:
        return entity.name
    return f"{owner.name}'s {rest}" if owner.plural == (owning == "their") else entity.name


def _belongs_to(entity: Entity, ids: dict[Entity, str]) -> str | None:
    """The code of a country, as far as the actor's words tell, or the id of another actor."""
    owner = entity.owner
    if entity.country is not None:
        return entity.country.code
    if owner is not None:
        return owner.country.code if owner.country is not None else ids.get(owner)
    return entity.home.code if entity.home is not None and entity.kind != "place" else None
