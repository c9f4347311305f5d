"""What a revision changed: the claims that are gone, that have come, and that are told otherwise."""

from __future__ import annotations

from typing import Any, NamedTuple

from counterclaim.compare.account import Account
from counterclaim.ledger.asking import Told, told_in
from counterclaim.ledger.documents import words_of

ALIKE = 0.5
"""The share of words that a claim and what became of it have in common, of those that either has (Jaccard)."""

_SMALL = 3
"""Letters of words such as "the" and "of", which two names may share."""


class Change(NamedTuple):
    """A claim that a revision tells otherwise: in other words, of another claimant, or with another act."""

    before: Told
    after: Told

    def to_dict(self) -> dict[str, Any]:
        """As an object for JSON."""
        return {"before": self.before.to_dict(), "after": self.after.to_dict()}


class Changes(NamedTuple):
    """All that a revision changed of the text before it."""

    gone: tuple[Told, ...] = ()
    """Claims of the text before that it lacks, in their order."""
    come: tuple[Told, ...] = ()
    """Claims that the text before lacks."""
    changed: tuple[Change, ...] = ()
    """Claims that both have, but differently."""


def changes(before: Account, after: Account) -> Changes:
    """What the one account has of the other; a claim is the same if its words, its claimant and its act are."""
    was, now = ({_words(told): told for told in told_in([account])} for account in (before, after))
    gone = [told for words, told in was.items() if words not in now]
    come = [told for words, told in now.items() if words not in was]
    retold = [Change(was[words], now[words]) for words in was if words in now]
    changed = [one for one in retold if not _is_told_alike(one)]
    for change in _pairs(gone, come):
        gone.remove(change.before)
        come.remove(change.after)
        changed.append(change)
    return Changes(tuple(gone), tuple(come), tuple(sorted(changed, key=lambda one: one.after.claim.content)))


def _pairs(gone: list[Told], come: list[Told]) -> list[Change]:
    """Which gone claim became which that has come: the most alike first, each once."""
    alike = [(_alike(one, other), -a, -b) for a, one in enumerate(gone) for b, other in enumerate(come)]
    left, right, pairs = set[int](), set[int](), list[Change]()
    for likeness, a, b in sorted(alike, reverse=True):
        if likeness >= ALIKE and a not in left and b not in right:
            left.add(a)
            right.add(b)
            pairs.append(Change(gone[-a], come[-b]))
    return pairs


def _alike(one: Told, other: Told) -> float:
    a, b = set(words_of(one.claim.text)), set(words_of(other.claim.text))
    return len(a & b) / len(a | b) if a and b else 0.0


def _is_told_alike(change: Change) -> bool:
    """Whether the same words are put forward by the same claimant in the same way."""
    manners = [(one.claim.act, one.claim.certainty, one.claim.negated, one.claim.narrator) for one in change]
    was, now = (_names(one) for one in change)
    return manners[0] == manners[1] and (was == now or bool(was & now))


def _names(told: Told) -> set[str]:
    """The words that a claimant is named with; two claimants that share one are taken for the same."""
    actor = told.claimant
    named = (actor.name, *actor.names) if actor else (told.report.words_at(told.claim.mention),)
    words = {word for name in named for word in words_of(name)}
    return {word for word in words if len(word) > _SMALL} or words


def _words(told: Told) -> str:
    return " ".join(words_of(told.claim.text))
