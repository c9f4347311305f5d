"""What many tests share: the loaded reader and the bundled sample reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import counterclaim
from counterclaim.ingest import load
from counterclaim.model import Report

# A busy machine is slow now and then; that is no failure.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SAMPLES = sorted((Path(counterclaim.__file__).parent / "samples").glob("*.txt"))


@pytest.fixture(scope="session")
def reader() -> counterclaim.Reader:
    """One loaded model for all tests."""
    return counterclaim.Reader(threads=1)


@pytest.fixture(scope="session")
def samples() -> list[Report]:
    """The bundled sample reports in order."""
    return [load(str(path)).report for path in SAMPLES]
