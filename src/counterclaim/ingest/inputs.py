"""From names to reports: opened or fetched, recognised, read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace

from counterclaim.errors import InputError
from counterclaim.ingest.fetch import Fetcher
from counterclaim.ingest.files import opened
from counterclaim.ingest.folders import is_address
from counterclaim.ingest.kind import Options, Outcome, Source
from counterclaim.ingest.registry import kind_of, takes
from counterclaim.ingest.streams import looked_into


class Inputs:
    """Reads whatever people have; `fetcher` is asked for what is on the web."""

    def __init__(self, options: Options | None = None, fetcher: Fetcher | None = None) -> None:
        self.options = options or Options()
        self._fetcher = fetcher or Fetcher()

    def reports(self, name: str) -> Iterator[Outcome]:
        """What is in one input, as it comes: a file, a URL, or "-" for standard input.

        What can't be read, all of it or a part, comes as an InputError among the reports; nothing is
        raised.
        """
        try:
            with self.fetch(name, automatic=False) if is_address(name) else opened(name) as source:
                yield from self.read(source)
                source.intact()
        except InputError as error:
            yield error

    def read(self, source: Source) -> Iterator[Outcome]:
        """What is in a source, which is of the kind that its first bytes say, or that `options` name."""
        try:
            head, stream = looked_into(source.stream)
            kind = kind_of(head, source.name, self.options.kind)
            yield from kind.read(replace(source, stream=stream), self)
        except InputError as error:
            yield error

    def takes(self, name: str) -> bool:
        """Whether a file of this name in an archive is read."""
        return takes(name)

    def fetch(self, url: str, *, automatic: bool) -> AbstractContextManager[Source]:
        """What stands at a URL."""
        return self._fetcher.open(url, automatic=automatic)
