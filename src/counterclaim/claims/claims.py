"""One claim an attribution, in the order of the text: whose word it is, which act, how certain, what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counterclaim.claims.actors import resolve
from counterclaim.claims.acts import act_of, find_act
from counterclaim.claims.antecedents import Antecedents
from counterclaim.claims.certainty import find_certainty, stance_of
from counterclaim.claims.quotes import Quotations
from counterclaim.claims.relay import find_outer
from counterclaim.claims.sides import Sides
from counterclaim.claims.unmarked import find_unmarked
from counterclaim.claims.words_at import words_in
from counterclaim.facets.events.events import Speech, Stance
from counterclaim.facets.facets import Facets
from counterclaim.language.analysis import Analysis
from counterclaim.model import Actor, Attribution, Claim, Report


def find_claims(report: Report, analysis: Analysis) -> tuple[tuple[Claim, ...], tuple[Actor, ...]]:
    """The claims of a report and its actors."""
    quotations = Quotations(analysis)
    attributions = sorted((*analysis.attributions, *find_unmarked(analysis, quotations.quoted)), key=_place)
    resolved = resolve(report, analysis, attributions)
    sides = Sides(resolved)
    facets = Facets(analysis, report.published)
    known, outer = frozenset(analysis.attributions), find_outer(attributions)
    claims: list[Claim] = []
    name = report.id  # a hash of the whole text: taken once
    for number, found in enumerate(attributions):
        claimant, relay = resolved.claimants[number], resolved.relays[number]
        if found not in known and (claimant is None or (outer[number] is not None and relay is None)):
            continue  # a clause inside another's words that nobody else is known to have said
        own = sides.own(claimant)
        stance, quote = find_certainty(analysis, found), quotations.kind(found.content)
        claims.append(
            Claim(
                id=f"{name}-{len(claims) + 1}",
                report=name,
                source=found.source,
                cue=found.cue,
                content=found.content,
                text=report.words_at(found.content),
                quote=quote,
                claimant=claimant,
                mention=found.source,
                act=find_act(analysis, found, own),
                certainty=stance.certainty,
                negated=stance.negated,
                relayed_by=relay,
                facets=facets.of(found, _speech(analysis, found, claimant, quote != "direct", own, resolved.meant)),
            )
        )
    references = Antecedents(analysis, claims, resolved).find()
    referring = (replace(claim, refers_to=found) for claim, found in zip(claims, references, strict=True))
    return tuple(referring), resolved.actors


def _speech(
    analysis: Analysis,
    found: Attribution,
    claimant: str | None,
    reported: bool,
    own: Callable[[int], bool],
    meant: dict[int, str],
) -> Speech:
    """What the events of a content need to know of whose it is."""
    return Speech(
        content=words_in(analysis, found.content),
        source=words_in(analysis, found.source),
        claimant=claimant,
        reported=reported,
        stance=lambda words: Stance(act_of(analysis, found, words, own), *stance_of(analysis, found, words)),
        actor=meant.get,
    )


def _place(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.content[0].end
