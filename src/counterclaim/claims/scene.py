"""Reading a report from its first noun phrase to its last, with the actors as they come up."""

from __future__ import annotations

from counterclaim.claims.appositions import find_appositions
from counterclaim.claims.cast import Cast, is_generic
from counterclaim.claims.entity import MENTIONED, QUOTED, SUBJECT, Entity
from counterclaim.claims.keys import keys
from counterclaim.claims.lexicon import class_of, seats
from counterclaim.claims.mentions import Mention, Mentions
from counterclaim.claims.page import Page
from counterclaim.claims.phrases import find_phrases, phrase_in
from counterclaim.claims.pronouns import Place, antecedent, gender_of, is_pronoun, is_relative

_OWNERS = frozenset(("of", "for", "at", "from", "with"))
_OWNERS_OF_ALL = frozenset(("of", "for"))
_SPEAKING = frozenset(("person", "organisation", "group", "either"))
_PERSONS = frozenset(("person", "either"))
_PERSONAL = ("er", "or", "ist", "ian", "ant", "ee", "man", "men", "ers", "ors", "ists", "ians", "ants", "ees")
_TEXTS = ("document", "record")
#: How many words after a text its author may be named.
_NEAR = 5
_ALL = frozenset(("both", "two"))


class Scene:
    """The mentions of a report and the actor that each of them names."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cast = Cast()
        phrases = find_phrases(page)
        self._maker = Mentions(page, phrases)
        self.mentions = [self._maker.mention(phrase) for phrase in phrases]
        self.at_word = {i: number for number, phrase in enumerate(phrases) for i in range(phrase.start, phrase.end)}
        self._earlier = find_appositions(page, self.mentions)
        self._later: dict[int, int] = {}
        self._found: dict[int, Entity | None] = {}
        self._owners: dict[int, Entity | None] = {}
        self._speaking: frozenset[int] = frozenset()
        self._closing: frozenset[int] = frozenset()

    def pair(self, description: int, name: int) -> None:
        """Take two mentions for one actor's: what a source puts together belongs together."""
        self._earlier[name] = description

    def read(self, speaking: frozenset[int], closing: frozenset[int]) -> None:
        """Resolve every mention in the order of the text.

        `speaking` are those that head a source, `closing` those of them whose content stands before them.
        """
        self._speaking, self._closing = speaking, closing
        self._later = {earlier: later for later, earlier in self._earlier.items()}
        for number, mention in enumerate(self.mentions):
            entity = self.entity(number)
            if number in speaking and entity is not None:
                self.cast.speaks(entity, self.page.sentence[mention.phrase.head])
        self.cast.place_bodies()

    def entity(self, number: int) -> Entity | None:
        """The actor that a mention names; None for things that are none."""
        if number not in self._found:
            self._found[number] = None
            self._found[number] = self._resolve(number)
        return self._found[number]

    def owner(self, number: int) -> Entity | None:
        """The actor that a mention belongs to: its possessor, or what follows "of", "for" or "at"."""
        if number not in self._owners:
            self._owners[number] = None
            self._owners[number] = self._find_owner(number)
        return self._owners[number]

    def _resolve(self, number: int) -> Entity | None:
        if number in self._earlier:
            return self.entity(self._earlier[number])
        mention = self.mentions[number]
        if self.page.lower[mention.phrase.start] == "no":
            return None
        found = self._pronoun(number, mention) if mention.form == "pronoun" else self._noun(number, mention)
        if found is not None:
            self._touch(found, mention)
        return found

    def _touch(self, entity: Entity, mention: Mention) -> None:
        """Note that an actor is mentioned, and how prominently."""
        page, head = self.page, mention.phrase.head
        sentence = page.sentence[head]
        prominence = QUOTED if page.quoted[head] else SUBJECT if self._is_subject(mention) else MENTIONED
        entity.touch(sentence, prominence)
        entity.at = max(entity.at, head)

    def _is_subject(self, mention: Mention) -> bool:
        """Whether a mention is a subject: the tree says so, or it opens its sentence and a verb follows."""
        page, phrase = self.page, mention.phrase
        if mention.before:
            return False
        if page.analysis.relations[phrase.head].startswith("nsubj"):
            return True
        begin, end = page.analysis.sentences[page.sentence[phrase.start]]
        after = next((i for i in range(phrase.end, end) if page.upos[i] not in ("PUNCT", "NUM", "ADV")), begin)
        return phrase.start == begin and page.upos[after] in ("VERB", "AUX")

    # --------------------------------------------------------------- pronouns

    def _pronoun(self, number: int, mention: Mention) -> Entity | None:
        page, at = self.page, mention.phrase.head
        word, speaks = page.lower[at], number in self._speaking
        if is_relative(word):
            return self._before_relative(number, at)
        if is_pronoun(word) and (speaks or not page.quoted[at]):
            return self._meant(word, at, speaks, number in self._closing)
        return self._new(mention) if speaks else None

    def _meant(self, word: str, at: int, speaks: bool = False, closing: bool = False) -> Entity | None:
        place = Place(self.page.sentence[at], at, self.cast.speaker if speaks else None, closing)
        found = antecedent(word, self.cast.entities, place)
        if found is None and closing:
            found = antecedent(word, self.cast.entities, place._replace(closing=False))
        if found is not None and found.kind == "person" and not found.plural:
            found.gender = found.gender or gender_of(word)
        return found

    def _before_relative(self, number: int, at: int) -> Entity | None:
        """The actor a relative clause is about."""
        analysis = self.page.analysis
        verb = analysis.heads[at]
        above = self.at_word.get(analysis.heads[verb]) if analysis.relations[verb].startswith("acl") else None
        return self._found.get(above if above is not None and above < number else number - 1)

    # ------------------------------------------------------------------ owners

    def _find_owner(self, number: int) -> Entity | None:
        mention, page = self.mentions[number], self.page
        if mention.owner is not None:
            return self._possessor(*mention.owner)
        after = mention.tail
        follows = number + 1 + (after > mention.phrase.end)
        if self._earlier.get(follows) == number and self.mentions[follows].phrase.start == after + 1:
            return self._field(self.mentions[follows])
        if follows < len(self.mentions) and self.mentions[follows].phrase.start == after + 1:
            named = self.mentions[follows].name or self.mentions[follows].kind == "organisation"
            links = _OWNERS if named else _OWNERS_OF_ALL
            if page.lower[after] in links and page.sentence[after] == page.sentence[after - 1]:
                return self.entity(follows)
        if mention.kind in _TEXTS:
            return self._issued_by(after)
        return self._body_within(mention)

    def _field(self, name: Mention) -> Entity | None:
        """The body or place in front of the name of who holds an office of it: "the Committee Lena Voss"."""
        start, end = name.phrase.core, name.phrase.name
        known = self.page.kinds[start] or self.page.upos[name.phrase.start] == "DET"
        return self._possessor(start, end) if known and start < end else None

    def _issued_by(self, at: int) -> Entity | None:
        """The author of a text: "a statement issued on Friday by the ministry"."""
        page = self.page
        end = page.analysis.sentences[page.sentence[at - 1]][1]
        for i in range(at, min(end - 1, at + _NEAR)):
            if page.lower[i] in ("by", "from") and (number := self.at_word.get(i + 1)) is not None:
                return self.entity(number)
            if page.upos[i] == "PUNCT":
                return None
        return None

    def _body_within(self, mention: Mention) -> Entity | None:
        """The organisation whose name stands inside a description: "Gantry Steel spokesman"."""
        page, phrase = self.page, mention.phrase
        last = (phrase.name if mention.name else phrase.end) - 1
        inside = [i for i in range(phrase.core, last) if page.kinds[i] == "Organization" and page.capital[i]]
        if not inside or page.names[inside[0]] == page.names[phrase.head]:
            return None
        end = next((i for i in range(inside[0], last) if page.names[i] != page.names[inside[0]]), last)
        return self._possessor(inside[0], end)

    def _possessor(self, start: int, end: int) -> Entity | None:
        page = self.page
        if end == start + 1 and is_pronoun(page.lower[start]):
            found = self._meant(page.lower[start], start)
            if found is not None and not page.quoted[start]:
                found.touch(page.sentence[start], MENTIONED)
            return found
        phrase = phrase_in(page, start, end)
        if phrase is None:
            return None
        mention = self._maker.mention(phrase)
        found = self._known(mention, self._possessor(*mention.owner) if mention.owner else None, False)
        if found is not None:
            self._touch(found, mention)
        return found

    # ------------------------------------------------------- names, descriptions

    def _noun(self, number: int, mention: Mention) -> Entity | None:
        later = self._later.get(number)
        if later is None:
            return self._known(mention, self.owner(number), number in self._speaking)
        other = self.mentions[later]
        name, description = (mention, other) if mention.form == "name" else (other, mention)
        return self._introduced(name, description, self.owner(number if description is mention else later))

    def _introduced(self, name: Mention, description: Mention, owner: Entity | None) -> Entity:
        """The actor of a name with a description beside it."""
        cast, sentence = self.cast, self.page.sentence[name.phrase.head]
        kind = description.kind if description.kind in _SPEAKING and description.kind != "either" else name.kind
        found = cast.by_name(name, sentence, None) or cast.unnamed(description, sentence, owner)
        if found is None and kind == "person":
            found = cast.awaited(description, sentence)
        if found is None and kind != "person":
            found = cast.by_words(name, keys(name.words), sentence, None)
        if found is None or (kind == "person") != (found.kind in ("person", "unknown", "either", "place")):
            found = cast.new(kind)
        found.kind, found.definite = kind, True
        cast.learn(found, name, keys(name.words), None)
        cast.learn(found, description, self._keys(description, owner), owner)
        return found

    def _known(self, mention: Mention, owner: Entity | None, speaks: bool) -> Entity | None:
        """The actor of a name or a description: one known already, or a new one."""
        if mention.definite and not mention.name and mention.noun in class_of("lands"):
            return self.cast.land(self.page.sentence[mention.phrase.head])
        if not mention.name:
            other = self._author(mention, owner, speaks) or self._epithet(mention)
            if other is not None:
                return other
        if not mention.name and mention.kind not in _SPEAKING and not speaks:
            return None
        if owner is not None and mention.noun == "government" and not mention.name and owner.kind == "place":
            found: Entity | None = owner
        elif mention.name:
            found = self._by_name(mention, owner, speaks)
        else:
            found = self._by_description(mention, owner)
            if found is None and speaks and mention.kind in _PERSONS:
                found = self.cast.anonymous(mention, self.page.sentence[mention.phrase.head])
        if found is None:
            found = self._new(mention)
        self.cast.learn(found, mention, self._keys(mention, owner), owner)
        return found

    def _keys(self, mention: Mention, owner: Entity | None) -> frozenset[str]:
        own = keys(mention.words)
        return own | keys(owner.folded) if owner is not None and mention.kind != "person" else own

    def _by_name(self, mention: Mention, owner: Entity | None, speaks: bool) -> Entity | None:
        cast, sentence = self.cast, self.page.sentence[mention.phrase.head]
        country = seats().get(" ".join(mention.name).casefold()) if speaks else None
        if country is not None:
            return cast.of_country(country)
        found = cast.by_name(mention, sentence, owner)
        if found is None and mention.kind != "person":
            found = cast.by_acronym(mention) or cast.by_words(mention, self._keys(mention, owner), sentence, owner)
        if found is None and mention.kind in ("person", "unknown"):
            found = cast.unnamed(mention, sentence, owner) or (
                cast.awaited(mention, sentence) if speaks or self._goes_on(mention) else None
            )
        return found

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a name comes up as a full name that nothing introduces, so that who it is was said before."""
        return len(mention.name) > 1 and not self.page.quoted[mention.phrase.head] and self._is_subject(mention)

    def _by_description(self, mention: Mention, owner: Entity | None) -> Entity | None:
        cast, sentence = self.cast, self.page.sentence[mention.phrase.head]
        if not mention.definite and not mention.plural:
            return None
        first = self.page.lower[mention.phrase.start]
        if mention.plural and mention.noun in class_of("sides") and first in _ALL | {"the"}:
            return cast.sides(mention.shown, sentence)
        words = self._keys(mention, owner)
        whole = (
            owner is not None
            and owner.named
            and owner.folded[-1] not in class_of("leagues")
            and is_generic(mention.noun)
        )
        if owner is not None and whole and keys(owner.folded) <= keys(mention.words):
            return owner
        if mention.kind in ("person", "either", "unknown"):
            found = cast.by_role(mention, words, sentence, owner) or cast.leader(mention, sentence)
            if found is not None or mention.kind == "person":
                return found
        found = cast.by_words(mention, words, sentence, owner) or cast.armed(mention, sentence, owner)
        return found or (cast.generic(mention, sentence) if self.page.upos[mention.phrase.start] == "DET" else None)

    def _epithet(self, mention: Mention) -> Entity | None:
        """Whom "the father of two" or "the 44-year-old" means: the one spoken of, as with a pronoun."""
        page, end = self.page, mention.phrase.end
        compound = end + 1 < len(page.lower) and page.joined[end] and page.lower[end] == "-" and mention.gender
        aged = mention.noun == "old" or "old" in page.lower[mention.phrase.start + 1 : end]
        if not mention.definite or mention.owner is not None or not (compound or aged):
            return None
        return self._meant({"m": "he", "f": "she"}.get(mention.gender, "they"), mention.phrase.start)

    def _author(self, mention: Mention, owner: Entity | None, speaks: bool) -> Entity | None:
        """Who speaks through a document or a thing: the one it belongs to, or the one who spoke last."""
        if not speaks or mention.kind not in (*_TEXTS, "unknown"):
            return None
        if mention.kind == "unknown":
            personal = mention.noun.endswith(_PERSONAL) or mention.plural
            return owner if owner is not None and owner.kind == "organisation" and not personal else None
        if owner is not None and owner.kind in _SPEAKING:
            return owner
        return self.cast.speaker if mention.definite and owner is None and mention.kind == "document" else None

    def _new(self, mention: Mention) -> Entity:
        entity = self.cast.new("unknown" if mention.kind in _TEXTS else mention.kind)
        entity.plural, entity.definite = mention.plural, mention.definite
        entity.name = mention.shown
        return entity
