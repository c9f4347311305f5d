"""Which mention the source of an attribution is about, and the subject that stands in where it has none."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.mentions import Mention
from counterclaim.claims.page import Page
from counterclaim.claims.words_at import above, children_of, head_of, words_in
from counterclaim.model import Attribution, Spans

_DASHES = ("—", "–", "--", "-")
_PLACING = frozenset(("in", "on", "at"))
_JOINING = frozenset(("and", "&", ","))
_NAMING = frozenset(("name", "named", "as", "called", "identified", "nicknamed"))
#: Relations by which a verb takes over the subject of the verb it depends on.
_SHARING = frozenset(("conj", "xcomp", "advcl"))


class Sources:
    """Finds the mentions of source spans in one report."""

    def __init__(self, page: Page, mentions: Sequence[Mention], at_word: dict[int, int]) -> None:
        self._page, self._mentions, self._at_word = page, mentions, at_word

    def main(self, words: Sequence[int]) -> int | None:
        """The number of the mention that heads a source: the first one that is no dateline and no "in Norland"."""
        numbers = self._numbers(words)
        if numbers and (after := self._after_dateline(numbers[-1])) is not None:
            return after
        dash = next((i for i in words if self._page.lower[i] in _DASHES and not self._page.joined[i]), None)
        if dash is not None and numbers and self._is_dateline(numbers[0]):
            numbers = [n for n in numbers if self._mentions[n].phrase.start > dash] or numbers
        return next((n for n in numbers if self._mentions[n].before not in _PLACING), numbers[0] if numbers else None)

    def also(self, words: Sequence[int], main: int) -> list[int]:
        """The mentions that a source joins to its main one: "the union and the company"."""
        found, inside = [main], set(words)
        for number in self._numbers(words):
            start = self._mentions[number].phrase.start
            between = self._page.lower[self._mentions[found[-1]].phrase.end : start]
            if number > found[-1] and between and set(between) <= _JOINING and start - 1 in inside:
                found.append(number)
        joined = [self._page.lower[self._mentions[n].phrase.start - 1] for n in found[1:]]
        return found if any(word in ("and", "&") for word in joined) else [main]

    def closing_name(self, words: Sequence[int]) -> int | None:
        """The name of a described source: "the man who found it, Ali Rao,", "a man known as Ali"."""
        inside = set(words)
        for i in words:
            if self._page.lower[i] in _NAMING and i + 1 in inside and (number := self._at_word.get(i + 1)) is not None:
                return number if self._mentions[number].form == "name" else None
        for comma in reversed([i for i in words if self._page.lower[i] == ","]):
            number = self._at_word.get(comma + 1) if comma + 1 in inside else None
            if number is not None and self._mentions[number].form == "name":
                return number
        return None

    def subject(self, cue: Spans) -> int | None:
        """The mention that is the subject of a cue's verb, or of the verb whose subject it shares."""
        analysis = self._page.analysis
        verb = head_of(analysis, words_in(analysis, cue))
        for at in (verb, *above(analysis, verb)) if verb >= 0 else ():
            children = children_of(analysis, at)
            relations = [analysis.relations[child] for child in children]
            if "aux:pass" in relations:
                return None
            if "nsubj" in relations:
                return self._at_word.get(children[relations.index("nsubj")])
            if analysis.relations[at] not in _SHARING:
                return None
        return None

    def _numbers(self, words: Sequence[int]) -> list[int]:
        return list(dict.fromkeys(self._at_word[i] for i in words if i in self._at_word))

    def _after_dateline(self, number: int) -> int | None:
        """The mention after the dash, where a source is nothing but the place a report is dated from."""
        end = self._mentions[number].phrase.end
        if end < len(self._page.lower) and self._page.lower[end] in _DASHES and not self._page.joined[end]:
            return self._at_word.get(end + 1) if self._is_dateline(number) else None
        return None

    def _is_dateline(self, number: int) -> bool:
        mention = self._mentions[number]
        capitals = self._page.written[mention.phrase.head].isupper()
        return mention.form == "name" and (capitals or mention.kind != "person")


def in_order(attributions: Sequence[Attribution]) -> list[int]:
    """Numbers of the attributions in the order in which their sources, or else their cues, stand."""
    return sorted(range(len(attributions)), key=lambda i: _place(attributions[i]))


def _place(attribution: Attribution) -> tuple[int, int]:
    spans = attribution.source or attribution.cue or attribution.content
    return (spans[0].start, spans[0].end) if spans else (0, 0)
