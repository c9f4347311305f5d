"""What a quantity is said of: killed, wounded, launched, ... from the words and the syntax around what is counted.

The order in which evidence counts: a noun that says it itself ("11 deaths"); a verb of killing or of release, which
undoes other states ("two of the wounded died"); an adjective or participle beside the count ("11 dead"); any other
verb; the noun it hangs on ("the bodies of four workers"); the verb nearest in the text, should the parse be odd.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterclaim.facets.nouns import is_flying, is_force, singular
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import read_table, words

#: Roles whose counted are people.
OF_PEOPLE = frozenset(("killed", "wounded", "missing", "captured", "displaced"))
#: Relations that lead from a number to the noun or clause it belongs to.
_INSIDE = (
    "nummod", "compound", "amod", "conj", "appos", "det", "flat", "advmod", "fixed", "goeswith", "dep", "list",
)  # fmt: skip
_ARGUMENTS = frozenset(("nsubj", "obj", "iobj", "csubj"))
#: How many words behind a verb its second word may stand ("took 14 of the soldiers prisoner").
_NEAR = 8


class Entry(NamedTuple):
    """A row of `data/roles.tsv`."""

    role: str
    second: tuple[str, ...]
    argument: str
    of: str
    strong: bool


class Role(NamedTuple):
    """A role, and whether the words that gave it are sure."""

    name: str
    strong: bool


class Count(NamedTuple):
    """Where a count stands: its first word ("at"), the words of its number, its noun (or the last one), its unit."""

    start: int
    first: int
    last: int
    anchor: int
    unit: str | None


@cache
def table(pos: str) -> dict[str, tuple[Entry, ...]]:
    """Rows of a part of speech by their first word; those with a second word first."""
    found: dict[str, list[Entry]] = {}
    for role, phrase, tag, argument, of, surely in read_table("roles"):
        if tag == pos:
            first, *second = phrase.split()
            found.setdefault(first, []).append(Entry(role, tuple(second), argument, of, surely == "strong"))
    return {word: tuple(sorted(rows, key=lambda row: not row.second)) for word, rows in found.items()}


def role_of(syntax: Syntax, count: Count) -> Role | None:
    """The role of what is counted, or None where the words don't say."""
    noun = noun_role(syntax, count.anchor) if count.anchor != count.last else None
    if noun and noun.strong:
        return noun
    headline = _headline(syntax, count)
    if headline:
        return headline
    if _has_own_verb(syntax, count):
        return _first(_following(syntax, count.anchor + 1, count.unit)) or noun
    predicate = predicate_role(syntax, count)
    if predicate and predicate.name in ("killed", "other"):
        return predicate
    beside = _first(_adjectives(syntax, count))
    found = beside or predicate or _governor(syntax, count) or _first(_neighbours(syntax, count))
    return found or noun


def _headline(syntax: Syntax, count: Count) -> Role | None:
    """ "2 killed, 13 injured in blast", "wounding 120 says monitor": words that touch the count, whatever the parse."""
    after = count.anchor + 1
    if syntax.upos(after) in ("ADJ", "VERB", "NOUN") and (count.anchor == count.last or _counts_on(syntax, after)):
        for row in table("adj").get(syntax.lower(after), ()):
            meant = fits(count.unit, row.of) and not _of_other(syntax, after, count)
            if meant and not (syntax.below(after, "obj") and not _counts_on(syntax, after)):
                return Role(row.role, row.strong)
    if syntax.lower(after) == "of" and syntax.upos(after + 1) == "PRON":  # "55 of which were intercepted"
        return _first(_following(syntax, after + 2, count.unit))
    before = count.start - 1
    if syntax.upos(before) == "VERB" and (syntax.lower(before).endswith("ing") or _is_coordinated(syntax, before)):
        return _first(verb_roles(syntax, before, "object", count.unit))
    return None


def _has_own_verb(syntax: Syntax, count: Count) -> bool:
    """Whether a clause begins with the count that the parse gave to the verb before: "13 perished and 94 were hurt"."""
    verb = syntax.head(count.anchor)
    if syntax.relation(count.anchor) != "nsubj" or verb >= count.start or syntax.upos(verb) != "VERB":
        return False
    parted = any(syntax.upos(word) in ("CCONJ", "PUNCT") for word in range(verb + 1, count.start))
    return parted and syntax.lemma(verb) != "be" and syntax.upos(count.anchor + 1) in ("AUX", "VERB")


def _is_coordinated(syntax: Syntax, word: int) -> bool:
    """ "killed 26 and injured dozens of others": a participle before the number would stand behind it."""
    return syntax.lower(word - 1) == "and" and syntax.relation(word) in ("amod", "conj")


