"""Places of a report: resolved by what else it names, told from actors, without coordinates where not known."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facets.place import find_places as places_in
from counterclaim.facets.syntax import Syntax
from counterclaim.language.analysis import Analysis, Name
from counterclaim.language.words import split_words
from counterclaim.model import Place, Span

Arcs = dict[str, tuple[str, str, str]]
"""For a word: its part of speech, its head's form and its relation."""


def read(text: str, places: Sequence[str], peoples: Sequence[str] = (), arcs: Arcs | None = None) -> Analysis:
    """An analysis with the given names, and with the syntax of some words; the others hang on the first."""
    cut = split_words(text)
    spans = tuple(map(Span, cut.starts, cut.ends))
    forms = [text[start:end] for start, end in spans]
    known = {word: arc for word, arc in (arcs or {}).items() if word in forms}
    upos = tuple(known[form][0] if form in known else "X" for form in forms)
    heads = tuple(forms.index(known[form][1]) if form in known else 0 for form in forms)
    relations = tuple(known[form][2] if form in known else ("dep" if i else "root") for i, form in enumerate(forms))
    names = [_name("Location", name, text, spans) for name in places]
    names += [_name("NORP", name, text, spans) for name in peoples]
    return Analysis(text, spans, upos, heads, relations, ((0, len(spans)),) if spans else (), tuple(names), ())


def _name(kind: str, name: str, text: str, spans: tuple[Span, ...]) -> Name:
    start = text.index(name)
    inside = [i for i, span in enumerate(spans) if start <= span.start and span.end <= start + len(name)]
    return Name(kind, inside[0], inside[-1] + 1)


def find_places(analysis: Analysis) -> tuple[Place, ...]:
    return places_in(Syntax(analysis))


def found(text: str, *places: str, peoples: Sequence[str] = (), arcs: Arcs | None = None) -> tuple[Place, ...]:
    return find_places(read(text, places, peoples, arcs))


def only(text: str, name: str, *others: str, peoples: Sequence[str] = ()) -> Place:
    """The place whose span is the name."""
    places = found(text, name, *others, peoples=peoples)
    return next(place for place in places if text[slice(*place.spans[0])] == name)


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("Two died in Paris on Monday.", ["Paris"], "FR"),
        ("Two died in Paris, Texas, on Monday.", ["Paris", "Texas"], "US"),
        ("Two died in Paris, Tex., on Monday.", ["Paris"], "US"),
        ("The road from Dallas to Paris crosses Texas near Sherman.", ["Dallas", "Paris", "Texas", "Sherman"], "US"),
        ("LONDON, Ontario - Police in Kitchener found him.", ["LONDON", "Ontario", "Kitchener"], "CA"),
    ],
)
def test_what_else_is_named_decides(text: str, names: list[str], country: str) -> None:
    places = {text[slice(*place.spans[0])]: place for place in found(text, *names)}
    name = "Paris" if "Paris" in names else "LONDON"
    assert places[name].country == country


def test_peoples_speak_for_their_country() -> None:
    text = "Syrian troops moved towards Tripoli, the Lebanese army said."
    assert only(text, "Tripoli", peoples=["Syrian", "Lebanese"]).country == "LB"
    text = "Libyan troops moved towards Tripoli."
    assert only(text, "Tripoli", peoples=["Libyan"]).country == "LY"


def test_a_province_is_told_from_its_city() -> None:
    city = only("Shells fell on Aleppo overnight.", "Aleppo")
    province = only("Shells fell on villages in Aleppo province overnight.", "Aleppo")
    of = only("Shells fell on villages in the province of Aleppo overnight.", "Aleppo")
    assert city.geonameid == 170063
    assert province.geonameid == of.geonameid == 170062


def test_a_country_has_its_id_and_a_point() -> None:
    place = only("Aid reached Syria.", "Syria")
    assert (place.name, place.country, place.geonameid) == ("Syria", "SY", 163843)
    assert place.lat is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two drones fell on Zabrod before dawn.", "Zabrod"),
        ("The Republic will not answer.", "Republic"),
        ("Shells fell on Lipno before dawn.", "Lipno"),
        ("A column of trucks reached Tumbi.", "Tumbi"),
    ],
)
def test_a_village_that_nothing_speaks_for_has_no_coordinates(text: str, name: str) -> None:
    place = only(text, name)
    assert place == Place(name, None, None, None, None, place.spans)


