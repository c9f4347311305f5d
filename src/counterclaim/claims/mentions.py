"""Mentions: what a noun phrase says of the actor it names, before it is known which actor that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.claims.lexicon import Country, country_in, first_names, noun, singular, titles
from counterclaim.claims.name_kinds import NameKinds
from counterclaim.claims.page import Page
from counterclaim.claims.phrases import Phrase

Form = Literal["name", "noun", "pronoun"]

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_INDEFINITE = frozenset(("a", "an", "another", "some", "one", "several", "many", "few", "no", "any", "other", "more"))
_PLURAL = frozenset(("people", "police", "authorities", "men", "women", "children", "public", "both", "many", "some"))
_NO_CONTENT = frozenset(("DET", "PUNCT", "PART", "NUM", "ADP", "CCONJ", "PRON"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may name an actor."""

    phrase: Phrase
    form: Form
    name: tuple[str, ...]
    """The words of the proper name; none for "the ministry"."""
    shown: str
    """How it is written: the name with its possessor, or the whole phrase where it has none."""
    noun: str
    """The noun that says what is named, in the singular and lower case: "minister"; "" where none does."""
    words: frozenset[str]
    """The content words of description and name, in lower case."""
    described: frozenset[str]
    """Those of them that stand in the description."""
    role: str
    """The words of description: "chief of staff"."""
    kind: str
    """person, organisation, group, place, document, either (a person or an organisation) or unknown."""
    country: Country | None
    """The country its words name: "the French ambassador"."""
    gender: str
    plural: bool
    definite: bool
    tail: int
    """Where it ends with what makes its noun an office: "of staff" in "chief of staff"."""
    owner: tuple[int, int] | None
    """The words of its possessor: "Norland" in "Norland's army"."""
    before: str
    """The preposition in front of it, in lower case, or ""."""


