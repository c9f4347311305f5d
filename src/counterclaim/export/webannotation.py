"""W3C Web Annotation (JSON-LD): sources, cues and contents in their texts, and links between claims.

After the recommendations of the W3C of 2017, "Web Annotation Data Model" and "Web Annotation Vocabulary". The output is
a JSON list in which each annotation carries its context: that is what annotation tools load, and it is JSON-LD as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from counterclaim.export.linked import address_of, name_of, write_list
from counterclaim.export.tables import Table
from counterclaim.version import VERSION

NAME = "webannotation"
OF: tuple[str, ...] = ("reports",)

Node = dict[str, Any]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Code points before and after the words that a quote selector has, so that the words are found again."""


def write(table: Table, things: Iterable[dict[str, Any]], stream: BinaryIO) -> None:
    """Write the annotations of one report after the other."""
    write_list((node for report in things for node in _annotations(report)), stream)


def _annotations(report: Node) -> Iterator[Node]:
    actors = {actor["id"]: actor["name"] for actor in report["actors"]}
    for claim in report["claims"]:
        name = name_of("claim", claim["id"])
        yield _annotation(name, "classifying", _judged(claim), _targets(report, claim["content"]))
        for part in ("source", "cue"):
            if claim[part]:
                bodies = [_body("tagging", part), _linking(name)]
                if part == "source" and claim["claimant"] in actors:
                    bodies.append(_body("identifying", actors[claim["claimant"]]))
                yield _annotation(f"{name}:{part}", "tagging", bodies, _targets(report, claim[part]))
    yield from map(_link, report["links"])


def _judged(claim: Node) -> list[Node]:
    """What a content is, and what was found about it."""
    flags = [flag for flag in ("negated", "narrator") if claim[flag]]
    classes = [claim["act"], claim["certainty"], claim["quote"], *flags]
    return [_body("tagging", "content"), *(_body("classifying", one) for one in classes if one)]


def _link(link: Node) -> Node:
    """The claim that denies, contradicts, ... is the target; the other one, the type and the reason are bodies."""
    name = name_of("link", link["from"], link["type"], link["to"])
    bodies = [
        _linking(name_of("claim", link["to"])),
        _body("tagging", link["type"]),
        _body("describing", link["why"]) | {"language": "en"},
    ]
    return _annotation(name, "linking", bodies, name_of("claim", link["from"]))


def _annotation(name: str, motivation: str, bodies: list[Node], target: list[Node] | str) -> Node:
    return {
        "@context": _CONTEXT, "id": name, "type": "Annotation", "motivation": motivation, "body": bodies,
        "target": target, "generator": {"type": "Software", "name": f"Counterclaim {VERSION}"},
    }  # fmt: skip


def _body(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _linking(name: str) -> Node:
    return {"type": "SpecificResource", "purpose": "linking", "source": name}


def _targets(report: Node, spans: list[list[int]]) -> list[Node]:
    """A target for each piece of a span: the model has none that is discontinuous."""
    return [_target(report, start, end) for start, end in spans]


def _target(report: Node, start: int, end: int) -> Node:
    """A piece of the text as the ledger has it, which is a copy (`state`) of what stands at the report's address."""
    text = report["text"]
    copy = {"id": name_of("report", report["id"]), "type": "Text", "format": "text/plain"}
    if report["language"]:
        copy["language"] = report["language"]
    quote = {
        "type": "TextQuoteSelector", "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND],
    }  # fmt: skip
    return {
        "type": "SpecificResource",
        "source": address_of(report),
        "state": {"type": "oa:State", "cached": copy | {"schema:sha256": report["text_sha256"]}},
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }
