"""`counterclaim watch`: what it prints, its exit codes, and that a process of its own can be stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import counterclaim
from counterclaim.cli import main
from counterclaim.ledger import VARIABLE, Ledger
from tests.ingest.giving import Site, page, serving
from tests.readings import FakeReader
from tests.watch.test_watching import feed, linked, whole


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "ledger.db"))
    return tmp_path / "ledger.db"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["watch", *map(str, arguments)], obj=FakeReader())


def test_once_tells_what_is_new_and_says_nothing_where_nothing_is(site: Site, file: Path) -> None:
    url = site.at("/feed", feed(whole("All quiet, he said.")), ETag='"1"')
    result = run(url, "--once", "--allow-private")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d  1 new report · 1 claim · 0 disputes in the ledger\n", result.stdout
    )
    assert run(url, "--once", "--allow-private").stdout == ""
    assert "nothing new · 0 claims" in run(url, "--once", "--allow-private", "--verbose").stdout
    assert site.unchanged == ["/feed", "/feed"]


def test_exit_codes_say_what_could_not_be_had(site: Site, file: Path, tmp_path: Path) -> None:
    good, bad = site.at("/good", feed(whole("All quiet, he said."))), site.at("/bad", "", 500)
    (tmp_path / "feeds.opml").write_text(f'<opml><body><outline xmlUrl="{good}"/><outline xmlUrl="x"/></body></opml>')
    assert run(bad, "--once", "--allow-private").exit_code == 2
    assert run(site.at("/worse", "", 500), good, "--once", "--allow-private").exit_code == 1
    partly = run(tmp_path / "feeds.opml", "--once", "--allow-private")
    assert (partly.exit_code, len(partly.stderr.splitlines())) == (1, 1)
    assert run("lost.opml", "--once").exit_code == 2
    assert run(good, "--every", "soon").exit_code == 2
    assert "of a minute or more" in run(good, "--every", "1s").stderr


def test_json_is_one_object_a_round(site: Site, file: Path) -> None:
    url = site.at("/feed", feed(whole("All quiet, he said."), linked(site.at("/a", "", 404), "2")))
    told = json.loads(run(url, "--once", "--allow-private", "--json").stdout)
    assert (told["new"], told["claims"], told["feeds"], told["failed"]) == (1, 1, 1, {"feed": 0, "page": 1, "text": 0})
    assert told["begun"] == [f"{site.address}/a: the server answers 404 Not Found"]
    assert run(url, "--once", "--allow-private", "--json").stdout == ""


def test_a_process_that_watches_is_stopped_by_a_signal_and_exits_with_0(site: Site, file: Path) -> None:
    url = site.at("/feed", feed(linked(site.at("/a", page()))))
    watching = subprocess.Popen(
        [sys.executable, "-c", "from counterclaim.cli import main; main()", "watch", url, "--allow-private"],
        env=os.environ | {"PYTHONPATH": str(Path(counterclaim.__file__).parents[1])},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert watching.stdout
    assert "1 new report" in watching.stdout.readline()
    watching.send_signal(signal.SIGTERM)
    assert watching.communicate(timeout=20) == ("", "")
    assert watching.returncode == 0
    with Ledger.open(file) as ledger:
        assert ledger.check() == []
        assert ledger.stats().reports == 1


def test_the_lines_of_its_page_are_of_the_kind_that_it_prints(site: Site, file: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "commands" / "watch.md").read_text(encoding="utf-8")
    shown = page.partition("```text\n")[2].partition("```")[0].splitlines()
    printed = [
        *run(site.at("/feed", "", 500), "--once", "--allow-private").stdout.splitlines(),
        *run(site.at("/good", feed(whole("All quiet, he said."))), "--once", "--allow-private").stdout.splitlines(),
    ]
    shapes = [re.sub(r"https?://\S+(?=:)", "URL", re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "TIME", line)) for line in shown]
    failed, new = (re.sub(r"https?://\S+(?=: the)", "URL", line[16:]) for line in printed)
    assert shapes[0] == f"TIME{failed}"
    assert shapes[2] == "TIME  URL: answers again after failing since TIME"
    plain = r"TIME  \d+ (new report|revision)s? · \d+ claims? · \d+ disputes? in the ledger"
    assert all(re.fullmatch(plain, line) for line in (f"TIME{new}", shapes[1], shapes[3]))
