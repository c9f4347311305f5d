"""Which claim a noun phrase stands for, behaviour by behaviour, on hand-made trees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claims.claims import find_claims
from counterclaim.claims.references import claim_nouns, read_reference
from counterclaim.claims.tables import read_table
from counterclaim.claims.words_at import words_in
from counterclaim.model import Claim, Report
from tests.claims.trees import attribution, parsed

ACCUSED = """
Norland PROPN 2 nsubj
accused VERB 0 root
Southland PROPN 2 obj
of SCONJ 5 mark
shelling VERB 2 advcl
Altdorf PROPN 5 obj
"""
COUNTED = """
Norland PROPN 2 nsubj
said VERB 0 root
40 NUM 4 nummod
soldiers NOUN 6 nsubj:pass
were AUX 6 aux:pass
killed VERB 2 ccomp
"""
CAPTURED = """
Norland PROPN 2 nsubj
said VERB 0 root
its PRON 4 nmod:poss
troops NOUN 5 nsubj
captured VERB 2 ccomp
Altdorf PROPN 5 obj
"""
ACCUSATION = ("Norland", "accused", "Southland of shelling Altdorf")
COUNT = ("Norland", "said", "40 soldiers were killed")
CAPTURE = ("Norland", "said", "its troops captured Altdorf")


def _read(first: str, second: str, *said: tuple[str, str, str]) -> list[Claim]:
    analysis = parsed(first + "\n" + second)
    marked = replace(analysis, attributions=tuple(attribution(analysis, *parts) for parts in said))
    return list(find_claims(Report(analysis.text), marked)[0])


def _answer(who: str, verb: str, article: str, noun: str) -> str:
    owner = "nmod:poss" if article in ("its", "their") else "det"
    return f"{who} PROPN 2 nsubj\n{verb} VERB 0 root\n{article} DET 4 {owner}\n{noun} NOUN 2 obj"


@pytest.mark.parametrize(
    ("first", "claim", "who", "verb", "phrase", "found"),
    [
        (ACCUSED, ACCUSATION, "Southland", "denied", ("the", "accusation"), True),
        (ACCUSED, ACCUSATION, "Southland", "rejected", ("this", "allegation"), True),
        (ACCUSED, ACCUSATION, "Southland", "denied", ("any", "involvement"), True),
        (ACCUSED, ACCUSATION, "Norland", "denied", ("the", "accusation"), False),
        (ACCUSED, ACCUSATION, "Southland", "rejected", ("the", "forecast"), False),
        (ACCUSED, ACCUSATION, "Southland", "rejected", ("an", "accusation"), False),
        (ACCUSED, ACCUSATION, "Southland", "rejected", ("the", "figures"), False),
        (COUNTED, COUNT, "Southland", "disputed", ("the", "figures"), True),
        (COUNTED, COUNT, "Southland", "rejected", ("the", "claim"), True),
        (CAPTURED, CAPTURE, "Southland", "confirmed", ("the", "loss"), True),
        (CAPTURED, CAPTURE, "Southland", "confirmed", ("the", "meeting"), False),
    ],
)
def test_a_phrase_stands_for_a_claim_of_another_that_fits_its_noun(
    first: str, claim: tuple[str, str, str], who: str, verb: str, phrase: tuple[str, str], found: bool
) -> None:
    one, other = _read(first, _answer(who, verb, *phrase), claim, (who, verb, " ".join(phrase)))
    assert other.refers_to == (one.id if found else None)
    assert one.refers_to is None


@pytest.mark.parametrize(("said", "found"), [("false", True), ("true", True), ("old", False)])
def test_what_is_called_false_or_true_is_the_claim_of_whom_it_belongs_to(said: str, found: bool) -> None:
    second = f"""
        Eastland PROPN 2 nsubj
        said VERB 0 root
        Norland PROPN 5 nmod:poss
        's PART 3 case
        claim NOUN 7 nsubj
        was AUX 7 cop
        {said} ADJ 2 ccomp
        """
    third = "Westland PROPN 2 nsubj\nsaid VERB 0 root\nrain NOUN 4 nsubj\nfell VERB 2 ccomp\n\n"
    claims = _read(
        COUNTED + "\n" + third, second, COUNT, ("Westland", "said", "rain fell"),
        ("Eastland", "said", f"Norland 's claim was {said}"),
    )  # fmt: skip
    assert claims[2].refers_to == (claims[0].id if found else None)


@pytest.mark.parametrize(
    ("rows", "kind", "noun", "near"),
    [
        ("the DET 2 det\nclaim NOUN 0 root", "claim", "claim", False),
        ("this DET 2 det\nclaim NOUN 0 root", "claim", "claim", True),
        ("their PRON 2 nmod:poss\nfigures NOUN 0 root", "figure", "figure", False),
        ("that PRON 3 nsubj\nis AUX 3 cop\nfalse ADJ 0 root", "this", "that", True),
        ("the DET 2 det\nwithdrawal NOUN 0 root", "thing", "withdrawal", False),
        ("claims NOUN 0 root", None, "", False),
        ("a DET 2 det\nclaim NOUN 0 root", None, "", False),
    ],
)
def test_a_reference_is_a_phrase_that_a_reader_is_to_know(rows: str, kind: str | None, noun: str, near: bool) -> None:
    analysis = parsed(rows)
    found = read_reference(analysis, tuple(range(len(analysis.words))))
    assert (found.kind, found.noun, found.near) == (kind, noun, near) if found else kind is None


def test_the_owners_of_a_phrase_are_its_possessors_and_modifiers() -> None:
    analysis = parsed("""
        the DET 2 det
        ministry NOUN 4 nmod:poss
        's PART 2 case
        figures NOUN 0 root
        for ADP 6 case
        May PROPN 4 nmod
        """)
    found = read_reference(analysis, words_in(analysis, ((0, len(analysis.text)),)))  # type: ignore[arg-type]
    assert found is not None
    assert found.owners == (1,)


def test_no_claim_noun_stands_in_two_classes() -> None:
    listed = [word for *_, words in read_table("claim_nouns") for word in words.split()]
    assert len(listed) == len(set(listed)) == len(claim_nouns())
