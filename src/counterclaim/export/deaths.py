"""Which figures of the dead are of one event.

Two figures are of one event if by the ledger one claim updates, repeats or corroborates the other, or both stand in a
dispute about how many were killed; if they stand close to each other in one report; or if they name the same place and
day. One that says no day goes with the nearest published figure of its place that tells of it in one of the same words.
Never are two of one event where the comparison says that they count other people, another place or another time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, combinations, pairwise, product

from counterclaim.compare.account import Account
from counterclaim.compare.chapters import chapter_of, in_order, voiced
from counterclaim.compare.figures import Figure, figures_of
from counterclaim.compare.groups import Groups
from counterclaim.compare.matter import days_of, is_condition, places_apart, times_apart
from counterclaim.compare.occasions import NEAR
from counterclaim.compare.scope import Scope, is_part
from counterclaim.compare.stories import Story
from counterclaim.compare.tables import read_rows, read_words
from counterclaim.compare.terms import stems_of, terms_of
from counterclaim.export.policy import size
from counterclaim.export.where import sites_of
from counterclaim.ledger import Disputed
from counterclaim.model import Quantity, Time

Pair = tuple[Figure, Figure]

WEEK = 7
"""Days of publication within which a figure that says no day goes with another of its place."""


def events_of(found: Disputed) -> list[list[Figure]]:
    """The figures of each event in the order of time; events in the order of their first figures."""
    figures = _counts(found)
    groups: Groups[str] = Groups(list(figures))
    for one, other in chain(_compared(found, figures), *(find(list(figures.values())) for find in _FINDERS)):
        if not _apart(one, other):
            groups.join(_name(one), _name(other))
    members = [sorted((figures[claim] for claim in group), key=_at) for group in groups.groups()]
    return sorted(members, key=lambda group: _at(group[0]))


def times_of(figure: Figure) -> tuple[Time, ...]:
    """When a figure's clause says that it was, or else its claim."""
    whole = tuple(facet for facet in figure.statement.claim.facets if isinstance(facet, Time))
    return figure.statement.times or whole


def _counts(found: Disputed) -> dict[str, Figure]:
    """By the claim, the figure of each one that says how many people were killed in all: its greatest."""
    chapters = in_order(chapter_of(account) for account in _counting(found.accounts))
    best: dict[str, Figure] = {}
    for figure in figures_of(chain.from_iterable(voiced(chapters))):
        claim = figure.statement.claim.id
        if _is_count(figure) and (claim not in best or size(figure) > size(best[claim])):
            best[claim] = figure
    return best


def _counting(accounts: Iterable[Account]) -> Iterator[Account]:
    """The accounts with those of their claims alone that have a figure of people killed."""
    for account in accounts:
        claims = tuple(
            claim for claim in account.claims
            if any(isinstance(facet, Quantity) and facet.role == "killed" for facet in claim.facets)
        )  # fmt: skip
        if claims:
            yield account._replace(claims=claims)


def _is_count(figure: Figure) -> bool:
    """Not a part of more, nor what one saw with one's own eyes, nor none."""
    quantity = figure.quantity
    killed = quantity.role == "killed" and quantity.unit == "person" and bool(quantity.high or quantity.low)
    seen = figure.at_least or not read_words("handling").isdisjoint(_cue(figure).split())
    return killed and not (seen or is_part(figure) or is_condition(figure.statement))


def _cue(figure: Figure) -> str:
    return figure.statement.report.words_at(figure.statement.claim.cue).casefold()


def _compared(found: Disputed, figures: Mapping[str, Figure]) -> Iterator[Pair]:
    """What the comparison has put together: one claim takes up the other, or both answer how many died."""
    for link in found.links:
        if link.type not in ("denies", "contradicts") and link.source in figures and link.target in figures:
            yield figures[link.source], figures[link.target]
    for dispute in found.disputes:
        if dispute.kind == "quantity" and _asks_for_dead().fullmatch(dispute.question):
            claims = (claim for position in dispute.positions for claim in position.claims)
            yield from combinations([figures[claim] for claim in claims if claim in figures], 2)


@cache
def _asks_for_dead() -> re.Pattern[str]:
    """What the question of a dispute about people killed looks like."""
    (template,) = (people for role, people, _ in read_rows("questions") if role == "killed")
    return re.compile(re.escape(template).replace(re.escape("{counted}"), ".*"), re.DOTALL)


def _close(figures: Sequence[Figure]) -> Iterator[Pair]:
    """Neighbouring figures of one report that stand close to each other."""
    for one, other in pairwise(sorted(figures, key=_at)):
        (report, start, _), (other_report, end, _) = _at(one), _at(other)
        if report == other_report and end - start <= NEAR:
            yield one, other


def _of_a_day(figures: Sequence[Figure]) -> Iterator[Pair]:
    """Figures of one place that give the same day, or the same night."""
    alike: dict[tuple[object, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        days = {time.start for time in times_of(figure) if days_of(time) <= 1}
        for key in product(sites_of(figure.statement.claim), days):
            alike[key].append(figure)
    for together in alike.values():
        yield from combinations(together, 2)


def _undated(figures: Sequence[Figure]) -> Iterator[Pair]:
    """Each figure that says no day, with the one of its place that was published nearest to it."""
    published: dict[tuple[object, int | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        for place in sites_of(figure.statement.claim):
            published[place, _day(figure)].append(figure)
    for figure in figures:
        day = _day(figure)
        if day is None or times_of(figure):
            continue
        week = product(sites_of(figure.statement.claim), range(day - WEEK, day + WEEK + 1))
        near = [other for key in week for other in published.get(key, ()) if _may_be(figure, other)]
        if near:
            yield figure, min(near, key=lambda other: (abs((_day(other) or 0) - day), _at(other)))


_FINDERS: tuple[Callable[[Sequence[Figure]], Iterator[Pair]], ...] = (_close, _of_a_day, _undated)


def _may_be(undated: Figure, other: Figure) -> bool:
    """Whether a figure without a day may be of the event of another one of its place."""
    starts = [time.start or "" for time in times_of(other)]
    before = not starts or min(starts) <= undated.statement.day
    told = other is not undated and before and not _telling(undated).isdisjoint(_telling(other))
    return told and not _apart(undated, other)


def _telling(figure: Figure) -> frozenset[str]:
    """Stems of the words of a figure's claim that tell which event it is of: no names, no numbers, no fates."""
    words = terms_of(figure.statement.claim.text, figure.statement.theme.names).words
    return frozenset(word for word in words if not word[0].isdigit()) - stems_of("fate", "generic", "units")


def _apart(one: Figure, other: Figure) -> bool:
    """Whether something says that two figures do not count the same."""
    scope = Scope(Story((), (one.statement, other.statement)))
    return (
        times_apart(times_of(one), times_of(other))
        or places_apart(one.statement, other.statement)
        or scope.own_difference(one, other) is not None
    )


def _day(figure: Figure) -> int | None:
    """The day of publication as a number; None where it is not known."""
    try:
        return date.fromisoformat(figure.statement.day).toordinal()
    except ValueError:
        return None


def _at(figure: Figure) -> tuple[int, int, str]:
    """Where a figure stands among all: its report, the offset in it, and its claim."""
    return *figure.statement.at, _name(figure)


def _name(figure: Figure) -> str:
    return figure.statement.claim.id
