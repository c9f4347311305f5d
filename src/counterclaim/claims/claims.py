"""The claims of a report in the order of the text: whose word each is, which act, how certain, what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from counterclaim.claims.actors import Resolved, resolve
from counterclaim.claims.acts import act_of, find_act
from counterclaim.claims.antecedents import Antecedents
from counterclaim.claims.certainty import find_certainty, stance_of
from counterclaim.claims.gainsaying import find_denials
from counterclaim.claims.mended import mended
from counterclaim.claims.narrator import find_statements, is_worth_a_claim
from counterclaim.claims.outlet import outlet_of
from counterclaim.claims.parted import end_before, part
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
    """The claims of a report and its actors.

    There is one for each attribution, for each reporting clause that was found by syntax, and for what the report
    states itself and others may dispute; this last has the outlet as its claimant, where it is known.
    """
    analysis = replace(analysis, attributions=part(analysis))
    quotations = Quotations(analysis)
    analysis = replace(analysis, attributions=mended(analysis, quotations.quoted))
    more = find_unmarked(analysis, quotations.quoted)
    found = (*analysis.attributions, *more)
    ended = [end_before(analysis, one, found) for one in found]
    analysis = replace(analysis, attributions=tuple(ended[: len(analysis.attributions)]))
    said = sorted(ended, key=_place)
    resolved = resolve(report, analysis, said)
    outlet = outlet_of(report, resolved.actors)
    maker = _Maker(report, analysis, resolved, quotations, outlet)
    claims = list(maker.attributed(said)) + list(maker.stated(said))
    claims = [replace(claim, id=f"{claim.report}-{n}") for n, claim in enumerate(sorted(claims, key=_place), 1)]
    claims = find_denials(analysis, claims, Sides(resolved, analysis).are_one)
    resolved = replace(resolved, actors=_with(resolved.actors, outlet, claims))
    references = Antecedents(analysis, claims, resolved).find()
    referring = (replace(claim, refers_to=found) for claim, found in zip(claims, references, strict=True))
    return tuple(referring), resolved.actors


def _with(actors: tuple[Actor, ...], outlet: Actor | None, claims: Sequence[Claim]) -> tuple[Actor, ...]:
    """The actors with the outlet, where something is its word."""
    used = outlet is not None and outlet not in actors and any(claim.claimant == outlet.id for claim in claims)
    return (*actors, outlet) if outlet and used else actors


class _Maker:
    """Makes the claims of one report."""

    def __init__(
        self, report: Report, analysis: Analysis, resolved: Resolved, quotations: Quotations, outlet: Actor | None
    ) -> None:
        self._report, self._analysis, self._resolved, self._quotations = report, analysis, resolved, quotations
        self._outlet = outlet.id if outlet else None
        self._name = report.id  # a hash of the whole text: taken once
        self._sides = Sides(resolved, analysis)
        self._facets = Facets(analysis, report.published)

    def attributed(self, said: Sequence[Attribution]) -> Iterator[Claim]:
        """One claim an attribution, without clauses inside another's words that nobody else is known to have said."""
        known, outer = frozenset(self._analysis.attributions), find_outer(said)
        for number, found in enumerate(said):
            claimant, relay = self._resolved.claimants[number], self._resolved.relays[number]
            if self._is_writer(found):
                claimant = self._outlet
            if found in known or (claimant is not None and (outer[number] is None or relay is not None)):
                yield replace(self._claim(found, claimant), relayed_by=relay)

    def _is_writer(self, found: Attribution) -> bool:
        """Whether the source is the "we" of the report itself, as in a communiqué."""
        words = words_in(self._analysis, found.source)
        return [self._analysis.word(word).lower() for word in words] == ["we"] and not self._quotations.quoted[words[0]]

    def stated(self, said: Sequence[Attribution]) -> Iterator[Claim]:
        """What the report states itself."""
        for found in find_statements(self._analysis, self._quotations.quoted, said):
            claim = replace(self._claim(found, self._outlet), narrator=True, quote="indirect", act="assert")
            if is_worth_a_claim(claim):
                yield claim

    def _claim(self, found: Attribution, claimant: str | None) -> Claim:
        own = self._sides.own(claimant)
        stance, quote = find_certainty(self._analysis, found), self._quotations.kind(found.content)
        speech = self._speech(found, claimant, quote != "direct" and bool(found.cue), own)
        return Claim(
            id="",
            report=self._name,
            source=found.source,
            cue=found.cue,
            content=found.content,
            text=self._report.words_at(found.content),
            quote=quote,
            claimant=claimant,
            mention=found.source,
            act=find_act(self._analysis, found, own),
            certainty=stance.certainty,
            negated=stance.negated,
            facets=self._facets.of(found, speech),
        )

    def _speech(self, found: Attribution, claimant: str | None, reported: bool, own: Callable[[int], bool]) -> Speech:
        """What the events of a content need to know of whose it is."""
        analysis = self._analysis
        return Speech(
            content=words_in(analysis, found.content),
            source=words_in(analysis, found.source),
            claimant=claimant,
            reported=reported,
            stance=lambda words: Stance(act_of(analysis, found, words, own), *stance_of(analysis, found, words)),
            actor=self._resolved.meant.get,
        )


def _place(one: Attribution | Claim) -> tuple[int, int]:
    return one.content[0].start, one.content[0].end