@pytest.mark.parametrize(
    ("text", "others", "peoples"),
    [
        ("Two drones fell on Zabrod in Ukraine before dawn.", ["Ukraine"], []),
        ("Two drones fell on Zabrod, the Ukrainian army said.", [], ["Ukrainian"]),
        ("Two drones fell on Zabrod, Ukraine, before dawn.", ["Ukraine"], []),
    ],
)
def test_a_village_has_coordinates_where_its_country_or_its_people_are_named(
    text: str, others: list[str], peoples: list[str]
) -> None:
    assert only(text, "Zabrod", *others, peoples=peoples).country == "UA"


def test_another_country_does_not_speak_for_a_village() -> None:
    assert only("Two drones fell on Zabrod, and Nepal said nothing.", "Zabrod", "Nepal").country is None


def test_a_larger_town_near_it_speaks_for_a_village() -> None:
    text = "The road from Zagreb to Zaprešić was closed."
    assert only(text, "Zaprešić", "Zagreb").country == "HR"


def test_places_know_the_regions_they_lie_in() -> None:
    text = "Shells fell on Khan Sheikhoun in Syria, on Aleppo province and on Aleppo."
    town, syria, province = (only(text, name, "Syria") for name in ("Khan Sheikhoun", "Syria", "Aleppo"))
    assert (syria.admin1, syria.admin2) == (None, None)
    assert town.admin1 == 169387
    assert province.admin1 == 170062


def test_one_name_has_one_sense_in_a_report() -> None:
    text = "Fighting reached Tripoli. In Lebanon nobody knew who held Tripoli, and Beirut was quiet."
    analysis = read(text, ["Tripoli", "Lebanon", "Beirut"])
    second = text.rindex("Tripoli")
    at = next(i for i, span in enumerate(analysis.words) if span.start == second)
    analysis = replace(analysis, names=(*analysis.names, Name("Location", at, at + 1)))
    senses = {place.geonameid for place in find_places(analysis) if place.name.startswith("Tripoli")}
    assert len(senses) == 1


def test_what_is_not_found_has_no_coordinates() -> None:
    text = "The garrison of Xanthurba, Croatia, left Qworvel."
    places = {place.name: place for place in found(text, "Xanthurba", "Croatia", "Qworvel")}
    assert places["Xanthurba"] == Place("Xanthurba", "HR", None, None, None, (Span(16, 25),))
    assert places["Qworvel"].country is None
    assert places["Qworvel"].lat is places["Qworvel"].lon is places["Qworvel"].geonameid is None


def test_another_name_of_a_small_far_place_is_no_evidence() -> None:
    place = only("Ballots were burnt in the district of Masa.", "Masa")
    assert (place.name, place.geonameid) == ("Masa", None)


def test_a_part_of_a_country_has_the_country_but_no_point() -> None:
    place = only("An earthquake shook western Nepal late on Sunday.", "Nepal")
    assert (place.name, place.country, place.geonameid, place.lat) == ("western Nepal", "NP", None, None)


def test_a_direction_belongs_to_a_name_that_is_known_with_it() -> None:
    assert only("Fighting in South Sudan went on.", "South Sudan").country == "SS"
    assert only("Brigades left Upper Kern at noon.", "Upper Kern").name == "Upper Kern"
    assert only("Floods in Western Pennsylvania receded.", "Western Pennsylvania").country == "US"


def test_a_point_of_the_compass_is_no_town() -> None:
    assert only("Nothing is heard from the South.", "South").geonameid is None


def test_a_kind_of_place_alone_is_no_evidence() -> None:
    assert only("Drones were heading for the Brezin region.", "Brezin").geonameid is None


def test_a_capital_is_meant_where_nothing_else_is_named() -> None:
    assert only("The strike in Santiago ended.", "Santiago").country == "CL"
    assert only("The talks in Washington ended.", "Washington").geonameid == 4140963


def test_other_names_tell_which_town_is_meant() -> None:
    text = "The Rapides Parish Sheriff's Office sent deputies to Alexandria."
    plain = read(text, ["Alexandria"])
    office = Name("Organization", 1, next(i for i, span in enumerate(plain.words) if text[slice(*span)] == "sent"))
    told = replace(plain, names=(*plain.names, office))
    assert [place.country for place in find_places(plain)] == ["EG"]
    assert [place.country for place in find_places(told)] == ["US"]


@pytest.mark.parametrize("written", ["Syria Aleppo", "Syrias Aleppo", "Aleppo Syria"])
def test_a_country_and_its_town_that_no_comma_parts_are_two_places(written: str) -> None:
    places = found(f"Shells fell on {written} overnight.", written)
    assert {(place.name, place.country) for place in places} == {("Syria", "SY"), ("Aleppo", "SY")}


def test_a_lost_apostrophe_does_not_hide_a_country() -> None:
    assert only("Russias parliament was silent.", "Russias").country == "RU"


def test_a_valley_named_after_a_country_is_one_place() -> None:
    assert len(found("They crossed the Jordan Hollow at noon.", "Jordan Hollow")) == 1


