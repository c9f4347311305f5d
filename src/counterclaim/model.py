"""The words of the field as frozen values; every room speaks in these and nothing else.

Offsets are Unicode code points into a report's text as stored, ends exclusive. What is not known
is None or empty. `to_dict` of each value gives the JSON object of the contract.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Any, Literal, NamedTuple

Quote = Literal["direct", "mixed", "indirect"]
Act = Literal["assert", "deny", "confirm", "question", "accuse", "decline", "urge", "promise", "predict", "judge"]
Certainty = Literal["certain", "probable", "possible"]
ActorKind = Literal["person", "organisation", "group", "place", "unknown"]
EventState = Literal["planned", "ongoing", "happened", "ended", "not happened"]
Role = Literal["agent", "patient", "recipient"]
LinkType = Literal["denies", "contradicts", "corroborates", "updates", "repeats"]
DisputeKind = Literal["quantity", "occurrence", "control", "responsibility", "status", "identity"]
Precision = Literal[
    "time of day", "part of day", "day", "weekend", "week", "month", "quarter", "season", "half-year", "year", "decade",
    "century",
]  # fmt: skip


_HALVES = re.compile("[\ud800-\udfff]")


def whole(words: str) -> str:
    """Words with halves of surrogate pairs, which JSON can have and which are no characters, as U+FFFD."""
    return _HALVES.sub("\ufffd", words)


class Span(NamedTuple):
    """A stretch `[start, end)` of a report's text, in code points."""

    start: int
    end: int


