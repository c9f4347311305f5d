"""Gold from stand-off files, and the version that is taken of several."""

from __future__ import annotations

from pathlib import Path

from benchmarks.attribution.gold import annotator_pairs, medoid, read_gold, read_versions
from benchmarks.attribution.kinds import kinds_of
from benchmarks.language.parse import Parse
from counterclaim.model import Attribution, Span

TEXT = "Ad.\nHe claims\nthat it rained, she said."
FULL = """T1\tSource 4 6\tHe
T2\tCue 7 13\tclaims
T3\tContent 14 21;22 28\tthat it rained
T4\tDiscard 0 3\tAd.
E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3
E2\tAttribution:T9 Source:T1 Cue:T2
"""


def split(folder: Path, versions: dict[str, str]) -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    (folder / "text" / "outlet_rain.txt").write_text(TEXT, encoding="utf-8")
    for annotator, lines in versions.items():
        (folder / "attributions" / f"outlet_rain_{annotator}.ann").write_text(lines, encoding="utf-8")
    return folder


def test_events_become_attributions_and_discards_are_ignored(tmp_path: Path) -> None:
    (article,) = read_gold(split(tmp_path, {"aaaa": FULL}))
    content = (Span(14, 28),)
    assert article.attributions == (Attribution((Span(4, 6),), (Span(7, 13),), content),)
    assert article.ignore == (Span(0, 3),)


def test_of_several_versions_the_one_most_like_the_others_is_the_gold(tmp_path: Path) -> None:
    folder = split(tmp_path, {"aaaa": "", "bbbb": FULL, "cccc": FULL})
    (versions,) = read_versions(folder)
    assert medoid(versions).annotator == "bbbb"
    assert len(list(annotator_pairs(folder))) == 6


def test_kinds_that_are_hard_to_find() -> None:
    text = "He made the claim according to her"
    words = [Span(0, 2), Span(3, 7), Span(8, 11), Span(12, 17), Span(18, 27), Span(28, 30), Span(31, 34)]
    parse = Parse(words, ["PRON", "VERB", "DET", "NOUN", "VERB", "ADP", "PRON"], [], [], [], [])

    def kinds(source: Span, cue: Span) -> list[str]:
        return kinds_of(Attribution((source,), (cue,), (Span(0, 1),)), text, parse)

    assert kinds(Span(0, 2), Span(3, 7)) == ["pronoun source"]
    assert kinds(Span(8, 17), Span(8, 17)) == ["nominal cue"]
    assert kinds(Span(0, 2), Span(3, 17)) == ["pronoun source"]
    assert kinds(Span(31, 34), Span(18, 30)) == ["pronoun source", "according to"]
