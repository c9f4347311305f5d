"""All formats that a ledger can be exported to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO, Protocol

from counterclaim.export import csv, jsonl
from counterclaim.export.tables import Table


class Format(Protocol):
    """A format; every module of this room that `FORMATS` names is one."""

    NAME: str
    """As in `counterclaim export NAME`; also that of its module and its page in docs/exports."""

    def write(self, table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
        """Write the things of a table as they come; nothing is kept in memory."""
        ...


FORMATS: tuple[Format, ...] = (csv, jsonl)
"""In the order in which they are listed."""
