"""Inputs made for tests, what comes out of them, and a web server on this machine."""

from __future__ import annotations

import gzip
import io
import json
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from counterclaim.errors import InputError
from counterclaim.ingest import Fetcher, Inputs, Note, Options
from counterclaim.model import Report

TODAY = date(2026, 3, 10)

FIRST = (
    "Nine people were killed when a bridge came down in Orlisk on Wednesday, the mayor said. "
    "“We are still looking for others,” she told reporters."
)
SECOND = (
    "The army denied that it had fired on the town. A spokesman said that the bridge was old, and that no "
    "shell had been fired since Monday."
)


@dataclass
class Read:
    """What came out of inputs."""

    reports: list[Report] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def read(*names: str | Path, fetcher: Fetcher | None = None, **options: Any) -> Read:
    """All that comes out of inputs, in order."""
    inputs = Inputs(Options(**{"today": TODAY} | options), fetcher or local())
    came = Read()
    for name in names:
        for outcome in inputs.reports(str(name)):
            if isinstance(outcome, InputError):
                assert "\n" not in str(outcome)
                came.errors.append(str(outcome))
            elif isinstance(outcome, Note):
                came.notes.append(str(outcome))
            else:
                came.reports.append(outcome)
    return came


def local(**known: Any) -> Fetcher:
    """A fetcher that may ask this machine, without a pause."""
    return Fetcher(**{"private": True, "pause": 0.0} | known)


def page(
    head: str = "", body: str | None = None, *, charset: str = "utf-8", title: str = "Bridge down in Orlisk"
) -> str:
    """A web page with an article in it."""
    article = f"<article><h1>{title}</h1><p>{FIRST}</p><p>{SECOND}</p></article>" if body is None else body
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="{charset}">'
        f"<title>{title} | The Karolin Chronicle</title>"
        f'{head}</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>{article}'
        "<footer>Copyright 2019 The Karolin Chronicle</footer></body></html>"
    )


def warc_record(
    body: bytes,
    *,
    kind: str = "response",
    url: str = "https://chronicle.example.org/bridge",
    media: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: str = "",
) -> bytes:
    """A WARC record; a response with its HTTP headers."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() if kind == "response" else b""
    content = "application/http; msgtype=response" if http else media
    block = http + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-05T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def written(folder: Path, name: str, data: bytes | str | Any) -> Path:
    """A file with these bytes, this text, or this value as JSON."""
    path = folder / name
    raw = data if isinstance(data, bytes) else data.encode() if isinstance(data, str) else json.dumps(data).encode()
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") and not raw.startswith(b"\x1f\x8b") else raw)
    return path


@dataclass
class Answer:
    """What the server answers at a path."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Site:
    """A server on this machine: `answers` by path, `asked` in order."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.unchanged: list[str] = []
        """Paths that were answered with 304."""

    def at(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Answer at a path; gives its URL."""
        self.answers[path] = Answer(body, status, {key.replace("_", "-"): value for key, value in headers.items()})
        return self.address + path


@contextmanager
def serving() -> Iterator[Site]:
    """A server for one test."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            answer = site.answers.get(self.path, Answer("Not here.", 404))
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            if self._has(answer):
                site.unchanged.append(self.path)
                self.send_response(304)
                self.end_headers()
                return
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _has(self, answer: Answer) -> bool:
            """Whether the one who asks has this answer already."""
            named = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
            return any(
                self.headers[ask] and self.headers[ask] == answer.headers.get(name) for ask, name in named.items()
            )

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
