"""How clusters are made and shown, on invented rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from benchmarks.clusters import Cluster, articles, clusters, listing

ROWS = [
    ("Market hit", "The mayor said two died.", "Valley Post", "3/4/2031", "tolm"),
    ("Market hit", "The mayor said two died, again.", "Valley Post", "3/4/2031", "tolm"),
    ("Strike on market", "The army denied it.", "State Radio", "3/5/2031", "tolm"),
    ("A day after", "Nothing is known.", "State Radio", "3/6/2031", "tolm"),
    ("Bridge falls", "A bridge fell, police said.", "Valley Post", "3/4/2031", "ostra"),
    ("Bridge down", "Engineers said it was old.", "Valley Post", "3/4/2031", "ostra"),
]


@pytest.fixture
def found(tmp_path: Path) -> list[Cluster]:
    return clusters(articles(write(tmp_path / "rows.csv", ROWS)))


def write(path: Path, rows: list[tuple[str, str, str, str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(("article_title", "article_content", "source", "date", "location"))
        writer.writerows(rows)
    return path


def test_articles_of_one_place_on_neighbouring_days_are_a_cluster(found: list[Cluster]) -> None:
    assert [[one.report.title for one in cluster] for cluster in found] == [["Market hit", "Strike on market"]]


def test_one_outlet_alone_makes_no_cluster(found: list[Cluster]) -> None:
    assert {cluster[0].place for cluster in found} == {"tolm"}


def test_the_date_is_that_of_publication(found: list[Cluster]) -> None:
    assert [one.report.published for one in found[0]] == ["2031-03-04", "2031-03-05"]


def test_clusters_of_more_outlets_come_before_those_of_more_articles(tmp_path: Path) -> None:
    three = [("Trial opens", "He said so.", outlet, "1/9/2032", "arva") for outlet in ("A", "B", "C")]
    four = [(f"Trial opens {number}", "He said so.", "AB"[number % 2], "1/9/2033", "belm") for number in range(4)]
    made = clusters(articles(write(tmp_path / "rows.csv", [*ROWS, *four, *three])))
    assert [cluster[0].place for cluster in made] == ["arva", "belm", "tolm"]


def test_more_than_six_articles_are_too_many_to_read(tmp_path: Path) -> None:
    many = [("Trial opens", "He said so.", f"Outlet {number}", "1/9/2032", "arva") for number in range(7)]
    assert clusters(articles(write(tmp_path / "rows.csv", many))) == []


def test_a_listing_shows_links_with_reasons_and_disputes_with_positions() -> None:
    def claim(name: str, report: str, act: str, text: str) -> dict[str, object]:
        return {"id": name, "report": report, "claimant": report, "narrator": False, "act": act, "text": text}

    reports = [{"id": name, "outlet": name, "published": "2031-03-04", "title": f"By {name}"} for name in "AB"]
    lines = list(
        listing({
            "reports": reports,
            "actors": [{"id": "A", "name": "the mayor"}, {"id": "B", "name": "the army"}],
            "claims": [claim("a1", "A", "accuse", "it fired"), claim("b1", "B", "deny", "it\nfired")],
            "links": [{"from": "b1", "to": "a1", "type": "denies", "why": "Denied by the army.", "score": 0.9}],
            "disputes": [{
                "kind": "responsibility", "status": "open", "question": "Who fired?",
                "positions": [{"value": "the army", "claims": ["a1"]}, {"value": "no", "claims": ["b1"]}],
            }],
        })
    )  # fmt: skip
    assert lines == [
        "  2031-03-04 A: By A",
        "  2031-03-04 B: By B",
        "  denies (0.90): Denied by the army.",
        "      [2] B, the army, deny: it fired",
        "      [1] A, the mayor, accuse: it fired",
        "  DISPUTE (responsibility, open): Who fired?",
        "    - the army",
        "      [1] A, the mayor, accuse: it fired",
        "    - no",
        "      [2] B, the army, deny: it fired",
    ]
