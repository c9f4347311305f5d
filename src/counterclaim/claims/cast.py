"""The actors of a report as they come up: who is known so far, and which of them a mention names.

A deterministic sieve in the manner of Lee et al. (2013): exact names before parts of names, names before
descriptions, descriptions before pronouns; among several that fit, the one most spoken of just now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from counterclaim.claims.entity import SPEAKER, Entity
from counterclaim.claims.keys import initials, keys
from counterclaim.claims.lexicon import Country, class_of, countries, media, noun, singular, titles
from counterclaim.claims.mentions import Mention

#: For so many sentences a name may follow on a speaker of whom only the office was told.
_AWAITED = 4
#: So much salience an actor may have lost and still be meant by "the group" or "both".
_RECENT = 4
#: How salient somebody without a name must be to be meant by "the man" or "the source".
_ANONYMOUS = 0.0
_OF = frozenset(("of", "for"))


class Cast:
    """The actors of one report in the order in which they come up."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.speaker: Entity | None = None
        self._by_name: dict[str, list[Entity]] = defaultdict(list)
        self._by_noun: dict[str, list[Entity]] = defaultdict(list)
        self._joint: dict[tuple[int, ...], Entity] = {}

    def new(self, kind: str) -> Entity:
        """A new actor."""
        entity = Entity(len(self.entities), kind)
        self.entities.append(entity)
        return entity

    def speaks(self, entity: Entity, sentence: int) -> None:
        """Note that an actor speaks."""
        entity.spoke, self.speaker = sentence, entity
        entity.touch(sentence, SPEAKER)

    def by_name(self, mention: Mention, sentence: int, owner: Entity | None) -> Entity | None:
        """The known actor that a proper name names: by the same name, or by a part of a person's."""
        words = tuple(word.casefold() for word in mention.name)
        last = self._by_name.get(words[-1], [])
        same = [e for e in last if e.folded == words and (e.kind == "person" or self._shares(e, owner))]
        if not same and not is_body(mention):
            same = [e for e in (*last, *self._by_name.get(words[0], ())) if _same_person(e, words, mention)]
        return best(same, sentence)

    def by_acronym(self, mention: Mention) -> Entity | None:
        """The organisation whose capitals an acronym is made of."""
        written = mention.name[-1] if len(mention.name) == 1 else ""
        known = self._by_name.get(f"={written}") if len(written) > 1 and written.isupper() else None
        return known[0] if known else None

    def by_words(self, mention: Mention, words: frozenset[str], sentence: int, owner: Entity | None) -> Entity | None:
        """The known organisation of a name or a description: the words of one are among those of the other."""
        found = [
            e
            for e in self._by_noun.get(body_noun(mention), ())
            if e.kind != "person" and (e.named or e.plural == mention.plural)
            and (words <= e.words or e.words <= words) and self._shares(e, owner)
        ]  # fmt: skip
        return best([e for e in found if e.words == words] or found, sentence)

    def by_role(self, mention: Mention, words: frozenset[str], sentence: int, owner: Entity | None) -> Entity | None:
        """The known person whom a description names: "the governor"."""
        found = [
            e
            for e in self._by_noun.get(mention.noun, ())
            if e.kind != "organisation" and e.plural == mention.plural and words <= e.words
            and self._shares(e, owner) and e.may_be(mention.gender)
        ]  # fmt: skip
        return best(found, sentence)

    def generic(self, mention: Mention, sentence: int) -> Entity | None:
        """The organisation that "the group" or "the company" means, whatever it calls itself."""
        bare = mention.described == {mention.noun} and mention.noun in class_of("firms")
        if mention.plural or mention.owner or not (bare or is_generic(mention.noun)):
            return None
        bodies = [
            e
            for e in self.entities
            if e.named and (e.kind == "organisation" or (e.kind == "unknown" and len(e.folded) == 1 and e.spoke >= 0))
        ]
        if mention.noun in media():
            found = [e for e in bodies if e.nouns & media()]
        else:
            found = [e for e in bodies if not e.nouns & class_of("organs")]
        recent = [e for e in found if e.salience(sentence) > -_RECENT]
        said = keys(mention.described) - {mention.noun}
        return best([e for e in recent if e.words & said] or recent, sentence)

    def armed(self, mention: Mention, sentence: int, owner: Entity | None) -> Entity | None:
        """The forces that "the military" means after "the army": a state's forces go by any of their names."""
        if mention.noun not in class_of("armed") or mention.described != {mention.noun}:
            return None
        able = (e for name in class_of("armed") for e in self._by_noun.get(name, ()))
        return best((e for e in able if e.kind != "person" and self._shares(e, owner)), sentence)

    def leader(self, mention: Mention, sentence: int) -> Entity | None:
        """The head of state or government that "the French leader" or "the premier" means."""
        if (
            mention.plural
            or mention.noun not in class_of("leaders")
            or not (mention.country or mention.noun == "premier")
        ):
            return None
        heads = [e for e in self.entities if e.named and e.kind == "person" and _heads_state(e)]
        code = mention.country.code if mention.country else None
        return best([e for e in heads if code is None or _country(e) == code], sentence)

    def unnamed(self, mention: Mention, sentence: int, owner: Entity | None) -> Entity | None:
        """The actor introduced by an office alone, whose name now follows."""
        role = keys(mention.described)
        found = [
            e
            for e in self._by_noun.get(mention.noun, ())
            if (role <= e.words or e.words <= role)
            and not e.named
            and e.definite
            and not e.plural
            and e.kind != "organisation"
            and self._shares(e, owner)
        ]
        return best(found, sentence)

    def awaited(self, mention: Mention, sentence: int) -> Entity | None:
        """The last speaker, if only an office was told of him so far and a name now goes on speaking."""
        speaker = self.speaker
        if speaker is None or speaker.named or speaker.plural or not speaker.definite:
            return None
        if speaker.kind not in ("person", "either") or not speaker.may_be(mention.gender):
            return None
        bare = not mention.noun or mention.noun in titles()
        ranked = bool(speaker.nouns & class_of("ranked") and speaker.words & class_of("highest"))
        return speaker if (bare or ranked) and sentence - speaker.spoke <= _AWAITED else None

    def anonymous(self, mention: Mention, sentence: int) -> Entity | None:
        """Who came up just now without a name, where a bare noun goes on: "an insider has news ... the man said"."""
        if mention.described != {mention.noun} or not mention.definite or mention.owner is not None:
            return None
        able = (e for e in self.entities if not e.named and not e.definite and e.kind in ("person", "either"))
        alike = (e for e in able if e.plural == mention.plural and e.may_be(mention.gender))
        others = (e for e in alike if not e.nouns & class_of("spokesmen"))
        return best((e for e in others if e.salience(sentence) >= _ANONYMOUS), sentence)

    def joint(self, parts: Iterable[Entity], shown: str) -> Entity:
        """The group that some actors make together."""
        members = tuple(dict.fromkeys(parts))
        key = tuple(sorted(member.order for member in members))
        if key not in self._joint:
            self._joint[key] = entity = self.new("group")
            entity.plural, entity.parts = True, members
            entity.name = " and ".join(member.name for member in members)
        self._joint[key].names.setdefault(shown)
        return self._joint[key]

    def sides(self, shown: str, sentence: int) -> Entity | None:
        """The two that "both sides" means: those most spoken of."""
        able = [e for e in self.entities if e.kind in ("organisation", "place") and e.named]
        first = best([e for e in able if e.salience(sentence) > -_RECENT], sentence)
        second = best([e for e in able if e is not first and e.salience(sentence) > -_RECENT], sentence)
        return self.joint((first, second), shown) if first is not None and second is not None else None

    def land(self, sentence: int) -> Entity | None:
        """The country that "the country" means: the one last mentioned."""
        return best([entity for entity in self.entities if entity.kind == "place"], sentence)

    def learn(self, entity: Entity, mention: Mention, words: frozenset[str], owner: Entity | None) -> None:
        """Add what a mention says of an actor."""
        if mention.name:
            self._learn_name(entity, mention)
        elif mention.form == "noun":
            entity.names.setdefault(mention.shown)
            entity.name = entity.name or mention.shown
        for said in {body_noun(mention) if entity.kind != "person" else mention.noun, *_offices(mention)} - {""}:
            if said not in entity.nouns:
                entity.nouns.add(said)
                self._by_noun[said].append(entity)
        known = noun(mention.noun)
        if entity.kind == "person" and known and known.kind in ("person", "either"):
            entity.roles.setdefault(mention.role)
        entity.words |= words
        entity.gender = entity.gender or mention.gender
        entity.home = entity.home or mention.country
        if owner is not None and owner is not entity and entity.owner is None:
            entity.owner = owner

    def _learn_name(self, entity: Entity, mention: Mention) -> None:
        entity.names.setdefault(mention.shown)
        if not entity.named or len(mention.shown.split()) > len(entity.name.split()):
            entity.name = mention.shown
        if not entity.named or len(mention.name) > len(entity.folded):
            entity.folded = tuple(word.casefold() for word in mention.name)
        entity.named = True
        for key in (entity.folded[0], entity.folded[-1], mention.name[-1].casefold(), f"={initials(mention.name)}"):
            if entity not in self._by_name[key]:
                self._by_name[key].append(entity)
        entity.country = entity.country or countries().get(" ".join(entity.folded))

    def of_country(self, country: Country) -> Entity:
        """The country itself as an actor, new if it did not come up yet."""
        known = next((e for e in self.entities if e.country is not None and e.country.code == country.code), None)
        if known is not None:
            return known
        entity = self.new("place")
        entity.country, entity.name, entity.named = country, country.name, True
        entity.folded = tuple(country.name.casefold().split())
        self._by_name[entity.folded[-1]].append(entity)
        return entity

    def place_bodies(self) -> None:
        """Give the bodies in whose names a place stands to that place: "Defence Ministry of Norland"."""
        places = {keys(e.folded): e for e in self.entities if e.named and _may_be_place(e)}
        for entity in self.entities:
            if entity.owner is None and entity.nouns & class_of("organs"):
                entity.owner = next(
                    (p for words, p in places.items() if words <= entity.words and p is not entity), None
                )

    def _shares(self, entity: Entity, owner: Entity | None) -> bool:
        """Whether an actor can belong to an owner; one without is the first place.s."""
        if owner is None or entity.owner is owner or entity is owner:
            return True
        if keys(owner.folded) and keys(owner.folded) <= entity.words:
            return True
        return entity.owner is None and (owner is self._home() or not owner.named)

    def _home(self) -> Entity | None:
        able = (e for e in self.entities if e.kind in ("place", "group") and e.named)
        return next((entity for entity in able if not entity.name.isupper()), None)


