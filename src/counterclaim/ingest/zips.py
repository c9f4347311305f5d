"""Files in ZIP archives, streamed; an archive that could be an attack is refused."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from counterclaim.errors import InputError
from counterclaim.ingest.files import shown
from counterclaim.ingest.kind import Context, Outcome, Source
from counterclaim.ingest.streams import Allowance, Watched, buffered, seekable

_DAMAGED = "is damaged in its archive; what came before was read"
_FAILURES = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What Python's zipfile raises for archives that are damaged, encrypted or packed in ways it lacks."""


def read_entries(source: Source, context: Context, kind: str, wanted: Callable[[str], bool]) -> Iterator[Outcome]:
    """What the wanted files of an archive hold, sorted by name; nothing is unpacked to the disk.

    Raises InputError for an archive in an archive, and for one that unpacks to far more than it is.
    """
    if {"zip", "wacz"} & set(source.inside):
        raise InputError("is an archive inside another; unpack it first", source.where)
    stream = seekable(source.stream, source.where)
    archive = _opened(stream, source.where)
    size = stream.seek(0, 2)
    allowance = Allowance(source.where, lambda: size)
    entries = sorted((entry for entry in archive.infolist() if _is_file(entry)), key=lambda entry: entry.filename)
    chosen = [entry for entry in entries if wanted(entry.filename)]
    if not chosen:
        raise InputError("no file in it that is of a kind to be read", source.where)
    for entry in chosen:
        part = replace(source.part(shown(entry.filename)), name=entry.filename, inside=(*source.inside, kind))
        try:
            yield from _read(archive, entry, part, allowance, context)
        except InputError as error:
            yield error
        if allowance.is_spent:
            return


def _read(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, part: Source, allowance: Allowance, context: Context
) -> Iterator[Outcome]:
    if _leads_out(entry.filename):
        raise InputError("its name leads out of the archive; it is left out", part.where)
    try:
        unpacked = archive.open(entry)
    except _FAILURES as error:
        encrypted = entry.flag_bits & 1
        raise InputError("is encrypted" if encrypted else _DAMAGED, part.where) from error
    with unpacked:
        watched = Watched(cast(BinaryIO, _Careful(cast(BinaryIO, unpacked))), part.where, allowance.watch(), _DAMAGED)
        yield from context.read(replace(part, stream=buffered(watched), intact=watched.require_intact))
        watched.require_intact()


class _Careful:
    """A file in an archive, all of whose failures are OSErrors."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except _FAILURES as error:
            raise OSError(str(error)) from error


def _opened(stream: BinaryIO, where: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except _FAILURES as error:
        raise InputError("is a ZIP archive that is cut short or damaged", where) from error


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """Whether it has a name, is no folder and, in archives made on Unix, no link."""
    return bool(entry.filename) and not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16)


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in "".join(path.parts[:1])
