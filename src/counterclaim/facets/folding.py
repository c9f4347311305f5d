"""Names of places made comparable: how a name is written must not decide whether it is found.

`fold` takes away case, accents, apostrophes, hyphens and full stops ("St.-Étienne" → "st etienne").
`loose` goes on to what transliterations differ in ("Khan Sheikhoun", "Khān Shaykhūn" → one key).
`bare`, `plain` and `untitled` take off an Arabic article and words that say what kind of region or town it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from counterclaim.facets.tables import read_table

#: Letters that Unicode does not decompose.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"}
    | {"ə": "a", "&": " and "}
    | dict.fromkeys("'’‘ʻʼʽʾʿ`´ʹʺ′″“”\".·", "")
)
_GAP = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")
_SHORT = {"saint": "st", "sainte": "st", "ste": "st", "mount": "mt", "fort": "ft"}

#: Words that say something of names, by class; the table tells of which.
PLACE_WORDS = {kind: frozenset(words.split()) for kind, words in read_table("place_words")}

#: Spellings that transliterations of one name differ in, longest first.
_LOOSE = [
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"tch|tsch|dsch|ch|sch|sh|š|č", "s"),
        (r"kh|ḥ|x", "h"),
        (r"gh", "g"),
        (r"zh|dzh|dj|j", "z"),
        (r"ts|tz|c(?=[ei])", "s"),
        (r"dh|dz", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"[qc]", "k"),
        (r"w", "v"),
        (r"ou|oo|[ou]", "u"),
        (r"e[iy]|a[iy]|ee|ie|y[aei]|i[yi]|[iye]", "i"),
        (r"aa", "a"),
        (r"(.)\1+", r"\1"),
        (r"(?<=\w\w)[ahi]+\b", ""),
    )
]


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name without case, accents, apostrophes, hyphens and full stops; Saint, Mount and Fort shortened."""
    base = name.lower().translate(_LETTERS)
    if not base.isascii():
        letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", base).lower())
        base = "".join(c for c in letters if not unicodedata.combining(c)).translate(_LETTERS)
    words = _INITIALS.sub(r"\1", _GAP.sub(" ", base).strip())
    return " ".join(_SHORT.get(word, word) for word in words.split())


def loose(folded: str) -> str:
    """What transliterations of a folded name agree on; words are run together, Arabic articles left out."""
    words = folded.split()
    named = [word for word in words if word not in PLACE_WORDS["article"]]
    return "".join(_loose_word(word) for word in named or words)


@lru_cache(maxsize=262144)
def _loose_word(word: str) -> str:
    for pattern, letters in _LOOSE:
        word = pattern.sub(letters, word)
    return word


def bare(folded: str) -> str:
    """A folded name without an Arabic article at its beginning."""
    first, _, rest = folded.partition(" ")
    return rest if rest and first in PLACE_WORDS["article"] else folded


def plain(folded: str) -> str:
    """A folded name without words for a kind of region ("rapides parish" → "rapides")."""
    words = folded.split()
    if words[:1] == ["the"]:
        words = words[1:]
    kept = [word for word in words if word not in PLACE_WORDS["region"]]
    if kept[:1] == ["of"]:
        kept = kept[1:]
    return " ".join(kept) if kept else folded


def untitled(folded: str) -> str:
    """A folded name without the word for a kind of town at its end ("palmyra city" → "palmyra")."""
    rest, _, last = folded.rpartition(" ")
    return rest if rest and last in PLACE_WORDS["town"] else folded
