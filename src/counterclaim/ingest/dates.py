"""Dates as machines write them, in the one form of ISO 8601 that reports keep; never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].+)?", re.ASCII)


def moment(value: object) -> str | None:
    """An ISO 8601 or RFC 5322 date, or date and time, as ISO 8601; None for anything else.

    "2024-05-12" stays; "Sun, 12 May 2024 10:30:00 +0200" becomes "2024-05-12T10:30:00+02:00". No zone
    is added where none is given. "05/12/2024" is nothing: who can say which is the month?
    """
    if isinstance(value, datetime | date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        if not _ISO.fullmatch(text):
            return _rfc5322(text)
        return date.fromisoformat(text).isoformat() if len(text) == 10 else datetime.fromisoformat(text).isoformat()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def is_future(published: str, today: date) -> bool:
    """Whether an ISO date lies later than tomorrow; tomorrow is today east of here."""
    return date.fromisoformat(published[:10]) > today + timedelta(days=1)


def _rfc5322(text: str) -> str:
    from email.utils import parsedate_to_datetime

    when = parsedate_to_datetime(text)
    return when.isoformat() if ":" in text else when.date().isoformat()
