"""CSV in the columns of ACLED: a row for each event with people killed; what is not known is empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from counterclaim.export.csv import write_rows
from counterclaim.export.policy import Policy
from counterclaim.export.tables import Table

NAME = "acled"
OF: tuple[str, ...] = ("fatalities",)

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

POLICY = Policy(
    "least-last-word-1",
    "fatalities is the low of the policy last-word-1: the least number that any side last gave. notes has every "
    "figure with who gave it, and says where they differ.",
)

_GEO_PRECISION = {"town": 1, "capital": 1, "admin2": 2, "admin1": 3}
"""ACLED's code for how precisely a place is known, by kind of place; that of another kind is not known."""


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write a head line with the 31 columns, then a row for each event."""
    write_rows(COLUMNS, map(_row, things), stream)


def _row(event: dict[str, Any]) -> dict[str, Any]:
    one_day = event["date_start"] is not None and event["date_start"] == event["date_end"]
    years = {(event[name] or "")[:4] for name in ("date_start", "date_end")}
    return {
        "event_id_cnty": event["id"],
        "event_date": event["date_start"] if one_day else None,
        "year": years.pop() if len(years) == 1 else None,
        "time_precision": 1 if one_day else None,
        "source": "; ".join(dict.fromkeys(one["outlet"] for one in event["sources"] if one["outlet"])),
        "notes": _notes(event),
        "fatalities": event["low"],
    } | _where(event)


def _where(event: dict[str, Any]) -> dict[str, Any]:
    place = event["place"]
    if place is None:
        return {}
    named = {"location": place["name"], "country": place["country_name"],
             "admin1": place["admin1"], "admin2": place["admin2"]}  # fmt: skip
    if place["lat"] is None:
        return named
    known = {"latitude": place["lat"], "longitude": place["lon"], "geo_precision": _GEO_PRECISION.get(place["kind"])}
    return named | known


def _notes(event: dict[str, Any]) -> str:
    """All figures with who gave them where and when, whether they differ, and the policy."""
    given = "; ".join(_given(figure) for figure in event["figures"])
    low, high = event["low"], event["high"]
    differ = "" if low == high else f" Sides differ: {'unknown' if low is None else low} to {high}."
    days = (event["date_start"], event["date_end"])
    when = "" if days[0] == days[1] else f" Between {days[0]} and {days[1]}."
    return f"Killed: {given}.{differ}{when} Policy {POLICY.name}."


def _given(figure: dict[str, Any]) -> str:
    """ "at least 9 (the mayor in The Chronicle, 2031-05-01; hedged)"."""
    low, high = figure["low"], figure["high"]
    number = f"at least {low}" if high is None else f"up to {high}" if low is None else f"{low} to {high}"
    told = " in ".join(filter(None, (figure["claimant_name"], figure["outlet"])))
    parts = (", ".join(filter(None, (told, (figure["published"] or "")[:10]))),
             "hedged" if figure["hedged"] else "", "" if figure["last"] else "since replaced")  # fmt: skip
    return f"{low if low == high else number} ({'; '.join(filter(None, parts))})"
