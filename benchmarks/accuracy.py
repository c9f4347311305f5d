"""How well we read, side by side with peers: `python -m benchmarks.accuracy DATA`. See README.md here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from platform import python_version

import click

from benchmarks.attribution.gold import Article, annotator_pairs, read_gold, read_gold_lines
from benchmarks.attribution.tables import figures_tables, kinds_table, run
from benchmarks.language.parse import of_analysis
from benchmarks.language.tables import Reads, System, names_table, syntax_tables
from benchmarks.systems import (
    SPACY_MODEL,
    NotInstalled,
    by_paragraph,
    installed,
    load_analyser,
    load_reader,
    load_spacy,
    ours,
    parse_of_doc,
    textacy_quotations,
)
from benchmarks.tables import Table, publish
from counterclaim.language.encoder import WEIGHTS
from training.corpora import fold, read_conllu, read_names

PARTS = ("attribution", "names", "syntax")
TREEBANKS = {"UD EWT dev": "en_ewt", "UD GUM dev": "en_gum"}
OURS, SPACY = "Counterclaim", "spaCy (sm)"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="PolNeAR gold, JSON Lines.")
@click.option("--only", default=",".join(PARTS), show_default=True, help="Parts to measure, with commas.")
@click.option("--weights", type=click.Path(path_type=Path), default=WEIGHTS, help="Folder of the model's files.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("docs"), show_default=True, help="Output folder.")
def main(data: Path, gold: Path | None, only: str, weights: Path, out: Path) -> None:
    """Measure accuracy on the corpora in the folder DATA (polnear/, ud/, ner-worldwide/)."""
    parts = only.split(",")
    if unknown := set(parts) - set(PARTS):
        raise click.BadParameter(f"no such part: {', '.join(sorted(unknown))}", param_hint="--only")
    tables: list[Table] = []
    if "attribution" in parts:
        articles = read_gold_lines(gold) if gold else read_gold(data / "polnear" / "dev")
        tables += _attribution(articles, list(annotator_pairs(data / "polnear" / "train")), weights)
    if "names" in parts:
        held_out = fold(read_names(data / "ner-worldwide" / "train"), held_out=True)
        tables.append(names_table(held_out, _our_parser(weights), _spacy_parser()))
    if "syntax" in parts:
        for name, folder in TREEBANKS.items():
            documents = read_conllu(data / "ud" / folder / f"{folder}-ud-dev.conllu")
            tables += syntax_tables(name, documents, _our_parser(weights), _spacy_parser())
    publish(tables, out, "accuracy", "Accuracy", _about())


def _attribution(articles: list[Article], pairs: list[tuple[Article, Article]], weights: Path) -> list[Table]:
    entries = [
        run(OURS, articles, lambda: ours(load_reader(weights))),
        run("textacy, by paragraph", articles, lambda: by_paragraph(textacy_quotations(load_spacy()))),
        run("textacy, whole text", articles, lambda: textacy_quotations(load_spacy())),
    ]
    tables = [t for words_only in (False, True) for t in figures_tables(articles, entries, pairs, words_only)]
    try:
        analyse = load_analyser(weights)
    except NotInstalled:
        return tables
    return [*tables, kinds_table(articles, entries, [of_analysis(analyse(article.text)) for article in articles])]


def _our_parser(weights: Path) -> System:
    def load() -> Reads:
        analyse = load_analyser(weights)
        return lambda text: of_analysis(analyse(text))

    return _system(OURS, load)


def _spacy_parser() -> System:
    def load() -> Reads:
        nlp = load_spacy()
        return lambda text: parse_of_doc(nlp(text))

    return _system(SPACY, load)


def _system(name: str, load: Callable[[], Reads]) -> System:
    try:
        return name, load()
    except NotInstalled as error:
        return name, f"not installed: {error}"


def _about() -> dict[str, str]:
    return {
        "measured": date.today().isoformat(),
        "command": "`python -m benchmarks.accuracy DATA`; definitions in `benchmarks/README.md`",
        "versions": f"Python {python_version()}, "
        + installed("counterclaim", "onnxruntime", "spacy", SPACY_MODEL, "textacy"),
    }


if __name__ == "__main__":
    main()
