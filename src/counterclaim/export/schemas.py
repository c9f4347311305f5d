"""The columns of the Parquet tables and their types. Importing it needs pyarrow."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

_SPAN = pa.struct({"start": pa.int64(), "end": pa.int64()})
_SPANS = pa.list_(_SPAN)
"""Offsets in code points of the report's text."""

_QUANTITY = pa.struct({
    "role": pa.string(), "low": pa.float64(), "high": pa.float64(), "unit": pa.string(), "approximate": pa.bool_(),
    "part": pa.bool_(), "counted": pa.string(), "spans": _SPANS,
})  # fmt: skip
_TIME = pa.struct({
    "start": pa.date32(), "end": pa.date32(), "precision": pa.string(), "at": pa.string(), "spans": _SPANS,
})  # fmt: skip
_PLACE = pa.struct({
    "name": pa.string(), "country": pa.string(), "geonameid": pa.int64(), "lat": pa.float64(), "lon": pa.float64(),
    "admin1": pa.int64(), "admin2": pa.int64(), "spans": _SPANS,
})  # fmt: skip
_PARTICIPANT = pa.struct({"role": pa.string(), "words": pa.string(), "actor": pa.string(), "spans": _SPANS})
_EVENT = pa.struct({
    "type": pa.string(), "predicate": pa.string(), "state": pa.string(), "act": pa.string(), "certainty": pa.string(),
    "negated": pa.bool_(), "participants": pa.list_(_PARTICIPANT), "spans": _SPANS,
})  # fmt: skip
_TOLD = {"claimant_name": pa.string(), "outlet": pa.string(), "published": pa.string(), "text": pa.string()}

_CLAIM = {
    "id": pa.string(), "report": pa.string(), "published": pa.string(), "outlet": pa.string(), "title": pa.string(),
    "url": pa.string(), "claimant": pa.string(), "claimant_name": pa.string(), "relayed_by": pa.string(),
    "relayed_by_name": pa.string(), "narrator": pa.bool_(), "refers_to": pa.string(), "act": pa.string(),
    "certainty": pa.string(), "negated": pa.bool_(), "quote": pa.string(), "text": pa.string(), "mention": _SPANS,
    "source": _SPANS, "cue": _SPANS, "content": _SPANS, "quantities": pa.list_(_QUANTITY), "times": pa.list_(_TIME),
    "places": pa.list_(_PLACE), "events": pa.list_(_EVENT),
}  # fmt: skip
_LINK = {
    "from": pa.string(), "type": pa.string(), "to": pa.string(), "why": pa.string(), "score": pa.float64(),
    **{f"{end}_{name}": kind for end in ("from", "to") for name, kind in _TOLD.items()},
}  # fmt: skip
_POSITION = pa.struct({"value": pa.string(), "claims": pa.list_(pa.string())})
_DISPUTE = {
    "id": pa.string(), "question": pa.string(), "kind": pa.string(), "status": pa.string(),
    "positions": pa.list_(_POSITION),
    "claims": pa.list_(pa.struct({"id": pa.string(), "report": pa.string(), **_TOLD})),
}  # fmt: skip
_SOURCE = pa.struct({
    "report": pa.string(), "outlet": pa.string(), "published": pa.string(), "title": pa.string(), "url": pa.string(),
})  # fmt: skip
_FIGURE = pa.struct({
    "claim": pa.string(), "report": pa.string(), "published": pa.string(), "claimant_name": pa.string(),
    "outlet": pa.string(), "low": pa.float64(), "high": pa.float64(), "hedged": pa.bool_(), "last": pa.bool_(),
    "text": pa.string(),
})  # fmt: skip
_WHERE = pa.struct({
    "name": pa.string(), "kind": pa.string(), "country": pa.string(), "country_name": pa.string(),
    "admin1": pa.string(), "admin2": pa.string(), "lat": pa.float64(), "lon": pa.float64(),
})  # fmt: skip
_FATALITIES = {
    "id": pa.string(), "disputes": pa.list_(pa.string()), "low": pa.int64(), "best": pa.int64(), "high": pa.int64(),
    "policy": pa.string(), "date_start": pa.date32(), "date_end": pa.date32(), "place": _WHERE,
    "places": pa.list_(pa.string()), "sources": pa.list_(_SOURCE), "figures": pa.list_(_FIGURE),
}  # fmt: skip

_REPORT = {
    "id": pa.string(), "outlet": pa.string(), "published": pa.string(), "title": pa.string(), "url": pa.string(),
    "path": pa.string(), "language": pa.string(), "reprint": pa.bool_(), "raw_sha256": pa.string(),
    "text_sha256": pa.string(), "text": pa.string(),
}  # fmt: skip

_COLUMNS = {
    "claims": _CLAIM, "links": _LINK, "disputes": _DISPUTE, "fatalities": _FATALITIES, "reports": _REPORT,
}  # fmt: skip


def schema_of(table: str) -> Any:
    """The Arrow schema of a table, by its name."""
    return pa.schema(_COLUMNS[table])
