"""brat stand-off: what is marked is what was found, on lines that brat can read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.cli import main
from counterclaim.export.brat import pieces_of
from counterclaim.ledger import Ledger
from counterclaim.model import Claim, Spans
from tests.export.awkward import AWKWARD, FELL, REFUSED, REPORT, SAID, TEXT
from tests.export.exporting import written

Pieces = list[tuple[int, int]]


@dataclass
class Sheet:
    """An `.ann` file as read back."""

    marks: dict[str, tuple[str, Pieces]] = field(default_factory=dict)
    events: dict[str, dict[str, str]] = field(default_factory=dict)
    attributes: dict[str, list[str]] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)
    """The event of each claim, by its id."""


def read(folder: Path, report: str) -> Sheet:
    """Reads as brat does: a file is cut at every end of line that Unicode knows, and the words must be the text's."""
    text = (folder / f"{report}.txt").read_bytes().decode()
    sheet = Sheet()
    for line in (folder / f"{report}.ann").read_bytes().decode().splitlines():
        name, data, *words = line.split("\t", 2)
        first, *rest = data.split(" ", 1)
        if name[0] == "T":
            pieces = [(int(start), int(end)) for start, end in (one.split() for one in rest[0].split(";"))]
            assert words == [" ".join(text[start:end] for start, end in pieces)]
            assert pieces == sorted(pieces) and all(start < end for start, end in pieces)
            sheet.marks[name] = (first, pieces)
        elif name[0] == "E":
            sheet.events[name] = dict(one.split(":") for one in data.split())
        elif name[0] == "A":
            event, _, value = rest[0].partition(" ")
            sheet.attributes.setdefault(event, []).append(f"{first} {value}".strip())
        elif name[0] == "R":
            source, target = (one.split(":")[1] for one in rest[0].split())
            sheet.relations.append((source, first, target))
        else:
            assert first == "AnnotatorNotes"
            sheet.claims[words[0].rpartition("; ")[2]] = rest[0]
    return sheet


@pytest.fixture
def folder(sample_ledger: Path, tmp_path: Path) -> Path:
    assert written(sample_ledger, "brat", "--out", tmp_path / "brat") == b""
    return tmp_path / "brat"


@pytest.fixture
def awkward(awkward_ledger: Path, tmp_path: Path) -> Sheet:
    written(awkward_ledger, "brat", "--out", tmp_path / "odd")
    assert (tmp_path / "odd" / f"{REPORT.id}.txt").read_bytes() == TEXT.encode()
    return read(tmp_path / "odd", REPORT.id)


def parts(claim: Claim) -> dict[str, Spans]:
    content = "Content" if claim.cue else "Statement"
    return {"Source": claim.source, "Cue": claim.cue, content: claim.content}


def test_the_spans_of_every_claim_come_back(sample_ledger: Path, folder: Path) -> None:
    with Ledger.open(sample_ledger, write=False) as ledger:
        accounts = list(ledger.accounts())
    assert len(accounts) == 12
    for report, claims, _ in accounts:
        assert (folder / f"{report.id}.txt").read_bytes() == report.text.encode()
        sheet = read(folder, report.id)
        assert sheet.claims.keys() == {claim.id for claim in claims}
        for claim in claims:
            event = sheet.events[sheet.claims[claim.id]]
            wanted = {kind: solid(report.text, spans) for kind, spans in parts(claim).items() if spans}
            assert {kind: solid(report.text, sheet.marks[mark][1]) for kind, mark in event.items()} == wanted
            assert all(sheet.marks[mark][0] == kind for kind, mark in event.items())
            attributes = sheet.attributes.get(sheet.claims[claim.id], [])
            assert (f"Act {claim.act}" in attributes) == (claim.act is not None)
            assert (f"Certainty {claim.certainty}" in attributes) == (claim.certainty is not None)
            assert ("Negated" in attributes) == bool(claim.negated)
            assert ("Narrator" in attributes) == claim.narrator


def solid(text: str, spans: Pieces | Spans) -> list[int]:
    """The code points of a span without white space, some of which has to be left out where lines end."""
    return [at for start, end in spans for at in range(start, end) if not text[at].isspace()]


def test_a_span_that_does_not_reach_over_a_line_is_marked_as_it_is(sample_ledger: Path, folder: Path) -> None:
    with Ledger.open(sample_ledger, write=False) as ledger:
        accounts = list(ledger.accounts())
    pieces = {report.id: [tuple(mark[1]) for mark in read(folder, report.id).marks.values()] for report, *_ in accounts}
    spans = [
        (report, span)
        for report, claims, _ in accounts
        for claim in claims
        for span in parts(claim).values()
        if span and "\n" not in "".join(report.text[start:end] for start, end in span)
    ]
    assert len(spans) > 500
    assert all(span in pieces[report.id] for report, span in spans)


