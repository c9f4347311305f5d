"""All formats that a ledger can be exported to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from counterclaim.export import (
    acled,
    brat,
    csv,
    followthemoney,
    geojson,
    html,
    jsonl,
    parquet,
    schemaorg,
    ucdp,
    webannotation,
)
from counterclaim.export.tables import Table


class Named(Protocol):
    """What every module of this room that is a format has; its docstring up to the first colon stands in the help."""

    NAME: str
    """As in `counterclaim export NAME`; also that of its module and its page in docs/exports."""
    OF: tuple[str, ...]
    """The tables that can be written in it, by name; the first if nobody says."""


class Format(Named, Protocol):
    """A format that is one file."""

    def write(self, table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> str | None:
        """Write the things of a table as they come; gives a note for people, if there is anything to say."""
        ...


class FolderFormat(Named, Protocol):
    """A format that is a folder of files."""

    def write_folder(self, things: Iterable[dict[str, Any]], folder: Path) -> str | None:
        """Write the things into an empty folder; gives a note for people, if there is anything to say."""
        ...


FORMATS: tuple[Format, ...] = (
    csv, jsonl, parquet, geojson, ucdp, acled, webannotation, schemaorg, followthemoney,
)  # fmt: skip
"""Those that are one file, in the order in which they are listed."""

FOLDER_FORMATS: tuple[FolderFormat, ...] = (html, brat)
"""Those that are a folder."""


def about() -> Iterator[tuple[str, str]]:
    """Each format's name and what it is in a few words."""
    for form in (*FORMATS, *FOLDER_FORMATS):
        yield form.NAME, (form.__doc__ or "").splitlines()[0].partition(":")[0].rstrip(".")
