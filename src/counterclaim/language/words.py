"""Word tokens with exact offsets, after the conventions of the English UD treebanks.

Contractions and possessives are split ("did" + "n't", "ministry" + "'s"), hyphenated
compounds are split except after a bound prefix ("well" + "-" + "armed", "anti-aircraft"),
abbreviations keep their full stop. Nothing is ever normalised: a word is a slice of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

#: Gap in front of a word: what separates it from the word before.
JOINED, SPACE, LINE, PARAGRAPH = range(4)

_PREFIXES = (
    "anti|bi|co|counter|cross|de|e|ex|extra|hyper|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|pan|"
    "post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un"
)
_ABBREVIATIONS = (
    "Adm|Amb|Asst|Ave|Bldg|Blvd|Brig|Bros|Capt|Cmdr|Co|Col|Cong|Corp|Cpl|Cpt|Dept|Det|Dr|Drs|Esq|"
    "Fr|Ft|Gen|Gov|Hon|Inc|Insp|Jr|Lieut|Lt|Ltd|Maj|Messrs|Mme|Mr|Mrs|Ms|Mt|Mx|Pfc|Ph|Pres|Prof|"
    "Pvt|Rep|Reps|Rev|Sec|Sen|Sens|Sgt|Spc|Sr|St|Ste|Supt|Treas|Univ|"
    "Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|"
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Mo|Mont|Neb|Nev|"
    "Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|al|approx|cf|dept|ed|eds|est|etc|ext|ft|lb|lbs|"
    "misc|oz|par|pp|pt|vol|vs|viz"
)
_APOSTROPHE = "['’ʼ`´]"

_WORD = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]        # web addresses
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}}           # mail addresses
    | [@\#]\w+                                                   # handles and tags
    | \d+(?:[-/.]\d+){{2,}}                                      # dates, telephone numbers
    | \d+(?:[.,:/]\d+)+(?:st|nd|rd|th|s\b)?                       # 1,300  3.5  10:30  9/11
    | \d+(?:st|nd|rd|th|s)?(?=[^\W\d_]|\b)                       # 40  20th  1990s
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?                    # U.S.  a.m.  F.B.I
    | (?:{_ABBREVIATIONS})\.(?=\s|,|\)|$)                        # Gen.
    | (?<![\w.])[A-Z]\.(?=\s+[A-Z])                              # J. Brandt
    | \bNo\.(?=\s?\d)
    | (?i:(?:{_PREFIXES})-(?=[^\W\d_]{{2}}))[^\W_]+              # anti-aircraft
    | (?:O|D|d|L|l|Qa|Ba|Sha|Shi|Sa){_APOSTROPHE}(?=[^\W\d_]{{2}})[^\W_]+   # O'Reilly
    | [^\W_]+(?:[\u0300-\u036f\u200c\u200d\u00ad][^\W_]*)*       # words, with combining marks
    | (?:{_APOSTROPHE}{_APOSTROPHE}|``)                          # '' as a quotation mark
    | \.{{2,}}|…+|[!?]+|-{{2,}}|_+|\*+|=+|~+
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(rf"{_APOSTROPHE}(?i:s|m|d|re|ve|ll)\b")
_NEGATED = re.compile(rf"(?i)n{_APOSTROPHE}t\b")
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


class Words(NamedTuple):
    """The words of a text, as parallel lists."""

    starts: list[int]
    ends: list[int]
    gaps: list[int]
    """JOINED, SPACE, LINE or PARAGRAPH: what stands before the word (PARAGRAPH before the first)."""


def split_words(text: str) -> Words:
    """Split `text` into words; offsets are code points into `text`, ends exclusive."""
    starts: list[int] = []
    ends: list[int] = []
    at, size = 0, len(text)
    match = _WORD.search
    while at < size:
        found = match(text, at)
        if found is None:
            break
        start, end = found.span()
        for stop in _cuts(text, start, end):
            starts.append(start)
            ends.append(stop)
            start = stop
        at = start
    return Words(starts, ends, find_gaps(text, starts, ends))


def _cuts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the token found at [start, end) really ends, and where it is split."""
    if text[start] in "'’ʼ`´":
        if start and text[start - 1].isalnum():
            clitic = _CLITIC.match(text, start)
            if clitic:
                return (clitic.end(),)
        return (end,)
    if end < len(text) and text[end] in "'’ʼ`´" and text[end - 1] in "nN":
        negated = _NEGATED.match(text, end - 1)
        if negated and end - 1 > start:
            return (end - 1, negated.end())
    fused = _FUSED.get(text[start:end].lower()) if end - start in (5, 6) else None
    return (start + fused, end) if fused else (end,)


def find_gaps(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """What stands before each word: JOINED, SPACE, LINE or PARAGRAPH."""
    gaps = []
    before = 0
    for start, end in zip(starts, ends, strict=True):
        if start == before:
            gaps.append(JOINED)
        elif start == before + 1 and text[before] == " ":
            gaps.append(SPACE)
        else:
            lines = text.count("\n", before, start)
            gaps.append(PARAGRAPH if lines > 1 else LINE if lines else SPACE)
        before = end
    if gaps:
        gaps[0] = PARAGRAPH
    return gaps
