"""Invented reports on one contested event, for the demo and for tests."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable

from counterclaim.ingest import parse
from counterclaim.model import Report


def samples() -> list[Traversable]:
    """The sample files in the order of their publication."""
    found = (entry for entry in files(__name__).iterdir() if entry.name.endswith(".txt"))
    return sorted(found, key=lambda entry: entry.name)


def load_sample(sample: Traversable) -> Report:
    """A sample as a report; its path is its name alone, the same on every machine."""
    return replace(parse(sample.read_text(encoding="utf-8")), path=sample.name)
