"""A text as a string of word classes, so that time expressions can be found by regular expressions over words.

Every word becomes one letter that stands for its class (weekday, month, unit, number, ...; see
`data/time_words.tsv`), and patterns are written in class names: `pattern("month day (comma? year)?")`.
Because letters and words run side by side, what a pattern finds has exact offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from counterclaim.facets.tables import read_table
from counterclaim.language.analysis import Analysis

#: Classes that are told by a word's form, beside those of the table.
_FORMS = ("other", "day", "day_th", "year", "numeral", "date", "slashed", "clock", "mid_month", "tail")
#: Names for sets and sequences of classes that patterns use again and again.
_ALIASES = {
    "count": "((number|day|year|numeral) tail*|a? few|a couple of?|a)",
    "which": "(last|past|this|next|previous|following|same|that)",
    "whichever": "(last|past|this|next|previous|following|same)",
    "dayno": "(day|day_th|ordinal)",
    "anyunit": "(unit|units|day_part)",
}
_OTHER = "."

Value = int | str


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[str, Value]]]:
    """The letter of each class, and the letter and value of each word."""
    letters = {"other": _OTHER}
    words: dict[str, tuple[str, Value]] = {}
    rows = read_table("time_words")
    for name in (*_FORMS, *(row[0] for row in rows)):
        letters.setdefault(name, chr(0x100 + len(letters)))
    for name, value, forms in rows:
        for form in forms.split():
            words[form] = (letters[name], int(value) if re.fullmatch(r"-?\d+", value) else value)
    return letters, words


@cache
def pattern(classes: str) -> re.Pattern[str]:
    """A regular expression over letters from one over class names; blanks between names mean nothing."""
    letters, _ = _table()

    def spelt(found: re.Match[str]) -> str:
        alias = _ALIASES.get(found[0])
        return re.sub(r"[a-z_]+", spelt, alias) if alias else re.escape(letters[found[0]])

    return re.compile(re.sub(r"[a-z_]+", spelt, classes).replace(" ", "").replace("(", "(?:").replace("(?:?", "(?"))


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The letters of a text's words and, side by side with them, the words' values."""

    letters: str
    values: list[Value]

    def has(self, name: str, first: int, end: int) -> bool:
        """Whether a word of a class is among the words `[first, end)`."""
        return self.letters.find(_table()[0][name], first, end) >= 0

    def of_classes(self, names: tuple[str, ...], first: int, end: int) -> Iterator[Value]:
        """The values of the words of any of these classes among the words `[first, end)`."""
        letters = {_table()[0][name] for name in names}
        return (self.values[i] for i in range(first, end) if self.letters[i] in letters)


def read_words(analysis: Analysis) -> TimeWords:
    """The class and value of each word of a text."""
    text = analysis.text
    entries = [_entry(text[start:end]) for start, end in analysis.words]
    words = TimeWords("".join([letter for letter, _ in entries]), [value for _, value in entries])
    return _join_numbers(words) if _table()[0]["number"] in words.letters else words


@lru_cache(maxsize=65536)
def _entry(word: str) -> tuple[str, Value]:
    """The letter and value of a word."""
    letters, table = _table()
    entry = table.get(word) or table.get(word.lower())
    if entry is None and (word[:1].isdigit() or word[:4].lower() == "mid-"):
        return _by_form(word, letters)
    return entry or (_OTHER, 0)


_NUMERAL = re.compile(
    r"(?P<date>[0-9]{1,4}([-/.])[0-9]{1,2}\2[0-9]{1,4})|(?P<clock>[0-2]?[0-9][:.][0-5][0-9])"
    r"|(?P<slashed>[0-9]{1,4}/[0-9]{1,2})|(?P<decade>(?:1[0-9]|20)?[0-9]0)s|(?P<th>[0-3]?[0-9])(?:st|nd|rd|th)"
    r"|(?P<day>0?[1-9]|[12][0-9]|3[01])|(?P<year>1[0-9]{3}|20[0-9]{2}|2100)|(?P<numeral>[0-9]{1,9}(?:,[0-9]{3})*)"
)


def _by_form(word: str, letters: dict[str, str]) -> tuple[str, Value]:
    """The class of a word that begins with a digit or with "mid-"."""
    if word[0] in "mM":
        month = _table()[1].get(word[4:]) or _table()[1].get(word[4:].lower())
        return (letters["mid_month"], month[1]) if month and month[0] == letters["month"] else (_OTHER, 0)
    form = _NUMERAL.fullmatch(word)
    if form is None or form.lastgroup is None:
        return _OTHER, 0
    kind, digits = next((name, text) for name, text in form.groupdict().items() if text)
    name = "day_th" if kind == "th" else kind
    return letters[name], digits if kind in ("date", "clock", "slashed") else int(digits.replace(",", ""))


def _join_numbers(words: TimeWords) -> TimeWords:
    """Number words run together: "twenty" "-" "five" is one number of 25 with two tails."""
    letters, values = list(words.letters), words.values
    tail, year = _table()[0]["tail"], _table()[0]["year"]
    for run in pattern("number (dash? number | dash? hundred (and number)?)+").finditer(words.letters):
        parts = [values[i] for i in range(*run.span()) if isinstance(values[i], int) and values[i]]
        total = _number([part for part in parts if isinstance(part, int)])
        if total is None:
            continue
        letters[run.start()] = year if 1900 <= total <= 2099 else letters[run.start()]
        values[run.start()] = total
        letters[run.start() + 1 : run.end()] = tail * (run.end() - run.start() - 1)
    return TimeWords("".join(letters), values)


def _number(parts: list[int]) -> int | None:
    """The number of a run of number words; "nineteen ninety-seven" is 1997; None if they are not one number."""
    total, group = 0, 0
    for part in parts:
        if part == 1000:
            total, group = max(group, 1) * 1000, 0
        elif part == 100:
            group = max(group, 1) * 100
        elif group % 100 == 0 or (part < 10 and group % 100 >= 20 and group % 10 == 0):
            group += part
        elif group in (18, 19, 20) and part >= 10:
            group = group * 100 + part
        else:
            return None
    return total + group
