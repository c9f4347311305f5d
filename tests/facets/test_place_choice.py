"""Which places belong to a claim: those of its content, or the one that its sentence puts it in."""

from __future__ import annotations

from counterclaim.facets.place import find_places
from counterclaim.facets.place_choice import PlaceChoice
from counterclaim.facets.syntax import Syntax
from counterclaim.language.analysis import Analysis, Name
from counterclaim.model import Attribution, Span, Spans
from tests.facets.hand import by_hand


def at(analysis: Analysis, words: str) -> Spans:
    start = analysis.text.index(words)
    return (Span(start, start + len(words)),)


def chosen(analysis: Analysis, places: list[str], source: str, content: str) -> list[str]:
    """The places of a claim in an analysis in which the words of `places` are names."""
    forms = [analysis.word(i) for i in range(len(analysis.words))]
    names = tuple(Name("Location", forms.index(word), forms.index(word) + 1) for word in places)
    syntax = Syntax(
        Analysis(
            analysis.text,
            analysis.words,
            analysis.upos,
            analysis.heads,
            analysis.relations,
            analysis.sentences,
            names,
            (),
        )
    )
    attribution = Attribution(at(analysis, source), (), at(analysis, content))
    return [place.name for place in PlaceChoice(syntax, find_places(syntax)).of(attribution)]


def test_the_place_in_the_content_is_the_claims() -> None:
    text = by_hand("He/PRON/2/nsubj said/VERB/0/root fighting/NOUN/4/nsubj reached/VERB/2/ccomp Zelk/PROPN/4/obj")
    assert chosen(text, ["Zelk"], "He", "fighting reached Zelk") == ["Zelk"]


def test_a_dateline_is_not_where_it_happened() -> None:
    text = by_hand(
        "SARNOV/PROPN/4/dep —/PUNCT Nine/NUM/4/nsubj died/VERB/0/root ,/PUNCT he/PRON/7/nsubj said/VERB/4/parataxis"
    )
    assert chosen(text, ["SARNOV"], "he", "SARNOV — Nine died") == []


def test_a_witness_speaks_of_where_he_is() -> None:
    text = by_hand(
        "A/DET/2/det clerk/NOUN/5/nsubj in/ADP/4/case Masko/PROPN/2/nmod said/VERB/0/root "
        "he/PRON/7/nsubj fled/VERB/5/ccomp"
    )
    assert chosen(text, ["Masko"], "A clerk in Masko", "he fled") == ["Masko"]


def test_an_office_does_not_speak_of_where_it_is() -> None:
    text = by_hand(
        "The/DET/2/det embassy/NOUN/5/nsubj in/ADP/4/case Masko/PROPN/2/nmod said/VERB/0/root "
        "he/PRON/7/nsubj fled/VERB/5/ccomp"
    )
    assert chosen(text, ["Masko"], "The embassy in Masko", "he fled") == []


def test_the_town_is_the_one_just_named() -> None:
    text = by_hand(
        "The/DET/2/det mayor/NOUN/5/nsubj of/ADP/4/case Masko/PROPN/2/nmod said/VERB/0/root "
        "the/DET/7/det town/NOUN/8/nsubj slept/VERB/5/ccomp"
    )
    assert chosen(text, ["Masko"], "The mayor of Masko", "the town slept") == ["Masko"]


def test_where_leads_back_to_a_place() -> None:
    text = by_hand(
        "They/PRON/2/nsubj reached/VERB/0/root Masko/PROPN/2/obj ,/PUNCT where/ADV/7/advmod she/PRON/7/nsubj "
        "said/VERB/3/acl:relcl nine/NUM/9/nsubj died/VERB/7/ccomp"
    )
    assert chosen(text, ["Masko"], "she", "nine died") == ["Masko"]