def _counts_on(syntax: Syntax, word: int) -> bool:
    """Whether the next count follows at once: "three people killed five injured"."""
    return syntax.upos(word + 1) == "NUM" and syntax.lower(word + 2) in table("adj")


def predicate_role(syntax: Syntax, count: Count) -> Role | None:
    """The role that the verbs of a count give it, whatever its noun says."""
    return _first(_predicates(syntax, count))


def clause_role(syntax: Syntax, noun: int, unit: str | None) -> Role | None:
    """The role that a relative or participle clause gives a noun: "40 drones that were launched"."""
    return _first(_clauses(syntax, noun, unit))


def noun_role(syntax: Syntax, noun: int) -> Role | None:
    """The role a noun says by itself: deaths, arrests, bodies."""
    rows = table("noun").get(singular(syntax, noun)) or table("noun").get(syntax.lower(noun))
    return Role(rows[0].role, rows[0].strong) if rows else None


def _first(roles: Iterator[Role]) -> Role | None:
    return next(roles, None)


def _adjectives(syntax: Syntax, count: Count) -> Iterator[Role]:
    """ "11 dead", "26 dead soldiers", "the 40 people wounded", "left 20 people dead"."""
    anchor = count.anchor
    for word in (*range(count.last + 1, anchor), anchor + 1, *syntax.below(anchor, "amod", "acl")):
        behind_with_object = word > anchor and syntax.below(word, "obj")  # "63 wounded", not "rebels wounded 63"
        if (
            syntax.upos(word) in ("ADJ", "VERB", "NOUN")
            and not behind_with_object
            and not _of_other(syntax, word, count)
        ):
            for row in table("adj").get(syntax.lower(word), ()):
                if fits(count.unit, row.of):
                    yield Role(row.role, row.strong)


def _of_other(syntax: Syntax, word: int, count: Count) -> bool:
    """Whether a participle belongs to a noun before the count: "a plane carrying eight people disappeared"."""
    return syntax.relation(word) == "acl" and syntax.head(word) < count.start


def _predicates(syntax: Syntax, count: Count) -> Iterator[Role]:
    """Roles by the verbs that the count is an argument of."""
    if count.anchor != count.last:
        yield from _climb(syntax, count.anchor, count.unit)
    yield from _climb(syntax, count.last, count.unit)
    if count.first != count.last:
        yield from _climb(syntax, count.first, count.unit)
    if count.anchor != count.last:
        yield from _clauses(syntax, count.anchor, count.unit)


def _climb(syntax: Syntax, start: int, unit: str | None) -> Iterator[Role]:
    for word in syntax.above(start):
        relation, head = syntax.relation(word), syntax.head(word)
        if relation in _ARGUMENTS:
            argument = "subject" if relation == "nsubj" and not is_passive(syntax, head) else "object"
            others = list(_coordinated(syntax, head, unit)) if relation == "nsubj" else []
            yield from (role for role in others if role.name == "killed")  # "were rounded up and executed"
            yield from verb_roles(syntax, head, argument, unit)
            yield from _raised(syntax, head, unit)
            yield from _staying(syntax, head, unit) if argument == "subject" else ()
            yield from others
            whole = _whole(syntax, word)
            if whole is not None:
                yield from _clauses(syntax, whole, unit)
                yield from _named(syntax, whole, unit)
        if relation in ("obl", "nmod") and _accompanies(syntax, word):
            yield from _shared(syntax, head, unit)
        if relation == "root" and word != start:
            yield from verb_roles(syntax, word, "subject", unit)
        if relation == "conj" and syntax.upos(head) == "VERB" and syntax.below(word, "acl"):
            return  # "60 were killed and 100 others injured"
        if relation not in _INSIDE and not (relation == "nmod" and syntax.lemma(head) in words("amount")):
            return


def _accompanies(syntax: Syntax, word: int) -> bool:
    """ "Along with four guards", "as well as 41 civilians": with others to whom the same happened."""
    begin = min((word, *syntax.dependents[word]))
    return bool(words("together").intersection(map(syntax.lower, range(begin - 1, min(begin + 2, word)))))


def _shared(syntax: Syntax, head: int, unit: str | None) -> Iterator[Role]:
    """What the clause of a word does to its object, or to its subject where it has none."""
    verb = next((word for word in syntax.above(head) if syntax.upos(word) == "VERB"), head)
    object_of = is_passive(syntax, verb) or syntax.below(verb, "obj")
    yield from verb_roles(syntax, verb, "object" if object_of else "subject", unit)


