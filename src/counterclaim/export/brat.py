"""brat stand-off: a folder that brat opens, each report as a text with its annotations beside it.

After "brat standoff format" and "brat annotation configuration" on brat's pages. What is said of a claim hangs on an
event: its trigger is the cue, with source and content as arguments, or the content itself where there is no cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from counterclaim.export.brat_settings import ANNOTATION, VISUAL
from counterclaim.export.brat_sheet import Sheet

NAME = "brat"
OF: tuple[str, ...] = ("reports",)

Place = tuple[str, str]
"""A report's id, and that of the event that a claim is there."""

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What may stand on one line; brat's reader ends a line at all of these."""
_PARTS = {"source": "Source", "cue": "Cue", "content": "Content"}
"""The parts of a claim and what they are called in brat."""
_LINKS = ("from_report", "from_event", "type", "to_report", "to_event", "score", "from_claim", "to_claim", "why")


def write_folder(things: Iterable[dict[str, Any]], folder: Path) -> None:
    """Write a `.txt` and an `.ann` for each report, links between reports as `links.tsv`, and brat's settings."""
    places: dict[str, Place] = {}
    links: list[dict[str, Any]] = []
    for report in things:
        sheet = Sheet()
        events = _write_claims(report, sheet)
        links += _write_links(report, events, sheet)
        places |= {claim: (report["id"], event) for claim, event in events.items()}
        _save(folder / f"{report['id']}.txt", report["text"])
        _save(folder / f"{report['id']}.ann", sheet.text())
    _save(folder / "links.tsv", "".join(f"{line}\n" for line in _side_file(links, places)))
    _save(folder / "annotation.conf", ANNOTATION)
    _save(folder / "visual.conf", VISUAL)


def _write_claims(report: dict[str, Any], sheet: Sheet) -> dict[str, str]:
    """Write the claims of a report; gives the event that each is, by the claim's id. One without words is none."""
    names = {actor["id"]: actor["name"] for actor in report["actors"]}
    events = {}
    for claim in report["claims"]:
        pieces = {part: pieces_of(report["text"], claim[part]) for part in _PARTS}
        trigger = "cue" if pieces["cue"] else "content"
        if pieces[trigger]:
            event = events[claim["id"]] = _write_event(report["text"], pieces, trigger, sheet)
            for attribute in _attributes(claim, event):
                sheet.add("A", attribute)
            note = "; ".join(filter(None, (names.get(claim["claimant"]), claim["id"])))
            sheet.add("#", f"AnnotatorNotes {event}\t{_one_line(note)}")
    return events


def _write_event(text: str, pieces: dict[str, list[tuple[int, int]]], trigger: str, sheet: Sheet) -> str:
    """Write the marks of a claim and the event that joins them; gives the event's id."""
    kinds = _PARTS if trigger == "cue" else _PARTS | {"content": "Statement"}
    marks = {part: sheet.mark(kinds[part], some, text) for part, some in pieces.items() if some}
    roles = [f"{kinds[part]}:{mark}" for part, mark in marks.items() if part != trigger]
    return sheet.add("E", " ".join([f"{kinds[trigger]}:{marks[trigger]}", *roles]))


def _write_links(report: dict[str, Any], events: dict[str, str], sheet: Sheet) -> list[dict[str, Any]]:
    """Write the links between claims of a report; gives those that go to others."""
    between = []
    for link in report["links"]:
        if link["from"] in events and link["to"] in events:
            sheet.add("R", f"{link['type']} Arg1:{events[link['from']]} Arg2:{events[link['to']]}")
        else:
            between.append(link)
    return between


def _attributes(claim: dict[str, Any], event: str) -> Iterator[str]:
    for name in ("act", "certainty"):
        if claim[name]:
            yield f"{name.capitalize()} {event} {claim[name]}"
    for name in ("negated", "narrator"):
        if claim[name]:
            yield f"{name.capitalize()} {event}"


def pieces_of(text: str, spans: list[list[int]]) -> list[tuple[int, int]]:
    """The pieces of a span, cut where a line ends, since none may reach over that, without the white space there."""
    return [piece for start, end in spans for piece in _lines(text, start, end)]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _LINE.finditer(text, start, end):
        words = found[0].strip()
        if words:
            first = found.start() + found[0].index(words)
            yield first, first + len(words)


def _side_file(links: Iterable[dict[str, Any]], places: dict[str, Place]) -> Iterator[str]:
    """Links to claims of other reports; a claim that is not in the folder has its id, and no report and event."""
    yield "\t".join(_LINKS)
    for link in links:
        source, target = (places.get(link[end], ("", "")) for end in ("from", "to"))
        cells = (*source, link["type"], *target, link["score"], link["from"], link["to"], link["why"])
        yield "\t".join(_one_line(str(cell)) for cell in cells)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _save(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))
