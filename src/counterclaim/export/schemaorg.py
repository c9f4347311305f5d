"""schema.org Claim (JSON-LD): each claim with its author and the report that it appears in.

schema.org has no relation between claims but identity, and nothing for a claim's act; a `ClaimReview` is for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from counterclaim.export.linked import name_of, write_list
from counterclaim.export.tables import Table

NAME = "schemaorg"
OF: tuple[str, ...] = ("reports",)

Node = dict[str, Any]

_UPHELD = frozenset(("assert", "confirm", "accuse", "promise", "predict", "judge"))
"""Acts by which a claimant stands for the content: of any other the content alone would say what nobody says."""
_AUTHORS = {"person": "Person", "organisation": "Organization", "group": "Organization", "place": "Organization"}


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write one graph with a node for each claim."""
    nodes = (node for report in things for node in _claims(report))
    write_list(nodes, stream, '{"@context": "https://schema.org", "@graph": [', "]}")


def _claims(report: Node) -> Iterator[Node]:
    actors = {actor["id"]: actor for actor in report["actors"]}
    repeated: dict[str, list[str]] = {}
    for link in report["links"]:
        if link["type"] == "repeats":
            repeated.setdefault(link["from"], []).append(name_of("claim", link["to"]))
    appearance = _appearance(report)
    for claim in report["claims"]:
        first = not report["reprint"] and claim["id"] not in repeated
        yield _known({
            "@type": "Claim",
            "@id": name_of("claim", claim["id"]),
            "text": _words(report, claim),
            "author": _author(actors.get(claim["claimant"])) or _outlet(report if claim["narrator"] else None),
            "datePublished": report["published"],
            "inLanguage": report["language"],
            "keywords": [word for word in (claim["act"], claim["certainty"]) if word],
            "about": claim["refers_to"] and {"@id": name_of("claim", claim["refers_to"])},
            "contentLocation": [_place(facet) for facet in claim["facets"] if facet["kind"] == "place"],
            "temporalCoverage": [interval for facet in claim["facets"] if (interval := _interval(facet))],
            "sameAs": repeated.get(claim["id"]),
            "appearance": appearance,
            "firstAppearance": {"@id": appearance["@id"]} if first else None,
        })  # fmt: skip


def _words(report: Node, claim: Node) -> str:
    """The content's words; those from source to content where they alone would say what the claimant does not."""
    if claim["act"] in _UPHELD:
        return str(claim["text"])
    spans = [span for part in ("source", "cue", "content") for span in claim[part]]
    return str(report["text"][min(start for start, _ in spans) : max(end for _, end in spans)])


def _author(actor: Node | None) -> Node | None:
    if actor is None:
        return None
    name = {"@id": name_of("actor", actor["id"]), "name": actor["name"]}
    roles = {"jobTitle": actor["roles"]} if actor["kind"] == "person" and actor["roles"] else {}
    return _known({"@type": _AUTHORS.get(actor["kind"])} | name | roles)


def _outlet(report: Node | None) -> Node | None:
    return {"@type": "Organization", "name": report["outlet"]} if report and report["outlet"] else None


def _appearance(report: Node) -> Node:
    return _known({
        "@type": "CreativeWork", "@id": name_of("report", report["id"]), "url": report["url"],
        "headline": report["title"], "publisher": _outlet(report), "datePublished": report["published"],
        "inLanguage": report["language"],
    })  # fmt: skip


def _place(facet: Node) -> Node:
    known = facet["lat"] is not None
    geo = {"@type": "GeoCoordinates", "latitude": facet["lat"], "longitude": facet["lon"]} if known else None
    return _known({"@type": "Place", "name": facet["name"], "address": _country(facet["country"]), "geo": geo})


def _country(code: str | None) -> Node | None:
    return {"@type": "PostalAddress", "addressCountry": code} if code else None


def _interval(facet: Node) -> str | None:
    """A time as in ISO 8601: a day, or an interval with ".." for an end that is open."""
    start, end = facet.get("start"), facet.get("end")
    if facet["kind"] != "time" or not (start or end):
        return None
    return str(start) if start == end else f"{start or '..'}/{end or '..'}"


def _known(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [])}
