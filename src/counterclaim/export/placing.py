"""Where an export goes: a file or a folder that is there only when it is whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO

from counterclaim.errors import ExportError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its name when all is written; what was there before stays until then.

    It keeps the permissions of the file that it takes the place of. Raises ExportError if it can't be written.
    """
    real = path.resolve()
    draft = real.with_name(f".{real.name}.{os.getpid()}.part")
    with _said_of(path):
        try:
            with draft.open("xb") as stream:
                yield stream
            if real.exists():
                draft.chmod(real.stat().st_mode & 0o7777)
            draft.replace(real)
        finally:
            draft.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to write into, which takes its name when all is written.

    Raises ExportError if it is there and not empty, or can't be written.
    """
    with _said_of(path):
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise ExportError(f"{path}: is there already and not an empty folder; name a new one")
        draft = Path(mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent))
        try:
            yield draft
            draft.chmod(0o777 & ~_mask())
            with suppress(FileNotFoundError):
                path.rmdir()
            draft.rename(path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"{path}: can't be written: {error.strerror or error}") from error


def _mask() -> int:
    """The permissions that new files of this process lack."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
