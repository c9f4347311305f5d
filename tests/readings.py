"""Readings made by hand, and a reader that finds what a test tells it to: no model needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from counterclaim.errors import InputError, LanguageError
from counterclaim.language.analysis import Analysis
from counterclaim.model import Actor, Claim, Quote, Report, Span, Spans
from counterclaim.reader import Reading

TEXT = """KAROLIN, March 6 (TP) - "Zabrod is ours," Colonel Viktor Maslen said.

He denied that any soldier had been captured. "They can clear what they like," he said. "On paper."
"""
REPORT = Report(TEXT, title="Both sides claim village", outlet="Transalpine Press", published="2026-03-06")


def spans(text: str, *words: str) -> Spans:
    """Where words stand in a text, in the order given; each search begins after the word before."""
    found: list[Span] = []
    for word in words:
        start = text.index(word, found[-1].end if found else 0)
        found.append(Span(start, start + len(word)))
    return tuple(found)


def claim(
    report: Report,
    source: Spans,
    cue: Spans,
    content: Spans,
    *,
    quote: Quote = "indirect",
    claimant: str | None = None,
) -> Claim:
    """A claim of a report; only what the terminal shows of it."""
    name = f"{report.id}-{content[0].start}"
    return Claim(
        name, report.id, source, cue, content, report.words_at(content), quote, claimant=claimant, mention=source
    )


def reading(report: Report = REPORT, claims: Iterable[Claim] = (), actors: Iterable[Actor] = ()) -> Reading:
    """A reading with these claims and without any words analysed."""
    return Reading(report, Analysis(report.text, (), (), (), (), (), (), ()), tuple(claims), tuple(actors))


def example() -> Reading:
    """Three claims: a direct quotation, an indirect one by "He", and one in two pieces."""
    maslen = Actor("maslen", "Viktor Maslen", "person")
    he = (Span(TEXT.index("He denied"), TEXT.index("He denied") + 2),)
    claims = [
        claim(REPORT, spans(TEXT, "Colonel Viktor Maslen"), spans(TEXT, "said"), spans(TEXT, '"Zabrod is ours,"'),
              quote="direct", claimant="maslen"),
        claim(REPORT, he, spans(TEXT, "denied"), spans(TEXT, "that any soldier had been captured"), claimant="maslen"),
        claim(REPORT, spans(TEXT, "he said")[:1], (), spans(TEXT, '"They can clear what they like,"', '"On paper."'),
              quote="direct"),
    ]  # fmt: skip
    return reading(claims=claims, actors=[maslen])


class FakeReader:
    """Finds one claim in every report: its first word. Refuses what begins with "Le "."""

    def read_many(
        self, reports: Iterable[str | Report], on_error: Callable[[InputError, str | Report], None] | None = None
    ) -> Iterator[Reading]:
        for report in reports:
            assert isinstance(report, Report)
            if report.text.startswith("Le "):
                assert on_error
                on_error(LanguageError("is in French; only English is read", report.path), report)
                continue
            first = (Span(0, len(report.text.split()[0])),)
            yield reading(report, [claim(report, (), (), first)])
