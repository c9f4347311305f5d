"""Files and folders as people name them: which ones to read, and their bytes, never more than a limit."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from counterclaim.errors import InputError, TooLargeError

MAX_BYTES = 5_000_000
"""The largest input that is read, in bytes; some 800,000 English words."""

STDIN = "-"
"""The name that stands for standard input."""

TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
"""Suffixes of the files that are taken from a folder; a file that is named itself is always tried."""

_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "there is no such file or folder",
    PermissionError: "there is no permission to read it",
    IsADirectoryError: "is a folder, not a file",
}


class Found(NamedTuple):
    """What stands behind the names given: files to read in order, and the names that lead to none."""

    files: list[str]
    failures: list[InputError]


def find(paths: Iterable[str | os.PathLike[str]]) -> Found:
    """The files behind `paths`, in the order given and each once.

    A folder stands for the text files in it and below it, sorted by name; hidden ones (a leading
    full stop) and links to folders are left out. Any other name, "-" included, stands for itself
    and need not exist: reading it says so. A folder without a text file is a failure.
    """
    found = Found([], [])
    seen: set[str] = set()
    for path in paths:
        for file in _expand(os.fspath(path), found.failures):
            identity = _identity(file)
            if identity not in seen:
                seen.add(identity)
                found.files.append(file)
    return found


def read_bytes(path: str) -> bytes:
    """All the bytes of a file or of standard input ("-").

    Raises InputError where there is nothing that can be opened, TooLargeError beyond MAX_BYTES.
    """
    try:
        return _from_stdin() if path == STDIN else _from_file(Path(path), shown(path))
    except OSError as error:
        raise InputError(_reason(error), shown(path)) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("is not a name that a file can have", shown(path)) from error


def shown(path: str) -> str:
    """A path as one printable line: "standard input" for "-", odd characters of a name escaped."""
    if path == STDIN:
        return "standard input"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def _expand(path: str, failures: list[InputError]) -> Iterator[str]:
    """The files that one name stands for; what goes wrong is added to `failures`."""
    if path == STDIN or not _is_folder(path):
        yield path
        return
    known = len(failures)
    files = 0
    for file in _texts(path, failures):
        files += 1
        yield file
    if not files and len(failures) == known:
        failures.append(InputError("no text file in it (.txt, .text, .md or no suffix)", shown(path)))


def _texts(folder: str, failures: list[InputError]) -> Iterator[str]:
    """The text files in and below a folder, sorted; folders that can't be opened go to `failures`."""
    waiting: list[tuple[str, bool]] = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            waiting += reversed(_entries(path))
        except OSError as error:
            failures.append(InputError(_reason(error), shown(path)))


def _entries(folder: str) -> list[tuple[str, bool]]:
    """What is to be looked at in a folder: path, and whether it is a folder itself; sorted by name."""
    entries = []
    with os.scandir(folder) as listing:
        for entry in sorted(listing, key=lambda entry: entry.name):
            is_folder = entry.is_dir(follow_symlinks=False)
            if not entry.name.startswith(".") and (is_folder or _is_text(entry)):
                entries.append((entry.path, is_folder))
    return entries


def _is_text(entry: os.DirEntry[str]) -> bool:
    """Whether it is a regular file with the suffix of a text; links count as what they lead to."""
    if Path(entry.name).suffix.lower() not in TEXT_SUFFIXES:
        return False
    try:
        return entry.is_file()
    except OSError:
        return False


def _identity(file: str) -> str:
    """The same for every name of a file: its path without links."""
    try:
        return file if file == STDIN else os.path.realpath(file)
    except ValueError:
        return file


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _from_file(path: Path, where: str) -> bytes:
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode):
            _refuse_over_limit(status.st_size, where)
        return _within_limit(file.read(MAX_BYTES + 1), where)


def _from_stdin() -> bytes:
    if sys.stdin is None:
        raise InputError("is closed", shown(STDIN))
    return _within_limit(sys.stdin.buffer.read(MAX_BYTES + 1), shown(STDIN))


def _within_limit(data: bytes, where: str) -> bytes:
    _refuse_over_limit(len(data), where)
    return data


def _refuse_over_limit(size: int, where: str) -> None:
    if size > MAX_BYTES:
        limit = f"over the limit of {MAX_BYTES // 1_000_000} MB for one report; split it into its articles"
        raise TooLargeError(f"is {limit}", where)


def _reason(error: OSError) -> str:
    """What went wrong with a file, in the words of this package where it has them."""
    known = (words for kind, words in _REASONS.items() if isinstance(error, kind))
    return next(known, (error.strerror or "cannot be read").lower())
