"""The progress bar: only for those who wait at a terminal, and never in the way of the work."""

from __future__ import annotations

import io
from itertools import count

from rich.console import Console

from counterclaim.render import with_progress


def run(*, terminal: bool, seconds_an_item: float) -> tuple[list[int], str]:
    console = Console(file=io.StringIO(), force_terminal=terminal, width=80)
    ticks = count(0.0, seconds_an_item)
    items = list(with_progress(range(5), 5, console, clock=lambda: next(ticks)))
    assert isinstance(console.file, io.StringIO)
    return items, console.file.getvalue()


def test_short_work_shows_none() -> None:
    assert run(terminal=True, seconds_an_item=0.1) == ([0, 1, 2, 3, 4], "")


def test_long_work_shows_how_far_it_is() -> None:
    items, shown = run(terminal=True, seconds_an_item=1.5)
    assert items == [0, 1, 2, 3, 4]
    assert "reading" in shown
    assert "/5" in shown


def test_without_a_terminal_there_is_none() -> None:
    assert run(terminal=False, seconds_an_item=1.5) == ([0, 1, 2, 3, 4], "")


def test_work_that_is_given_up_takes_the_bar_with_it() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=80)
    ticks = count(0.0, 3.0)
    work = with_progress(range(5), 5, console, clock=lambda: next(ticks))
    next(work)
    work.close()  # type: ignore[attr-defined]
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().endswith("\x1b[2K")  # the bar's line is wiped
