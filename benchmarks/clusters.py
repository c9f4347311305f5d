"""What several outlets wrote of one place on the same days, compared: for reading by hand.

    python -m benchmarks.clusters CSV [--clusters 12] [--claims]

CSV is FA-KES (Salem et al., "FA-KES: A Fake News Dataset around the Syrian War", ICWSM 2019) or any table with its
columns article_title, article_content, source, date (month/day/year) and location. Clusters are made by a rule that
looks at nothing but these: see `clusters`. Each is compared on its own; printed are its reports, links and disputes.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.model import Report
from counterclaim.reader import Reader, Reading, contract

MOST_ARTICLES = 6
NEIGHBOURING = timedelta(days=1)


class Article(NamedTuple):
    """A row of the table."""

    place: str
    day: date
    report: Report

    @property
    def outlet(self) -> str:
        """The outlet; empty where the row names none."""
        return self.report.outlet or ""


Cluster = tuple[Article, ...]


def articles(path: Path) -> Iterator[Article]:
    """The articles of a table; of those that share outlet and title only the first."""
    seen = set()
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if (key := (row["source"], row["article_title"])) not in seen:
                seen.add(key)
                yield article(row)


def article(row: Mapping[str, str]) -> Article:
    """The article of one row."""
    day = datetime.strptime(row["date"], "%m/%d/%Y").date()
    report = Report(
        row["article_content"], title=row["article_title"], outlet=row["source"], published=day.isoformat()
    )  # fmt: skip
    return Article(row["location"], day, report)


def clusters(found: Iterable[Article]) -> list[Cluster]:
    """Articles of one place on two neighbouring days: two to six, of two outlets at least.

    From the first day of a place on, each cluster takes a day and the next one; no article is in two.
    Those with most outlets come first, then those with most articles, then the earliest.
    """
    by_place: dict[str, list[Article]] = defaultdict(list)
    for one in found:
        by_place[one.place].append(one)
    made = [cluster for of_place in by_place.values() for cluster in _by_days(of_place)]
    fit = [one for one in made if 2 <= len(one) <= MOST_ARTICLES and _outlets(one) >= 2]
    return sorted(fit, key=lambda one: (-_outlets(one), -len(one), one[0].day, one[0].place))


def _by_days(of_place: Iterable[Article]) -> Iterator[Cluster]:
    rest = sorted(of_place, key=lambda one: (one.day, one.outlet, one.report.title or ""))
    while rest:
        last = rest[0].day + NEIGHBOURING
        yield tuple(one for one in rest if one.day <= last)
        rest = [one for one in rest if one.day > last]


def _outlets(cluster: Cluster) -> int:
    return len({one.outlet for one in cluster})


def compared(cluster: Cluster, reader: Reader) -> dict[str, Any]:
    """The contract's object for the articles of a cluster that can be read."""
    return contract(_readings(cluster, reader))


def _readings(cluster: Cluster, reader: Reader) -> Iterator[Reading]:
    return reader.read_many((one.report for one in cluster), on_error=lambda error, _: print(f"  not read: {error}"))


def listing(found: Mapping[str, Any], claims: bool = False) -> Iterator[str]:
    """Lines that show a comparison: its reports, with `claims` their claims, then links with reasons, then disputes."""
    outlets = {report["id"]: report["outlet"] for report in found["reports"]}
    actors = {actor["id"]: actor["name"] for actor in found["actors"]}
    numbers = {claim["id"]: number for number, claim in enumerate(found["claims"], start=1)}
    yield from (f"  {report['published']} {report['outlet']}: {report['title']}" for report in found["reports"])
    told = {}
    for claim in found["claims"]:
        who = "itself" if claim["narrator"] else actors.get(claim["claimant"], "not named")
        said = f"{outlets[claim['report']]}, {who}, {claim['act']}: {' '.join(claim['text'].split())}"
        told[claim["id"]] = f"[{numbers[claim['id']]}] {said}"
    yield from (f"  {line}" for line in told.values() if claims)
    for link in found["links"]:
        yield f"  {link['type']} ({link['score']:.2f}): {link['why']}"
        yield from (f"      {told[link[end]]}" for end in ("from", "to"))
    for dispute in found["disputes"]:
        yield from _dispute(dispute, told)


def _dispute(dispute: Mapping[str, Any], told: Mapping[str, str]) -> Iterator[str]:
    yield f"  DISPUTE ({dispute['kind']}, {dispute['status']}): {dispute['question']}"
    for position in dispute["positions"]:
        yield f"    - {position['value']}"
        yield from (f"      {told[claim]}" for claim in position["claims"])


def show(chosen: Sequence[Cluster], reader: Reader, claims: bool) -> None:
    """Print what is found between the articles of each cluster."""
    for number, cluster in enumerate(chosen, start=1):
        print(f"{number}  {cluster[0].place}, {cluster[0].day} to {cluster[0].day + NEIGHBOURING}")
        for line in listing(compared(cluster, reader), claims):
            print(line)
        print()


def main() -> None:
    """Read the first clusters of a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("csv", type=Path)
    parser.add_argument("--clusters", type=int, default=12, metavar="N", help="read the first N (default: %(default)s)")
    parser.add_argument("--claims", action="store_true", help="print every claim as well")
    given = parser.parse_args()
    show(clusters(articles(given.csv))[: given.clusters], Reader(), given.claims)


if __name__ == "__main__":
    main()
