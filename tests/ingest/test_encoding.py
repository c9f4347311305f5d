"""Bytes to text: what is read as what, and what is no text."""

import pytest

from counterclaim.errors import BinaryInputError, InputError
from counterclaim.ingest.encoding import Decoded, decode

ENGLISH = "The ministry’s spokesman, José Müller, said “three were killed” – no more."
RUSSIAN = "Министерство обороны сообщило, что три человека погибли в понедельник. " * 4


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, "plain", "", "🚑 \u202eשלום\u202c e\u0301"])
def test_utf8_is_certain_with_and_without_a_mark(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8")
    assert decode(text.encode("utf-8-sig")) == Decoded(text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("order", ["le", "be"])
def test_utf16_and_utf32_with_a_mark_are_certain(encoding: str, order: str) -> None:
    data = f"\ufeff{ENGLISH}".encode(f"{encoding}-{order}")
    assert decode(data) == Decoded(ENGLISH, encoding)


@pytest.mark.parametrize("text", [ENGLISH, "Café", "He paid £5 for it.", "“No,” he said.", "José said so – twice."])
def test_old_western_text_is_read_as_windows_1252(text: str) -> None:
    assert decode(text.encode("windows-1252")) == Decoded(text, "windows-1252", guessed=True)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_other_old_encodings_are_guessed_by_their_letters(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == Decoded(RUSSIAN, encoding, guessed=True)


def test_utf8_with_a_little_damage_is_still_utf8_and_the_damage_is_counted() -> None:
    data = ENGLISH.encode().replace(b" said", b"\xff said") + "…".encode()[:2]
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 2
    assert decoded.text == ENGLISH.replace(" said", "\ufffd said") + "\ufffd"


def test_a_replacement_character_in_the_text_is_no_damage() -> None:
    assert decode("lost \ufffd before".encode()).replaced == 0


def test_line_ends_and_white_space_stay_as_they_are() -> None:
    text = "\r\none\r\rtwo\n\u2028three\u0085 \t\x0c\n"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0JFIF", "a JPEG picture"),
        (b"%PDF-1.7\nThe report", "a PDF document"),
        (b"PK\x03\x04word/document.xml", "an office document"),
        (b"{\\rtf1\\ansi The report}", "an RTF document"),
        (b"The report\x00", "a binary file"),
        ("The report".encode("utf-16-le"), "a binary file"),
        (b"\x01\x02\x03\x04 report \x05\x06", "a binary file"),
        (b"\x01\x02\xfe\x81\x8d\xff" * 40, "a binary file"),
    ],
)
def test_what_is_no_text_is_refused_and_named(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryInputError) as refused:
        decode(data, "x")
    assert kind in str(refused.value)
    assert str(refused.value).startswith("x: is ")


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    assert decode(b"The mayor said\x07 on Monday that it was over.\x1b[0m").encoding == "utf-8"


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xfe\xff\xd8\x00", b"\xff\xfe\x00\x00abc"])
def test_text_that_is_not_what_its_mark_says_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="is not valid utf-"):
        decode(data)
