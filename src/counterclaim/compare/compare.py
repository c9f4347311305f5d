"""From the claims of some reports to the links between them and the disputes they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from counterclaim.compare.account import Account, in_order
from counterclaim.compare.agreement import find_agreements
from counterclaim.compare.causes import find_causes
from counterclaim.compare.control import find_control
from counterclaim.compare.disputes import find_disputes
from counterclaim.compare.finding import Finding
from counterclaim.compare.kin import find_kin
from counterclaim.compare.occurrence import find_occurrences
from counterclaim.compare.quantities import find_figures
from counterclaim.compare.replies import find_confirmations, find_denials
from counterclaim.compare.statements import statements_of
from counterclaim.compare.states import find_states
from counterclaim.compare.stories import Story, stories
from counterclaim.compare.textual import find_rivals
from counterclaim.compare.vectors import vector_of
from counterclaim.compare.voices import Voices
from counterclaim.model import Dispute, Link

COMPARATORS: tuple[Callable[[Story], Iterator[Finding]], ...] = (
    find_denials, find_confirmations, find_figures, find_states, find_control, find_causes, find_occurrences,
    find_agreements,
)  # fmt: skip
"""What looks for relations in a story, one kind of evidence each."""


class Comparison(NamedTuple):
    """What claims have to do with each other."""

    links: tuple[Link, ...]
    disputes: tuple[Dispute, ...]


def compare(accounts: Iterable[Account]) -> Comparison:
    """Compare the claims of reports with each other; the order in which reports are given does not matter."""
    ordered = in_order(accounts)
    statements = statements_of(ordered, Voices(ordered))
    findings = [finding for story in stories(statements, vector_of) for finding in find_all(story)]
    gathered = find_disputes(findings)
    return Comparison(tuple(_links([*findings, *gathered.implied])), tuple(gathered.disputes))


def find_all(story: Story) -> Iterator[Finding]:
    """What all comparators find in a story; what the evidence says of pairs on which the rules are silent."""
    found = [finding for comparator in COMPARATORS for finding in comparator(story)]
    found += find_kin(story, [finding for finding in found if finding.is_conflict])
    yield from found
    settled = {frozenset((f.one.claim.id, f.other.claim.id)) for f in found}
    for finding in find_rivals(story):
        if frozenset((finding.one.claim.id, finding.other.claim.id)) not in settled:
            yield finding


def _links(findings: list[Finding]) -> Iterator[Link]:
    """One link for each pair of claims and type, the surest."""
    best: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        pair = (finding.one.claim.id, finding.other.claim.id, finding.type)
        if pair not in best or best[pair].score < finding.score:
            best[pair] = finding
    for finding in sorted(best.values(), key=lambda f: (f.one.at, f.other.at, f.type)):
        yield Link(finding.one.claim.id, finding.other.claim.id, finding.type, finding.why, finding.score)
