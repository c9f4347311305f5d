import pytest

from counterclaim.facets.bounds import bound_after, bound_before
from counterclaim.facets.money import money_after, money_before
from counterclaim.facets.units import convert, unit_after


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
