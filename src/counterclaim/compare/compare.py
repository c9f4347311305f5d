"""From the claims of some reports to the links between them and the disputes they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from counterclaim.compare.account import Account
from counterclaim.compare.agreement import find_agreements
from counterclaim.compare.causes import find_causes
from counterclaim.compare.chapters import chapter_of, in_order
from counterclaim.compare.control import find_control
from counterclaim.compare.disputes import find_disputes
from counterclaim.compare.finding import Finding
from counterclaim.compare.kin import find_kin
from counterclaim.compare.occurrence import find_occurrences
from counterclaim.compare.quantities import find_figures
from counterclaim.compare.replies import find_confirmations, find_denials
from counterclaim.compare.states import find_states
from counterclaim.compare.stories import Story, stories
from counterclaim.compare.textual import find_rivals
from counterclaim.compare.ties import Tie, clusters_of, ties_of
from counterclaim.compare.vectors import vector_of
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
    """In the order of their first conflicts."""


class Outcome(NamedTuple):
    """What was found in one story."""

    links: tuple[Link, ...]
    ties: tuple[Tie, ...]


def compare(accounts: Iterable[Account]) -> Comparison:
    """Compare the claims of reports with each other; the order in which reports are given does not matter."""
    chapters = in_order(chapter_of(account) for account in accounts)
    told = [tell(story) for story in stories(chapters, vector_of)]
    home = {claim.id: chapter for chapter in chapters for claim in chapter.account.claims}
    clusters = clusters_of([tie for one in told for tie in one.ties])
    gathered = [found for cluster in clusters for found in find_disputes(cluster, home.__getitem__)]
    at = {claim: number for number, claim in enumerate(home)}
    links = [*(link for one in told for link in one.links), *(link for one in gathered for link in one.implied)]
    ordered = sorted(links, key=lambda link: (at[link.source], at[link.target], link.type))
    return Comparison(tuple(ordered), tuple(one.dispute for one in gathered))


def tell(story: Story) -> Outcome:
    """What the claims of a story's own report have to do with those before them."""
    found = list(find_all(story))
    return Outcome(tuple(_links(found)), tuple(ties_of(story, found)))


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
