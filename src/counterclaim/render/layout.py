"""How views are laid out at a terminal: widths, styles, and the small pieces that all of them use."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.model import Report

WIDEST = 140
"""Tables don't grow beyond this."""


def show(view: RenderableType, console: Console) -> None:
    """Print a view; without styles there are no blanks at the ends of lines either."""
    if not is_plain(console):
        console.print(view)
        return
    with console.capture() as captured:
        console.print(view)
    console.file.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def is_plain(console: Console) -> bool:
    """Whether this console shows no styles, so that marks must be written as brackets."""
    return not console.is_terminal or console.is_dumb_terminal


def style(console: Console, name: str) -> str:
    """A style, or none where the console shows none."""
    return "" if is_plain(console) else name


def width(console: Console) -> int:
    """The columns that a view takes."""
    return min(console.width, WIDEST)


def table(console: Console, *, leading: int = 0) -> Table:
    """A table as all of ours look: a line under the head, else only space."""
    return Table(
        box=box.SIMPLE_HEAD, expand=True, leading=leading, width=width(console),
        border_style=style(console, "dim"), header_style=style(console, "bold"),
    )  # fmt: skip


def rule(console: Console) -> Text:
    """A line across the view."""
    return Text(("=" if console.options.ascii_only else "━") * width(console), style(console, "cyan"))


def heading(words: str, console: Console) -> RenderableType:
    """The heading of a part of what is shown."""
    return Group(rule(console), Padding(Text(words, style(console, "bold")), (0, 2)))


def day(report: Report) -> str:
    """The day of publication, for people."""
    return (report.published or "unknown")[:10]


def count(number: int, noun: str) -> str:
    """A number of things: "1 claim", "1,200 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
