"""Records of web archives made into reports."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, BinaryIO, cast

from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from counterclaim.errors import InputError
from counterclaim.ingest.dates import moment
from counterclaim.ingest.kind import Context, Note, Outcome, Source
from counterclaim.ingest.make import make_report, web_address
from counterclaim.ingest.markup import decoded
from counterclaim.ingest.pages import read_page

_PAGES = {"text/html", "application/xhtml+xml"}
_TEXTS = {"text/plain"}
_RECORDS = {"response", "resource", "conversion"}
_DAMAGED = "is damaged: no WARC record begins here; what came before was read"
_FAILURES = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, AttributeError)
"""What warcio raises for damaged records; AttributeError where a header that it counts on is missing."""
_CHUNK = 65_536
_BLANKS = 1000
"""Blank lines between two records that are borne with; the standard has two."""


def read_records(source: Source, context: Context) -> Iterator[Outcome]:
    """A report for every HTML page or plain text that was answered with 200; the rest is passed over.

    A date later than the day of the crawl is not believed. Raises InputError where the archive is
    damaged; what comes before is read.
    """
    for number, record in enumerate(_records(source), start=1):
        if record.rec_type not in _RECORDS or not _is_answered(record):
            continue
        media, charset = _media(record)
        if media not in _PAGES | _TEXTS:
            continue
        page = source.part(f"record {number}")
        url = web_address(record.rec_headers.get_header("WARC-Target-URI"))
        page = replace(page, stream=_body(record), url=url, charset=charset)
        try:
            data = page.document()
            if not _is_cut(record):
                yield from _read(page, data, media, record, context)
        except InputError as error:
            yield error


def _read(page: Source, data: bytes, media: str, record: Any, context: Context) -> Iterator[Outcome]:
    options = replace(context.options, today=_crawled(record) or context.options.today)
    if media in _PAGES:
        yield from read_page(page, data, options)
        return
    text, note = decoded(data, page)
    if note:
        yield Note(note)
    yield from make_report(text, page.where, options, url=page.url, path=page.path)


def _records(source: Source) -> Iterator[Any]:
    """The records one after the other; what a caller leaves of one is skipped."""
    reader = BufferedReader(source.stream, block_size=_CHUNK)
    loader = ArcWarcRecordLoader()
    line = _line(reader)
    number = 0
    while line:
        number += 1
        where = source.at(f"record {number}")
        try:
            record = loader.parse_record_stream(reader, line, "warc")
        except _FAILURES as error:
            raise InputError(_DAMAGED, where) from error
        if not hasattr(record.raw_stream, "limit"):  # it does not say how long it is
            raise InputError(_DAMAGED, where)
        yield record
        while record.raw_stream.read(_CHUNK):
            pass
        if _is_cut(record):
            raise InputError("is cut short; what came before was read", where)
        line = _line(reader)


def _is_cut(record: Any) -> bool:
    """Whether a record ended before its length was reached; to be asked once it was read."""
    return not record.raw_stream.read(1) and record.raw_stream.limit > 0


def _line(reader: BufferedReader) -> bytes:
    """The first line of the next record; empty at the end."""
    for _ in range(_BLANKS):
        line: bytes = reader.readline()
        if not line or line.strip():
            return line
    return b""


def _is_answered(record: Any) -> bool:
    """Whether a page came back: records without an HTTP status are pages by themselves."""
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def _media(record: Any) -> tuple[str, str | None]:
    """Media type and declared encoding of what a record holds."""
    headers = record.http_headers or record.rec_headers
    value = headers.get_header("Content-Type") or ""
    media, _, parameters = value.partition(";")
    name, _, charset = parameters.strip().partition("=")
    return media.strip().lower(), charset.strip(" \"'") or None if name.strip().lower() == "charset" else None


def _body(record: Any) -> BinaryIO:
    """The bytes of a page, unchunked and decompressed."""
    return cast(BinaryIO, io.BufferedReader(_Raw(record.content_stream())))


def _crawled(record: Any) -> date | None:
    when = moment(record.rec_headers.get_header("WARC-Date"))
    return date.fromisoformat(when[:10]) if when else None


class _Raw(io.RawIOBase):
    """warcio's readers, which only read, as a raw stream."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer)).cast("B")
        data: bytes = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)