class Mentions:
    """Makes mentions of a report's phrases; knows what the whole report says of the kinds of its names."""

    def __init__(self, page: Page, phrases: Sequence[Phrase]) -> None:
        self._page = page
        self._kinds = NameKinds(page, [(phrase, self._name(phrase)) for phrase in phrases])

    def mention(self, phrase: Phrase) -> Mention:
        """The mention that a phrase makes."""
        page, name = self._page, self._name(phrase)
        whole = range(phrase.core, phrase.end)
        described = range(phrase.core, phrase.name if name else phrase.end)
        pronoun = not name and page.upos[phrase.head] == "PRON"
        says = "" if pronoun else self._noun(described, bool(name))
        kind = "unknown" if pronoun else self._kind(phrase, name, says)
        plural = not name and not pronoun and self._is_plural(phrase.head)
        tail = self._tail(phrase.end) if kind == "person" and not name else phrase.end
        return Mention(
            phrase=phrase,
            form="name" if name else "pronoun" if pronoun else "noun",
            name=name,
            shown=self._shown(phrase, name, kind),
            noun=says,
            words=frozenset(self._words(whole)),
            described=frozenset(self._words(described)),
            role=self._role(described, 0 if name else tail),
            tail=tail,
            kind=kind,
            country=None if pronoun else country_in(page.lower[self._seat(whole).stop or phrase.core : phrase.end]),
            gender=self._gender(described, name),
            plural=plural,
            definite=not pronoun and self._is_definite(phrase, bool(name), plural),
            owner=self._owner(phrase),
            before=self._before(phrase.start),
        )

    def _name(self, phrase: Phrase) -> tuple[str, ...]:
        """The words of the phrase's name; none where it is a noun in capitals: "the Ministry", "US Secretary"."""
        page = self._page
        if phrase.name < phrase.end and self._is_office(phrase):
            return ()
        if phrase.name + 1 == phrase.end:
            known = noun(page.lower[phrase.head])
            if known and (phrase.start < phrase.name or known.kind != "person"):
                return ()
        return tuple(page.text(phrase.name, phrase.end).split())

    def _is_office(self, phrase: Phrase) -> bool:
        """Whether what is written like a name ends in a noun for a person and is no person's name."""
        page = self._page
        known = noun(page.lower[phrase.head])
        named = page.kinds[phrase.head] or page.lower[phrase.name] in first_names()
        return known is not None and known.kind == "person" and not named

    def _noun(self, described: range, named: bool) -> str:
        """The last noun of a description, in the singular."""
        page = self._page
        for i in reversed(described):
            if page.upos[i] in ("NOUN", "PROPN", "X") or noun(page.lower[i]):
                return singular(page.lower[i])
        return "" if named or not described else page.lower[described[-1]]

    def _kind(self, phrase: Phrase, name: tuple[str, ...], says: str) -> str:
        known = noun(says)
        if not name:
            return known.kind if known else "unknown"
        if says in titles():
            return "person"
        if known and known.kind == "organisation" and len(name) > 1 and self._page.kinds[phrase.head] == "Person":
            return "person"
        if known and known.kind in ("person", "organisation", "group"):
            return "person" if known.kind == "person" else "organisation"
        return self._kinds.of(name)

    def _shown(self, phrase: Phrase, name: tuple[str, ...], kind: str) -> str:
        page, start = self._page, phrase.start
        if name and (kind == "person" or phrase.core == start or not page.capital[phrase.core - 2]):
            start = phrase.name
        if name and page.upos[start] == "DET":
            start += 1
        return page.text(start, phrase.end)

    def _words(self, described: range) -> list[str]:
        page, seat = self._page, self._seat(described)
        return [page.lower[i] for i in described if page.upos[i] not in _NO_CONTENT and i not in seat]

    def _seat(self, described: range) -> range:
        """The words that only say where a body works: "Britain-based"."""
        based = next((i for i in described if self._page.lower[i] == "based"), described.start)
        return range(described.start, based + 1) if based > described.start else range(0)

    def _role(self, described: range, tail: int) -> str:
        words = [i for i in described if self._page.upos[i] != "DET"]
        return self._page.text(words[0], max(described[-1] + 1, tail)) if words else ""

    def _tail(self, end: int) -> int:
        """The end of an office: "of staff", "of state", "of defence" are one bare noun and nobody it belongs to."""
        page = self._page
        if end + 2 >= len(page.upos) or page.lower[end] != "of" or page.upos[end + 1] != "NOUN":
            return end
        bare = page.lower[end + 1] == page.written[end + 1] and singular(page.lower[end + 1]) == page.lower[end + 1]
        return end + 2 if bare and page.upos[end + 2] not in ("NOUN", "PROPN", "PART") else end

    def _is_plural(self, head: int) -> bool:
        page, word = self._page, self._page.lower[head]
        if word in _PLURAL or page.upos[head] == "NUM":
            return word != "one"
        return page.upos[head] in ("NOUN", "PROPN") and singular(word) != word

    def _is_definite(self, phrase: Phrase, named: bool, plural: bool) -> bool:
        first = self._page.lower[phrase.start]
        if phrase.core > phrase.start or first in _DEFINITE or named:
            return True
        return not plural and self._page.upos[phrase.start] != "NUM" and first not in _INDEFINITE

    def _gender(self, described: range, name: tuple[str, ...]) -> str:
        for i in described:
            word = self._page.lower[i].rstrip(".")
            known = noun(word)
            told = titles().get(word, "") or (known.gender if known else "")
            if told:
                return told
        return first_names().get(name[0].casefold(), "") if len(name) > 1 else ""

    def _owner(self, phrase: Phrase) -> tuple[int, int] | None:
        if phrase.core == phrase.start:
            return None
        genitive = self._page.upos[phrase.core - 1] != "PRON" and phrase.core - 1 > phrase.start
        return phrase.start, phrase.core - genitive

    def _before(self, start: int) -> str:
        page = self._page
        return page.lower[start - 1] if start and page.upos[start - 1] == "ADP" else ""
