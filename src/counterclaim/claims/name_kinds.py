"""What kind of actor a name names, by what the whole report says of it.

One place may mislead ("Norland said"), so every mention of a name votes: the class of name the encoder saw, the
noun in it, titles, prepositions, the tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from counterclaim.claims.lexicon import class_of, countries, demonyms, first_names, noun, seats, singular, titles
from counterclaim.claims.page import Page
from counterclaim.claims.phrases import Phrase
from counterclaim.language.analysis import Name

_CLASSES = {
    "Person": "person", "Organization": "organisation", "Location": "place", "NORP": "group", "Facility": "organisation"
}  # fmt: skip
_IN = frozenset(("in", "at", "near", "from", "around", "outside", "into", "towards", "across", "over", "against"))


class NameKinds:
    """The kinds of the names of one report."""

    def __init__(self, page: Page, named: Iterable[tuple[Phrase, tuple[str, ...]]]) -> None:
        self._page = page
        self._votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._full: set[str] = set()
        for seen in page.analysis.names:
            self._add_seen(seen)
        for phrase, name in named:
            self._add_owner(phrase)
            if name:
                self._add(phrase, name)

    def of(self, name: tuple[str, ...]) -> str:
        """The kind of a name: person, organisation, group, place or unknown.

        A single word is no person's name unless the report has a fuller form of it, or a title before it.
        """
        votes = self._votes.get(" ".join(name)) or self._votes.get(name[-1]) or {}
        kinds = {kind: votes[kind] for kind in votes if kind != "person" or len(name) > 1 or name[-1] in self._full}
        return max(sorted(kinds), key=lambda kind: kinds[kind]) if kinds else "unknown"

    def _add(self, phrase: Phrase, name: tuple[str, ...]) -> None:
        for kind, weight in self._signs(phrase, name):
            for key in {" ".join(name), name[-1]}:
                self._votes[key][kind] += weight
            if kind == "person" and (len(name) > 1 or weight > 2):
                self._full.add(name[-1])

    def _add_seen(self, seen: Name) -> None:
        """The encoder's word on a name."""
        words = self._page.written[seen.start : seen.end]
        kind = _CLASSES.get(seen.kind)
        if kind and words:
            for key in {self._page.text(seen.start, seen.end), words[-1]}:
                self._votes[key][kind] += 1.0
            if kind == "person" and len(words) > 1:
                self._full.add(words[-1])

    def _add_owner(self, phrase: Phrase) -> None:
        """A name that has an army or a border is a place."""
        last = phrase.core - 2
        if last >= phrase.start and self._page.capital[last]:
            described = {singular(self._page.lower[i]) for i in range(phrase.core, phrase.end)}
            if described & class_of("of_state"):
                self._votes[self._page.written[last]]["place"] += 1.5

    def _signs(self, phrase: Phrase, name: tuple[str, ...]) -> Iterator[tuple[str, float]]:
        page, whole = self._page, " ".join(name).casefold()
        known = noun(page.lower[phrase.head])
        if known and known.kind in ("organisation", "group") and phrase.head > phrase.start:
            yield "organisation", 3.0
        if whole in countries() or whole in seats():
            yield "place", 3.0
        elif whole in demonyms():
            yield "group", 3.0
        if len(name) > 1 and name[0].casefold() in first_names():
            yield "person", 1.0
        if any(self._is_office(page.lower[i]) for i in range(phrase.core, phrase.name)):
            yield "person", 3.0
        if phrase.start and page.lower[phrase.start - 1] in _IN:
            yield "place", 0.8

    def _is_office(self, word: str) -> bool:
        known = noun(word)
        return word.rstrip(".") in titles() or bool(known and known.kind == "person")