Spans = tuple[Span, ...]
"""A span that may be discontinuous: its pieces in the order of the text."""


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `text` is kept exactly as it came; all spans count in it."""

    text: str = field(repr=False)
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 date, or date and time."""
    url: str | None = None
    path: str | None = None
    language: str | None = None
    """ISO 639-1 code of the language it is written in."""
    raw_sha256: str | None = None
    """Hexadecimal SHA-256 of the bytes that the text was drawn from, where it is only a part of them: a web page's."""

    @property
    def text_sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """The same for the same text by the same outlet at the same time, wherever it is read from."""
        parts = (self.text_sha256, self.outlet or "", self.published or "", self.url or "", self.title or "")
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def words_at(self, spans: Spans) -> str:
        """The words of a span; the pieces of a discontinuous one joined by " … "."""
        return " … ".join(self.text[start:end] for start, end in spans)

    def in_language(self, language: str | None) -> Report:
        """The same report with its language known."""
        return replace(self, language=language)

    def to_dict(self) -> dict[str, Any]:
        """The report's object in the contract."""
        return {
            "id": self.id, "path": self.path, "url": self.url, "outlet": self.outlet, "published": self.published,
            "title": self.title, "language": self.language, "raw_sha256": self.raw_sha256,
            "text_sha256": self.text_sha256, "text": self.text,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or group that speaks or is spoken of."""

    id: str
    name: str
    kind: ActorKind = "unknown"
    roles: tuple[str, ...] = ()
    of: str | None = None
    """ISO 3166 country code or the id of the actor it belongs to."""
    names: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The actor's object in the contract."""
        return asdict(self) | {"roles": list(self.roles), "names": list(self.names)}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content that belong together (PARC, PolNeAR); source and cue may be empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Claim:
    """What a claimant puts forward in one attribution."""

    id: str
    report: str
    """Id of the report it stands in."""
    source: Spans
    cue: Spans
    content: Spans
    text: str
    """The content's words."""
    quote: Quote
    claimant: str | None = None
    """Id of the actor whose word it is."""
    mention: Spans = ()
    """How the text names the claimant here."""
    act: Act | None = None
    certainty: Certainty | None = None
    negated: bool | None = None
    narrator: bool = False
    """True where the report says it in its own voice."""
    relayed_by: str | None = None
    refers_to: str | None = None
    facets: tuple[Facet, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The claim's object in the contract."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        spans = {name: [list(span) for span in plain[name]] for name in ("source", "cue", "content", "mention")}
        return plain | spans | {"facets": [facet.to_dict() for facet in self.facets]}


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much. `low` and `high` bound it; None is an open end. "at least 30" is 30..None."""

    role: str
    """What is counted: killed, wounded, missing, captured, displaced, deployed, launched, downed, area,
    distance, money, percent, duration or other."""
    low: float | None
    high: float | None
    unit: str | None
    """"person", "km2", "drone", "USD", "percent", ...; people are always "person"."""
    approximate: bool
    spans: Spans
    part: bool = False
    """True where the text gives it as some of more ("11 people, among them three children", "two more")."""
    counted: str | None = None
    """The noun phrase that says what is counted, as written without its number: "Brastian soldiers", "its losses",
    "of the dead" where the number picks from a set. A bare number has that of the count it takes up, or None."""

    def to_dict(self) -> dict[str, Any]:
        """The facet's object in the contract."""
        return {"kind": "quantity", **_plain(self)}


@dataclass(frozen=True, slots=True)
class Time:
    """When what is claimed happened, as an interval of whole days (ISO dates, both ends included)."""

    start: str | None
    end: str | None
    """None where it is open or unknown: "since" ends on the day of publication, "before May" has no start."""
    spans: Spans
    precision: Precision | None = None
    """In which unit the text tells it: "in May" in months, also where it is told as a limit ("since May")."""
    at: str | None = None
    """Time of day as the text gives it, in no stated zone: "02:14", or morning, afternoon, evening or night."""

    def to_dict(self) -> dict[str, Any]:
        """The facet's object in the contract."""
        return {"kind": "time", **_plain(self)}


@dataclass(frozen=True, slots=True)
class Place:
    """Where; coordinates (WGS 84 degrees) only where the gazetteer has the place."""

    name: str
    country: str | None
    """ISO 3166 alpha-2."""
    geonameid: int | None
    lat: float | None
    lon: float | None
    spans: Spans
    admin1: int | None = None
    """GeoNames id of the first-level region (a province, a state) that it lies in or is, where known."""
    admin2: int | None = None
    """Likewise of the second-level region (a district, a county)."""

    def to_dict(self) -> dict[str, Any]:
        """The facet's object in the contract."""
        return {"kind": "place", **_plain(self)}


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what has a part in an event."""

    role: Role
    """agent: who does it or is it; patient: who or what it is done to; recipient: for or against whom."""
    words: str
    """The head noun phrase as written, without article and possessor: "2nd Mountain Brigade"."""
    actor: str | None
    """Id of the actor it is, where it is one of the report's."""
    spans: Spans

    def to_dict(self) -> dict[str, Any]:
        """The participant's object in the contract."""
        return {name: getattr(self, name) for name in self.__slots__} | {"spans": [list(span) for span in self.spans]}


@dataclass(frozen=True, slots=True)
class Event:
    """What one clause of a claim says happened, is so, or did not happen; every clause of a content is one."""

    type: str | None
    """Its class, one of those in `facets/data/event_types.tsv` ("attack", "take-control", ...); None for any other."""
    predicate: str
    """Lemma of the predicate, with its particle: "capture", "take over"; of a copula what is said: "hostage"."""
    state: EventState
    act: Act
    """What the claimant does with this clause; of a content of several clauses each has its own."""
    certainty: Certainty
    negated: bool
    participants: tuple[Participant, ...]
    spans: Spans
    """The clause, within the content."""

    def to_dict(self) -> dict[str, Any]:
        """The facet's object in the contract."""
        return {"kind": "event", **_plain(self), "participants": [one.to_dict() for one in self.participants]}


Facet = Quantity | Time | Place | Event


@dataclass(frozen=True, slots=True)
class Link:
    """A typed relation of one claim to another."""

    source: str
    """Id of the claim that denies, contradicts, corroborates, updates or repeats."""
    target: str
    """Id of the claim that it does so to."""
    type: LinkType
    why: str
    """The reason, in one sentence for people."""
    score: float
    """How sure the link is, 0..1."""

    def to_dict(self) -> dict[str, Any]:
        """The link's object in the contract."""
        return {"from": self.source, "to": self.target, "type": self.type, "why": self.why, "score": self.score}


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to the question of a dispute."""

    value: str
    """The answer in a few words."""
    claims: tuple[str, ...]
    """Ids of the claims that give it, in the order of time."""

    def to_dict(self) -> dict[str, Any]:
        """The position's object in the contract."""
        return {"value": self.value, "claims": list(self.claims)}


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with positions of different claimants that cannot all be true as stated."""

    id: str
    question: str
    kind: DisputeKind
    positions: tuple[Position, ...]
    status: Literal["open", "conceded"] = "open"
    """conceded: a side has since withdrawn its claim or confirmed the other's."""

    def to_dict(self) -> dict[str, Any]:
        """The dispute's object in the contract."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        return plain | {"positions": [position.to_dict() for position in self.positions]}


def _plain(facet: Facet) -> dict[str, Any]:
    """Field values with spans as lists, and whole numbers as integers."""
    values = {name: getattr(facet, name) for name in facet.__slots__}
    whole = {k: int(v) for k, v in values.items() if k in ("low", "high") and v is not None and v == int(v)}
    return values | whole | {"spans": [list(span) for span in facet.spans]}
