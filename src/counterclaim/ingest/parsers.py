"""Other people's parsers, held to the manners of this package."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from counterclaim.errors import InputError


@contextmanager
def failing_as(what: str, where: str) -> Iterator[None]:
    """Whatever a parser raises on hostile bytes becomes an InputError, so that the other inputs are still read.

    Parsers of HTML and feeds promise nothing about what they raise; this is for calls of them alone.
    Their warnings, say of an unknown time zone, are of no use to who reads news, and are dropped.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except InputError:
        raise
    except Exception as error:
        raise InputError(what, where) from error