def is_among(syntax: Syntax, word: int) -> bool:
    """Whether a word is the subject of "were among the dead", or the object of "the dead included"."""
    return _whole(syntax, word) is not None


def _whole(syntax: Syntax, word: int) -> int | None:
    """The noun for all those that a word is said to be among."""
    relation, head = syntax.relation(word), syntax.head(word)
    if relation == "nsubj" and "among" in map(syntax.lower, syntax.below(head, "case")):
        return head
    if relation == "obj" and syntax.lemma(head) == "include":
        return next(iter(syntax.below(head, "nsubj")), None)
    return None


def _named(syntax: Syntax, noun: int, unit: str | None) -> Iterator[Role]:
    """What "the dead", "refugees" says of those who are among them or become them."""
    rows = table("adj").get(syntax.lower(noun), ()) + table("noun").get(singular(syntax, noun), ())
    yield from (Role(row.role, row.strong) for row in rows if fits(unit, row.of))


def _raised(syntax: Syntax, verb: int, unit: str | None) -> Iterator[Role]:
    """ "20 people are believed to be missing", "12 were reported killed"."""
    for inner in syntax.below(verb, "xcomp"):
        bare = not syntax.below(inner, "aux", "mark", "cop")
        passive = is_passive(syntax, inner) or (bare and syntax.lower(inner).endswith(("ed", "en", "n", "t")))
        yield from verb_roles(syntax, inner, "object" if passive else "subject", unit)
    if syntax.lemma(verb) == "become":
        for noun in syntax.below(verb, "obj", "xcomp"):
            yield from _named(syntax, noun, unit)


def _staying(syntax: Syntax, verb: int, unit: str | None) -> Iterator[Role]:
    """ "340 of them languish in captivity": where the subject is says the same with any verb as with "are"."""
    for place in syntax.below(verb, "obl"):
        if "in" in map(syntax.lower, syntax.below(place, "case")):
            rows = table("predicate").get(syntax.lemma(place), ())
            held = (row for row in rows if row.role == "captured" and not row.second)
            yield from (Role(row.role, row.strong) for row in held if fits(unit, row.of))


def _coordinated(syntax: Syntax, verb: int, unit: str | None) -> Iterator[Role]:
    """Verbs that share the subject: "20 people fell ill or were wounded"."""
    for other in syntax.below(verb, "conj"):
        if syntax.upos(other) in ("VERB", "AUX", "ADJ") and not syntax.below(other, "nsubj"):
            yield from verb_roles(syntax, other, "object" if is_passive(syntax, other) else "subject", unit)


def _clauses(syntax: Syntax, noun: int, unit: str | None) -> Iterator[Role]:
    for clause in syntax.below(noun, "acl"):
        argument = _gap(syntax, clause)
        if argument:
            yield from verb_roles(syntax, clause, argument, unit)


