"""Replies: which claim an explicit denial denies and which one a confirmation confirms, within and across reports.

A reply names what it replies to as a proposition ("denied that its troops had left"), as a noun that stands for a
claim ("the accusation", "the ministry's figures"), as the one whose word it is ("contradicted the ministry"), or only
points at it ("that is untrue"). Candidates are weighed by the words and the event they share with it, by whether
they are the kind of claim the noun stands for, by whose claim the reply says it is, by whether they tell what the
replying side has done, and by how near and how prominent they stand.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from counterclaim.claims.references import claim_nouns
from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.matter import is_condition
from counterclaim.compare.sides import acts_in
from counterclaim.compare.statements import Statement
from counterclaim.compare.stories import Story
from counterclaim.compare.tables import read_words
from counterclaim.compare.terms import stem, terms_of
from counterclaim.language.analysis import lemma
from counterclaim.model import Act, DisputeKind
from counterclaim.tables import read_lists

_CLAIMING = frozenset(("assert", "accuse", "confirm", "judge", "predict", "promise", "question"))
#: What each piece of evidence counts.
_SIMILAR, _FOCUSED, _PREDICATE, _TYPE = 2.4, 1.0, 0.8, 0.5
_FITS, _MISFIT, _OWNER, _DOES, _NAMES, _FIGURE, _FOLLOWS, _LEADS = 1.0, -1.5, 1.5, 0.9, 0.25, 2.0, 0.8, 0.3
_REFERS, _BESIDE, _JUST_SAID = 2.0, -0.6, 0.7
#: What denies what was just said without saying it again: of whatever has few words, and of what has no word of denial.
#: What says that something is not known, and denies nothing: "there was no immediate word of casualties".
_UNKNOWN = re.compile(
    r"\b(?:immediate|immediately|known|unknown|clear|unclear|information|details|reports? of|word (?:of|on|from)|"
    r"toll|figures?|comment|claimed|responsibility|evidence|confirm\w*|verif\w*)\b",
    re.IGNORECASE,
)
#: What one was not able to do says nothing of whether it is so.
_UNABLE = re.compile(
    r"\b(?:could|can|was|were|is|are) ?(?:not|n.t|unable)\b(?: able)? ?(?:be )?"
    r"(?:find|found|reach|verif|establish|say|tell|see|seen)\w*",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\W*(?:(?:that )?(?:it|this|these|those|they)\b|that(?: (?:is|was|were|had|has|would)\b|\W*$))", re.IGNORECASE
)
_FLAT = re.compile(
    r"\W*nothing of the (?:kind|sort)|.*\b(?:no|any) such\b|"
    r"\W*(?:it|this|that) .*\b(?:happen|take place|occur|true|so|ours?|the case)\W*$",
    re.IGNORECASE,
)
_FEW, _TELLING = 2, 2
_OWN = re.compile(r"\W*(?:its|their|his|her|our|my)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"\W*an?\b", re.IGNORECASE)
_POINTS = re.compile(r"\W*(?:this|that|these|those|it|such|so|both)\b(?! (?:is|are|was|were) no)", re.IGNORECASE)
#: How a clause begins that is not what a claim mainly says.
_ASIDE = re.compile(
    r"(?:which|who|whom|whose|where|when|while|as|without|after|before|since|because|in order|so that)\b", re.I
)
_RELATIVE = re.compile(r"\W*(?:which|who|whom|whose)\b", re.IGNORECASE)
#: What it counts how near two vectors lie, beyond what unrelated claims of a story have.
_NEAR, _FAR = 1.0, 0.35
#: A reply to "the claim" or to "it" always has a target; a proposition may be one that no report tells.
_LEAST, _LEAST_NAMED, _LEAST_CONFIRMED, _UNSAID, _LATER, _HERE = 2.1, 0.6, 2.2, 1.5, 0.7, 0.9
_SHORT = 25
"""Words of a reply, at most, whose head noun stands for a claim."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that denies or confirms another, and what it says of that other."""

    statement: Statement
    reference: str | None
    """The stem of the noun by which it names a claim; "" where it only points at one; None where it gives it."""
    terms: frozenset[str]
    """The terms of what is denied or confirmed, without that noun."""

    follows: bool = False
    """Whether the claim has said before it what it replies to."""

    @property
    def is_named(self) -> bool:
        """Whether it only names or points at a claim instead of giving it."""
        return self.reference is not None

    @property
    def stands_by(self) -> bool:
        """Whether it upholds a claim of its own side: "its figure", "our report"."""
        return self.statement.act == "confirm" and bool(self.reference) and bool(_OWN.match(self.statement.text))


