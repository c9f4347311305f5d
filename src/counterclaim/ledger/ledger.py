"""The ledger: what has been read, kept in one SQLite file to which everything is added and nothing overwritten."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from counterclaim.compare.account import Account
from counterclaim.errors import InputError
from counterclaim.ledger import (
    asking,
    checking,
    comparing,
    course,
    dossier,
    forgetting,
    generations,
    people,
    searching,
    storing,
    watched,
)
from counterclaim.ledger.accounts import accounts_of
from counterclaim.ledger.asking import Disputed, Told, Wanted
from counterclaim.ledger.chapters import Chapters
from counterclaim.ledger.connection import PATIENCE, connect, snapshot
from counterclaim.ledger.course import Stage
from counterclaim.ledger.dossier import Dossier
from counterclaim.ledger.faults import faults_of
from counterclaim.ledger.people import Person
from counterclaim.ledger.searching import Hit
from counterclaim.ledger.stats import Stats, count_disputes, stats_of
from counterclaim.ledger.storing import Readable, Standing
from counterclaim.ledger.watched import Watched
from counterclaim.model import Report
from counterclaim.version import VERSION


class Ledger:
    """An open ledger; use it as a context manager. All errors it raises itself are LedgerErrors.

    What is asked is answered as of now, or as of an earlier generation (a number, see `at`).
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, version: str = VERSION) -> None:
        self._connection = connection
        self._version = version
        self._chapters = Chapters()
        self.path = path

    @classmethod
    def open(
        cls, path: str | Path, *, write: bool = True, version: str = VERSION, patience: float = PATIENCE
    ) -> Ledger:
        """Open the ledger at a path; to write, it is made where there is none.

        `version` is that of the program, kept with all that is added. For `patience` seconds another
        process that is writing is waited for. Raises NoLedgerError, NewerLedgerError,
        LockedLedgerError, DamagedLedgerError or LedgerError.
        """
        return cls(connect(Path(path), write=write, patience=patience), Path(path), version)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was added is kept already."""
        with self._answers():
            self._connection.close()

    def add(
        self, readings: Iterable[Readable], on_error: Callable[[InputError, Report], None] | None = None
    ) -> Counter[Standing]:
        """Keep readings, each in a transaction of its own, then bring links and disputes up to date.

        Gives how many reports were new, revisions and so on. A report that can't be kept raises
        InputError, or is handed to `on_error`.
        """
        counts = Counter[Standing]()
        for reading in readings:
            try:
                counts[self.keep(reading)] += 1
            except InputError as error:
                if on_error is None:
                    raise
                on_error(error, reading.report)
        self.compare()
        return counts

    def keep(self, reading: Readable) -> Standing:
        """Keep one reading, in one transaction; says what it was to the ledger. `compare` does the rest."""
        with self._answers():
            return storing.store(self._connection, reading, self._version)

    def compare(self) -> bool:
        """Bring links and disputes up to date with the reports; False if they were."""
        with self._answers():
            return comparing.compare_all(self._connection, self._version, self._chapters)

    def is_compared(self) -> bool:
        """Whether links and disputes are up to date with the reports."""
        with self._asked():
            return comparing.is_compared(self._connection, self._version)

    def standing(self, report: Report) -> Standing:
        """What a report is to the ledger: "known" and "forgotten" ones need not be read."""
        with self._answers():
            return storing.standing(self._connection, report, self._version)

    def at(self, when: str) -> int:
        """The generation that held at a time: an ISO 8601 date (the end of its day, UTC) or time, or its number."""
        with self._asked():
            return generations.as_of(self._connection, when)

    def accounts(self, as_of: int | None = None) -> Iterator[Account]:
        """All reports as read, in the order in which they were."""
        with self._answers():
            held = generations.held("readings", as_of)
            keys = [key for (key,) in self._connection.execute(f"SELECT key FROM readings WHERE {held} ORDER BY key")]
            for key in keys:
                yield from accounts_of(self._connection, [key])

    def compared(self, as_of: int | None = None) -> Disputed:
        """All links and all disputes, with the reports that were compared."""
        with self._asked():
            return asking.all_compared(self._connection, as_of)

    def claims(
        self, wanted: Wanted | None = None, *, as_of: int | None = None, limit: int | None = None
    ) -> tuple[list[Told], bool]:
        """Claims with their reports, those last published first; and whether there are more than the limit."""
        with self._asked():
            return asking.find_claims(self._connection, wanted or Wanted(), as_of, limit)

    def who(self, name: str, as_of: int | None = None) -> list[Person]:
        """Those whose names have all words of a name, who claims most first."""
        with self._asked():
            return people.who(self._connection, name, as_of)

    def disputes(
        self, *, kind: str | None = None, text: str | None = None, as_of: int | None = None, limit: int | None = None
    ) -> tuple[Disputed, int]:
        """Disputes, those with the latest report first; and how many there are without the limit.

        `kind` is one of the model's; `text` are words of the question or of a claim.
        """
        with self._asked():
            return asking.find_disputes(self._connection, as_of, limit, kind, text)

    def courses(self, as_of: int | None = None) -> dict[str, tuple[Stage, ...]]:
        """How each dispute went, by its id: its stages, the first first."""
        with self._asked():
            return course.courses(self._connection, as_of)

    def report(self, report: str, as_of: int | None = None) -> Dossier:
        """A report by its id, or a beginning of it. Raises UnknownReportError."""
        with self._asked():
            return dossier.dossier_of(self._connection, report, as_of)

    def search(self, words: str, *, as_of: int | None = None, limit: int | None = None) -> tuple[list[Hit], int]:
        """Reports that have all words, the best first; and how many there are without the limit."""
        with self._asked():
            return searching.search(self._connection, words, as_of, limit)

    def stats(self) -> Stats:
        """What is in the ledger, counted."""
        with self._asked():
            return stats_of(self._connection, self.path, self._version)

    def count_disputes(self) -> int:
        """How many disputes there are."""
        with self._asked():
            return count_disputes(self._connection)

    def check(self) -> list[str]:
        """What is wrong with the ledger, a line each; none where it is whole. To be opened for writing."""
        with self._answers():
            return checking.check(self._connection)

    def recall(self, thing: Watched) -> Watched:
        """What is known of something that is watched, or the thing itself where nothing is."""
        with self._answers():
            return watched.recall(self._connection, thing)

    def note(self, thing: Watched) -> None:
        """Keep what is now known of something that is watched, in one transaction."""
        with self._answers():
            watched.note(self._connection, thing)

    def pages_due(self, moment: datetime, limit: int) -> list[Watched]:
        """The pages that are to be asked for at a time, `limit` at most."""
        with self._answers():
            return watched.pages_due(self._connection, moment, limit)

    def forget(self, report: str) -> tuple[str, ...]:
        """Forget a report (by id, or a beginning of it) and its revisions; gives their ids.

        Text, claims and all that quotes them are taken out of the file; a tombstone (id, outlet, time,
        hash) stays, so that it is not added again. Raises UnknownReportError.
        """
        with self._answers():
            forgotten = forgetting.forget(self._connection, dossier.full_id(self._connection, report), self._version)
        self.compare()
        return forgotten

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """All that is read inside is of one moment."""
        with self._answers(), snapshot(self._connection):
            yield

    @contextmanager
    def _answers(self) -> Iterator[None]:
        with faults_of(str(self.path)):
            yield
