"""Does memory stay flat on a large web archive? `python -m benchmarks.ingest [--mb 50 --mb 400]`.

Writes WARC files of invented pages and random pictures to a temporary folder, reads each of them in a
process of its own (ingest only: no claims are sought) and prints pages a second and peak memory.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from rich.console import Console

from benchmarks.speed.child import peak_memory
from benchmarks.tables import Table

_PLACES = ("Orlisk", "Zabrod", "Karolin", "Lipno", "Tarnov", "Vessen")
_SPEAKERS = ("the mayor", "a spokesman of the army", "the ministry of the interior", "rescuers", "two residents")
_DEEDS = ("a bridge came down", "shells fell on the market", "the power station burned", "the road was cut")


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest", description=__doc__)
    parser.add_argument("--mb", type=int, action="append", help="unpacked size of an archive; may be given often")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(read_all(given.child)))
        return
    rows = [measure(size) for size in given.mb or (50, 400)]
    columns = ("archive, MB unpacked", "MB packed", "reports", "reports a second", "peak memory, MB")
    Console().print(Table("Reading web archives", columns, rows).to_rich())


def measure(size: int) -> list[str | int | float]:
    """A row for an archive of so many MB (10^6 bytes) unpacked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        write_archive(path, size * 1_000_000)
        command = [sys.executable, "-m", "benchmarks.ingest", "--child", str(path)]
        found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        packed = path.stat().st_size / 1e6
    return [f"{size:,}", packed, found["reports"], found["reports"] / found["seconds"], found["peak_mb"]]


def read_all(path: Path) -> dict[str, float]:
    """Read an archive to its end, keeping nothing."""
    from counterclaim.ingest import Inputs
    from counterclaim.model import Report

    start = perf_counter()
    reports = sum(isinstance(outcome, Report) for outcome in Inputs().reports(str(path)))
    return {"reports": reports, "seconds": perf_counter() - start, "peak_mb": peak_memory()}


def write_archive(path: Path, size: int) -> None:
    """A WARC of at least `size` bytes unpacked, each record packed by itself; the same every time."""
    written = 0
    with path.open("wb") as file:
        for record in records(random.Random(1)):
            file.write(gzip.compress(record, 1, mtime=0))
            written += len(record)
            if written >= size:
                return


def records(chance: random.Random) -> Iterator[bytes]:
    """Pages of some 30 KB and pictures of some 200 KB in turn, endlessly."""
    number = 0
    while True:
        number += 1
        yield _record(f"https://wire.example.org/{number}", "text/html; charset=utf-8", _page(number, chance))
        yield _record(f"https://wire.example.org/{number}.jpg", "image/jpeg", chance.randbytes(200_000))


def _page(number: int, chance: random.Random) -> bytes:
    sentences = [
        f"{chance.choice(_SPEAKERS).capitalize()} said that {chance.randint(2, 90)} people had been hurt in "
        f"{chance.choice(_PLACES)} when {chance.choice(_DEEDS)} on day {chance.randint(1, 28)}."
        for _ in range(60)
    ]
    paragraphs = "".join(f"<p>{' '.join(sentences[at : at + 4])}</p>" for at in range(0, 60, 4))
    menu = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(300))
    return (
        f"<!doctype html><html><head><title>Account {number}</title><meta property='article:published_time' "
        f"content='2026-03-{number % 28 + 1:02}T08:00:00Z'></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>Account {number}</h1>{paragraphs}</article></body></html>"
    ).encode()


def _record(url: str, media: str, body: bytes) -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-04-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


if __name__ == "__main__":
    main()
