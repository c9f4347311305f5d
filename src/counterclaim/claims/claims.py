"""One claim an attribution, in the order of the text."""

from __future__ import annotations

from counterclaim.claims.quotes import Quotations
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Claim, Report


def find_claims(report: Report, analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of a report. Claimant, act and certainty are not known here and stay None."""
    ordered = sorted(analysis.attributions, key=_place)
    quotations = Quotations(analysis)
    return tuple(_claim(report, f"{report.id}-{number}", found, quotations) for number, found in enumerate(ordered, 1))


def _place(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.content[0].end


def _claim(report: Report, name: str, found: Attribution, quotations: Quotations) -> Claim:
    return Claim(
        id=name,
        report=report.id,
        source=found.source,
        cue=found.cue,
        content=found.content,
        text=report.words_at(found.content),
        quote=quotations.kind(found.content),
        mention=found.source,
    )
