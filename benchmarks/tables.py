"""Tables of results: to the terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table as RichTable

Cell = str | int | float | None
_WIDTH_OF_A_FILE = 120


@dataclass(frozen=True)
class Table:
    """A heading, named columns and rows; None is "not measured". `note` says what the figures are."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The table with each row as an object by column."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return {"title": self.title, "note": self.note, "rows": rows}

    def to_markdown(self) -> str:
        """The table as GitHub Markdown, under a heading of the second level."""
        lines = ["| " + " | ".join(cells) + " |" for cells in [self.columns, *self._written()]]
        rule = "|" + "|".join(" --- " if i == 0 else " ---: " for i in range(len(self.columns))) + "|"
        note = [self.note, ""] if self.note else []
        return "\n".join([f"## {self.title}", "", *note, lines[0], rule, *lines[1:], ""])

    def to_rich(self) -> RichTable:
        """The table for the terminal."""
        table = RichTable(title=self.title, caption=self.note, title_justify="left", caption_justify="left")
        for i, column in enumerate(self.columns):
            table.add_column(column, justify="left" if i == 0 else "right")
        for row in self._written():
            table.add_row(*row)
        return table

    def _written(self) -> list[list[str]]:
        decimals = [_decimals([row[i] for row in self.rows]) for i in range(len(self.columns))]
        return [[write_cell(cell, places) for cell, places in zip(row, decimals, strict=True)] for row in self.rows]


def write_cell(cell: Cell, decimals: int = 1) -> str:
    """A cell as text: numbers with so many decimals, a dash for what was not measured."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:,.{decimals}f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def _decimals(column: Sequence[Cell]) -> int:
    """Two where a number of the column has more than one, so that it lines up."""
    return 2 if any(isinstance(cell, float) and cell != round(cell, 1) for cell in column) else 1


def absent_row(name: str, why: str, columns: Sequence[str]) -> list[Cell]:
    """The row of a system that could not be run: its name, why, and nothing else."""
    return [name, why, *[None] * (len(columns) - 2)]


def publish(tables: Sequence[Table], folder: Path, name: str, heading: str, about: dict[str, str]) -> None:
    """Print the tables and write `folder/name.md` and `folder/name.json`, with what they were measured on."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH_OF_A_FILE)
    for table in tables:
        console.print(table.to_rich())
    folder.mkdir(parents=True, exist_ok=True)
    facts = "\n".join(f"- {key}: {value}" for key, value in about.items())
    pages = "\n".join(table.to_markdown() for table in tables)
    (folder / f"{name}.md").write_text(f"# {heading}\n\n{facts}\n\n{pages}", encoding="utf-8")
    stored = {"about": about, "tables": [table.to_dict() for table in tables]}
    (folder / f"{name}.json").write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    console.print(f"Written: {folder / name}.md, {folder / name}.json")
