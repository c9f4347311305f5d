"""Files as people name them: opened, and named in errors."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from counterclaim.errors import InputError
from counterclaim.ingest.kind import Source

STDIN = "-"
"""The name that stands for standard input."""

_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "there is no such file or folder",
    PermissionError: "there is no permission to read it",
    IsADirectoryError: "is a folder, not a file",
}


@contextmanager
def opened(path: str) -> Iterator[Source]:
    """A file, or standard input for "-", to be read. Raises InputError where it can't be opened or read on."""
    where = shown(path)
    try:
        stream = _stdin(where) if path == STDIN else Path(path).open("rb")  # noqa: SIM115
    except OSError as error:
        raise InputError(reason(error), where) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("is not a name that a file can have", where) from error
    named = ("", None) if path == STDIN else (Path(path).name, where)
    try:
        yield Source(stream, where, *named)
    except OSError as error:
        raise InputError(reason(error), where) from error
    finally:
        if path != STDIN:
            stream.close()


def shown(path: str) -> str:
    """A path as one printable line: "standard input" for "-", odd characters of a name escaped."""
    if path == STDIN:
        return "standard input"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def reason(error: OSError) -> str:
    """What went wrong with a file, in the words of this package where it has them."""
    known = (words for kind, words in _REASONS.items() if isinstance(error, kind))
    return next(known, (error.strerror or "cannot be read").lower())


def _stdin(where: str) -> BinaryIO:
    if sys.stdin is None:
        raise InputError("is closed", where)
    return sys.stdin.buffer
