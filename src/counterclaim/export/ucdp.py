"""CSV in the columns of UCDP GED 25.1: a row for each event with people killed; what is not known is empty."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, BinaryIO

from counterclaim.export.csv import write_rows
from counterclaim.export.tables import Table

NAME = "ucdp"
OF: tuple[str, ...] = ("fatalities",)

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip

_WHERE_PREC = {"town": 1, "capital": 1, "admin2": 3, "admin1": 4, "country": 6}
"""UCDP's code for how precisely a place is known, by kind of place; that of another kind is not known."""
_DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Up to how many days UCDP's codes for how precisely a time is known go."""


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write a head line with the 49 columns, then a row for each event."""
    write_rows(COLUMNS, map(_row, things), stream)


def _row(event: dict[str, Any]) -> dict[str, Any]:
    dates = {"date_start": event["date_start"], "date_end": event["date_end"], "date_prec": _date_prec(event)}
    year = {(event[name] or "")[:4] for name in ("date_start", "date_end")}
    return {
        "id": event["id"], "relid": "; ".join(event["disputes"]), "code_status": f"not reviewed, {event['policy']}",
        "year": year.pop() if len(year) == 1 else None, "low": event["low"], "best": event["best"],
        "high": event["high"],
    } | dates | _sources(event) | _where(event)  # fmt: skip


def _sources(event: dict[str, Any]) -> dict[str, Any]:
    """The reports, and those on whose word they give a figure."""
    sources = event["sources"]
    listed = [", ".join(str(one[name]) for name in ("outlet", "published", "title") if one[name]) for one in sources]
    return {
        "number_of_sources": len(sources),
        "source_article": "; ".join(f'"{one}"' for one in listed),
        "source_office": "; ".join(one["outlet"] or "" for one in sources),
        "source_date": "; ".join((one["published"] or "")[:10] for one in sources),
        "source_headline": "; ".join(one["title"] or "" for one in sources),
        "source_original": "; ".join(dict.fromkeys(one["claimant_name"] for one in event["figures"])),
    }


def _where(event: dict[str, Any]) -> dict[str, Any]:
    place = event["place"]
    if place is None:
        return {}
    lat, lon = place["lat"], place["lon"]
    named = {
        "where_coordinates": place["name"], "where_description": "; ".join(event["places"]), "adm_1": place["admin1"],
        "adm_2": place["admin2"], "country": place["country_name"],
    }  # fmt: skip
    if lat is None:
        return named
    return named | {
        "where_prec": _WHERE_PREC.get(place["kind"]), "latitude": lat, "longitude": lon,
        "geom_wkt": f"POINT ({lon} {lat})", "priogrid_gid": priogrid(lat, lon),
    }  # fmt: skip


def priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID, of half a degree, counted from 1 at 90 degrees south and 180 west, eastward first."""
    row, column = min(int((lat + 90) * 2), 359), min(int((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _date_prec(event: dict[str, Any]) -> int | None:
    """How precisely it is known when: 1 a day, 2 a few days, 3 a week, 4 a month, 5 up to a year."""
    if event["date_start"] is None:
        return None
    days = (date.fromisoformat(event["date_end"]) - date.fromisoformat(event["date_start"])).days + 1
    return next((code for most, code in _DATE_PREC if days <= most), None)
