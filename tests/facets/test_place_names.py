"""Names of places are found again, whatever the encoder takes a mention for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.facets.place_names import find_place_names
from counterclaim.facets.syntax import Syntax
from counterclaim.language.analysis import Name
from tests.claims.building import analysed
from tests.facets.hand import by_hand


def names(tagged: str) -> list[str]:
    analysis = analysed(tagged)
    found = find_place_names(Syntax(analysis))
    return [analysis.text[analysis.words[n.start].start : analysis.words[n.end - 1].end] for n in found]


def test_a_name_that_is_mostly_a_place_is_one_everywhere() -> None:
    text = """
    Fighting/NOUN reached/VERB [Location Dolna/PROPN Reka/PROPN] ./PUNCT
    [Person Dolna/PROPN Reka/PROPN] fell/VERB ./PUNCT
    """
    assert names(text) == ["Dolna Reka", "Dolna Reka"]


def test_a_person_stays_a_person() -> None:
    assert names("[Person Hanka/PROPN Drozd/PROPN] said/VERB no/INTJ ./PUNCT") == []


@pytest.mark.parametrize("kind", ["village", "town", "districts", "province", "hospital", "outskirts"])
def test_what_follows_a_word_for_a_kind_of_place_is_one(kind: str) -> None:
    assert names(f"They/PRON held/VERB the/DET {kind}/NOUN of/ADP [Person Masko/PROPN] ./PUNCT") == ["Masko"]


def test_a_list_of_places_has_only_places() -> None:
    text = (
        "Boxes/NOUN burnt/VERB in/ADP [Location Ruvo/PROPN] ,/PUNCT [Location Masa/PROPN] and/CCONJ "
        "[Person Kiti/PROPN/conj] ./PUNCT"
    )
    assert names(text) == ["Ruvo", "Masa", "Kiti"]


def test_a_known_name_is_found_where_the_encoder_passed_over_it() -> None:
    text = """
    Units/NOUN left/VERB [Location Lower/PROPN Kern/PROPN] ./PUNCT
    Lower/ADJ [Person Kern/PROPN] will/AUX fall/VERB ./PUNCT
    """
    assert names(text) == ["Lower Kern", "Lower Kern"]


def test_a_known_longer_name_takes_the_place_of_a_shorter_one() -> None:
    text = """
    Units/NOUN left/VERB [Location Lower/PROPN Kern/PROPN] ./PUNCT
    Lower/ADJ [Location Kern/PROPN] will/AUX fall/VERB ./PUNCT
    """
    assert names(text) == ["Lower Kern", "Lower Kern"]


def named(kind: str, *sentences: str) -> int:
    """How many places there are where the last word of each sentence is a name of a kind."""
    analysis = by_hand(*sentences)
    taken = tuple(Name(kind, end - 1, end) for _, end in analysis.sentences)
    return len(find_place_names(Syntax(replace(analysis, names=taken))))


def test_what_somebody_is_in_or_near_is_a_place() -> None:
    where = "They/PRON/2/nsubj live/VERB/0/root near/ADP/4/case Aalby/PROPN/2/obl"
    about = "They/PRON/2/nsubj talked/VERB/0/root about/ADP/4/case Aalby/PROPN/2/obl"
    assert named("Person", where) == 1
    assert named("Person", about) == 0
    assert named("Person", where, about) == 2  # once a place, then here too
    assert named("Organization", where) == 0