def _offices(mention: Mention) -> set[str]:
    """The noun of a description, and the office before a rank: "Defence Minister General Lena Voss"."""
    if not mention.name or mention.noun not in titles():
        return {mention.noun}
    before = {singular(word) for word in mention.described if (known := noun(word)) and known.kind == "person"}
    return {mention.noun} | before


def _heads_state(entity: Entity) -> bool:
    return bool(entity.nouns & class_of("heads")) or {"prime", "minister"} <= entity.words


def _country(entity: Entity) -> str | None:
    """The code of the country that an actor belongs to, as far as a table knows it."""
    owner = entity.owner.country if entity.owner is not None else None
    found = owner or entity.home
    return found.code if found is not None else None


def best(found: Iterable[Entity], sentence: int) -> Entity | None:
    """The most salient of some actors; of equals the last mentioned."""
    return max(found, key=lambda entity: (entity.salience(sentence), entity.at), default=None)


def _may_be_place(entity: Entity) -> bool:
    """Whether a name is a place's, or that of a state which speaks and so looks like a body."""
    if entity.kind in ("place", "group"):
        return True
    return entity.kind in ("organisation", "unknown") and noun(entity.folded[-1]) is None


def is_generic(noun_of_body: str) -> bool:
    """Whether a noun may stand for an organisation whatever it calls itself: "group", "company", "newspaper"."""
    return noun_of_body in class_of("generic") or noun_of_body in media()


def body_noun(mention: Mention) -> str:
    """The noun that says what a name names: "command" in "General Command of the Army"; else its last word."""
    if not mention.name:
        return mention.noun
    words = [word.casefold() for word in mention.name]
    own = words[: next((i for i, word in enumerate(words) if i and word in _OF), None)]
    for word in (*reversed(own), *reversed(words)):
        known = noun(word)
        if known and known.kind in ("organisation", "group"):
            return singular(word)
    return mention.name[-1].casefold()


def is_body(mention: Mention) -> bool:
    """Whether a name ends in a noun for an organisation."""
    known = noun(mention.name[-1].casefold())
    return bool(known and known.kind == "organisation")


def _same_person(entity: Entity, words: tuple[str, ...], mention: Mention) -> bool:
    """Whether one name is part of the other: "Rao" of "Gamal Rao"."""
    if entity.kind not in ("person", "unknown", "either") or not entity.may_be(mention.gender):
        return False
    short, long = sorted((words, entity.folded), key=len)
    return bool(short) and set(short) <= set(long) and (short[-1] == long[-1] or len(short) == 1)
