"""Records of other programs (JSON objects, rows of tables) made into reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ingest.kind import Options, Outcome
from counterclaim.ingest.make import make_report, quoted
from counterclaim.tables import read_table

FIELDS = ("text", "title", "outlet", "published", "url")
"""The fields of a report that a record can hold."""

Record = Mapping[str, Any]


def parse_mapping(value: str) -> dict[str, str]:
    """ "text=body,published=date" as a mapping of fields to columns or keys. Raises InputError."""
    fields: dict[str, str] = {}
    for pair in value.split(","):
        field, equals, key = (part.strip() for part in pair.partition("="))
        if not equals or not key:
            raise InputError(f'"{pair.strip()}" is not of the form text=body')
        if field not in FIELDS:
            raise InputError(f'"{field}" is no field of a report; there are {", ".join(FIELDS)}')
        fields[field] = key
    return fields


def make_record(record: Any, where: str, options: Options, path: str | None = None) -> Iterator[Outcome]:
    """The report in a record; `path` is where it stands, if it is not all there is at `where`.

    Raises InputError where it is no object or has no text.
    """
    if not isinstance(record, Mapping):
        raise InputError("is not an object with the fields of a report", where)
    known = {field: _value(record, field, options) for field in FIELDS}
    text = _plain(known["text"])
    if text is None:
        raise InputError(f"has no text in it{_advice(record, options)}", where)
    yield from make_report(
        text,
        where,
        options,
        title=_plain(known["title"]),
        outlet=_plain(known["outlet"]),
        published=known["published"],
        url=_plain(known["url"]),
        path=path or where,
    )


def text_keys() -> tuple[str, ...]:
    """The keys under which programs that we know keep the text."""
    return _keys("text")


def require_columns(columns: Sequence[str], where: str, options: Options) -> None:
    """Raises InputError where a table lacks a column that a person named."""
    there = set(columns)
    lacking = [key for key in options.fields.values() if there.isdisjoint((key, key.partition(".")[0]))]
    if lacking:
        shown = ", ".join(map(quoted, columns[:12]))
        raise InputError(f"has no column {', '.join(lacking)}; there are {shown}", where)


@cache
def _keys(field: str) -> tuple[str, ...]:
    return tuple(key for name, key, _ in read_table("ingest", "fields") if name == field)


def _value(record: Record, field: str, options: Options) -> Any:
    """What a record has for a field, under the key that a person named or the first known one with a value."""
    keys = (options.fields[field],) if field in options.fields else _keys(field)
    return next((value for key in keys if (value := _at(record, key)) not in (None, "", [], {})), None)


def _at(record: Record, key: str) -> Any:
    """The value under a key, or under a dotted path of keys."""
    if key in record:
        return record[key]
    first, dot, rest = key.partition(".")
    inner = record.get(first)
    return _at(inner, rest) if dot and isinstance(inner, Mapping) else None


def _plain(value: Any) -> str | None:
    """A value as text: the parts of a fundus body become paragraphs; None for numbers and the like."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "\n\n".join(_paragraphs(value)) or None
    return None


def _paragraphs(body: Record) -> Iterator[str]:
    """The paragraphs of a fundus body: its summary, then headline and paragraphs of each section."""
    yield from _strings(body.get("summary"))
    sections = body.get("sections")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, Mapping):
            yield from _strings(section.get("headline"))
            yield from _strings(section.get("paragraphs"))


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str) and item.strip()] if isinstance(value, list) else []


def _advice(record: Record, options: Options) -> str:
    if "text" in options.fields:
        return f' under "{options.fields["text"]}"'
    shown = ", ".join(map(quoted, list(record)[:8]))
    return f"; its fields are {shown}; say which one with --map text=FIELD" if shown else ""
