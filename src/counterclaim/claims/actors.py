"""Who is behind each source of a report: its actors, and the claimant of every attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.claims.casting import list_actors
from counterclaim.claims.entity import Entity
from counterclaim.claims.page import Page
from counterclaim.claims.relay import find_relays
from counterclaim.claims.scene import Scene
from counterclaim.claims.sources import Sources, in_order
from counterclaim.claims.speaking_for import give_bodies
from counterclaim.claims.words_at import words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Actor, Attribution, Report

_OPENING = frozenset(('"', "“", "„", "«", "'", "‘"))
_STOPS = frozenset((",", "—", "–", ";", ":", '"', "“", "”"))
_PERSONAL = frozenset(("person", "either", "unknown"))
_BODIES = frozenset(("organisation", "group"))
#: So many paragraphs on, an unattributed quotation still has the last speaker.
_CHAIN = 1


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors of a report, and for each attribution the ids of its claimant and of who passed it on."""

    actors: tuple[Actor, ...]
    claimants: tuple[str | None, ...]
    relays: tuple[str | None, ...]
    meant: dict[int, str] = field(default_factory=dict)
    """By word the id of the actor that the noun phrase there names or, where that is none, belongs to."""


def resolve(report: Report, analysis: Analysis, attributions: Sequence[Attribution]) -> Resolved:
    """The actors of a report, and the claimant and the relay of each attribution.

    The relay is who passed a claim on: the paper that quotes, the witness who was told. None stands where there is
    no source and none is understood. Actors come in the order of the text; their ids are the report's with "-a1",
    "-a2", ...
    """
    if not analysis.words:
        return Resolved((), (None,) * len(attributions), (None,) * len(attributions))
    page = Page(analysis)
    scene = Scene(page)
    claimants = _Claimants(page, scene, attributions).find()
    claimants, relays = find_relays(page, scene, attributions, claimants)
    give_bodies(page, attributions, claimants)
    actors, ids = list_actors(report, scene.cast.entities, (*claimants, *relays))
    meant = {word: found for word, n in scene.at_word.items() if (found := ids(scene.entity(n)) or ids(scene.owner(n)))}
    return Resolved(actors, tuple(map(ids, claimants)), tuple(map(ids, relays)), meant)


class _Claimants:
    """The claimants of one report."""

    def __init__(self, page: Page, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self._page, self._scene, self._attributions = page, scene, attributions
        self._sources = Sources(page, scene.mentions, scene.at_word)
        self._words = [words_in(page.analysis, attribution.source) for attribution in attributions]
        self._main = [self._number(i) for i in range(len(attributions))]

    def find(self) -> list[Entity | None]:
        """The claimant of each attribution."""
        speaking = {n: i for i, n in reversed(list(enumerate(self._main))) if n is not None}
        closing = (n for n, i in speaking.items() if self._attributions[i].content and self._is_closing(i))
        self._scene.read(frozenset(speaking), frozenset(closing))
        found: list[Entity | None] = [None] * len(self._attributions)
        last: Entity | None = None
        joint: Entity | None = None
        paragraph = 0
        for i in in_order(self._attributions):
            content = words_in(self._page.analysis, self._attributions[i].content)
            found[i] = self._claimant(i)
            if found[i] is None and last is not None and self._goes_on(i, content, paragraph):
                found[i] = last
            if joint is not None and self._is_both(i) and self._here(content) - paragraph <= _CHAIN:
                found[i] = joint
            if (claimant := found[i]) is not None:
                last, paragraph = claimant, self._here(content)
                joint = claimant if claimant.parts else joint
        return found

    def _here(self, content: Sequence[int]) -> int:
        """The paragraph in which a content ends."""
        return self._page.paragraph[content[-1]] if content else 0

    def _is_both(self, i: int) -> bool:
        """Whether a source is "both ministers", "both sides": those who spoke together before."""
        words = self._words[i]
        return (
            bool(words) and self._page.lower[words[0]] == "both" and "and" not in self._page.lower[words[0] : words[-1]]
        )

    def _is_closing(self, i: int) -> bool:
        """Whether the source stands behind all that it says."""
        source, content = self._attributions[i].source, self._attributions[i].content
        return bool(source) and content[-1].end <= source[0].start

    def _number(self, i: int) -> int | None:
        """The mention that heads a source; without one, the subject of the cue."""
        words, scene = self._words[i], self._scene
        if not words:
            return self._sources.subject(self._attributions[i].cue)
        main, name = self._sources.main(words), self._sources.closing_name(words)
        if main is not None and name is not None and name > main and self._describes(main, name):
            scene.pair(main, name)
        return main

    def _describes(self, description: int, name: int) -> bool:
        one, other = self._scene.mentions[description], self._scene.mentions[name]
        if one.form != "noun" or one.plural:
            return False
        if one.kind in _BODIES:
            return other.kind != "place"
        return one.kind in _PERSONAL and other.kind != "organisation"

    def _claimant(self, i: int) -> Entity | None:
        number, words, scene = self._main[i], self._words[i], self._scene
        if number is None:
            return None
        mention = scene.mentions[number]
        if mention.owner and words and words[-1] < mention.phrase.core:
            return scene.owner(number)
        found = scene.entity(number)
        joined = [e for n in self._sources.also(words, number) if (e := scene.entity(n)) is not None] if words else []
        if len(set(joined)) > 1:
            return scene.cast.joint(joined, self._page.text(words[0], words[-1] + 1))
        if found is not None and not found.named and found.name == mention.shown and words:
            found.name = self._description(mention.phrase.start, words)
        return found

    def _description(self, start: int, words: Sequence[int]) -> str:
        """An unnamed source as first described: its words up to the first comma."""
        inside = [i for i in words if i >= start]
        stop = next((i for i in inside if self._page.lower[i] in _STOPS and i > start), inside[-1] + 1)
        return self._page.text(start, stop)

    def _goes_on(self, i: int, content: Sequence[int], paragraph: int) -> bool:
        """Whether an attribution without a source is a quotation that the last speaker goes on with."""
        if self._words[i] or not content:
            return False
        first = content[0]
        quoted = self._page.written[first] in _OPENING or self._page.quoted[first]
        return quoted and 0 <= self._page.paragraph[first] - paragraph <= _CHAIN
