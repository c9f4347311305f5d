"""Writing a statement: choosing a phrasing, filling its slots, and who is "we"."""

from __future__ import annotations

import random
import re

from training.entailment.news.scene import Country, Person, Scene
from training.entailment.news.tables import fillers
from training.entailment.word_lists import word_list

#: Chance of leaving out the day of a statement.
DAYLESS = 0.35
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SLOT = re.compile(r"\{([A-Za-z0-9]+)(?:\.(\w+))?\}")
_FORCES = ("{adj} forces", "{adj} troops", "{adj} soldiers", "{name}'s troops", "{name}'s forces", "{adj} army units")
_OURS = ("our forces", "our troops", "our units", "our soldiers", "our men", "its troops", "its forces")
_ENEMY = ("enemy forces", "the enemy's troops", "enemy units", "{adj} forces", "{name}'s troops")


def write(phrasing: str, scene: Scene, rng: random.Random, speaker: str | None = None, dated: bool = False) -> str:
    """A phrasing filled in. `speaker` is the side ("A" or "B") that says it; `dated` makes it name its day."""
    phrasing = chosen(phrasing, rng)
    dayless = not dated and rng.random() < DAYLESS

    def fill(match: re.Match[str]) -> str:
        if match[1] == "day":
            return "" if dayless else f" {scene.values['day']}"
        person = scene.values["person"]
        if match[1] == "person" and match.start() == 0 and isinstance(person, Person) and person.called:
            return rng.choice((person.called, person.pronoun))
        return _fill(match[1], match[2] or "", scene, rng, speaker)

    return tidy(_SLOT.sub(fill, phrasing))


def chosen(phrasing: str, rng: random.Random) -> str:
    """A phrasing with one of the words of every choice."""
    while (once := _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), phrasing)) != phrasing:
        phrasing = once
    return phrasing


def _fill(slot: str, part: str, scene: Scene, rng: random.Random, speaker: str | None) -> str:
    if slot in ("his", "he"):
        person = scene.values["person"]
        assert isinstance(person, Person)
        return person.his if slot == "his" else person.pronoun
    value = scene.values[slot]
    if isinstance(value, Country):
        return _side(value, part, rng, None if speaker is None else speaker == slot)
    if isinstance(value, Person) and value.called:
        return value.called
    if isinstance(value, Person):
        full, short = f"{value.forename} {value.surname}", f"{value.title} {value.surname}"
        return rng.choice((full, full, short, value.surname))
    return number(value, rng) if isinstance(value, int) else value


def _side(country: Country, part: str, rng: random.Random, speaks: bool | None) -> str:
    if part in ("we", "army"):
        forms = _FORCES if speaks is None else _OURS if speaks else _ENEMY
        form = "we" if speaks and part == "we" and rng.random() < 0.3 else rng.choice(forms)
        return form.format(adj=country.adjective, name=country.name)
    return country.adjective if part == "adj" else country.name


def number(value: int, rng: random.Random) -> str:
    """A number in digits or, if it is small, sometimes in words."""
    if value < 100 and rng.random() < (0.5 if value < 13 else 0.15):
        return in_words(value)
    return f"{value:,}" if rng.random() < 0.7 else str(value)


def in_words(value: int) -> str:
    """A number below a hundred in words."""
    small = word_list("small_numbers")
    if value < len(small):
        return small[value]
    return word_list("tens")[value // 10] + (f"-{small[value % 10]}" if value % 10 else "")


def tidy(text: str) -> str:
    """Spaces, commas and the indefinite article put right."""
    text = re.sub(r"\s+", " ", text).replace(" ,", ",").strip()
    text = re.sub(r"\b([Aa])n (?=[^aeiouAEIOU\W])", r"\1 ", text)
    return re.sub(r"\b([Aa]) (?=[aeioAEIO])", r"\1n ", text)


def in_frame(frame: str, statement: str, rng: random.Random) -> str:
    """A statement set into a frame of frames.tsv."""
    return frame.replace("{s}", statement).replace("{speaker}", rng.choice(fillers()["speaker"]))