def _gap(syntax: Syntax, clause: int) -> str | None:
    """Which argument of a relative or participle clause the noun before it is."""
    subjects = syntax.below(clause, "nsubj")
    passive = is_passive(syntax, clause)
    if not subjects:
        return "object" if syntax.lower(clause).endswith(("ed", "en", "t", "n")) else "subject"
    if syntax.lower(subjects[0]) in ("who", "that", "which", "whom"):
        return "object" if passive else "subject"
    return None if passive else "object"


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is in the passive."""
    return any(syntax.analysis.relations[one] in ("aux:pass", "nsubj:pass") for one in syntax.dependents[verb])


def verb_roles(syntax: Syntax, verb: int, argument: str, unit: str | None) -> Iterator[Role]:
    """The roles that a verb (or what stands in its place) gives its "subject" or "object"."""
    for row in table("verb").get(syntax.lemma(verb), ()):
        meant = row.argument == argument and fits(unit, row.of) and _has_second(syntax, verb, row.second)
        if meant and not (row.role == "captured" and _contains(syntax, verb)):
            yield Role(row.role, row.strong)
    if argument == "object" and syntax.upos(verb) == "VERB":
        return
    pos = "predicate" if syntax.upos(verb) in ("NOUN", "PROPN") else "adj"
    form = syntax.lemma(verb) if pos == "predicate" else syntax.lower(verb)
    for row in table(pos).get(form, ()):
        if fits(unit, row.of) and not syntax.below(verb, "obj") and _is_marked(syntax, verb, row.second):
            yield Role(row.role, row.strong)


def _is_marked(syntax: Syntax, noun: int, prepositions: tuple[str, ...]) -> bool:
    """Whether a noun has the prepositions of its row: "behind bars", "under arrest"."""
    return set(prepositions) <= set(map(syntax.lower, syntax.below(noun, "case")))


def _contains(syntax: Syntax, verb: int) -> bool:
    """ "The stadium holds 4,000 people": it keeps nobody."""
    return any(syntax.lemma(subject) in words("container") for subject in syntax.below(verb, "nsubj"))


def _has_second(syntax: Syntax, verb: int, second: tuple[str, ...]) -> bool:
    near = range(verb + 1, min(verb + 1 + _NEAR, syntax.sentence(verb)[1]))
    return all(
        any(word in (syntax.lower(one), syntax.lemma(one)) for one in near if not _places(syntax, one))
        for word in second
    )


def _places(syntax: Syntax, word: int) -> bool:
    """Whether a word such as "in" only places what follows: "brought eight miners up in the early hours"."""
    return syntax.lower(word) in ("in", "over", "down", "up", "off") and syntax.relation(word) == "case"


def fits(unit: str | None, of: str) -> bool:
    """Whether what is counted in a unit is of the kind that a row of the table asks for; a bare number fits all."""
    if unit is None or of == "any":
        return True
    person = unit == "person" or unit in words("group")
    if of == "person":
        return person
    if of == "force":
        return person or is_force(unit) or is_flying(unit)
    return {"air": is_flying(unit), "arms": is_force(unit) or is_flying(unit), "thing": not person}[of]


def _governor(syntax: Syntax, count: Count) -> Role | None:
    """ "the bodies of four workers", "a strike with 25 drones"."""
    first = _first_joined(syntax, count.anchor)
    head = syntax.head(first)
    if syntax.relation(first) == "nmod" and head < count.first and syntax.upos(head) == "NOUN":
        found = noun_role(syntax, head) or _first(_phrase(syntax, head))
        if found and fits(count.unit, "person"):
            return found
    for word in range(count.first - 1, max(count.first - 7, -1), -1):
        if syntax.upos(word) in ("VERB", "PUNCT"):
            return None
        rows = table("carrier").get(syntax.lemma(word)) if syntax.upos(word) == "NOUN" else None
        if rows and count.unit is not None and fits(count.unit, rows[0].of):
            return Role(rows[0].role, rows[0].strong)
    return None


def _first_joined(syntax: Syntax, noun: int) -> int:
    """The first of the nouns that a noun is joined with: "rebels" for "fighters" in "60 rebels and 20 fighters"."""
    return next((word for word in syntax.above(noun) if syntax.relation(word) != "conj"), noun)


def _behind_coordinated(syntax: Syntax, word: int) -> int:
    """The word behind "and 101 others", if that begins at `word`; else `word`."""
    if syntax.lower(word) != "and":
        return word
    end = word + 1
    while end < word + 6 and syntax.upos(end) in ("NUM", "DET", "ADJ", "NOUN", "PROPN"):
        end += 1
    return end if syntax.upos(end) == "AUX" else word


def _phrase(syntax: Syntax, noun: int) -> Iterator[Role]:
    """ "claimed the lives of two people": a verb with this noun as its second word."""
    verb, name = syntax.head(noun), syntax.lemma(noun)
    if syntax.relation(noun) == "obj":
        for row in table("verb").get(syntax.lemma(verb), ()):
            if row.argument == "object" and row.second == (name,):
                yield Role(row.role, row.strong)


def _neighbours(syntax: Syntax, count: Count) -> Iterator[Role]:
    """By the words next to the count alone: "... people were killed", "killed at least 11 ..."."""
    if syntax.upos(count.start - 1) == "ADP":
        return
    following = _behind_coordinated(syntax, count.anchor + 1)
    if not _of_other(syntax, following, count):
        yield from _following(syntax, following, count.unit)
    before = count.start - (2 if syntax.upos(count.start - 1) == "DET" else 1)
    if syntax.upos(before) == "VERB" and not is_passive(syntax, before):
        yield from verb_roles(syntax, before, "object", count.unit)


def _following(syntax: Syntax, word: int, unit: str | None) -> Iterator[Role]:
    """What the verb that begins at `word` ("were killed", "have since died") says of its subject."""
    verb = word
    while verb < word + 5 and syntax.upos(verb) in ("AUX", "ADV"):
        verb += 1
    if syntax.upos(verb) == "VERB":
        passive = any(syntax.lemma(one) == "be" for one in range(word, verb))
        yield from verb_roles(syntax, verb, "object" if passive else "subject", unit)
    elif syntax.upos(verb) == "ADJ" and verb > word:
        yield from verb_roles(syntax, verb, "subject", unit)
