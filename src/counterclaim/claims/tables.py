"""The tables of this room, `data/*.tsv`."""

from __future__ import annotations

from functools import partial

from counterclaim import tables

read_table = partial(tables.read_table, "claims")
read_lists = partial(tables.read_lists, "claims")
