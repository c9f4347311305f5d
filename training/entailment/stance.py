"""Headlines against articles: FNC-1 (stance of a body to a headline) and Emergent (of a headline to a claim).

A body is too long for the model and mostly about something else, so it is read through a passage: the two
sentences that share most of the headline's rare words, and the best of those in which a word of doubt stands
("hoax", "denied", "not"), in the order of the text. Agree, discuss and disagree become entailment, neutral and
contradiction; unrelated bodies are neutral.

A fifth of the topics of FNC-1 is held back for measuring. A topic is all headlines and bodies that the set joins
by a stance other than "unrelated", so that neither a body nor a story is on both sides, as between the training and
the test part of the challenge itself.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.entailment.pairs import Pair, share_of
from training.entailment.word_lists import word_list

STANCES = ("agree", "disagree", "discuss", "unrelated")
LABEL_OF = {"agree": "entailment", "disagree": "contradiction", "discuss": "neutral", "unrelated": "neutral"}
EMERGENT_LABEL = {"for": "entailment", "against": "contradiction", "observing": "neutral"}
FIFTH = 5
#: Words by which an article doubts a story.
DOUBT = frozenset(word_list("doubt"))
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“‘'A-Z0-9])|\n+")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Case:
    """A headline and a body with the stance of the body to it."""

    headline: str
    body: str
    body_id: str
    stance: str


@cache
def words(text: str) -> tuple[str, ...]:
    """A text's words in lower case without the commonest endings, good enough to count which are shared."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return tuple(re.sub(r"(?:'s|ing|ed|es|s)$", "", word) if len(word) > 4 else word for word in found)


class Passages:
    """Chooses the sentences of a body that say most of a headline; knows how rare a word is in all bodies."""

    def __init__(self, bodies: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        self._bodies = 0
        for body in bodies:
            counts.update(set(words(body)))
            self._bodies += 1
        self._counts = counts

    def weight(self, word: str) -> float:
        """How much a shared word says: its inverse document frequency."""
        return math.log((1 + self._bodies) / (1 + self._counts[word]))

    def overlap(self, headline: str, sentence: str) -> float:
        """The weight of the headline's words that the sentence has, as a share of all its words' weight."""
        wanted, has = set(words(headline)), set(words(sentence))
        total = sum(map(self.weight, wanted))
        return sum(self.weight(word) for word in wanted & has) / total if total else 0.0

    def choose(self, headline: str, body: str) -> list[str]:
        """At most three sentences: the two nearest and the nearest one with a word of doubt, in the text's order."""
        sentences = sentences_of(body)
        nearest = sorted(range(len(sentences)), key=lambda i: (-self.overlap(headline, sentences[i]), i))
        doubting = [i for i in nearest if is_doubting(sentences[i])]
        return [sentences[i] for i in sorted({*nearest[:2], *doubting[:1]})]


def is_doubting(sentence: str) -> bool:
    """Whether a word of doubt stands in a sentence."""
    found = _WORD.findall(sentence.lower().replace("’", "'"))
    return any(word in DOUBT or word.endswith("n't") for word in found)


def sentences_of(body: str) -> list[str]:
    """A body's sentences, as full stops and line ends suggest them; the very long ones cut short."""
    parts = [part.strip() for part in _SENTENCE_END.split(body)]
    return [" ".join(part.split()[:45]) for part in parts if len(part.split()) > 3] or [body[:250]]


def read_cases(data: Path) -> list[Case]:
    """All pairs of the training part of FNC-1."""
    folder = data / "stance"
    bodies = {row["Body_ID"]: row["articleBody"] for row in _rows(folder, "train_bodies.csv")}
    return [
        Case(row["Headline"], bodies[row["Body_ID"]], row["Body_ID"], STANCES[int(row["Stance"])])
        for row in _rows(folder, "train_stances.csv")
    ]


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def held_topics(cases: Sequence[Case]) -> tuple[frozenset[str], frozenset[str]]:
    """The body ids and the headlines of the topics that are held back."""
    topics = _topics(cases)
    first = {topic: min(int(c.body_id) for c in members) for topic, members in topics.items()}
    held = [c for topic, members in topics.items() if share_of(f"topic {first[topic]}", FIFTH) == 0 for c in members]
    return frozenset(c.body_id for c in held), frozenset(c.headline for c in held)


def _topics(cases: Sequence[Case]) -> dict[str, list[Case]]:
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    related = [case for case in cases if case.stance != "unrelated"]
    for case in related:
        parent[find(f"headline {case.headline}")] = find(f"body {case.body_id}")
    topics: dict[str, list[Case]] = {}
    for case in related:
        topics.setdefault(find(f"body {case.body_id}"), []).append(case)
    return topics


def split_cases(cases: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Cases to train on and cases held back; those that would join the two are left out."""
    bodies, headlines = held_topics(cases)
    known = {c.body_id for c in cases if c.stance != "unrelated"}
    held = [c for c in cases if c.body_id in bodies]
    train = [c for c in cases if c.body_id in known - bodies and c.headline not in headlines]
    return train, held


def stance_pairs(cases: Iterable[Case], passages: Passages) -> Iterator[Pair]:
    """Cases as pairs: the passage is the premise, the headline the hypothesis."""
    for case in cases:
        premise = " ".join(passages.choose(case.headline, case.body))
        yield Pair(premise, case.headline, LABEL_OF[case.stance], "fnc-1", case.stance)


def emergent(data: Path, held_headlines: frozenset[str]) -> Iterator[Pair]:
    """Emergent's article headlines against claims; those that the held-back topics of FNC-1 have are left out."""
    rows = _rows(data / "stance", "emergent-train.csv")
    shut = {row["claimId"] for row in rows if held_headlines & {row["articleHeadline"], row["claimHeadline"]}}
    for row in rows:
        if row["claimId"] not in shut:
            label = EMERGENT_LABEL[row["articleHeadlineStance"]]
            yield Pair(row["articleHeadline"], row["claimHeadline"], label, "emergent")