def find_denials(story: Story) -> Iterator[Finding]:
    """A finding for each denial of the story's own report whose target is found."""
    yield from _find(story, "deny")


def find_confirmations(story: Story) -> Iterator[Finding]:
    """A finding for each confirmation of the story's own report whose target is found."""
    yield from _find(story, "confirm")


def _find(story: Story, act: str) -> Iterator[Finding]:
    resolver = Resolver(story)
    for reply in read_replies(story.own, act):
        found = resolver.target(reply)
        if found is not None:
            yield found


def read_replies(statements: Sequence[Statement], act: str) -> list[Reply]:
    """The replies of an act among statements; "the claim that ..." and its clause are one reply."""
    by_claim: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if act in (statement.act, statement.claim.act) or (act == "deny" and _contradicts(statement)):
            by_claim[statement.claim.id].append(statement)
    replies = [reply for group in by_claim.values() for reply in _replies(group, act)]
    return [reply for reply in replies if not _is_refusal(reply)]


def _is_refusal(reply: Reply) -> bool:
    """Whether what is rejected is no claim: a demand, or an offer of which nobody has heard."""
    kind = _kind_named(reply)
    return kind == "demand" or (kind == "promise" and bool(_INDEFINITE.match(reply.statement.text)))


def _replies(statements: Sequence[Statement], act: str) -> list[Reply]:
    noun = _reference(statements[0])
    if noun is None:
        said = [one for one in statements if not _RELATIVE.match(one.text)]
        replies = [_proposition(one) for one in said if one.act == act or _contradicts(one)]
        return [replace(reply, follows=any(r.terms for r in replies[:n])) for n, reply in enumerate(replies)]
    terms = frozenset[str]().union(*(statement.terms.all for statement in statements)) - {noun}
    return [Reply(statements[0], noun, terms)]


def _proposition(statement: Statement) -> Reply:
    terms = statement.terms.all - _nouns().keys()
    if statement.act == "deny" and not read_lists("claims", "labels")["reject"].isdisjoint(_first(statement.text)):
        return Reply(statement, "", frozenset())
    back = _BACK if statement.act == "deny" else _FLAT
    points = not terms or (len(terms) <= _FEW and bool(back.match(statement.text)))
    return Reply(statement, "" if points and not statement.quantities else None, terms)


def _first(text: str) -> list[str]:
    """The words of what may be a bare label: "A lie"."""
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in read_words("function")]
    return [lemma(word, "NOUN") for word in words[:2]]


def _contradicts(statement: Statement) -> bool:
    """Whether a statement says of something that it is not so, without a word of denial: "we did not sink it"."""
    if statement.act != "assert" or not statement.negated or statement.event is None:
        return False
    unknown = _UNKNOWN.search(statement.text) or _UNABLE.search(statement.text)
    return not _ASIDE.match(statement.text) and not is_condition(statement) and not unknown


def _reference(statement: Statement) -> str | None:
    """The stem of the noun that stands for a claim, if the reply has no proposition."""
    event = statement.event
    words = re.findall(r"\w+", statement.text.casefold())
    if event is None or len(words) > _SHORT or not read_words("copula").isdisjoint(words):
        return None
    noun = stem(event.predicate.casefold())
    return noun if noun in _nouns() else None


