"""The page of one dispute: the question, its positions side by side, why they differ, how it went, and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from counterclaim.compare.finding import quoted
from counterclaim.export.markup import Safe, address, joined, tag
from counterclaim.export.page_parts import (
    KINDS,
    first_of,
    letters,
    page,
    row,
    section,
    stretch,
    table,
    when,
    who,
    words,
)
from counterclaim.render.layout import count

MOST = 40
"""Links that are shown, at most; the ledger has all."""

_PIECES = {"content": "mark", "source": "b", "cue": "u"}
"""The element of each kind of words in a passage."""

Thing = dict[str, Any]


def dispute_page(dispute: Thing) -> Safe:
    """The whole page."""
    return page(
        dispute["question"],
        _head(dispute),
        section("Positions", _positions(dispute), id_="positions"),
        section("What the claims have to do with each other", _links(dispute), id_="links"),
        section("How it went", _course(dispute), id_="course"),
        section("Sources", _sources(dispute), id_="sources"),
    )


def _head(dispute: Thing) -> Safe:
    claims = list(dispute["claims"].values())
    facts = [
        f"Asks {KINDS[dispute['kind']]}", dispute["status"].capitalize(),
        count(len(dispute["positions"]), "position"), count(len(claims), "claim"),
        count(len({claim["report"] for claim in claims}), "report"),
    ]  # fmt: skip
    return joined(
        tag("nav", tag("a", "All disputes", href="index.html"), aria_label="Pages"),
        tag("h1", words(dispute["question"])),
        tag("ul", *(tag("li", fact) for fact in facts),
            tag("li", "Reports of ", stretch(claim["published"] for claim in claims)), class_="facts"),
    )  # fmt: skip


def _positions(dispute: Thing) -> Safe:
    key = joined("In each passage the ", tag("b", "source"), ", the ", tag("u", "words that say that it is said"),
                 " and ", tag("mark", "what is claimed"), " are marked.")  # fmt: skip
    positions = (
        joined("\n", _position(letter, position, dispute["claims"]))
        for letter, position in zip(letters(len(dispute["positions"])), dispute["positions"], strict=True)
    )
    return joined(tag("p", key, class_="soft"), "\n", tag("div", *positions, "\n", class_="positions"))


def _position(letter: str, position: Thing, claims: dict[str, Thing]) -> Safe:
    held = [claims[claim] for claim in position["claims"]]
    return tag(
        "article",
        tag("h3", tag("span", f"Position {letter}", class_="letter"), " ", words(position["value"])),
        tag("p", "Held by ", *_holders(held), "."),
        *(joined("\n", _claim(name, claims[name])) for name in position["claims"]),
        class_="position",
    )


def _holders(held: Sequence[Thing]) -> list[Safe]:
    """Each of those who hold a position, with since when."""
    since: dict[Safe, list[str | None]] = {}
    for claim in held:
        since.setdefault(who(claim), []).append(claim["published"])
    named = [joined(holder, " since ", when(first_of(dates))) for holder, dates in since.items()]
    return [part for holder in named for part in (Safe("; "), holder)][1:]


def _claim(name: str, claim: Thing) -> Safe:
    relayed = joined(" by way of ", words(claim["relayed_by_name"])) if claim["relayed_by_name"] else None
    quoted = (tag(_PIECES[kind], text) if kind in _PIECES else text for kind, text in claim["context"])
    url = address(claim["url"])
    return tag(
        "figure",
        tag("figcaption", tag("strong", who(claim)), relayed, tag("br"),
            tag("span", when(claim["published"]), " · ",
                tag("a", words(claim["outlet"], "outlet unknown"), href=f"#report-{claim['report']}"), " · ",
                _manner(claim), class_="soft")),
        tag("blockquote", *quoted, cite=url, dir="auto"),
        id=f"claim-{name}",
    )  # fmt: skip


def _manner(claim: Thing) -> str:
    """What is done with the claim and how sure it is said to be: "deny, certain"."""
    return ", ".join(part for part in (claim["act"], claim["certainty"]) if part) or "manner unknown"


def _links(dispute: Thing) -> Safe:
    links = dispute["links"]
    if not links:
        return tag("p", "No link between these claims is kept.")
    rows = (joined("\n", tag("li", _link(link, dispute["claims"]))) for link in links[:MOST])
    more = len(links) - MOST
    return joined(tag("ul", *rows, class_="plain links"), tag("p", f"And {more:,} less sure.") if more > 0 else None)


def _link(link: Thing, claims: dict[str, Thing]) -> Safe:
    return joined(
        tag("span", tag("a", who(claims[link["from"]]), href=f"#claim-{link['from']}"), " ",
            tag("span", link["type"], class_="type"), " ",
            tag("a", who(claims[link["to"]]), href=f"#claim-{link['to']}")),
        tag("p", words(link["why"]), " ", tag("span", f"(sure to {link['score']:.2f})", class_="soft")),
    )  # fmt: skip


def _course(dispute: Thing) -> Safe:
    """Who took which position when, and when the ledger noticed."""
    named = letters(len(dispute["positions"]))
    entered = [
        (dispute["claims"][name]["published"], name, letter)
        for letter, position in zip(named, dispute["positions"], strict=True) for name in position["claims"]
    ]  # fmt: skip
    entered.sort(key=lambda one: (one[0] is None, one[0] or ""))
    changes = {link["from"]: link["why"] for link in reversed(dispute["links"]) if link["type"] == "updates"}
    rows = (_entry(dispute["claims"][name], name, letter, changes.get(name)) for _, name, letter in entered)
    kept = (joined("\n", tag("li", line)) for line in _stages(dispute["history"]))
    return joined(
        tag("h3", "As published"), tag("ol", *rows, class_="plain"), "\n",
        tag("h3", "As this ledger noticed it"), tag("ol", *kept, class_="plain"),
    )  # fmt: skip


def _entry(claim: Thing, name: str, letter: str, change: str | None) -> Safe:
    return joined(
        "\n",
        tag(
            "li",
            tag("span", when(claim["published"]), class_="when"),
            " ",
            tag("a", who(claim), href=f"#claim-{name}"),
            f", position {letter}: ",
            words(quoted(claim["text"])),
            tag("p", words(change)) if change else None,
        ),
    )


def _stages(history: Sequence[Thing]) -> Iterator[Safe]:
    """Each stage with what it had that the one before it had not."""
    before: Thing | None = None
    for stage in history:
        now = f"{count(stage['positions'], 'position')}, {count(stage['claims'], 'claim')}"
        asked = before is not None and before["question"] != stage["question"]
        what = "found" if before is None else "changed"
        yield joined(
            tag("span", tag("time", stage["at"][:16].replace("T", " "), " UTC", datetime=stage["at"]), class_="when"),
            f" {what}: {now}, {stage['status']}",
            joined("; the question now: ", words(stage["question"])) if asked else None,
        )
        before = stage


def _sources(dispute: Thing) -> Safe:
    reports = {claim["report"]: claim for claim in dispute["claims"].values()}
    ordered = sorted(reports.values(), key=lambda one: (one["published"] or "", one["outlet"] or ""))
    return table(("Report", "Outlet", "Published", "Address"), map(_source, ordered))


def _source(report: Thing) -> Safe:
    url = address(report["url"])
    link = tag("a", url, href=url, rel="noreferrer nofollow") if url else words(report["url"])
    cells = {"Outlet": words(report["outlet"]), "Published": when(report["published"]), "Address": link}
    return row(words(report["title"], "no title"), cells, id_=f"report-{report['report']}")