def test_a_span_is_cut_at_every_end_of_a_line(awkward: Sheet) -> None:
    event = awkward.events[awkward.claims[SAID.id]]
    assert [TEXT[start:end] for start, end in awkward.marks[event["Content"]][1]] == [
        "Un cafe\u0301 “closed”,", "and “no", "one", "was hurt” 🎉.",
    ]  # fmt: skip


@given(st.text(st.sampled_from("ab \t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029🎖"), min_size=1), st.data())
def test_no_piece_reaches_over_a_line_and_no_word_is_lost(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = pieces_of(text, [[start, end]])
    assert all(text[first:last].splitlines() == [text[first:last].strip()] for first, last in pieces)
    assert solid(text, pieces) == solid(text, [(start, end)])


def test_a_claim_without_a_cue_is_an_event_of_its_content(awkward: Sheet) -> None:
    (event,) = [awkward.events[awkward.claims[FELL.id]]]
    assert event.keys() == {"Statement"}
    assert awkward.attributes[awkward.claims[FELL.id]] == [
        "Act assert", "Certainty certain", "Negated", "Narrator",
    ]  # fmt: skip
    assert awkward.claims.keys() == {claim.id for claim in AWKWARD.claims}
    assert "Certainty" not in " ".join(awkward.attributes[awkward.claims[REFUSED.id]])


def test_the_same_words_of_a_kind_are_marked_once(folder: Path) -> None:
    shared = 0
    for file in folder.glob("*.ann"):
        sheet = read(folder, file.stem)
        marks = [(kind, tuple(pieces)) for kind, pieces in sheet.marks.values()]
        assert len(marks) == len(set(marks))
        shared += sum(len(event) for event in sheet.events.values()) - len(marks)
    assert shared > 0


def test_links_are_relations_in_a_report_and_lines_of_a_side_file_between_reports(
    sample_ledger: Path, folder: Path
) -> None:
    with Ledger.open(sample_ledger, write=False) as ledger:
        wanted = {(link.source, link.type, link.target) for link in ledger.compared().links}
    sheets = {file.stem: read(folder, file.stem) for file in folder.glob("*.ann")}
    claims = {(name, event): claim for name, sheet in sheets.items() for claim, event in sheet.claims.items()}
    inside = {
        (claims[name, source], kind, claims[name, target])
        for name, sheet in sheets.items()
        for source, kind, target in sheet.relations
    }
    head, *lines = [line.split("\t") for line in (folder / "links.tsv").read_text(encoding="utf-8").splitlines()]
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    between = {(row["from_claim"], row["type"], row["to_claim"]) for row in rows}
    assert inside and between and not inside & between
    assert inside | between == wanted
    for row in rows:
        assert claims[row["from_report"], row["from_event"]] == row["from_claim"]
        assert claims[row["to_report"], row["to_event"]] == row["to_claim"]
        assert row["from_report"] != row["to_report"] and row["why"]


def test_the_settings_know_everything_that_is_written(folder: Path) -> None:
    sections: dict[str, str] = {}
    for part in re.split(r"^\[", (folder / "annotation.conf").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("]\n")
        sections[name] = rest
    first = {name: {line.split("\t")[0] for line in lines.splitlines() if line} for name, lines in sections.items()}
    assert tuple(sections) == ("entities", "relations", "events", "attributes")
    values = {
        line.split("\t")[0]: line.partition("Value:")[2].split("|") for line in sections["attributes"].splitlines()
    }
    for file in folder.glob("*.ann"):
        sheet = read(folder, file.stem)
        assert {kind for kind, _ in sheet.marks.values()} <= first["entities"] | first["events"]
        assert {next(iter(event)) for event in sheet.events.values()} <= first["events"]
        assert {kind for _, kind, _ in sheet.relations} <= first["relations"]
        for kind, _, value in (one.partition(" ") for some in sheet.attributes.values() for one in some):
            assert value in values[kind]
    drawn = {line.split("\t")[0] for line in (folder / "visual.conf").read_text(encoding="utf-8").splitlines()}
    assert first["entities"] | first["events"] <= drawn


def test_a_folder_has_to_be_named_and_nothing_is_overwritten(sample_ledger: Path, folder: Path) -> None:
    words = ["export", "brat", "--ledger", str(sample_ledger)]
    assert CliRunner().invoke(main, words).exit_code == 2
    again = CliRunner().invoke(main, [*words, "--out", str(folder)])
    assert (again.exit_code, len(again.stderr.splitlines())) == (2, 1)
    assert {path.name for path in folder.parent.iterdir()} == {"brat"}
