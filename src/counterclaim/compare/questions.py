"""The question that a dispute is about and the answer that a position gives, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from counterclaim.compare.finding import Finding, quoted
from counterclaim.compare.statements import Statement
from counterclaim.compare.tables import read_rows
from counterclaim.model import DisputeKind, Quantity

_ANSWERED = 60
"""Characters of a quoted answer, at most."""


def kind_of(conflicts: Sequence[Finding]) -> DisputeKind:
    """The kind of question that most of a dispute's conflicts are about; of equals, the first."""
    return Counter(finding.kind for finding in conflicts).most_common(1)[0][0]


def question_of(conflicts: Sequence[Finding]) -> str:
    """One plain question for the conflicts of a dispute."""
    kind = kind_of(conflicts)
    asked = next(finding for finding in conflicts if finding.kind == kind)
    quantity = _figure(asked) if kind == "quantity" else None
    if quantity is not None:
        return _how_many(quantity)
    claim = asked.other
    if kind == "control" and (place := _patient(claim)):
        return f"Who holds {place}?"
    if kind == "responsibility":
        return f"Who is to blame? {claim.who}: {quoted(claim.text)}"
    return f"Is it so, as {claim.who} says: {quoted(claim.text)}?"


def value_of(position: Sequence[Statement], conflicts: Sequence[Finding]) -> str:
    """The answer that a position gives: its figures, or its most telling words."""
    if kind_of(conflicts) == "quantity" and (figures := _figures(position, conflicts)):
        return figures
    nodes = {(s.claim.id, s.number) for s in position}
    denied = {(f.other.claim.id, f.other.number) for f in conflicts if f.type == "denies"}
    stated = [s for s in position if s.act != "deny"]
    told = quoted(max(stated or position, key=lambda s: (len(s.terms.all), -s.at[0], -s.at[1])).text, _ANSWERED)
    if nodes & denied:
        return f"yes: {told}"
    return (
        f"no: {told}"
        if any((f.one.claim.id, f.one.number) in nodes and f.type == "denies" for f in conflicts)
        else told
    )


def _figures(position: Sequence[Statement], conflicts: Sequence[Finding]) -> str | None:
    """The last figure of a position, with the first where it was another."""
    asked = next((q for f in conflicts if f.kind == "quantity" and (q := _figure(f))), None)
    if asked is None:
        return None
    given = [
        " ".join(s.report.words_at(q.spans).split())
        for s in position
        for q in s.quantities
        if (q.role, q.unit) == (asked.role, asked.unit)
    ]
    if not given:
        return None
    return given[-1] if given[-1] == given[0] else f"{given[-1]} (first {given[0]})"


def _figure(finding: Finding) -> Quantity | None:
    """The quantity that both ends of a finding give, or that the denied one gives."""
    keys = {(q.role, q.unit) for q in finding.one.quantities}
    both = [q for q in finding.other.quantities if (q.role, q.unit) in keys]
    return next(iter(both or finding.other.quantities), None)


def _how_many(quantity: Quantity) -> str:
    """ "How many people were killed?", "How much is it: 3.5 percent?" """
    asked = {role: (people, things) for role, people, things in read_rows("questions")}
    people, things = asked.get(quantity.role, asked["other"])
    counted = quantity.counted or ("people" if quantity.unit == "person" else quantity.unit or "")
    plural = counted if quantity.unit == "person" else counted or "units"
    template = people if quantity.unit == "person" else things
    return template.format(counted=" ".join(plural.split()))


def _patient(statement: Statement) -> str | None:
    """The place or thing that is held: its name, or the noun with an article."""
    if statement.places:
        return statement.places[0].name
    event = statement.event
    patient = next((one.words for one in event.participants if one.role == "patient"), None) if event else None
    return patient if not patient or any(word[0].isupper() for word in patient.split()) else f"the {patient}"
