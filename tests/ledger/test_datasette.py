"""Datasette opens a ledger as it is, with our descriptions."""

from __future__ import annotations

import asyncio
import html
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from counterclaim.ledger import Ledger, metadata
from tests.ledger.telling import ALL

VIEWS = ("reports_now", "claims_now", "links_now", "disputes_now")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "desk.db") as ledger:
        ledger.add(ALL)
    return tmp_path / "desk.db"


def answers(file: Path, *paths: str) -> list[Any]:
    """What Datasette answers, asked within this process."""

    async def ask() -> list[Any]:
        datasette = Datasette([str(file)], metadata=metadata(file.stem))
        await datasette.invoke_startup()
        try:
            return [await datasette.client.get(path) for path in paths]
        finally:
            for database in datasette.databases.values():
                database.close()
            if datasette.executor:
                datasette.executor.shutdown()

    found = asyncio.run(ask())
    assert [one.status_code for one in found] == [200] * len(paths)
    return found


def test_every_view_is_served_with_all_its_rows(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in VIEWS]
    connection.close()
    found = answers(file, *(f"/desk/{view}.json?_shape=array" for view in VIEWS))
    assert [len(one.json()) for one in found] == counts
    assert all(count > 1 for count in counts)
    assert "Who holds Kesh?" in [row["question"] for row in found[-1].json()]


def test_tables_and_columns_are_described(file: Path) -> None:
    known = metadata("desk")["databases"]["desk"]["tables"]
    names = [name for name in known if not known[name].get("hidden")]
    for name, page in zip(names, answers(file, *(f"/desk/{name}" for name in names)), strict=True):
        text = html.unescape(page.text)
        assert known[name]["description"] in text
        assert all(description in text for description in known[name]["columns"].values())


def test_the_first_page_lists_the_views_and_full_text_search_works(file: Path) -> None:
    first, found = answers(file, "/desk", "/desk/reports.json?_shape=array&_search=bridge&_searchmode=raw")
    assert all(f"/desk/{view}" in first.text for view in VIEWS)
    assert [row["outlet"] for row in found.json()] == ["Herald"]
