"""Numbers written in digits and in words: "1.3 million", "forty-one", "two and a half", "hundreds of thousands".

Nothing here knows what is counted. A number is an interval, because many number words leave an end open:
"hundreds" is at least 200 and no one says how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from counterclaim.facets.money import money_before
from counterclaim.facets.patterns import any_of
from counterclaim.facets.tables import read_table


class Number(NamedTuple):
    """A number as written in `[start, end)` of a text; `high` is None where it is open."""

    start: int
    end: int
    low: float
    high: float | None
    approximate: bool = False
    scale: float = 1
    """The power that ends it ("1.3 million": 1e6), which the first number of a range may share."""
    digits: bool = False
    """Written in digits only, as years, labels and scores are."""


class _Atom(NamedTuple):
    start: int
    end: int
    kind: str
    value: float


_WORDS = {word: (kind, float(Fraction(value))) for word, kind, value in read_table("numbers")}
#: No count is larger; longer rows of digits are something else.
_LARGEST = 1e18
_POWERS = ("hundred", "scale", "dozen")
_SUFFIXES = "|".join(word for word, (kind, _) in _WORDS.items() if kind == "suffix")
_SIGNS = "".join(word for word, (kind, _) in _WORDS.items() if kind == "fraction")
_NAMES = any_of(word for word, (kind, _) in _WORDS.items() if kind not in ("suffix", "fraction"))
#: Where digits may begin: searched first, for it is quick.
_HINT = re.compile(rf"[\d{_SIGNS}]")
_FIGURES = re.compile(
    rf"""
      (?P<sign>[{_SIGNS}])
    | (?P<date>\d{{1,4}}(?P<between>[-/.])\d{{1,2}}(?P=between)\d{{1,4}})(?![\d])
    | (?<![\w.,:/@#&])(?P<ratio>\d\d?[/⁄]\d\d?\d?)(?![\w/]|[.,]\d)
    | (?<![\d_@#&])(?<!\w[.,:/'’])
      (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+|\d+\.\d+|\d+|\.\d+)
      (?P<power>×10[-−–]?\d{{1,2}}(?!\d))?
      (?:(?P<suffix>(?i:{_SUFFIXES}))(?!\w))?(?!\d|[.,:/]\d|(?:st|nd|rd|th|s)\b)
    """,
    re.VERBOSE,
)
_WORD = re.compile(rf"(?<![\w@#])(?:{_NAMES}|[Aa](?:n|nother)?(?=\s(?:{_NAMES})\b))(?!\w)")
_GROUPING = re.compile(r"[,\s]")
_GLUE = re.compile(r"[ \u00a0\n]?-?|[ \u00a0\n]of[ \u00a0\n]|,?[ \u00a0\n]and[ \u00a0\n]")


def find_numbers(text: str) -> list[Number]:
    """All numbers of a text in order; ordinals, decades, clock times and parts of names are not numbers."""
    return [number for group in _groups(text) for number in _read_all(group, text) if number.low < _LARGEST]


def read_number(words: str) -> Number | None:
    """The number that these words are as a whole ("a hundred and twenty"), or None."""
    numbers = find_numbers(words)
    whole = len(numbers) == 1 and numbers[0].start == 0 and numbers[0].end == len(words)
    return numbers[0] if whole else None


def _groups(text: str) -> Iterator[list[_Atom]]:
    """Runs of number words that may form one number."""
    group: list[_Atom] = []
    for atom in sorted([*_figures(text), *_words(text)]):
        if group and not _GLUE.fullmatch(text, group[-1].end, atom.start):
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _words(text: str) -> Iterator[_Atom]:
    for found in _WORD.finditer(text):
        kind, value = _WORDS.get(found[0].lower(), ("article", 1.0))
        yield _Atom(found.start(), found.end(), kind, value)


def _figures(text: str) -> Iterator[_Atom]:
    hint = _HINT.search(text)
    while hint:
        start = hint.start()
        found = _FIGURES.match(text, start - 1) if text[start - 1 : start] == "." else None
        found = found or _FIGURES.match(text, start)
        if found and not found["date"] and not (found["digits"] and _in_word(text, found.start())):
            yield _figure(found)
        hint = _HINT.search(text, found.end() if found else hint.end())


def _in_word(text: str, start: int) -> bool:
    """Whether digits end a word ("G7", "F-16", "Covid-19") and are not behind a currency ("USD5") or a minus."""
    before = text[start - 1 : start]
    if before.isalpha():
        return money_before(text, start) is None
    hyphenated = before in ("-", "–") and text[start - 2 : start - 1].isalpha()
    return hyphenated and not text[max(0, start - 6) : start].endswith(("minus-", "to-", "or-", "plus-"))


def _figure(found: re.Match[str]) -> _Atom:
    start, end = found.span()
    if found["sign"]:
        return _Atom(start, end, "fraction", _WORDS[found["sign"]][1])
    if ratio := found["ratio"]:
        above, below = map(int, re.split("[/⁄]", ratio))
        return _Atom(start, end, "ratio", above / below if below else 0.0)
    value = float(_GROUPING.sub("", found["digits"]))
    if power := found["power"]:
        value *= 10.0 ** int(power[3:].translate(str.maketrans("−–", "--")))
    return _Atom(start, end, f"digits {found['suffix'] or ''}".strip(), value)


def _read_all(atoms: list[_Atom], text: str) -> Iterator[Number]:
    at = 0
    while at < len(atoms):
        read = _Reader(text, atoms, at)
        number = read.number()
        if number:
            yield number
        at = max(read.at, at + 1)


class _Reader:
    """Reads one number from `atoms[at:]`; `at` is left behind the last atom used."""

    def __init__(self, text: str, atoms: list[_Atom], at: int) -> None:
        self.text, self.atoms, self.first, self.at = text, atoms, at, at

    def number(self) -> Number | None:
        """The number that starts here, or None where the words here are not one."""
        article = self._kind() == "article"
        if article:
            self.at += 1
        kind = self._kind()
        if kind == "many":
            return self._many()
        if kind in ("few", "couple"):
            return self._few()
        if kind == "part":
            return self._part(article)
        if kind in ("ratio", "fraction"):
            return self._exact(self._take().value)
        if kind.startswith("digits"):
            return self._digits()
        if kind in _POWERS or (kind in ("unit", "teen", "ten") and not article):
            return self._words()
        return None

    def _many(self) -> Number:
        power = self._take().value
        while self._kind() == "many" and self._gap().strip() == "of":
            power *= self._take().value
        return self._found(2 * power, None, True)

    def _few(self) -> Number | None:
        couple = self._take().kind == "couple"
        if self._kind() not in (*_POWERS, "many"):
            return None
        power = 2 * self._take().value
        while self._kind() in ("scale", "many"):
            power *= self._take().value
        return self._found(power, power if couple else None, True)

    def _part(self, article: bool) -> Number | None:
        share = self._take().value
        start = self.at
        if self._kind() == "article":
            self.at += 1
        if self._kind() in _POWERS and (self.at > start or article):
            power = self._take().value
            return self._exact(share * power, power)
        self.at = start
        return None

    def _digits(self) -> Number:
        atom = self._take()
        suffix = atom.kind.removeprefix("digits").strip().lower()
        value = atom.value
        if self._kind() in ("fraction", "ratio") and value.is_integer() and self._gap() in ("", " "):
            value += self._take().value
        value += self._and_part()
        scale = _WORDS[suffix][1] if suffix else 1.0
        while self._kind() in _POWERS and self._gap().strip() in ("", "-"):
            scale *= self._take().value
        plain = scale == 1 and value == atom.value
        return self._exact(value * scale, scale, plain)

    def _words(self) -> Number:
        total, current, smallest = 0.0, 0.0, float("inf")
        scale, several = 1.0, False
        while self._may_follow(current, smallest, several):
            atom = self._take()
            scale = atom.value if atom.kind in _POWERS else 1.0
            if atom.kind == "scale":
                total, current, smallest = total + (current or 1) * atom.value, 0.0, atom.value
            elif atom.kind in _POWERS:
                current = (current or 1) * atom.value
            else:
                current += atom.value
            if not several and atom.kind not in _POWERS:
                current += self._and_part()
            several = True
        return self._exact(total + current + scale * self._and_part(), scale)

    def _may_follow(self, current: float, smallest: float, several: bool) -> bool:
        """Whether the next atom goes on with a number that so far ends in `current`."""
        kind, gap = self._kind(), self._gap().strip() if several else ""
        if gap not in ("", "-", "and", ", and") or (gap == "-" and kind in _POWERS and current == 0):
            return False
        if kind == "scale":
            return gap in ("", "-") and (current > 0 or not several) and self.atoms[self.at].value < smallest
        if kind in _POWERS:
            return gap in ("", "-") and 0 <= current < 100 and (current > 0 or not several)
        if kind == "unit":
            after_ten = current % 100 >= 20 and current % 10 == 0 and gap in ("", "-")
            return not several or after_ten or self._after_power(current, smallest)
        return kind in ("teen", "ten") and (not several or self._after_power(current, smallest))

    @staticmethod
    def _after_power(current: float, smallest: float) -> bool:
        return (current >= 100 and current % 100 == 0) or (current == 0 and smallest < float("inf"))

    def _and_part(self) -> float:
        """The value of "and a half" here."""
        rest = self.atoms[self.at : self.at + 2]
        if [atom.kind for atom in rest] == ["article", "part"] and self._gap().strip() == "and":
            self.at += 2
            return rest[1].value
        return 0.0

    def _kind(self) -> str:
        return self.atoms[self.at].kind if self.at < len(self.atoms) else ""

    def _gap(self) -> str:
        """The text before the next atom."""
        if not 0 < self.at < len(self.atoms):
            return ""
        return self.text[self.atoms[self.at - 1].end : self.atoms[self.at].start]

    def _take(self) -> _Atom:
        self.at += 1
        return self.atoms[self.at - 1]

    def _exact(self, value: float, scale: float = 1, digits: bool = False) -> Number:
        return self._found(value, value, False, scale, digits)

    def _found(
        self, low: float, high: float | None, approximate: bool, scale: float = 1, digits: bool = False
    ) -> Number:
        start, end = self.atoms[self.first].start, self.atoms[self.at - 1].end
        return Number(start, end, _tidy(low), None if high is None else _tidy(high), approximate, scale, digits)


def _tidy(value: float) -> float:
    """Without the noise of binary fractions (1.1 * 1e6)."""
    return float(f"{value:.15g}")
