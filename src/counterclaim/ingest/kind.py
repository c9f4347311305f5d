"""What every kind of input is: how it is recognised, what it is read from, what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import BinaryIO, NamedTuple, Protocol

from counterclaim.errors import InputError
from counterclaim.ingest.streams import MAX_BYTES, read_within
from counterclaim.model import Report


@dataclass(frozen=True, slots=True)
class Note:
    """What was assumed about an input that was read all the same, in one line that names the input."""

    text: str

    def __str__(self) -> str:
        return self.text


Outcome = Report | Note | InputError
"""What comes out of an input: its reports, what was assumed, and which parts of it can't be read."""


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may say about all inputs at once."""

    outlet: str | None = None
    """Who published it, where an input doesn't say."""
    published: str | None = None
    """When it was published (ISO 8601), where an input doesn't say."""
    kind: str | None = None
    """Name of the kind that all inputs are to be read as; what is packed is unpacked first."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """For tables and JSON: which column or key (dotted for nested ones) holds which field of a report."""
    follow: bool = False
    """True to fetch the page of a feed's entry that carries only a summary."""
    today: date = field(default_factory=_today)
    """Later publication dates are not believed."""


class Validators(NamedTuple):
    """What a server names the state of a page by, so that it need not send the same again (RFC 9110, 13.1)."""

    etag: str | None = None
    modified: str | None = None


UNKNOWN = Validators()
"""Those of what a server does not name so."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read, and what is known about them."""

    stream: BinaryIO = field(repr=False)
    where: str
    """How errors name it: "archive.zip, news/a.html"."""
    name: str = ""
    """Its file name, or the path of its URL."""
    path: str | None = None
    """What `Report.path` is for a report that is all of it."""
    url: str | None = None
    validators: Validators = UNKNOWN
    charset: str | None = None
    """The encoding that a server says it is in."""
    inside: tuple[str, ...] = ()
    """The kinds of archive it is packed in, the outermost first."""
    intact: Callable[[], None] = field(default=lambda: None, repr=False)
    """Raises InputError where the stream ended too early; to be asked at its end."""

    def at(self, part: str) -> str:
        """A part of it, as errors and `Report.path` name it: "feed.xml, entry 3"."""
        return f"{self.where}, {part}"

    def part(self, part: str, stream: BinaryIO | None = None) -> Source:
        """A part of it as a source of its own."""
        where = self.at(part)
        return Source(stream or self.stream, where, path=where, inside=self.inside)

    def document(self, most: int = MAX_BYTES, what: str = "report") -> bytes:
        """All of its bytes. Raises TooLargeError beyond `most`, InputError where it is cut short."""
        data = read_within(self.stream, most, self.where, what)
        self.intact()
        return data


class Context(Protocol):
    """What a kind needs beyond the bytes."""

    @property
    def options(self) -> Options:
        """What a person said about all inputs."""
        ...

    def read(self, source: Source) -> Iterator[Outcome]:
        """What is in a source of whatever kind, such as a file in an archive."""
        ...

    def takes(self, name: str) -> bool:
        """Whether a file of this name in a folder or archive is taken."""
        ...

    def fetch(self, url: str, *, automatic: bool) -> AbstractContextManager[Source]:
        """What stands at a URL; `automatic` where no person named it, so that robots.txt counts."""
        ...


class Kind(Protocol):
    """A kind of input; every module in `kinds` is one."""

    NAME: str
    """As in `--as`; also that of its module and its page in docs/inputs."""
    SUFFIXES: tuple[str, ...]
    """Ends of the file names, in lower case, that are taken from folders and archives."""

    def sniff(self, head: bytes, name: str) -> bool:
        """Whether an input is of this kind, by its first bytes and, where those leave it open, its name."""
        ...

    def read(self, source: Source, context: Context) -> Iterator[Outcome]:
        """What is in it, as it comes, never all in memory.

        A part that can't be read is yielded as InputError and the next one is read; InputError is
        raised where nothing more can be read.
        """
        ...
