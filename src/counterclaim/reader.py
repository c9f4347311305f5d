"""Read reports: text in, claims out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.claims.claims import find_claims
from counterclaim.compare.account import Account
from counterclaim.compare.compare import compare
from counterclaim.errors import InputError
from counterclaim.ingest import parse
from counterclaim.language.analyse import analyse
from counterclaim.language.analysis import Analysis
from counterclaim.language.detect import require_english
from counterclaim.language.encoder import WEIGHTS, Encoder
from counterclaim.model import Actor, Claim, Report


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and what was read in it."""

    report: Report
    analysis: Analysis
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for this one report."""
        return contract([self])

    @property
    def account(self) -> Account:
        """What the comparison takes of it."""
        return Account(self.report, self.claims, self.actors)


def contract(readings: Iterable[Reading]) -> dict[str, Any]:
    """The contract's object for several readings."""
    known = list(readings)
    compared = compare(reading.account for reading in known)
    return {
        "reports": [reading.report.to_dict() for reading in known],
        "actors": [actor.to_dict() for reading in known for actor in reading.actors],
        "claims": [claim.to_dict() for reading in known for claim in reading.claims],
        "links": [link.to_dict() for link in compared.links],
        "disputes": [dispute.to_dict() for dispute in compared.disputes],
    }


class Reader:
    """Loads the model once and reads many reports; the same report gives the same reading.

    `threads` is how many threads one report may use (0: as many as there are cores); it does not
    change what is read. Raises WeightsError when the model's files are missing or damaged.
    """

    def __init__(self, weights: Path = WEIGHTS, threads: int = 0) -> None:
        self._encoder = Encoder(weights, threads)

    def read(self, text: str | Report, *, outlet: str | None = None, published: str | None = None) -> Reading:
        """Read one report, given as a Report or as its text (header lines as in a file are understood).

        Raises EmptyInputError for a text without words and LanguageError for one not in English.
        """
        report = text if isinstance(text, Report) else parse(text, outlet=outlet, published=published)
        report = report.in_language(require_english(report.text, report.path or report.url))
        analysis = analyse(self._encoder, report.text)
        return Reading(report, analysis, *find_claims(report, analysis))

    def read_many(
        self, reports: Iterable[str | Report], on_error: Callable[[InputError, str | Report], None] | None = None
    ) -> Iterator[Reading]:
        """Read reports one after the other, as they come; nothing is kept.

        Without `on_error` the first report that can't be read raises; with it the error is handed
        over and the next report is read.
        """
        for report in reports:
            try:
                reading = self.read(report)
            except InputError as error:
                if on_error is None:
                    raise
                on_error(error, report)
            else:
                yield reading


@cache
def _reader() -> Reader:
    return Reader()


def read(text: str | Report, *, outlet: str | None = None, published: str | None = None) -> Reading:
    """Read one report with the shipped model, which is loaded at the first call. See `Reader.read`."""
    return _reader().read(text, outlet=outlet, published=published)