def test_a_name_with_its_container_is_two_places() -> None:
    places = found("He was seen in Paris, Texas.", "Paris, Texas")
    assert [(place.name, place.country) for place in places] == [("Paris", "US"), ("Texas", "US")]


@pytest.mark.parametrize(
    ("text", "name", "arcs"),
    [
        (
            "Washington said on Monday it would wait.",
            "Washington",
            {"said": ("VERB", "said", "root"), "Washington": ("PROPN", "said", "nsubj")},
        ),
        (
            "They accused Moscow of lying.",
            "Moscow",
            {"accused": ("VERB", "accused", "root"), "Moscow": ("PROPN", "accused", "obj")},
        ),
        (
            "Syria's army retreated.",
            "Syria",
            {"army": ("NOUN", "retreated", "nsubj"), "Syria": ("PROPN", "army", "nmod:poss")},
        ),
    ],
)
def test_a_government_is_no_place(text: str, name: str, arcs: Arcs) -> None:
    assert found(text, name, arcs=arcs) == ()


def test_what_something_is_aimed_at_is_a_place() -> None:
    arcs = {
        "missiles": ("NOUN", "fired", "obj"),
        "fired": ("VERB", "fired", "root"),
        "Chernihiv": ("PROPN", "missiles", "nmod"),
        "at": ("ADP", "Chernihiv", "case"),
    }
    assert [place.name for place in found("They fired missiles at Chernihiv.", "Chernihiv", arcs=arcs)] == ["Chernihiv"]


def test_a_place_that_says_where_another_is_is_not_one_itself() -> None:
    arcs = {
        "held": ("VERB", "held", "root"),
        "Brod": ("PROPN", "held", "obj"),
        "town": ("NOUN", "Brod", "appos"),
        "Norland": ("PROPN", "town", "nmod"),
        "in": ("ADP", "Norland", "case"),
    }
    places = found("They held Brod, a town in Norland.", "Brod", "Norland", arcs=arcs)
    assert [place.name for place in places] == ["Brod"]
    assert [place.name for place in found("They held the Norland town of Brod.", "Norland", "Brod")] == ["Brod"]


def test_the_adjective_of_a_people_is_no_place() -> None:
    arcs = {
        "hit": ("VERB", "hit", "root"),
        "fleet": ("NOUN", "hit", "obj"),
        "Lethonian": ("PROPN", "fleet", "compound"),
    }
    assert found("Drones hit the Lethonian fleet.", "Lethonian", arcs=arcs) == ()


def test_the_bank_of_a_river_does_not_act() -> None:
    arcs = {
        "reached": ("VERB", "reached", "root"),
        "bank": ("NOUN", "reached", "obj"),
        "Tessel": ("PROPN", "bank", "nmod"),
        "of": ("ADP", "Tessel", "case"),
    }
    assert [place.name for place in found("They reached the bank of Tessel.", "Tessel", arcs=arcs)] == ["Tessel"]


def test_a_capital_is_found_by_its_people() -> None:
    (place,) = found("They met in the Austrian capital.", peoples=["Austrian"])
    assert (place.geonameid, place.spans) == (2761369, (Span(16, 32),))


def test_a_town_that_falls_is_a_place() -> None:
    arcs = {"fallen": ("VERB", "fallen", "root"), "Aleppo": ("PROPN", "fallen", "nsubj")}
    assert [place.name for place in found("Aleppo had fallen.", "Aleppo", arcs=arcs)] == ["Aleppo"]


def test_peoples_are_no_places() -> None:
    assert found("Syrian troops advanced.", peoples=["Syrian"]) == ()


def test_what_is_written_small_or_begins_with_a_month_is_no_name() -> None:
    assert found("It lay near the silo.", "silo") == ()
    assert [place.name for place in found("Since May Osmolia was shelled.", "May Osmolia")] == ["Osmolia"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.integers(0, 2**30))
def test_any_text_gives_places_inside_it(text: str, seed: int) -> None:
    cut = split_words(text)
    spans = tuple(map(Span, cut.starts, cut.ends))
    size = len(spans)
    names = tuple(Name("Location", i, min(size, i + 1 + seed % 3)) for i in range(size) if (seed >> (i % 30)) & 1)
    sentences = ((0, size),) if size else ()
    analysis = Analysis(text, spans, ("PROPN",) * size, (0,) * size, ("nsubj",) * size, sentences, names, ())
    places = find_places(analysis)
    assert places == find_places(analysis)
    for place in places:
        assert all(0 <= start < end <= len(text) for start, end in place.spans)
        assert place.name
        assert (place.lat is None) == (place.lon is None)
