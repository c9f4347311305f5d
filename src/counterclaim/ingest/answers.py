"""What servers answer, and what goes wrong on the way, in words for people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from counterclaim.errors import StatusError


def refusal(status: int, headers: Mapping[str, str], where: str) -> StatusError:
    """The error for an answer that is not what was asked for."""
    wait = seconds_to_wait(headers.get("Retry-After"), datetime.now(UTC))
    return StatusError(f"the server answers {_named(status)}", where, status, wait)


def seconds_to_wait(retry_after: str | None, now: datetime) -> float | None:
    """What a Retry-After header asks for: seconds, or a date (RFC 9110, 10.2.3); None where it can't be read."""
    value = (retry_after or "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())


def _named(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def reason(error: Exception) -> str:
    """What went wrong with a connection, in words for people."""
    from urllib3 import exceptions

    kinds: tuple[tuple[type[Exception], str], ...] = (
        (exceptions.NewConnectionError, "there is no connection to the server"),
        (exceptions.TimeoutError, "the server does not answer in time"),
        (exceptions.SSLError, "the server's certificate is not valid"),
        (exceptions.ProtocolError, "the connection broke off"),
    )
    return next((words for kind, words in kinds if isinstance(error, kind)), "can't be fetched")
