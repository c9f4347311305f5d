"""Streams of bytes that know their limits: looked into first, watched while they are read."""

from __future__ import annotations

import io
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NoReturn, cast

from counterclaim.errors import InputError, TooLargeError

MAX_BYTES = 5_000_000
"""The largest text of one report that is read, in bytes; some 800,000 English words."""

HEAD = 65_536
"""Bytes that a kind of input is recognised by."""

MAX_UNPACKED = 50_000_000_000
"""Bytes that one archive may unpack to."""

MAX_RATIO = 200
"""Bytes that one packed byte may unpack to; news text packs about ten to one, deflate ends at 1032 to one."""

FREE = 10_000_000
"""Unpacked bytes before the ratio counts: tiny archives are harmless."""

_MAX_SPOOLED = 2_000_000_000
_IN_MEMORY = 8_000_000
_CHUNK = 65_536


class Watched(io.RawIOBase):
    """A stream whose every read is counted and may be refused, and which ends where it is damaged.

    `watch` is handed the number of bytes read so far and raises InputError to stop. Where the stream
    below fails, as one that is cut short does, it just ends, so that what came before is not lost;
    `require_intact` then raises InputError, in the words of `damaged`.
    """

    def __init__(self, stream: BinaryIO, where: str, watch: Callable[[int], None], damaged: str) -> None:
        self._read = getattr(stream, "read1", stream.read)  # no more at once than what is there
        self._watch = watch
        self._count = 0
        self._failure: Exception | None = None
        self._is_reported = False
        self._said = InputError(damaged, where)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """As of any raw stream. Raises what `watch` raises."""
        view = memoryview(cast(bytearray, buffer)).cast("B")
        try:
            data = b"" if self._failure else self._read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            data, self._failure = b"", error
        view[: len(data)] = data
        self._count += len(data)
        self._watch(self._count)
        return len(data)

    def require_intact(self) -> None:
        """Raises InputError if the stream was found to be damaged; once, for one line is enough."""
        if self._failure and not self._is_reported:
            self._is_reported = True
            raise self._said from self._failure


class _Rejoined(io.RawIOBase):
    """Bytes already taken off a stream, and then the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer)).cast("B")
        data = self._head.read(len(view)) or self._rest.read(len(view))
        view[: len(data)] = data
        return len(data)


class Allowance:
    """How much may still come out of an archive of `packed` bytes; many streams may draw on one."""

    def __init__(self, where: str, packed: Callable[[], int]) -> None:
        self._where, self._packed = where, packed
        self._drawn = 0
        self.is_spent = False
        """True once something was refused."""

    def draw(self, count: int) -> None:
        """Take note of unpacked bytes. Raises TooLargeError where it looks like a bomb."""
        self._drawn += count
        if self._drawn > MAX_UNPACKED:
            self._refuse(f"unpacks to more than {MAX_UNPACKED // 10**9} GB; unpack it first")
        if self._drawn > FREE and self._drawn > MAX_RATIO * self._packed():
            self._refuse(f"unpacks to over {MAX_RATIO} times its size, as zip bombs do; the rest is left out")

    def _refuse(self, why: str) -> NoReturn:
        self.is_spent = True
        raise TooLargeError(why, self._where)

    def watch(self) -> Callable[[int], None]:
        """A watch for one stream."""
        before = 0

        def watch(count: int) -> None:
            nonlocal before
            self.draw(count - before)
            before = count

        return watch


def looked_into(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first HEAD bytes of a stream, and the stream from its beginning."""
    head = stream.read(HEAD)
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    return head, buffered(_Rejoined(head, stream))


def buffered(raw: io.RawIOBase) -> BinaryIO:
    """A raw stream as one whose reads are never short."""
    return cast(BinaryIO, io.BufferedReader(raw, _CHUNK))


def read_within(stream: BinaryIO, most: int, where: str, what: str = "report") -> bytes:
    """All bytes of a stream. Raises TooLargeError where there are more than `most`."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise too_large(most, where, what)
    return data


def too_large(most: int, where: str, what: str = "report") -> TooLargeError:
    """The error for what is over a limit in bytes."""
    advice = "; split it into its articles" if what == "report" else ""
    return TooLargeError(f"is over the limit of {most // 1_000_000} MB for one {what}{advice}", where)


def lines_within(stream: BinaryIO, most: int = MAX_BYTES) -> Iterator[bytes | None]:
    """The lines of a stream; None for one of more than `most` bytes, which is passed over without keeping it."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def seekable(stream: BinaryIO, where: str) -> BinaryIO:
    """The stream, or a temporary copy of it, in which one can go back. Raises TooLargeError."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed when it is no longer used

    def watch(count: int) -> None:
        if count > _MAX_SPOOLED:
            raise too_large(_MAX_SPOOLED, where, "archive that can't be read where it is")

    watched = Watched(stream, where, watch, "can't be read to its end")
    shutil.copyfileobj(buffered(watched), copy, _CHUNK)
    watched.require_intact()
    copy.seek(0)
    return cast(BinaryIO, copy)
