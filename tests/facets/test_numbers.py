import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facets.numbers import find_numbers, read_number

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spell(number: int, british: bool) -> str:
    """A whole number below a billion in words, as in British ("a hundred and one") or American usage."""
    for power, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= power:
            high, low = divmod(number, power)
            link = " and " if british and low < 100 else " "
            return f"{spell(high, british)} {name}" + (f"{link}{spell(low, british)}" if low else "")
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("3,000", 3000),
        ("12,345,678.5", 12345678.5),
        ("1.3 million", 1_300_000),
        ("5.5bn", 5_500_000_000),
        ("12k", 12_000),
        ("100 000", 100_000),
        ("2½", 2.5),
        ("3 1/4", 3.25),
        ("forty-one", 41),
        ("a hundred", 100),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half", 2.5),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("ten thousand", 10_000),
        ("three lakh", 300_000),
        ("one thousand two hundred and four", 1204),
    ],
)
def test_exact_numbers(words: str, value: float) -> None:
    number = read_number(words)
    assert number is not None
    assert (number.low, number.high, number.approximate) == (value, value, False)


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("thousands", 2000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("several hundred", 200),
        ("a few dozen", 24),
    ],
)
def test_words_that_name_no_number_are_open_above(words: str, low: float) -> None:
    number = read_number(words)
    assert number is not None
    assert (number.low, number.high, number.approximate) == (low, None, True)


def test_a_couple_of_hundred_is_about_two_hundred() -> None:
    number = read_number("a couple of hundred")
    assert number is not None
    assert (number.low, number.high, number.approximate) == (200, 200, True)


@pytest.mark.parametrize(
    "text",
    [
        "G7",
        "F-16",
        "the 61st Brigade",
        "the 1990s",
        "at 10:45",
        "Covid-19",
        "#12",
        "half of them",
        "a few men",
        "v2.1.3",
    ],
)
def test_names_ordinals_decades_and_clock_times_are_not_numbers(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("40-45", [40, 45]),
        ("two or three", [2, 3]),
        ("from 12 to 17", [12, 17]),
        ("minus-5", [5]),
        ("$5 and EUR7.5", [5, 7.5]),
        ("twenty twenty-one", [20, 21]),
        ("5 and 6", [5, 6]),
    ],
)
def test_neighbours_stay_apart(text: str, values: list[float]) -> None:
    assert [number.low for number in find_numbers(text)] == values


@given(st.integers(0, 999_999_999), st.booleans())
def test_spelt_numbers_come_back(value: int, british: bool) -> None:
    number = read_number(spell(value, british))
    assert number is not None
    assert number.low == number.high == value


@given(st.integers(0, 10**14))
def test_grouped_digits_come_back(value: int) -> None:
    number = read_number(f"{value:,}")
    assert number is not None
    assert number.low == value


@given(st.text())
def test_numbers_of_any_text_stand_in_order_inside_it(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.high is None or number.low <= number.high
        end = number.end
