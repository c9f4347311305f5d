"""Many inputs read one after the other: what can't be read is kept for the end, the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from counterclaim.errors import InputError
from counterclaim.ingest import Note, Outcome
from counterclaim.model import Report
from counterclaim.reader import Reading

Input = TypeVar("Input")

ALL_READ, SOME_NOT_READ, NONE_READ = 0, 1, 2
"""Exit codes of a batch."""


class ReadsReports(Protocol):
    """What a batch needs of a reader."""

    def read_many(
        self, reports: Iterable[str | Report], on_error: Callable[[InputError, str | Report], None] | None = None
    ) -> Iterator[Reading]:
        """Readings as they come; errors are handed over."""
        ...


class Batch:
    """Inputs on their way through a reader. `readings` is to be run through once."""

    def __init__(self, reader: ReadsReports, failures: Iterable[InputError] = ()) -> None:
        self._reader = reader
        self.failures = list(failures)
        self.notes: list[str] = []
        """What was assumed about inputs that were read."""
        self.begun = 0
        """Inputs taken up so far, read or not."""
        self.reports = 0
        self.claims = 0

    def readings(self, inputs: Iterable[Input], load: Callable[[Input], Iterable[Outcome]]) -> Iterator[Reading]:
        """The readings of all reports in the inputs that can be read, in their order."""
        for reading in self._reader.read_many(self._load(inputs, load), self._failed):
            self.reports += 1
            self.claims += len(reading.claims)
            yield reading

    @property
    def exit_code(self) -> int:
        """0 if all inputs were read, 1 if some were not, 2 if none was."""
        if not self.reports:
            return NONE_READ
        return SOME_NOT_READ if self.failures else ALL_READ

    def _load(self, inputs: Iterable[Input], load: Callable[[Input], Iterable[Outcome]]) -> Iterator[Report]:
        for self.begun, given in enumerate(inputs, start=1):
            for outcome in load(given):
                if isinstance(outcome, InputError):
                    self.failures.append(outcome)
                elif isinstance(outcome, Note):
                    self.notes.append(str(outcome))
                else:
                    yield outcome

    def _failed(self, error: InputError, report: str | Report) -> None:
        self.failures.append(error)
