"""Names as people give them: which files and addresses stand behind them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from counterclaim.errors import InputError
from counterclaim.ingest.files import STDIN, reason, shown
from counterclaim.ingest.registry import takes

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Found(NamedTuple):
    """What stands behind the names given: inputs to read in order, and the names that lead to none."""

    inputs: list[str]
    failures: list[InputError]


def find(paths: Iterable[str | os.PathLike[str]]) -> Found:
    """The inputs behind `paths`, in the order given and each once.

    A folder stands for the files in it and below it that have the suffix of a kind of input, or
    none, sorted by name; hidden ones (a leading full stop) and links to folders are left out. Any
    other name, "-" and URLs included, stands for itself and need not exist: reading it says so. A
    folder with nothing to read is a failure.
    """
    found = Found([], [])
    seen: set[str] = set()
    for path in paths:
        for name in _expand(os.fspath(path), found.failures):
            identity = _identity(name)
            if identity not in seen:
                seen.add(identity)
                found.inputs.append(name)
    return found


def is_address(name: str) -> bool:
    """Whether a name is a URL, of whatever scheme."""
    return _ADDRESS.match(name) is not None


def _expand(path: str, failures: list[InputError]) -> Iterator[str]:
    """The inputs that one name stands for; what goes wrong is added to `failures`."""
    if path == STDIN or is_address(path) or not _is_folder(path):
        yield path
        return
    known = len(failures)
    files = 0
    for file in _files(path, failures):
        files += 1
        yield file
    if not files and len(failures) == known:
        failures.append(InputError("no file in it that is of a kind to be read", shown(path)))


def _files(folder: str, failures: list[InputError]) -> Iterator[str]:
    """The files to read in and below a folder, sorted; folders that can't be opened go to `failures`."""
    waiting: list[tuple[str, bool]] = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            waiting += reversed(_entries(path))
        except OSError as error:
            failures.append(InputError(reason(error), shown(path)))


def _entries(folder: str) -> list[tuple[str, bool]]:
    """What is to be looked at in a folder: path, and whether it is a folder itself; sorted by name."""
    entries = []
    with os.scandir(folder) as listing:
        for entry in sorted(listing, key=lambda entry: entry.name):
            is_folder = entry.is_dir(follow_symlinks=False)
            if not entry.name.startswith(".") and (is_folder or _is_taken(entry)):
                entries.append((entry.path, is_folder))
    return entries


def _is_taken(entry: os.DirEntry[str]) -> bool:
    """Whether it is a regular file whose name says that it can be read; links count as what they lead to."""
    try:
        return takes(entry.name) and entry.is_file()
    except OSError:
        return False


def _identity(name: str) -> str:
    """The same for every name of a file: its path without links."""
    try:
        return name if name == STDIN or is_address(name) else os.path.realpath(name)
    except ValueError:
        return name


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
