"""Second-hand words: who passed a claim on, and whose claim it is (nested sources, as in PARC and FactBank)."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.entity import Entity
from counterclaim.claims.page import Page
from counterclaim.claims.scene import Scene
from counterclaim.claims.words_at import above, children_of, sentence_of, words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution

#: Verbs for passing on the words of others.
PASSING_ON = frozenset(("quote", "cite", "carry", "publish", "relay", "broadcast", "air"))
#: Those with an object that speaks: "the paper quoted the governor as saying".
_QUOTING = frozenset(("quote", "cite"))
#: How many words after the verb its "by" may stand.
_NEAR = 5

Claimants = list[Entity | None]


def find_relays(
    page: Page, scene: Scene, attributions: Sequence[Attribution], claimants: Claimants
) -> tuple[Claimants, Claimants]:
    """The claimants, with those put right who only quote another, and who relayed each attribution."""
    outer = find_outer(attributions)
    claimed, relays = list(claimants), list[Entity | None]()
    for i, attribution in enumerate(attributions):
        relay, inner = _quoting(page, scene, attribution)
        if relay is not None and inner is not None and claimed[i] in (relay, None):
            claimed[i] = inner
        around = outer[i]
        relay = relay or (claimants[around] if around is not None else None)
        relays.append(relay if relay is not claimed[i] else None)
    return claimed, relays


def find_outer(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the narrowest other in whose content its source and cue stand; None for most."""
    opening = sorted(
        ((start, -end, i) for i, attribution in enumerate(attributions) for start, end in attribution.content)
    )
    asked = sorted((_extent(attribution), i) for i, attribution in enumerate(attributions) if attribution.source)
    outer: list[int | None] = [None] * len(attributions)
    stack: list[tuple[int, int]] = []
    at = 0
    for (start, end), i in asked:
        while at < len(opening) and opening[at][0] <= start:
            stack.append((-opening[at][1], opening[at][2]))
            at += 1
        while stack and stack[-1][0] <= start:
            stack.pop()
        outer[i] = next((j for stop, j in reversed(stack[-8:]) if stop >= end and j != i), None)
    return outer


def _extent(attribution: Attribution) -> tuple[int, int]:
    spans = (*attribution.source, *attribution.cue)
    return min(span.start for span in spans), max(span.end for span in spans)


def _quoting(page: Page, scene: Scene, attribution: Attribution) -> tuple[Entity | None, Entity | None]:
    """Who quotes and who is quoted, where an attribution's own words say so."""
    analysis = page.analysis
    for verb in words_in(analysis, (*attribution.source, *attribution.cue)):
        if analysis.upos[verb] == "VERB" and analysis.lemma(verb) in PASSING_ON:
            agent = _agent(page, scene, verb)
            if agent is not None:
                return agent, _entity(scene, _child(analysis, verb, "nsubj:pass"))
            if analysis.lemma(verb) in _QUOTING and "as" in page.lower[verb + 1 : verb + 1 + 2 * _NEAR]:
                return _active(analysis, scene, verb)
    return None, None


def _agent(page: Page, scene: Scene, verb: int) -> Entity | None:
    """The one who is named with "by" after "was quoted", "was cited as saying", "carried"."""
    end = min(sentence_of(page.analysis, verb)[1], verb + 1 + _NEAR)
    for i in range(verb + 1, end):
        if page.lower[i] == "by":
            number = scene.at_word.get(i + 1)
            return scene.entity(number) if number is not None else None
        if page.upos[i] == "PUNCT":
            return None
    return None


def _active(analysis: Analysis, scene: Scene, verb: int) -> tuple[Entity | None, Entity | None]:
    """Subject and object of "the paper quoted the governor as saying" or "the paper said, citing the governor"."""
    children = {analysis.relations[child]: child for child in reversed(children_of(analysis, verb))}
    if "aux:pass" in children or "obj" not in children:
        return None, None
    subject = children.get("nsubj")
    if subject is None and analysis.relations[verb].startswith("advcl"):
        over = next(above(analysis, verb), verb)
        subject = _child(analysis, over, "nsubj")
    return _entity(scene, subject), _entity(scene, children["obj"])


def _child(analysis: Analysis, verb: int, relation: str) -> int | None:
    return next((child for child in children_of(analysis, verb) if analysis.relations[child] == relation), None)


def _entity(scene: Scene, word: int | None) -> Entity | None:
    number = scene.at_word.get(word) if word is not None else None
    return scene.entity(number) if number is not None else None
