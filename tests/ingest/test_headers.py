"""Header lines: what they say, and what is left to the text."""

import pytest

from counterclaim.errors import InputError
from counterclaim.ingest.headers import Headed, iso_date, split_headers


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_header_lines_are_taken_off_and_the_rest_is_unchanged(newline: str) -> None:
    head = ["Title: Rockets hit: nine dead", "outlet:Teln Agency ", "PUBLISHED: 2026-03-03", "Url: https://t.example/1"]
    body = f"{newline}  The mayor said so.{newline}{newline}"
    fields, text = split_headers(newline.join([*head, "", body]))
    assert text == body
    assert fields == {
        "title": "Rockets hit: nine dead",
        "outlet": "Teln Agency",
        "published": "2026-03-03",
        "url": "https://t.example/1",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Update: Title: fighting goes on\n\nThe mayor said so.",
        "Title: a\nBy Ann Brown\n\nThe mayor said so.",
        "Title: a\r\nThe mayor said so.\r\n\r\nMore.",
        "Title: a\nAuthor: b\n\nThe mayor said so.",
        "\nTitle: a\n\nThe mayor said so.",
        " Title: a\n\nThe mayor said so.",
        "Title\n\nThe mayor said so.",
        "Title: a\u2028\nThe mayor said so.",
        "Publiſhed: 2024-05-12\n\nThe mayor said so.",
        "",
    ],
)
def test_a_first_block_with_any_other_line_is_text(text: str) -> None:
    assert split_headers(text) == Headed({}, text)


def test_a_line_of_blanks_ends_the_header_lines() -> None:
    assert split_headers("Title: a\n \t\nb") == Headed({"title": "a"}, "b")


@pytest.mark.parametrize("text", ["Title: a", "Title: a\n", "Title: a\nOutlet: b\r\n\r\n"])
def test_header_lines_may_be_all_there_is(text: str) -> None:
    assert split_headers(text).text == ""


def test_an_empty_header_line_says_nothing() -> None:
    assert split_headers("Title:\nOutlet:  \nPublished:\n\nb") == Headed({}, "b")


def test_a_key_given_twice_is_refused_with_its_line() -> None:
    with pytest.raises(InputError) as refused:
        split_headers("Title: a\nOutlet: b\ntitle: c\n\nd", "x.txt")
    assert str(refused.value) == "x.txt: line 3: Title stands there twice"


def test_a_date_that_is_none_is_refused_with_its_line() -> None:
    with pytest.raises(InputError) as refused:
        split_headers("Title: a\nPublished: 12 May 2024\n\nb", "x.txt")
    assert str(refused.value) == (
        'x.txt: line 2: Published must be a date like 2024-05-12 or 2024-05-12T10:30, not "12 May 2024"'
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2024-05-12", "2024-05-12"),
        (" 2024-05-12T10:30 ", "2024-05-12T10:30:00"),
        ("2024-05-12 10:30Z", "2024-05-12T10:30:00+00:00"),
        ("2026-03-03T15:40:00+01:00", "2026-03-03T15:40:00+01:00"),
    ],
)
def test_dates_are_kept_in_one_form(given: str, kept: str) -> None:
    assert iso_date(given) == kept
    assert iso_date(kept) == kept


@pytest.mark.parametrize(
    "value", ["", "2024", "2024-05", "20240512", "2024-02-30", "2024-W19-7", "12/05/2024", "2024-05-12T", "٢٠٢٤-٠٥-١٢"]
)
def test_anything_else_is_no_date(value: str) -> None:
    with pytest.raises(InputError):
        iso_date(value)
