"""Events with people killed: which figures are of one, and what is drawn from them by the policy."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from counterclaim.compare.account import Account
from counterclaim.export import acled, ucdp
from counterclaim.export.policy import POLICY
from counterclaim.export.where import sites_of, where
from counterclaim.ledger import Ledger
from counterclaim.model import Event, Facet, Place
from tests.compare.building import Said, Told
from tests.export.exporting import day, killed, ledger_of, with_facets, written
from tests.ledger.telling import by

MINISTRY, UNION, MONITOR = "the Orlan Health Ministry", "the Dockers' Union", "Harbour Watch"
MAY_1, MAY_2 = day("2031-05-01"), day("2031-05-02")
KHARKIV = Place("Kharkiv", "UA", 706483, 49.98177, 36.25476, (), 706482)
UKRAINE = Place("Ukraine", "UA", 690791, 48.99999, 32.0, ())


def told(outlet: str, published: str, *claims: Said) -> Account:
    return Told(outlet, published, claims).account()


def events(folder: Path, *accounts: Account) -> list[dict[str, Any]]:
    file = ledger_of(folder, *accounts)
    return [json.loads(line) for line in written(file, "jsonl", "--of", "fatalities").splitlines()]


def numbers(event: dict[str, Any]) -> tuple[int | None, int | None, int | None]:
    return event["low"], event["best"], event["high"]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_rival_figures_of_one_blast_are_one_event_with_the_lower_of_equals_as_best(tmp_path: Path) -> None:
    wire = told("Wire", "2031-05-01", killed(MINISTRY, "19 people", 19, 19), killed(UNION, "31 people", 31, 31))
    (event,) = events(tmp_path, wire)
    assert numbers(event) == (19, 19, 31)
    assert event["disputes"] and event["policy"] == POLICY.name
    assert event["id"] == wire.claims[0].id
    assert [(one["claimant_name"], one["low"], one["last"]) for one in event["figures"]] == [
        (MINISTRY, 19, True), (UNION, 31, True)]  # fmt: skip


def test_best_is_what_most_sides_give(tmp_path: Path) -> None:
    (event,) = events(
        tmp_path,
        told("Wire", "2031-05-01", killed(MINISTRY, "19 people", 19, 19), killed(UNION, "31 people", 31, 31),
             killed(MONITOR, "31 people", 31, 31)),
    )  # fmt: skip
    assert numbers(event) == (19, 31, 31)


def test_a_reprint_counts_once(tmp_path: Path) -> None:
    wire = told("Wire", "2031-05-01", killed(MINISTRY, "19 people", 19, 19), killed(UNION, "31 people", 31, 31))
    (event,) = events(tmp_path, wire, by(wire, "Post"), by(wire, "Herald"))
    assert numbers(event) == (19, 19, 31)
    assert [one["outlet"] for one in event["sources"]] == ["Herald"]


def test_a_side_that_says_it_again_elsewhere_counts_once_and_its_last_figure_holds(tmp_path: Path) -> None:
    first = told("Wire", "2031-05-01", killed(MINISTRY, "9 people", 9, 9))
    later = told("Post", "2031-05-02", killed(MINISTRY, "19 people", 19, 19), killed(UNION, "31 people", 31, 31))
    again = told("Radio", "2031-05-03", killed(MINISTRY, "19 people", 19, 19))
    (event,) = events(tmp_path, first, later, again)
    assert numbers(event) == (19, 19, 31)
    assert [one["last"] for one in event["figures"]] == [False, False, True, True]


@pytest.mark.parametrize(
    ("shown", "low", "high", "wanted"),
    [
        ("at least 9 people", 9, None, (9, 9, 9)),
        ("up to 9 people", None, 9, (None, None, 9)),
        ("40 to 45 people", 40, 45, (40, 40, 45)),
    ],
)
def test_open_ends_and_ranges(
    shown: str, low: float | None, high: float | None, wanted: tuple[int | None, ...], tmp_path: Path
) -> None:
    (event,) = events(tmp_path, told("Wire", "2031-05-01", killed(MINISTRY, shown, low, high)))
    assert numbers(event) == wanted


def changed(account: Account, change: Callable[[Event], Facet]) -> Account:
    """An account with its events changed."""
    claims = (
        replace(claim, facets=tuple(change(facet) if isinstance(facet, Event) else facet for facet in claim.facets))
        for claim in account.claims
    )
    return account._replace(claims=tuple(claims))


def test_a_hedged_figure_widens_the_range_and_is_never_best(tmp_path: Path) -> None:
    sure = told("Wire", "2031-05-01", killed(MINISTRY, "19 people", 19, 19))
    hedged = told("Post", "2031-05-01", killed(UNION, "12 people", 12, 12))
    hedged = changed(hedged, lambda event: replace(event, certainty="possible"))
    (event,) = events(tmp_path, sure, hedged)
    assert numbers(event) == (12, 19, 19)
    (alone,) = events(tmp_path / "alone", hedged)
    assert numbers(alone) == (12, None, 12)


def test_what_is_denied_foretold_or_a_part_is_no_figure(tmp_path: Path) -> None:
    account = told("Wire", "2031-05-01", killed(MINISTRY, "19 people", 19, 19))
    for change in ({"negated": True}, {"state": "planned"}, {"act": "predict"}):
        assert not events(tmp_path / next(iter(change)), changed(account, partial(replace, **change)))
    part = replace(killed(MINISTRY, "19 people", 19, 19), part=True)
    assert not events(tmp_path, told("Wire", "2031-05-01", part))


def test_places_and_days_tell_events_apart(tmp_path: Path) -> None:
    quay = with_facets(told("Wire", "2031-05-02", killed(MINISTRY, "19 people", 19, 19)), MAY_1)
    next_day = with_facets(told("Post", "2031-05-03", killed(UNION, "3 people", 3, 3)), MAY_2)
    depot = with_facets(told("Radio", "2031-05-02", killed(MONITOR, "4 people", 4, 4, at="Lower Kesh")), MAY_1)
    assert [numbers(event) for event in events(tmp_path, quay, next_day, depot)] == [(4, 4, 4), (19, 19, 19), (3, 3, 3)]


def test_figures_that_exclude_nothing_are_of_one_event_in_one_report_or_on_one_day_in_one_place(tmp_path: Path) -> None:
    least, count = killed(MINISTRY, "at least 9 people", 9, None), killed(UNION, "17 people", 17, 17)
    nowhere = [replace(said, place=None) for said in (least, count)]
    (event,) = events(tmp_path / "report", told("Wire", "2031-05-01", *nowhere))
    assert numbers(event) == (9, 9, 17)
    apart = (
        with_facets(told("Wire", "2031-05-01", least), MAY_1),
        with_facets(told("Post", "2031-05-02", count), MAY_1),
    )
    (event,) = events(tmp_path / "day", *apart)
    assert numbers(event) == (9, 9, 17)


def test_other_people_are_another_question(tmp_path: Path) -> None:
    soldiers = with_facets(told("Wire", "2031-05-01", killed(MINISTRY, "19 soldiers", 19, 19)), MAY_1)
    children = with_facets(told("Post", "2031-05-01", killed(UNION, "3 children", 3, 3)), MAY_1)
    assert {numbers(event) for event in events(tmp_path, soldiers, children)} == {(19, 19, 19), (3, 3, 3)}


def test_a_side_that_counts_another_days_dead_tells_of_another_event(tmp_path: Path) -> None:
    first = with_facets(told("Wire", "2031-05-01", killed(MINISTRY, "9 people", 9, 9)), MAY_1)
    second = with_facets(told("Post", "2031-05-02", killed(MINISTRY, "19 people", 19, 19)), MAY_2)
    assert [numbers(event) for event in events(tmp_path, first, second)] == [(9, 9, 9), (19, 19, 19)]


def test_an_event_is_in_the_town_that_is_named_and_only_else_in_the_country() -> None:
    country = with_facets(told("Wire", "2031-05-01", Said(MINISTRY, "19 people were killed")), UKRAINE).claims
    town = with_facets(told("Post", "2031-05-01", Said(UNION, "19 people were killed")), UKRAINE, KHARKIV).claims
    assert sites_of(country[0]) == frozenset()
    assert len(sites_of(town[0])) == 1
    found, wide = where([*country, *town]), where(country)
    assert found and (found.name, found.kind, found.admin1) == ("Kharkiv", "town", "Kharkiv Oblast")
    assert wide and (wide.name, wide.kind, wide.country_name) == ("Ukraine", "country", "Ukraine")
    assert where(()) is None


def test_a_figure_without_a_day_goes_with_the_nearest_of_its_place(tmp_path: Path) -> None:
    dated = with_facets(told("Wire", "2031-05-01", killed(MINISTRY, "9 people", 9, 9)), MAY_1)
    later = told("Post", "2031-05-03", killed(UNION, "17 people", 17, 17))
    long_after = told("Radio", "2031-06-30", killed(MONITOR, "17 people", 17, 17))
    assert [numbers(event) for event in events(tmp_path, dated, later)] == [(9, 9, 17)]
    assert len(events(tmp_path / "other", dated, long_after)) == 2


def test_the_ucdp_table_has_its_columns_and_leaves_empty_what_nobody_says(tmp_path: Path) -> None:
    wire = told("Wire", "2031-05-02", killed(MINISTRY, "19 people", 19, 19, at="Kharkiv"),
                killed(UNION, "31 people", 31, 31, at="Kharkiv"))  # fmt: skip
    file = ledger_of(tmp_path, with_facets(wire, KHARKIV, MAY_1))
    data = written(file, "ucdp")
    assert data.decode().splitlines()[0].split(",") == list(ucdp.COLUMNS)
    assert len(ucdp.COLUMNS) == 49
    (row,) = rows(data)
    known = {
        "year": "2031", "best": "19", "low": "19", "high": "31", "number_of_sources": "1", "source_office": "Wire",
        "source_date": "2031-05-02", "source_original": f"{MINISTRY}; {UNION}", "where_prec": "1",
        "where_coordinates": "Kharkiv", "adm_1": "Kharkiv Oblast", "latitude": "49.98177", "longitude": "36.25476",
        "geom_wkt": "POINT (36.25476 49.98177)", "country": "Ukraine", "date_prec": "1", "date_start": "2031-05-01",
        "date_end": "2031-05-01", "code_status": f"not reviewed, {POLICY.name}",
    }  # fmt: skip
    assert {name: row[name] for name in known} == known
    unknown = ("type_of_violence", "conflict_name", "dyad_name", "side_a", "side_b", "deaths_a", "deaths_civilians",
               "country_id", "region", "event_clarity", "adm_2", "gwnoa")  # fmt: skip
    assert {name: row[name] for name in unknown} == dict.fromkeys(unknown, "")


def test_the_acled_table_has_its_columns_the_lowest_figure_and_all_in_the_notes(tmp_path: Path) -> None:
    first = told("Wire", "2031-05-01", killed(MINISTRY, "at least 9 people", 9, None))
    later = told("Post", "2031-05-02", killed(MINISTRY, "19 people", 19, 19), killed(UNION, "31 people", 31, 31))
    file = ledger_of(tmp_path, with_facets(first, MAY_1), with_facets(later, MAY_1))
    data = written(file, "acled")
    assert data.decode().splitlines()[0].split(",") == list(acled.COLUMNS)
    assert len(acled.COLUMNS) == 31
    (row,) = rows(data)
    assert (row["event_date"], row["year"], row["time_precision"], row["location"]) == (
        "2031-05-01", "2031", "1", "Varna Quay")  # fmt: skip
    assert (row["fatalities"], row["source"]) == ("19", "Wire; Post")
    assert row["notes"] == (
        f"Killed: at least 9 ({MINISTRY} in Wire, 2031-05-01; since replaced); 19 ({MINISTRY} in Post, 2031-05-02); "
        f"31 ({UNION} in Post, 2031-05-02). Sides differ: 19 to 31. Policy {acled.POLICY.name}."
    )
    unknown = ("event_type", "actor1", "iso", "region", "country", "latitude", "geo_precision", "timestamp")
    assert {name: row[name] for name in unknown} == dict.fromkeys(unknown, "")


def test_where_nothing_says_when_or_where_the_columns_are_empty(tmp_path: Path) -> None:
    nowhere = Said(MINISTRY, "19 people were killed", predicate="kill", figures=(("killed", 19, 19, "19 people"),))
    file = ledger_of(tmp_path, told("Wire", "2031-05-02", nowhere))
    (one,), (other,) = rows(written(file, "ucdp")), rows(written(file, "acled"))
    empty = ("year", "date_start", "date_end", "date_prec", "where_coordinates", "latitude", "priogrid_gid")
    assert {one[name] for name in empty} == {""}
    assert {other[name] for name in ("event_date", "year", "time_precision", "location")} == {""}


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(34.52813, 69.17233, 179779), (-90, -180, 1), (90, 180, 259200), (0.1, -0.1, 129960)]
)
def test_the_cell_of_prio_grid(lat: float, lon: float, cell: int) -> None:
    assert ucdp.priogrid(lat, lon) == cell


def test_the_table_is_that_of_an_earlier_time_and_the_same_every_time(tmp_path: Path) -> None:
    file = ledger_of(tmp_path, told("Wire", "2031-05-01", killed(MINISTRY, "19 people", 19, 19)))
    with Ledger.open(file) as ledger:
        before = ledger.at("2999-01-01")
        ledger.add([told("Post", "2031-05-01", killed(UNION, "31 people", 31, 31))])
    assert [row["high"] for row in rows(written(file, "ucdp"))] == ["31"]
    assert [row["high"] for row in rows(written(file, "ucdp", "--as-of", before))] == ["19"]
    assert written(file, "ucdp") == written(file, "ucdp")
