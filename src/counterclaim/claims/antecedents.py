"""Which claim of the same report a noun phrase stands for: "denied the accusation", "disputes the ministry's figures".

A sieve: what the noun calls for (an accusation, a figure, an event), whose claim it is, then the nearest before it
(Strube and Hahn 1999 and Webber 1991 on the reach of discourse anaphora). Where two would do equally badly nothing is
said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from counterclaim.claims.actors import Resolved
from counterclaim.claims.lexicon import noun
from counterclaim.claims.references import Reference, read_reference
from counterclaim.claims.sides import Sides
from counterclaim.claims.words_at import words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Claim, Event, Quantity
from counterclaim.tables import read_table

_ACTS = frozenset(("deny", "confirm", "question", "judge", "decline"))
#: What is done with a bare "it" or with a party; to judge or decline these says nothing of a claim.
_PLAIN = frozenset(("deny", "confirm", "question"))
#: How many sentences before it the claim may stand that a phrase without a possessor means; and that "this" means.
_REACH, _NEAR = 8, 2
#: How many claims back at most.
_WINDOW = 60
#: How many letters a noun shares with the verb it is made of: "accusation", "accuse".
_STEM = 5
#: Classes of claims that are made about those who answer them.
_PERSONAL = frozenset(("accusation", "criticism", "guilt"))
_SPEAKING = frozenset(("person", "organisation", "group", "either"))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


class Antecedents:
    """The claims of one report, to which its phrases refer."""

    def __init__(self, analysis: Analysis, claims: Sequence[Claim], resolved: Resolved) -> None:
        self._analysis, self._claims, self._meant, self._sides = (
            analysis,
            claims,
            resolved.meant,
            Sides(resolved, analysis),
        )
        self._names = {actor.id: frozenset(actor.name.casefold().split()) for actor in resolved.actors}
        self._words = [words_in(analysis, claim.content) for claim in claims]
        starts = [begin for begin, _ in analysis.sentences]
        self._sentence = [bisect_right(starts, words[0]) if words else 0 for words in self._words]
        self._references = [self._read(i) for i in range(len(claims))]

    def find(self) -> Iterator[str | None]:
        """For each claim the id of the one that it refers to; None for most."""
        for i, reference in enumerate(self._references):
            found = self._antecedent(i, reference) if reference is not None else None
            yield self._claims[found].id if found is not None else None

    def _read(self, i: int) -> Reference | None:
        act, words = self._claims[i].act, self._words[i]
        reference = read_reference(self._analysis, words) if words and act in _ACTS else None
        if reference is None or (reference.kind in ("this", "thing") and act not in _PLAIN):
            return None
        return reference

    def _antecedent(self, i: int, reference: Reference) -> int | None:
        owners = self._owners(i, reference)
        reach = _NEAR if reference.near else len(self._sentence) if owners else _REACH
        before = [k for k in self._window(i) if self._is_before(k, i, reach) and self._is_of(k, i, owners)]
        fitting = [k for k in before if self._fits(k, i, reference)]
        first = [k for k in fitting if self._claims[k].act in reference.acts[:1]]
        if reference.kind in _PERSONAL:
            fitting = first or fitting
        if not fitting or (reference.near and reference.kind != "claim"):
            return fitting[0] if fitting else None
        named = [k for k in fitting if self._is_named(k, reference)]
        return named[0] if named else self._opening(fitting)

    def _opening(self, fitting: list[int]) -> int:
        """The first claim of the run in which the nearest one stands, all by one side: the others go on from it."""
        nearest, run = fitting[0], fitting[0]
        for k in self._window(nearest):
            if not self._sides.are_one(self._claims[k].claimant, self._claims[nearest].claimant):
                break
            run = k if k in fitting else run
        return run

    def _is_named(self, k: int, reference: Reference) -> bool:
        """Whether a claim was put forward with the verb of the noun: "declared" and "the declaration"."""
        cue = words_in(self._analysis, self._claims[k].cue)
        lemmas = (self._analysis.lemma(word).lower() for word in cue if self._analysis.upos[word] == "VERB")
        return any(reference.noun.startswith(lemma[:_STEM]) for lemma in lemmas)

    def _window(self, i: int) -> range:
        """The claims before one, the nearest first."""
        return range(i - 1, max(i - 1 - _WINDOW, -1), -1)

    def _is_before(self, k: int, i: int, reach: int) -> bool:
        """Whether a claim stands before another, within reach, and is no reference itself."""
        near = 0 <= self._sentence[i] - self._sentence[k] <= reach or reach >= len(self._sentence)
        other = self._references[k]
        plain = other is None or (other.kind in ("this", "thing") and len(self._words[k]) > len(self._words[i]))
        ends = self._claims[k].content[-1].end <= self._claims[i].content[0].start
        return near and ends and bool(self._words[k]) and (plain or self._claims[k].act == "deny")

    def _owners(self, i: int, reference: Reference) -> frozenset[str]:
        """The actors whose claim a phrase says it is: those it belongs to, and those whose name stands in it."""
        if reference.kind == "thing":
            actor = self._meant.get(reference.head)
            return frozenset((actor,)) if actor and self._speaks(actor, i) else frozenset()
        found: set[str] = set()
        for word in reference.owners:
            actor = self._meant.get(word)
            if actor and (self._analysis.relations[word] == "nmod:poss" or self._speaks(actor, i)):
                found.add(actor)
            else:
                found |= self._called(self._analysis.word(word).casefold(), i)
        return frozenset(found)

    def _called(self, word: str, i: int) -> set[str]:
        """Those who spoke before a claim and have a word in their name: "police" in "the police count"."""
        spoke = {self._claims[k].claimant for k in self._window(i)}
        return {actor for actor in spoke if actor in self._names and word in self._names[actor]}

    def _speaks(self, actor: str, i: int) -> bool:
        return any(self._sides.are_one(self._claims[k].claimant, actor) for k in self._window(i))

    def _is_of(self, k: int, i: int, owners: frozenset[str]) -> bool:
        """Whether a claim is by those a phrase names or, where it names nobody, by another than who answers it."""
        claimant = self._claims[k].claimant
        if owners:
            return any(self._sides.are_one(claimant, owner) for owner in owners)
        return claimant is not None and not self._sides.are_one(claimant, self._claims[i].claimant)

    def _fits(self, k: int, i: int, reference: Reference) -> bool:
        claim = self._claims[k]
        if reference.kind == "thing":
            party = self._meant.get(reference.head) is not None and self._is_party(i, reference)
            return party or (self._shares_event(k, i) and self._agree(k, i))
        if reference.acts and claim.act not in reference.acts:
            return False
        if reference.kind == "figure":
            return any(isinstance(facet, Quantity) for facet in claim.facets)
        if not self._agree(k, i):
            return False
        if reference.kind in _PERSONAL and claim.act == "assert":
            own = self._sides.own(self._claims[i].claimant)
            near = self._sentence[i] - self._sentence[k] <= _NEAR and not self._answers(k)
            return near or any(own(word) for word in self._words[k])
        return not self._has_clause(i, reference) or bool(self._lemmas(k) & self._lemmas(i))

    def _agree(self, k: int, i: int) -> bool:
        """Whether the quantities that a phrase names are those of a claim: "the figure of 26 dead"."""
        these, those = ([f for f in self._claims[n].facets if isinstance(f, Quantity)] for n in (i, k))
        return not these or any((one.low, one.high) == (other.low, other.high) for one in these for other in those)

    def _answers(self, k: int) -> bool:
        """Whether a claim goes on from a denial by the same claimant."""
        same = takewhile(lambda n: self._claims[n].claimant == self._claims[k].claimant, self._window(k))
        return any(self._claims[n].act == "deny" for n in same)

    def _is_party(self, i: int, reference: Reference) -> bool:
        """Whether a content names nothing but somebody: "contradicted the ministry"."""
        known = noun(reference.noun)
        if known is None and self._analysis.upos[reference.head] != "PROPN":
            return False
        if known is not None and known.kind not in _SPEAKING:
            return False
        return not any(isinstance(facet, Event) and facet.type for facet in self._claims[i].facets)

    def _shares_event(self, k: int, i: int) -> bool:
        types = [{f.type for f in self._claims[n].facets if isinstance(f, Event) and f.type} for n in (k, i)]
        return any(one == other or frozenset((one, other)) in _rivals() for one in types[0] for other in types[1])

    def _has_clause(self, i: int, reference: Reference) -> bool:
        """ "the assertion that it had broken the truce" """
        below = (word for word in self._analysis.children[reference.head] if word in self._words[i])
        return any(self._analysis.relations[word] in ("acl", "ccomp", "appos") for word in below)

    def _lemmas(self, i: int) -> set[str]:
        analysis = self._analysis
        return {analysis.lemma(word).lower() for word in self._words[i] if analysis.upos[word] in _CONTENT}


@cache
def _rivals() -> frozenset[frozenset[str]]:
    """Types of events that are about one matter: those that exclude each other."""
    return frozenset(frozenset((one, other)) for one, other, *_ in read_table("facets", "opposites"))