class Resolver:
    """Finds which of a story's statements a reply replies to."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._rarity = story.rarity
        self._leads = _leads(story.all)
        self._last: Finding | None = None

    def target(self, reply: Reply) -> Finding | None:
        """What a reply most likely replies to; None where nothing is likely enough."""
        meant = [one for one in self._story.all if _may_be_meant(reply, one)]
        nearest = _nearest(reply, meant)
        scored = [(self.weigh(reply, one) + _just_said(reply, one, nearest), one) for one in meant]
        best = max(scored, key=lambda pair: (pair[0], pair[1].at), default=None)
        if best is None or best[0] < _least(reply) - _here(reply, best[1]):
            return None
        self._last = _finding(reply, best[1], best[0])
        return self._last

    def weigh(self, reply: Reply, other: Statement) -> float:
        """How likely it is that a statement is meant, on no scale but its own."""
        statement = reply.statement
        shared = self._similarity(reply, other) + self._evidence(reply, other)
        if not shared and not reply.is_named:
            return 0.0
        weight = shared + _nearness(statement, other) + _fit(reply, other)
        if statement.voice is not None:
            weight += _NAMES if statement.voice.known_by & other.terms.all else 0.0
        weight += _LEADS if (other.claim.id, other.number) in self._leads else 0.0
        weight += _BESIDE if _ASIDE.match(other.text) else 0.0
        return weight + self._continuity(statement, other)

    def _evidence(self, reply: Reply, other: Statement) -> float:
        """What ties them together beside words: whose claim and deed it is, the figure, the reference."""
        statement = reply.statement
        weight = _OWNER if _names_owner(reply, other) else 0.0
        if statement.voice is not None and acts_in(statement.voice, other):
            weight += _DOES
        if {(q.low, q.high) for q in statement.quantities} & {(q.low, q.high) for q in other.quantities}:
            weight += _FIGURE
        return weight + (_REFERS if other.claim.id == statement.claim.refers_to else 0.0)

    def _similarity(self, reply: Reply, other: Statement) -> float:
        """How much of what is replied to the other says, and how much of what the other says is replied to."""
        mine, theirs = reply.terms, other.terms.all
        near = (
            0.0
            if reply.is_named or reply.statement.act != "deny"
            else _NEAR * max(0.0, self._story.cosine(reply.statement, other) - _FAR)
        )
        shared = self._rarity.weight(mine & theirs)
        if not shared:
            return near
        weight = near + _SIMILAR * shared / self._rarity.weight(mine) + _FOCUSED * shared / self._rarity.weight(theirs)
        one, two = reply.statement.event, other.event
        if not reply.is_named and one is not None and two is not None:
            weight += _PREDICATE if stem(one.predicate) == stem(two.predicate) else 0.0
            weight += _TYPE if one.type is not None and one.type == two.type else 0.0
        return weight

    def _continuity(self, statement: Statement, other: Statement) -> float:
        """A side that denies one thing after another mostly goes on with the same claim."""
        last = self._last
        if last is None or last.one.order != statement.order or not last.one.same_side(statement):
            return 0.0
        return _FOLLOWS if other.claim.id == last.other.claim.id else 0.0


def _least(reply: Reply) -> float:
    if reply.statement.act == "confirm":
        return _LEAST_NAMED if reply.stands_by else _LEAST_CONFIRMED
    if reply.is_named:
        return _LEAST_NAMED
    unsaid = reply.statement.act != "deny"
    return _LEAST + (_LATER if reply.follows and not unsaid else _UNSAID if unsaid else 0.0)


def _here(reply: Reply, other: Statement) -> float:
    """How much less it takes where a report itself tells what is explicitly denied in it."""
    explicit = reply.statement.act == "deny" and not reply.is_named
    return _HERE if explicit and other.order == reply.statement.order else 0.0


def _may_be_meant(reply: Reply, other: Statement) -> bool:
    statement = reply.statement
    if other.claim.id == statement.claim.id:
        return False
    if statement.act == "confirm":
        own = not reply.stands_by or statement.same_side(other)
        return own and other.act in _CLAIMING and other.at < statement.at
    if (statement.act != "deny" and other.negated) or not _says_something(other):
        return False
    claims = other.act in _CLAIMING if _kind_named(reply) != "denial" else other.act == "deny"
    return claims and not statement.same_side(other)


def _says_something(statement: Statement) -> bool:
    """Whether a statement has enough words to be denied: not so "he said", "whoever made it"."""
    return len(statement.terms.all) >= _TELLING or bool(statement.quantities)


def _leads(statements: Sequence[Statement]) -> set[tuple[str, int]]:
    """The first statement of each voice in each report: what it mainly has to say."""
    first: dict[tuple[int, str], Statement] = {}
    for one in statements:
        if one.voice is not None:
            first.setdefault((one.order, one.voice.key), one)
    return {(one.claim.id, one.number) for one in first.values()}


def _fit(reply: Reply, other: Statement) -> float:
    """Whether a claim is of the kind that a noun stands for."""
    kind, acts = _nouns().get(reply.reference or "", ("", ()))
    if kind == "figure":
        whole = any(not quantity.part for quantity in other.quantities)
        return _FITS if whole else 0.5 * _FITS if other.quantities else _MISFIT
    if acts and acts[0] != "assert":
        return _FITS if other.act == acts[0] else 0.0 if other.act in acts else _MISFIT
    return 0.4 if other.act == "accuse" else 0.2 if other.act == "assert" else 0.0


def _names_owner(reply: Reply, other: Statement) -> bool:
    """Whether the reply says that it is this claimant's claim: "the ministry's figures", "the ministry"."""
    if other.voice is None:
        return False
    named = terms_of(other.voice.name, reply.statement.terms.names).all
    return not named.isdisjoint(reply.terms) if reply.is_named else reply.terms <= named


