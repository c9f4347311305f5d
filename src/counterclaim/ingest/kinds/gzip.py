"""gzip: one input of any other kind, packed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from counterclaim.errors import InputError
from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.streams import Allowance, Watched, buffered

NAME = "gzip"
SUFFIXES: tuple[str, ...] = (".gz",)

_DAMAGED = "its gzip data are cut short or damaged; what came before was read"


def sniff(head: bytes, name: str) -> bool:
    """By its two magic bytes and the one method there is (RFC 1952)."""
    return head.startswith(b"\x1f\x8b\x08")


def read(source: Source, context: Context) -> Iterator[Outcome]:
    """What is in it, as it is unpacked."""
    packed = 0

    def count(so_far: int) -> None:
        nonlocal packed
        packed = so_far

    if NAME in source.inside:
        raise InputError("is packed twice; unpack it first", source.where)
    counted = buffered(Watched(source.stream, source.where, count, _DAMAGED))
    allowance = Allowance(source.where, lambda: packed)
    with gzip.open(counted) as unpacked:
        watched = Watched(cast(BinaryIO, unpacked), source.where, allowance.watch(), _DAMAGED)
        name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
        inside = (*source.inside, NAME)
        yield from context.read(
            replace(source, stream=buffered(watched), name=name, inside=inside, intact=watched.require_intact)
        )
        watched.require_intact()
