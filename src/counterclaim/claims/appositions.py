"""Descriptions beside names: "its spokesman, Colonel Amadou Ba," and "Lena Voss, the mayor of Altdorf,"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.lexicon import noun
from counterclaim.claims.mentions import Mention
from counterclaim.claims.page import Page

_COMMAS = frozenset((",", "—", "–", "(", "-"))
_LINKS = frozenset(("of", "for", "in", "at", "on", "from", "with", "to", "near", "against", "into", "under"))
_CALLED = frozenset(("known", "as", "called", "named", "dubbed", "nicknamed", "also", "itself"))
_FIELD = frozenset(("of", "for"))
_PLACING = frozenset(("in", "on", "at"))
_LISTS = frozenset(("and", "or", "&"))


def find_appositions(page: Page, mentions: Sequence[Mention]) -> dict[int, int]:
    """Which mention stands in apposition to which earlier one, by their numbers: later → earlier."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for one in range(len(mentions) - 1):
        last = _chain_end(page, mentions, one)
        if one in found:
            continue
        if last > one and _heads(mentions[one], mentions[one + 1]):
            other = one + 1
        elif last + 1 == len(mentions):
            continue
        elif _beside(page, mentions[last], mentions[last + 1]) and suits(mentions[one], mentions[last + 1]):
            other = last + 1
            if not _closed(page, mentions, one, other):
                continue
        else:
            continue
        if other not in found and other not in taken:
            found[other] = one
            taken.add(one)
    return found


def suits(one: Mention, other: Mention) -> bool:
    """Whether one mention is a name and the other a description of what it can name."""
    if {one.form, other.form} != {"name", "noun"}:
        return False
    name, said = (one, other) if one.form == "name" else (other, one)
    if said.kind == "either":
        return True
    if said.kind == "person":
        return (
            not said.plural
            and name.kind != "organisation"
            and (name.kind in ("person", "unknown") or len(name.name) > 1)
        )
    return said.kind in ("organisation", "group") and name.kind != "person"


def _heads(one: Mention, other: Mention) -> bool:
    """Whether an office runs on into its field and a name: "Chairman of the Committee Lena Voss"."""
    if one.kind != "person" or one.form != "noun" or other.kind != "person" or other.form != "name":
        return False
    known = noun(other.noun)
    field = bool(other.noun) and (known is None or known.kind != "person")
    return field and other.before in _FIELD and not other.owner and not one.plural


def _chain_end(page: Page, mentions: Sequence[Mention], at: int) -> int:
    """The last mention of the chain of prepositions that begins at a mention: "mayor" of → "Altdorf"."""
    while at + 1 < len(mentions):
        end, start = mentions[at].phrase.end, mentions[at + 1].phrase.start
        if start != end + 1 or page.lower[end] not in _LINKS or page.sentence[end - 1] != page.sentence[start]:
            return at
        at += 1
    return at


def _beside(page: Page, one: Mention, other: Mention) -> bool:
    """Whether only a comma or a dash stands between two mentions, or nothing but the second one's article."""
    end, start = one.phrase.end, other.phrase.start
    if set(page.lower[end:start]) <= _CALLED and start > end:
        return page.sentence[end] == page.sentence[start] and other.form == "name"
    if start == end:
        return page.upos[start] == "DET" and page.sentence[end - 1] == page.sentence[start]
    return start == end + 1 and page.lower[end] in _COMMAS and page.sentence[end] == page.sentence[start]


def _closed(page: Page, mentions: Sequence[Mention], one: int, other: int) -> bool:
    """Whether the second of two mentions closes like an apposition and not like an item of a list or a new clause."""
    first = mentions[one]
    after = mentions[_chain_end(page, mentions, other)].phrase.end
    if after < len(page.lower) and page.lower[after] in _LISTS:
        return False
    if after < len(page.upos) and page.upos[after] not in ("PUNCT", "PRON", "SCONJ"):
        return False
    if first.kind == "person":
        return True
    return first.before not in (_LINKS if first.form == "name" else _PLACING)
