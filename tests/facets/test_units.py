import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facets.bounds import Interval, bound_after, bound_before
from counterclaim.facets.money import currencies, money_after, money_before
from counterclaim.facets.units import convert, unit_after, units


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (" square kilometres", "km2"),
        (" sq km", "km2"),
        (" square miles", "square mile"),
        ("-day", "day"),
        (" per cent", "percent"),
        ("%", "percent"),
        (" percentage points", "percentage point"),
        (" kilometers per hour", "km/h"),
        ("km", "km"),
        (" kilos", "kg"),
        ("m (121ft)", "m"),
        (" centuries", "century"),
        (" degrees Celsius", "celsius"),
    ],
)
def test_units_behind_a_number(behind: str, name: str) -> None:
    found = unit_after(behind, 0)
    assert found is not None
    assert found.unit.name == name


@pytest.mark.parametrize("behind", [" kmart", " A level", " hello", " Kurds", " mine", ""])
def test_other_words_are_no_units(behind: str) -> None:
    assert unit_after(behind, 0) is None


def test_units_of_one_dimension_convert() -> None:
    assert convert(1, "mile", "km") == pytest.approx(1.609344)
    assert convert(100, "ha", "km2") == pytest.approx(1)
    assert convert(2, "week", "day") == pytest.approx(14)


def test_units_of_two_dimensions_and_temperatures_do_not_convert() -> None:
    assert convert(1, "mile", "kg") is None
    assert convert(1, "celsius", "fahrenheit") is None
    assert convert(1, "drone", "km") is None
    assert convert(3, "drone", "drone") == 3


@pytest.mark.parametrize(
    ("before", "code"),
    [("US$", "USD"), ("$", "USD"), ("€", "EUR"), ("A$", "AUD"), ("USD ", "USD"), ("HK $", "HKD"), ("RM", "MYR")],
)
def test_currency_before_a_number(before: str, code: str) -> None:
    found = money_before(f"cost {before}", len(before) + 5)
    assert found is not None
    assert (found.code, found.edge) == (code, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5 euros", "EUR"),
        ("5 US dollars", "USD"),
        ("5 Canadian dollars", "CAD"),
        ("5 pounds", "GBP"),
        ("5 Egyptian pounds", "EGP"),
        ("5 pesos, the Chilean minister said", "CLP"),
        ("5 pesos, Manila said", "PHP"),
        ("5 pesos", "peso"),
        ("5 yuan", "CNY"),
        ("5 UAH", "UAH"),
    ],
)
def test_currency_behind_a_number(text: str, code: str) -> None:
    found = money_after(text, 1, 0)
    assert found is not None
    assert found.code == code


def test_hundredths_say_so() -> None:
    found = money_after("5 cents", 1, 0)
    assert found is not None
    assert (found.code, found.share) == ("USD", 0.01)


@pytest.mark.parametrize(
    ("before", "effect"),
    [
        ("at least ", "low"),
        ("more than ", "low"),
        ("well over ", "low"),
        ("up to ", "high"),
        ("no more than ", "high"),
        ("fewer than ", "high"),
        ("nearly ", "about"),
        ("some ", "about"),
        ("in excess of ", "low"),
    ],
)
def test_words_before_a_number_bound_it(before: str, effect: str) -> None:
    found = bound_before(f"there were {before}", len(before) + 11)
    assert found is not None
    assert (found.effect, found.edge) == (effect, 11)


@pytest.mark.parametrize(
    ("behind", "effect"),
    [(" or more", "low"), (" at most", "high"), (" or so", "about"), ("-odd", "about"), ("+", "low")],
)
def test_words_behind_a_number_bound_it(behind: str, effect: str) -> None:
    found = bound_after(behind, 0)
    assert found is not None
    assert found.effect == effect


def test_no_bound_without_bounding_words() -> None:
    assert bound_before("they killed ", 12) is None
    assert bound_after(" people", 0) is None


#: What stands around numbers, mixed at random and with anything.
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ("at least ", "over ", "the ", "$", "US$", " per cent", "-day", " km", "2", " a barrel", " or more")
        ),
        st.text(max_size=4),
    )
).map("".join)


@given(PIECES, PIECES)
def test_bounds_units_and_money_of_any_text_stand_beside_the_number(before: str, behind: str) -> None:
    text = f"{before}7{behind}"
    at = len(before)
    for edge in (bound_before(text, at), money_before(text, at)):
        assert edge is None or 0 <= edge.edge < at
    unit, bound, money = unit_after(text, at + 1), bound_after(text, at + 1), money_after(text, at + 1, at)
    ends = [*([unit.end] if unit else []), *(found.edge for found in (bound, money) if found)]
    assert all(at + 1 < end <= len(text) for end in ends)
    assert money is None or money.code in {one.code for one in currencies()} or not money.code.isupper()


@given(st.floats(1e-6, 1e9), st.sampled_from(sorted(units())), st.sampled_from(sorted(units())))
def test_units_of_one_dimension_convert_back(value: float, one: str, other: str) -> None:
    there = convert(value, one, other)
    same = units()[one].dimension == units()[other].dimension and units()[one].dimension != "temperature"
    assert (there is not None) == (same or one == other)
    if there is not None:
        assert convert(there, other, one) == pytest.approx(value)


@given(st.floats(0, 1e9), st.lists(st.sampled_from(("low", "high", "about", "is"))))
def test_bounds_never_turn_an_interval_round(value: float, effects: list[str]) -> None:
    interval = Interval(value, value)
    for effect in effects:
        interval = interval.bounded(effect)
    assert {interval.low, interval.high} - {None} == {value}
