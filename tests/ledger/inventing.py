"""Many reports made by chance: few places and speakers, so that they have much to do with each other."""

from __future__ import annotations

from random import Random

from counterclaim.compare.account import Account
from tests.compare.building import Said, Told
from tests.ledger.telling import at_url, by

PLACES = ("Kesh", "Varna", "Mirel", "Dorn", "Sarat", "Ulm", "Pesk", "Onda")
SPEAKERS = (
    "the Orlan Defence Ministry", "the Tolm General Staff", "Ilse Brandt", "Karl Brandt", "Brandt",
    "the Mervan mayor", "the Defence Ministry", "the General Staff", "Norland police",
)  # fmt: skip


def reports(dice: Random, many: int) -> list[Account]:
    """So many reports, some undated, some reprints of others, some revisions of others."""
    made = [report(dice, f"https://wire.example/{number}") for number in range(many)]
    for number in range(many // 8):
        one, other = dice.choice(made), dice.choice(made)
        made.append(at_url(by(one, "Copy"), f"https://copy.example/{number}"))
        made.append(report(dice, other.report.url or ""))
    return made


def report(dice: Random, url: str) -> Account:
    """One report at a URL, of a day of half a year or of a week, at a time, or of a time that is not known."""
    days = ("", f"2031-{dice.randint(1, 8):02}-{dice.randint(1, 28):02}", f"2031-05-{dice.randint(1, 6):02}",
            f"2031-05-{dice.randint(1, 6):02}T09:30:00+02:00")  # fmt: skip
    told = Told(dice.choice("ABCDE"), "", tuple(said(dice) for _ in range(dice.randint(1, 5)))).account()
    return at_url(told, url, published=dice.choice(days))


def said(dice: Random) -> Said:
    """One claim."""
    who, place, other = dice.choice(SPEAKERS), dice.choice(PLACES), dice.choice(PLACES)
    dead = dice.choice((3, 4, 11, 19, 19))
    return dice.choice((
        Said(who, f"Orlan troops had taken {place}", predicate="take", type="take-control", agent="Orlan troops",
             patient=place, place=place),
        Said(who, f"Tolm forces still held {place}", predicate="hold", type="hold-control", agent="Tolm forces",
             patient=place, place=place, state="ongoing"),
        Said(who, "the claim", "deny", predicate="claim", negated=True),
        Said(who, f"its troops had taken {place}", "deny", predicate="take", negated=True, agent="its troops",
             patient=place),
        Said(who, f"{dead} people were killed in the blast at {place} near {other}", predicate="kill", type="kill",
             figures=(("killed", dead, dead, f"{dead} people"),)),
        Said(who, f"the bridge at {place} had been closed by {other} police", predicate="close", patient="bridge"),
        Said(who, f"a drone hit the market in {place}", predicate="hit", type="attack", agent="a drone",
             patient="market"),
        Said(who, f"no drone hit the market in {place}", predicate="hit", type="attack", agent="drone",
             patient="market", negated=True),
    ))  # fmt: skip


def batches(dice: Random, some: list[Account]) -> list[list[Account]]:
    """All of some reports in another order, some by themselves and some together."""
    order, made = dice.sample(some, len(some)), []
    while order:
        size = dice.choice((1, 1, 1, 2, 3, 8, 20))
        made.append(order[:size])
        order = order[size:]
    return made
