"""A clean stop: what is being written is kept as a whole or not at all."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class _Stopped(BaseException):
    """Somebody asks this process to stop. Not an Exception, so that nothing on the way takes it for an error."""


@contextmanager
def until_stopped() -> Iterator[None]:
    """Ends what happens inside, at whatever point it is, when SIGINT (Ctrl-C) or SIGTERM comes."""
    before = {number: signal.signal(number, _stop) for number in _SIGNALS}
    try:
        yield
    except _Stopped:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise _Stopped
