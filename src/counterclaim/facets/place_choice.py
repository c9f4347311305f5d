"""Which places of a report are where a claim says that something happened or is so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.facets.folding import PLACE_WORDS
from counterclaim.facets.syntax import Syntax
from counterclaim.model import Attribution, Place, Span

_CAPITALS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]* )*[A-ZÀ-Þ]{3}"
_AGENCY = r"[A-ZÀ-Þ][^\n—–:()]{1,50}\([A-Z][^\n()]{1,20}\)"
#: "EL KISENGE, Lumawe —" or "Kisenge (Agency) -" at the beginning of a paragraph.
_DATELINE = re.compile(
    rf"(?:^|(?<=\n))[ \t]*(?=({_CAPITALS}|{_AGENCY}))[A-ZÀ-Þ][^\n—–:]{{1,70}}?\s*(?:[—–]|-{{1,2}}\s)"
)
REACH_OF_WHERE = 4
"""Words between a place and its "where"."""


class PlaceChoice:
    """The places of a report, and which of them belong to an attribution."""

    def __init__(self, syntax: Syntax, places: tuple[Place, ...]) -> None:
        self._syntax = syntax
        datelines = [Span(*match.span()) for match in _DATELINE.finditer(syntax.text)]
        self._places = tuple(
            place for place in places if not any(_holds(dateline, place.spans[0]) for dateline in datelines)
        )

    def of(self, attribution: Attribution) -> tuple[Place, ...]:
        """The places in its content; if there are none, one that its sentence puts it in. None of a dateline."""
        inside = tuple(p for p in self._places if any(_holds(span, p.spans[0]) for span in attribution.content))
        if inside or not attribution.content:
            return inside
        return tuple(dict.fromkeys(next(filter(None, self._frames(attribution)), ())))

    def _frames(self, attribution: Attribution) -> Iterator[tuple[Place, ...]]:
        """Places before a content in its sentence, by how surely they are the place of it."""
        begin = attribution.content[0].start
        first, _ = self._syntax.sentence(self._syntax.word_at(begin))
        opening = self._syntax.analysis.words[first].start
        before = tuple(p for p in self._places if opening <= p.spans[0].start and p.spans[0].end <= begin)
        yield self._by_where(before, begin)
        yield tuple(p for p in before if _held(attribution.source, p.spans[0]) and self._has_witness(p))
        yield self._spoken_of(attribution, before)

    def _by_where(self, before: tuple[Place, ...], begin: int) -> tuple[Place, ...]:
        """The place that a clause with "where" round a content is about."""
        for place in reversed(before):
            last = self._syntax.word_at(place.spans[0].end - 1)
            following = range(last + 1, last + 2 + REACH_OF_WHERE)
            where = next((i for i in following if self._syntax.lower(i) == "where"), None)
            if where is not None and self._syntax.analysis.words[where].start < begin:
                return (place,)
        return ()

    def _has_witness(self, place: Place) -> bool:
        """Whether somebody without a name is in a place ("a clerk in Masa", "residents of the village of Brod")."""
        for word in self._syntax.above(self._head(place)):
            noun = self._syntax.head(word)
            if self._syntax.relation(word) != "nmod":
                return False
            if self._syntax.lower(noun) not in _NOUNS:
                marked = {self._syntax.lower(i) for i in self._syntax.below(word, "case")}
                return not marked.isdisjoint(_WHERE) and self._is_new(noun)
        return False

    def _head(self, place: Place) -> int:
        """The word by which the name of a place hangs in its sentence."""
        start, end = (self._syntax.word_at(offset) for offset in (place.spans[0].start, place.spans[0].end - 1))
        return next((word for word in range(start, end + 1) if not start <= self._syntax.head(word) <= end), start)

    def _is_new(self, noun: int) -> bool:
        """Whether a noun is one that the reader has not met: "a clerk", "two doctors", "residents"."""
        articles = {self._syntax.lower(i) for i in self._syntax.below(noun, "det")}
        owned = any(self._syntax.analysis.relations[i] == "nmod:poss" for i in self._syntax.below(noun, "nmod"))
        return self._syntax.upos(noun) == "NOUN" and not owned and articles <= _NEW

    def _spoken_of(self, attribution: Attribution, before: tuple[Place, ...]) -> tuple[Place, ...]:
        """The place before a content that it calls "the town" and the like: one called so, else the last."""
        for span in attribution.content:
            for word in range(self._syntax.word_at(span.start), self._syntax.word_at(span.end - 1) + 1):
                noun = self._syntax.lower(word)
                if noun in _NOUNS and self._is_definite(word):
                    called = [place for place in before if noun in self._syntax.text[slice(*place.spans[0])].lower()]
                    return tuple((called or list(before))[-1:])
        return ()

    def _is_definite(self, word: int) -> bool:
        """Whether a noun has nothing but the article: it means what was named before."""
        more = self._syntax.below(word, "nmod", "acl", "appos", "compound")
        return self._syntax.lower(word - 1) == "the" and not more


_NOUNS = PLACE_WORDS["town"] | PLACE_WORDS["region"]
_WHERE = PLACE_WORDS["where"] | {"of"}
_NEW = frozenset(("a", "an", "some", "another", "several"))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _held(spans: tuple[Span, ...], inner: Span) -> bool:
    return any(_holds(span, inner) for span in spans)
