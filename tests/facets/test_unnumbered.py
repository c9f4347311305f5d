import pytest

from counterclaim.facets.syntax import Syntax
from counterclaim.facets.unnumbered import find_unnumbered
from tests.facets.hand import plain


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("He had not seen it for a year.", "year", 1, 1),
        ("It will take at least a month.", "month", 1, None),
        ("It is due within a week.", "week", None, 1),
        ("It lost half its men.", "percent", 50, 50),
        ("It has spent a third of its cash.", "percent", 33, 33),
        ("Two thirds of the houses burnt.", "percent", 67, 67),
        ("He saw more than half of the money.", "percent", 50, None),
    ],
)
def test_what_is_counted_without_a_number(text: str, unit: str, low: float | None, high: float | None) -> None:
    (found,) = find_unnumbered(Syntax(plain(text)))
    assert (found.unit, found.interval.low, found.interval.high) == (unit, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "It costs 5.2 billion pesos a year.",
        "They left about a week ago.",
        "They died within a day of each other.",
        "They held the eastern third of the town.",
        "They ran at half power.",
        "They fought half the night.",
    ],
)
def test_rates_distances_and_parts_of_things_are_left_out(text: str) -> None:
    assert find_unnumbered(Syntax(plain(text))) == []
