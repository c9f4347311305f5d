"""Disputes with all that is needed to read them by themselves: claims in their context, links, and how they went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.ledger import Ledger, Told
from counterclaim.ledger.asking import told_in
from counterclaim.model import Dispute, Link, Report, Span

AROUND = 140
"""Code points of a report that are shown before and after a claim, at most."""
FAR = 300
"""Code points from its claim beyond which a source or a cue is not shown with it."""

Piece = tuple[str | None, str]
"""Words of a report, and whether they are content, source or cue of the claim, or None."""


def disputes_of(ledger: Ledger, as_of: int | None) -> Iterator[dict[str, Any]]:
    """All disputes now or at a generation, those with the latest report first."""
    found, courses = ledger.compared(as_of), ledger.courses(as_of)
    told = {one.claim.id: one for one in told_in(found.accounts)}
    links: dict[str, list[Link]] = {}
    for link in found.links:
        links.setdefault(link.source, []).append(link)
    for dispute in found.disputes:
        yield dispute.to_dict() | {
            "claims": {claim: _claim(told[claim]) for claim in _members(dispute)},
            "links": _inside(dispute, links),
            "history": [stage.to_dict() for stage in courses.get(dispute.id, ())],
        }


def _members(dispute: Dispute) -> list[str]:
    return list(dict.fromkeys(claim for position in dispute.positions for claim in position.claims))


def _inside(dispute: Dispute, links: Mapping[str, list[Link]]) -> list[dict[str, Any]]:
    """The links between a dispute's claims, the surest first."""
    members = set(_members(dispute))
    inside = [link for claim in _members(dispute) for link in links.get(claim, ()) if link.target in members]
    return [link.to_dict() for link in sorted(inside, key=lambda link: -link.score)]


def _claim(told: Told) -> dict[str, Any]:
    plain = told.to_dict()
    names = ("report", "claimant_name", "relayed_by_name", "narrator", "outlet", "published", "title", "url", "act",
             "certainty", "negated", "text")  # fmt: skip
    role = told.claimant.roles[0] if told.claimant and told.claimant.roles else None
    named = told.report.words_at(told.claim.mention) or None
    known = {name: plain[name] for name in names}
    return known | {"role": role, "named": named, "context": [list(piece) for piece in context_of(told)]}


def context_of(told: Told) -> list[Piece]:
    """The passage that a claim stands in, in pieces in the order of the text."""
    claim, report = told.claim, told.report
    if not claim.content:
        return [("content", claim.text)]
    first, last = claim.content[0].start, claim.content[-1].end
    spans = [(span, "content") for span in claim.content]
    spans += [(span, name) for name in ("source", "cue") for span in getattr(claim, name)
              if first - FAR <= span.start and span.end <= last + FAR]  # fmt: skip
    spans.sort()
    start, end = _window(report, min(span.start for span, _ in spans), max(span.end for span, _ in spans))
    pieces: list[Piece] = [(None, "… ")] if _goes_on(report, start, -1) else []
    for span, name in spans:
        pieces += [(None, report.text[start : span.start])] if start < span.start else []
        pieces += [(name, report.text[max(start, span.start) : span.end])] if start < span.end else []
        start = max(start, span.end)
    pieces += [(None, report.text[start:end])] if start < end else []
    return pieces + ([(None, " …")] if _goes_on(report, end, 1) else [])


def _window(report: Report, start: int, end: int) -> Span:
    """What is shown around a stretch of text: no more than its paragraphs, and whole words."""
    low, high = max(0, start - AROUND), min(len(report.text), end + AROUND)
    before, after = report.text[low:start], report.text[end:high]
    low += before.rfind("\n\n") + 2 if "\n\n" in before else (before.find(" ") + 1 if low else 0)
    high -= len(after) - after.find("\n\n") if "\n\n" in after else (
        len(after) - max(after.rfind(" "), 0) if high < len(report.text) else 0
    )  # fmt: skip
    return Span(low, high)


def _goes_on(report: Report, at: int, step: int) -> bool:
    """Whether the paragraph goes on before or after a place in the text."""
    beyond = report.text[:at] if step < 0 else report.text[at:]
    near = beyond[-2:] if step < 0 else beyond[:2]
    return bool(beyond.strip()) and near != "\n\n"
