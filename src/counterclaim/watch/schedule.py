"""When feeds, pages and hosts are asked again."""

from __future__ import annotations

from datetime import datetime, timedelta

from counterclaim.ledger import Watched

LONGEST_BACK_OFF = timedelta(days=1)
"""A feed that fails is asked at least so often, unless its server asks for more time."""
LONGEST_WAIT = timedelta(days=7)
"""A server that asks to wait is not believed beyond this."""
FIRST_LOOK = timedelta(hours=1)
"""A page is asked for again after this, then after twice as long each time."""
PAGES = 200
"""Pages that are asked for in a round, so that a feed with thousands of entries does not hold up the others."""
LOOKS = 8
"""How often a page is asked for: over some five days."""


def next_time(feed: Watched, every: timedelta) -> datetime | None:
    """When a feed is to be asked for again; None for at once."""
    return feed.due or (feed.asked + every if feed.asked else None)


def back_off(now: datetime, every: timedelta, failures: int) -> datetime:
    """When to ask for a feed again that has failed so often in a row."""
    longest = max(every, LONGEST_BACK_OFF)
    doublings: int = 2 ** min(failures, 30)  # enough to reach the longest from a second
    return now + min(every * doublings, longest)


def released(now: datetime, every: timedelta, wait: float | None) -> datetime:
    """When a host may be asked again that refuses to answer now; `wait` is how many seconds it asks for."""
    return now + (every if wait is None else min(timedelta(seconds=min(wait, 1e9)), LONGEST_WAIT))


def next_look(now: datetime, looks: int) -> datetime | None:
    """When to ask for a page again that was asked for so often; None for never."""
    return now + FIRST_LOOK * 2 ** (looks - 1) if looks < LOOKS else None
