"""Periods of the calendar, for any day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facets.calendar import part_of, period, season
from counterclaim.facets.time_grain import precision_of

UNITS = st.sampled_from(("D", "W", "M", "Q", "S", "H", "Y", "E", "C"))
DAYS = st.dates(date(1000, 1, 1), date(9000, 1, 1))
PARTS = st.sampled_from(("early", "mid", "late", "beginning", "middle", "end"))


@given(UNITS, DAYS)
def test_a_day_lies_in_its_period(unit: str, day: date) -> None:
    found = period(unit, day)
    assert found.start <= day <= found.end
    assert period(unit, found.start) == period(unit, found.end) == found


@given(UNITS, DAYS, st.integers(-50, 50))
def test_steps_lead_back_and_leave_no_gap(unit: str, day: date, steps: int) -> None:
    found = period(unit, day)
    if unit != "C" or abs(steps) < 5:
        assert found.shift(steps).shift(-steps) == found
    assert (found.shift(1).start - found.end).days == 1


@given(UNITS, DAYS, PARTS)
def test_parts_lie_inside(unit: str, day: date, part: str) -> None:
    found = period(unit, day)
    days = part_of(found, part)
    assert days.start and days.end
    assert found.start <= days.start <= days.end <= found.end


@given(UNITS, DAYS)
def test_every_value_tells_its_precision(unit: str, day: date) -> None:
    names = {
        "D": "day", "W": "week", "M": "month", "Q": "quarter", "S": "season", "H": "half-year", "Y": "year",
        "E": "decade", "C": "century",
    }  # fmt: skip
    assert precision_of(period(unit, day).value) == names[unit]


@given(st.sampled_from(("SP", "SU", "FA", "WI")), st.integers(1000, 9000))
def test_a_season_belongs_to_the_year_it_begins_in(name: str, year: int) -> None:
    found = season(name, year)
    assert (found.start.year, found.value) == (year, f"{year}-{name}")
