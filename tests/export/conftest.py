"""Ledgers to export from: the sample reports as they are read, and a report with all that is awkward."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim import Reader
from counterclaim.ledger import Ledger
from counterclaim.model import Report
from tests.export.awkward import AWKWARD


@pytest.fixture(scope="session")
def sample_ledger(reader: Reader, samples: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("samples") / "ledger.db"
    with Ledger.open(file) as ledger:
        ledger.add(reader.read_many(samples))
    return file


@pytest.fixture
def awkward_ledger(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "awkward.db") as ledger:
        ledger.add([AWKWARD])
    return tmp_path / "awkward.db"
