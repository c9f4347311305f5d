"""Bytes to text: which encoding they are in, what was assumed, and what is no text at all.

Nothing is changed on the way: newlines stay as they are, and only a byte order mark is left out.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from counterclaim.errors import BinaryInputError, InputError

REPLACEMENT = "\ufffd"
"""Stands where bytes could not be read."""


class Decoded(NamedTuple):
    """A text and how it was read."""

    text: str
    encoding: str
    """A name people know: "utf-8", "utf-16", "windows-1252", "koi8-r"."""
    guessed: bool = False
    """False where the bytes themselves leave no doubt."""
    replaced: int = 0
    """Number of places that could not be read and are U+FFFD in the text."""


_MARKS = (  # the longer ones first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_NOT_ASCII_CHARACTER = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_LOOKED_AT = 100_000
"""Characters looked at when control characters are counted."""
_CONTROL_SHARE = 0.05
_LATIN = re.compile(r"iso-?8859-?1|latin-?1|(?:us-)?ascii|windows-1252|cp1252|l1")
_TEXT_ENCODING = re.compile(
    r"iso-?8859-?\d+|windows-125\d|cp125\d|koi8-[ru]|gbk|gb2312|gb18030|big5|shift[-_]jis|euc-(?:jp|kr)|utf-16(?:le|be)?"
)
"""Encodings that pages are found in. Python's other codecs are not for texts, or run code-like escapes."""
_UNMARKED = ("utf_16_be", "utf_16_le", "utf_32_be", "utf_32_le", "utf_7", "cp037")
"""Encodings that a short text in any other one can pass for; no news text comes in them unmarked."""


def decode(data: bytes, where: str | None = None) -> Decoded:
    """The text of `data`.

    With a byte order mark UTF-16 or UTF-32; else UTF-8 if it is valid, or nearly (unreadable places
    become U+FFFD); else windows-1252 where almost all is ASCII, as most old Western text is; else
    charset-normalizer's best guess.

    Raises BinaryInputError where the bytes are no text, InputError where they are not what their
    byte order mark says. `where` names the input in the error.
    """
    decoded = _marked(data, where)
    if decoded is None:
        _refuse_known_kinds(data, where)
        _refuse_control_characters(data.decode("latin-1"), where)
        return _unmarked(data.removeprefix(codecs.BOM_UTF8), where)
    _refuse_control_characters(decoded.text, where)
    return decoded


def decode_declared(data: bytes, declared: str | None, where: str | None = None) -> Decoded:
    """The text of `data` that says, or whose server says, in which encoding it is.

    Valid UTF-8 is UTF-8 whatever is declared. Else the declared encoding counts if the bytes are
    valid in it (Latin-1 and ASCII mean windows-1252, as in all browsers: WHATWG Encoding Standard,
    4.2), and if they are not, what `decode` makes of them. Raises as `decode` does.
    """
    codec = _declared_codec(declared)
    if codec is None or data.isascii() or _marked(data, where) or _is_utf8(data):
        return decode(data, where)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return decode(data, where)
    _refuse_control_characters(text, where)
    return Decoded(text, _common_name(codec))


def _declared_codec(declared: str | None) -> str | None:
    """The codec that a declared name stands for; None for UTF-8, and for what is no encoding of texts."""
    name = (declared or "").strip().lower().replace("_", "-")
    if _LATIN.fullmatch(name):
        return "cp1252"
    if not _TEXT_ENCODING.fullmatch(name):
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _marked(data: bytes, where: str | None) -> Decoded | None:
    """The text after a UTF-16 or UTF-32 byte order mark; None where there is no such mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise InputError(f"begins as {encoding} text but is not valid {encoding}", where) from error
    return None


def _unmarked(data: bytes, where: str | None) -> Decoded:
    decoded = _utf8(data) or _western(data) or _best_guess(data)
    if decoded is None:
        raise _binary("a binary file or in an unknown encoding", where)
    return decoded


def _refuse_known_kinds(data: bytes, where: str | None) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _binary(kind, where)


def _refuse_control_characters(text: str, where: str | None) -> None:
    """Control characters are the same bytes in all encodings but UTF-16 and UTF-32; text has hardly any, NUL never."""
    beginning = text[:_LOOKED_AT]
    if "\0" in text or len(_CONTROL.findall(beginning)) > _CONTROL_SHARE * len(beginning):
        raise _binary("a binary file", where)


def _utf8(data: bytes) -> Decoded | None:
    """As UTF-8; also with damage, while more of its characters beyond ASCII can be read than cannot."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    replaced = text.count(REPLACEMENT) - data.count(REPLACEMENT.encode())
    readable = len(_NOT_ASCII_CHARACTER.findall(text)) - replaced
    return Decoded(text, "utf-8", guessed=True, replaced=replaced) if readable > replaced else None


def _western(data: bytes) -> Decoded | None:
    """As windows-1252, the superset of Latin-1 that old Western text is in, if at most a quarter is beyond ASCII.

    Code pages differ in the few letters of such a text only, and there charset-normalizer has
    nothing to go by: it takes the first in its list.
    """
    if len(_NOT_ASCII.findall(data)) * 4 > len(data):
        return None
    try:
        return Decoded(data.decode("windows-1252"), "windows-1252", guessed=True)
    except UnicodeDecodeError:
        return None


def _best_guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_exclusion=list(_UNMARKED)).best()
    if best is None:
        return None
    try:
        return Decoded(data.decode(best.encoding), _common_name(best.encoding), guessed=True)
    except UnicodeDecodeError:
        return None


def _common_name(codec: str) -> str:
    """A codec's name as people write it: "windows-1251" for cp1251, "koi8-r" for koi8_r."""
    return re.sub(r"^cp(?=125\d$)", "windows-", codec).replace("_", "-")


def _binary(kind: str, where: str | None) -> BinaryInputError:
    return BinaryInputError(f"is {kind}, not plain text", where)
