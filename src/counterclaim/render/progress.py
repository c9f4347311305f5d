"""A progress bar for work that turns out to take long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")

PATIENCE = 2.0
"""Seconds of work after which a person wants to know how far it is."""


def with_progress(
    items: Iterable[Item],
    total: int | None,
    console: Console,
    *,
    done: Callable[[], int] | None = None,
    clock: Callable[[], float] = monotonic,
) -> Iterator[Item]:
    """The items as they come, with a bar on the console once it takes long and if it is a terminal.

    `done` says how much of `total` is behind; without it one item is one step.
    """
    if not console.is_terminal:
        yield from items
        return
    begun, bar = clock(), _bar(console, total)
    try:
        for count, item in enumerate(items, start=1):
            if not bar.live.is_started and clock() - begun > PATIENCE:
                bar.start()
            bar.update(bar.task_ids[0], completed=done() if done else count)
            yield item
    finally:
        bar.stop()


def _bar(console: Console, total: int | None) -> Progress:
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    bar.add_task("reading", total=total)
    return bar
