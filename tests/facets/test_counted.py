"""What is counted, in the text's words."""

import pytest

from counterclaim.facets.quantity import find_quantities
from tests.facets.hand import by_hand


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        (
            "Three/NUM/3/nummod Norlandian/ADJ/3/amod soldiers/NOUN/4/nsubj died/VERB/0/root",
            ["Norlandian soldiers"],
        ),
        (
            "They/PRON/2/nsubj lost/VERB/0/root 30/NUM/6/nummod or/CCONJ/3/cc more/ADJ/3/conj tanks/NOUN/2/obj",
            ["tanks"],
        ),
        (
            "Its/PRON/3/nmod:poss three/NUM/3/nummod soldiers/NOUN/4/nsubj died/VERB/0/root",
            ["Its soldiers"],
        ),
        (
            "12/NUM/2/nummod members/NOUN/8/nsubj:pass of/ADP/6/case the/DET/6/det border/NOUN/6/compound"
            " guard/NOUN/2/nmod were/AUX/8/aux:pass wounded/VERB/0/root",
            ["members of the border guard"],
        ),
        (
            "Four/NUM/6/nsubj of/ADP/4/case the/DET/4/det injured/NOUN/1/nmod have/AUX/6/aux died/VERB/0/root",
            ["of the injured"],
        ),
        (
            "Two/NUM/2/nummod soldiers/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root and/CCONJ/7/cc"
            " five/NUM/7/nsubj wounded/VERB/4/conj",
            ["soldiers", "soldiers"],
        ),
        ("Five/NUM/2/nsubj died/VERB/0/root", [None]),
        ("40/NUM/2/nummod tonnes/NOUN/5/nsubj of/ADP/4/case wheat/NOUN/2/nmod burned/VERB/0/root", ["wheat"]),
        (
            "He/PRON/2/nsubj won/VERB/0/root 52/NUM/4/nummod percent/NOUN/2/obj of/ADP/7/case the/DET/7/det"
            " vote/NOUN/4/nmod",
            ["of the vote"],
        ),
        (
            "The/DET/4/det Ulmark/PROPN/4/nmod:poss _'s/PART/2/case losses/NOUN/5/nsubj rose/VERB/0/root to/ADP/7/case"
            " 40/NUM/5/obl",
            ["Ulmark's losses"],
        ),
        (
            "A/DET/3/det Brastian/ADJ/3/amod sergeant/NOUN/5/nsubj:pass was/AUX/5/aux:pass killed/VERB/0/root",
            ["Brastian sergeant"],
        ),
    ],
)  # fmt: skip
def test_the_phrase_says_who_or_whose_without_the_number(sentence: str, counted: list[str | None]) -> None:
    assert [one.counted for one in find_quantities(by_hand(sentence))] == counted
