"""Pairs of invented news statements with their labels.

A pair is made of two propositions of one family in one scene. Besides the relations that the tables give there are,
for every family: a proposition against itself in other words (entailment); an entailment read backwards (neutral);
look-alikes, where the same words are about another place, another day or somebody else (neutral); statements that are
denied, confirmed or doubted as a whole; and statements in longer company.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from training.entailment.news.scene import Scene, draw
from training.entailment.news.tables import Family, Relation, Use, families, frames
from training.entailment.news.writing import chosen, in_frame, write
from training.entailment.pairs import Pair

#: Kinds of pairs and how often they are made.
KINDS = {"related": 0.52, "paraphrase": 0.21, "backwards": 0.05, "look-alike": 0.22}
#: What a look-alike may differ in, if both statements name it.
ELSEWHERE = ("place", "day", "person", "org", "ship", "disease", "topic", "vote", "workers", "target", "plant")
FRAMED = {"keep": 0.1, "deny": 0.07, "doubt": 0.04}
COMPANY = 0.1
#: How often one of the statements says "the town" or "she", as a clause out of a report does, and not when what
#: changes must be named.
UNNAMED = 0.2
NAMED = ("place", "org", "person")


def generate(use: Use, count: int, seed: int) -> Iterator[Pair]:
    """`count` different pairs of the families of a use; the same for the same seed."""
    rng = random.Random(f"{seed} {use}")
    used = [family for family in families() if family.use == use]
    weights = [len(family.relations) ** 0.5 for family in used]
    seen: set[tuple[str, str]] = set()
    while len(seen) < count:
        pair = _pair(rng.choices(used, weights)[0], rng)
        if pair is not None and pair.premise != pair.hypothesis and (pair.premise, pair.hypothesis) not in seen:
            seen.add((pair.premise, pair.hypothesis))
            yield pair


def _pair(family: Family, rng: random.Random) -> Pair | None:
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    relation = _relation(family, kind, rng)
    if relation is None:
        return None
    left, right = (chosen(rng.choice(family.phrasings[name]), rng) for name in (relation.left, relation.right))
    scene = draw(rng)
    change = _difference(left, right, rng) if kind == "look-alike" else relation.change
    if change is None:
        return None
    if kind == "look-alike":
        relation = replace(relation, change=change, label="neutral")
    pair = _written(family, relation, (left, right), scene, rng)
    pair = replace(pair, kind=f"{kind} {relation.change}".removesuffix(" -"))
    if pair.label != "entailment" and rng.random() < 0.5:
        pair = replace(pair, premise=pair.hypothesis, hypothesis=pair.premise)
    return _in_company(family, pair, scene, rng) if rng.random() < COMPANY else pair


def _relation(family: Family, kind: str, rng: random.Random) -> Relation | None:
    """A relation of a kind; for look-alikes one that holds where the scene is the same."""
    same = Relation(name := rng.choice(list(family.phrasings)), name, "-", "entailment")
    if kind == "paraphrase":
        return same
    if kind == "related":
        # Contradictions are rarer in the tables than what only looks like them.
        weights = [3.0 if r.label == "contradiction" else 1.0 for r in family.relations]
        return rng.choices(family.relations, weights)[0]
    plain = [r for r in family.relations if r.label != "neutral" and r.change == "-"]
    if kind == "look-alike":
        return rng.choice([*plain, same]) if plain else same
    given = {(r.left, r.right) for r in family.relations}
    back = [r for r in plain if r.label == "entailment" and (r.right, r.left) not in given]
    if not back:
        return None
    turned = rng.choice(back)
    return Relation(turned.right, turned.left, "-", "neutral")


def _difference(left: str, right: str, rng: random.Random) -> str | None:
    """Something that both phrasings name and that can be another one on the right."""
    shared = [slot for slot in ELSEWHERE if f"{{{slot}}}" in left and f"{{{slot}}}" in right]
    often = [slot for slot in shared if slot in ("place", "day")] or shared
    return rng.choice([*shared, *often]) if shared else None


def _written(family: Family, relation: Relation, phrasings: tuple[str, str], scene: Scene, rng: random.Random) -> Pair:
    dated = relation.change == "day"
    voices = (None, None, None) if family.named else (None, None, "A", "B")
    speakers = [rng.choice(voices) for _ in phrasings]
    if relation.change == "sides":
        speakers = [None, None]
    scenes = [scene, scene.changed(relation.change, rng)]
    if relation.change not in NAMED and rng.random() < UNNAMED:
        side = rng.randrange(2)
        scenes[side] = scenes[side].unnamed(rng)
    texts = [
        write(phrasing, where, rng, speaker, dated)
        for phrasing, where, speaker in zip(phrasings, scenes, speakers, strict=True)
    ]
    pair = Pair(texts[0], texts[1], relation.label, f"news {family.name}")
    effect = rng.choices(["", *FRAMED], [1 - sum(FRAMED.values()), *FRAMED.values()])[0]
    return _framed(pair, effect, both_ways=relation.left == relation.right, rng=rng) if effect else pair


def _framed(pair: Pair, effect: str, both_ways: bool, rng: random.Random) -> Pair:
    """A pair one of whose statements (with "deny", now and then both) is set into a frame."""
    premise, hypothesis, label = pair.premise, pair.hypothesis, pair.label

    def framed(text: str) -> str:
        return in_frame(rng.choice(frames(effect)), text, rng)

    if effect == "deny" and both_ways and rng.random() < 0.3:
        return replace(pair, premise=framed(premise), hypothesis=framed(hypothesis))
    on_premise = rng.random() < 0.5
    if effect == "deny":
        # Not the premise: only what also follows back is then denied. Not the hypothesis: what follows is denied.
        turned = label == "entailment" and (both_ways or not on_premise)
        label = "contradiction" if turned else "neutral"
    elif effect == "doubt":
        label = "neutral"
    if on_premise:
        return replace(pair, premise=framed(premise), label=label)
    return replace(pair, hypothesis=framed(hypothesis), label=label)


def _in_company(family: Family, pair: Pair, scene: Scene, rng: random.Random) -> Pair:
    """The premise with one more statement, about something else in another place, before or after it."""
    others = [f for f in families() if f.use == family.use and f.name != family.name]
    statement = rng.choice(rng.choice(list(rng.choice(others).phrasings.values())))
    company = write(statement, draw(rng), rng)
    premise = re.sub(r"\.$", "", pair.premise)
    joined = rng.choice((f"{premise}. {company}", f"{company}. {premise}", f"{premise}, and {company}"))
    return replace(pair, premise=joined)
