"""Which dispute is which: the id of an earlier one goes to the one that has most of its claims."""

from __future__ import annotations

from itertools import permutations

from counterclaim.ledger.matching import Found, Known, match


def known(name: str, first: int, *claims: str) -> Known:
    return Known(name, first, frozenset((1, claim) for claim in claims))


def found(name: str, *claims: str) -> Found:
    return Found(name, frozenset((1, claim) for claim in claims))


def test_a_dispute_that_shares_no_claim_has_its_own_id() -> None:
    assert match([known("old", 1, "a", "b")], [found("new", "c", "d")]).ids == ("new",)


def test_two_that_become_one_keep_the_id_of_most_shared_claims_and_say_what_went_into_it() -> None:
    old = [known("x", 1, "a", "b"), known("y", 2, "c", "d", "e")]
    for order in permutations(old):
        matched = match(order, [found("new", "a", "b", "c", "d", "e")])
        assert (matched.ids, matched.merged) == (("y",), {"x": "y"})


def test_of_equals_the_older_keeps_its_id() -> None:
    old = [known("x", 5, "a", "b"), known("y", 2, "c", "d")]
    assert match(old, [found("new", "a", "b", "c", "d")]).ids == ("y",)


def test_one_that_falls_apart_gives_its_id_to_the_larger_part() -> None:
    parts = [found("x", "a", "b"), found("z", "c", "d", "e")]
    for order in permutations(parts):
        ids = dict(
            zip((one.id for one in order), match([known("x", 1, "a", "b", "c", "d", "e")], order).ids, strict=True)
        )
        assert ids["z"] == "x"
        assert ids["x"] not in ("x", "z")


def test_the_same_words_in_another_text_are_another_claim() -> None:
    other = Found("new", frozenset({(2, "a"), (2, "b")}))
    assert match([known("old", 1, "a", "b")], [other]).ids == ("new",)
