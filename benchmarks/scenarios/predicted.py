"""What the contract's object says of a scenario, in a form to compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.scenarios.gold import GoldClaim, Scenario

_WORD = re.compile(r"\w+")
#: Words that names are compared without.
_SMALL = {
    "the", "a", "an", "of", "s", "and", "in", "for", "to", "by", "on", "at", "his", "her", "its", "their", "mr", "mrs",
    "ms",
}  # fmt: skip
#: How much of the shorter of two names must be shared.
_SAME = 0.75

Tokens = frozenset[int]
"""Word tokens of a text by their number."""


@dataclass(frozen=True, slots=True)
class PredictedClaim:
    """A claim as found: its word tokens, the names of its claimant, and its typed values."""

    id: str
    report: str
    """Id of the report in the scenario."""
    tokens: Tokens
    claimant: tuple[str, ...]
    act: str | None
    certainty: str | None
    facets: tuple[dict[str, Any], ...]

    def is_by(self, gold: GoldClaim) -> bool:
        """Whether the gold's claimant has one of the names."""
        return any(same_name(gold.claimant, name) for name in self.claimant)


@dataclass(frozen=True, slots=True)
class Predicted:
    """Claims, links (from, to, type) and the disputes' questions with their positions."""

    claims: tuple[PredictedClaim, ...]
    links: tuple[tuple[str, str, str], ...]
    disputes: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


def predicted(scenario: Scenario, told: dict[str, Any]) -> Predicted:
    """The contract's object of a scenario's reports. Raises ValueError where a text is not the one that was given."""
    ids = {report.id: name for name, report in scenario.reports.items()}
    for report in told["reports"]:
        if report["text"] != scenario.reports[ids[report["id"]]].text:
            raise ValueError(f"{scenario.id}: the text of {ids[report['id']]} is not the one that was given")
    actors = {actor["id"]: actor for actor in told["actors"]}
    texts = {report.id: report.text for report in scenario.reports.values()}
    return Predicted(
        tuple(_claim(claim, ids[claim["report"]], texts[claim["report"]], actors) for claim in told["claims"]),
        tuple((link["from"], link["to"], link["type"]) for link in told["links"]),
        tuple((one.get("question") or "", tuple(tuple(p["claims"]) for p in one["positions"]))
              for one in told["disputes"]),
    )  # fmt: skip


def _claim(claim: dict[str, Any], report: str, text: str, actors: dict[str, dict[str, Any]]) -> PredictedClaim:
    names = _names(actors.get(claim["claimant"] or "", {})) or (
        " ".join(text[start:end] for start, end in claim.get("mention") or ()),
    )
    return PredictedClaim(
        claim["id"], report, tokens_at(text, claim["content"]), names,
        claim.get("act"), claim.get("certainty"), tuple(claim.get("facets", ())),
    )  # fmt: skip


def _names(actor: dict[str, Any]) -> tuple[str, ...]:
    name = actor.get("name") or ""
    names = (name, *actor.get("names", ()), *(f"{role} {name}" for role in actor.get("roles", ())))
    return names if any(names) else ()


def tokens_at(text: str, spans: Sequence[Sequence[int]]) -> Tokens:
    """The word tokens that spans touch."""
    return frozenset(
        number
        for number, word in enumerate(_WORD.finditer(text))
        if any(word.start() < end and word.end() > start for start, end in spans)
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names share three quarters of the words of the shorter one, articles and the like aside."""
    left, right = _name_words(one), _name_words(other)
    return bool(left and right) and len(left & right) >= _SAME * min(len(left), len(right))


def _name_words(name: str) -> set[str]:
    plain = name.casefold().replace("’s", "").replace("'s", "")
    return set(_WORD.findall(plain)) - _SMALL