def _nearest(reply: Reply, meant: Sequence[Statement]) -> str | None:
    """The claim that stands last before a reply in its report."""
    before = [one for one in meant if one.order == reply.statement.order and one.at < reply.statement.at]
    return before[-1].claim.id if before else None


def _just_said(reply: Reply, other: Statement, nearest: str | None) -> float:
    """What it counts to stand last before a reply: much where it points back."""
    points = _POINTS.match(reply.statement.text)
    return (_JUST_SAID if points else _JUST_SAID / 4) if other.claim.id == nearest else 0.0


def _nearness(reply: Statement, other: Statement) -> float:
    if other.order == reply.order:
        apart = abs(reply.at[1] - other.at[1]) / 1500
        return max(0.0, 0.8 - apart) if other.at < reply.at else max(-0.4, 0.1 - apart)
    return -0.1 - 0.05 * min(6, reply.order - other.order)


def _finding(reply: Reply, other: Statement, weight: float) -> Finding:
    statement = reply.statement
    score = round(1 / (1 + math.exp(1.0 - weight)), 2)
    said = quoted(other.text)
    if statement.act != "confirm":
        why = f"Denied by {statement.who}: what {other.who} says, {said}."
        return Finding(statement, other, "denies", _kind(reply, other), why, score)
    if statement.same_side(other):
        return Finding(statement, other, "repeats", "occurrence", f"Upheld by {statement.who}: {said}.", score)
    why = f"Confirmed by {statement.who}: what {other.who} says, {said}."
    return Finding(statement, other, "corroborates", "occurrence", why, score)


def _kind(reply: Reply, other: Statement) -> DisputeKind:
    named = _kind_named(reply)
    if named == "figure" or (reply.statement.quantities and other.quantities):
        return "quantity"
    if other.act == "accuse" or named in ("accusation", "guilt"):
        return "responsibility"
    return "control" if other.event is not None and (other.event.type or "").endswith("control") else "occurrence"


def _kind_named(reply: Reply) -> str:
    """The class of the noun by which a reply names a claim; "" where there is none."""
    return _nouns().get(reply.reference or "", ("", ()))[0]


@cache
def _nouns() -> dict[str, tuple[str, tuple[Act, ...]]]:
    """The class of each noun that stands for a claim and what such claims do, by its stem."""
    return {stem(noun): known for noun, known in claim_nouns().items()}
