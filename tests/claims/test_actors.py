"""Whom a source names: one row a behaviour."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim import Reader
from counterclaim.claims.actors import Resolved, resolve
from counterclaim.language.analyse import analyse
from counterclaim.language.analysis import NAME_KINDS, Analysis, Name
from counterclaim.language.encoder import Encoder
from counterclaim.language.words import split_words
from counterclaim.model import Actor, Attribution, Report, Span
from tests.claims.building import analysed, attribution

TAGS = ("NOUN", "PROPN", "VERB", "DET", "ADJ", "PRON", "ADP", "PART", "PUNCT", "AUX", "NUM", "CCONJ")

ROWS = [
    (
        "a firm and the name that its source puts behind it are one, even where the name looks like a person's",
        """The/DET firm/NOUN/nsubj ,/PUNCT [Person Guardia/PROPN Sillar/PROPN] ,/PUNCT denied/VERB it/PRON ./PUNCT""",
        [("The firm, Guardia Sillar", "denied", "it")],
        ["Guardia Sillar"],
    ),
    (
        "one of several has the name that stands among its descriptions",
        """One/NUM/nsubj of/ADP the/DET three/NUM ,/PUNCT [Person Lena/PROPN Voss/PROPN] ,/PUNCT a/DET nurse/NOUN \
        ,/PUNCT denied/VERB it/PRON ./PUNCT""",
        [("One of the three, Lena Voss, a nurse", "denied", "it")],
        ["Lena Voss"],
    ),
    (
        "nobody is called no soldier",
        """It/PRON rained/VERB on/ADP [Person Ben/PROPN Rao/PROPN] ./PUNCT
        No/DET soldier/NOUN/nsubj came/VERB ./PUNCT
        He/PRON/nsubj was/AUX told/VERB that/PRON ./PUNCT""",
        [("He", "told", "that")],
        ["Ben Rao"],
    ),
    (
        "the man is whoever came up without a name",
        """A/DET clerk/NOUN/nsubj said/VERB it/PRON ./PUNCT
        The/DET man/NOUN/nsubj added/VERB that/PRON ./PUNCT""",
        [("A clerk", "said", "it"), ("The man", "added", "that")],
        ["A clerk", "A clerk"],
    ),
    (
        "the man is no spokesman",
        """A/DET spokesman/NOUN/nsubj said/VERB it/PRON ./PUNCT
        The/DET man/NOUN/nsubj added/VERB that/PRON ./PUNCT""",
        [("A spokesman", "said", "it"), ("The man", "added", "that")],
        ["A spokesman", "The man"],
    ),
    (
        "the airline is the body spoken of",
        """[Organization Southland/PROPN/nsubj Air/PROPN] denied/VERB it/PRON ./PUNCT
        The/DET airline/NOUN/nsubj added/VERB that/PRON ./PUNCT""",
        [("Southland Air", "denied", "it"), ("The airline", "added", "that")],
        ["Southland Air", "Southland Air"],
    ),
    (
        "a name is called by the noun before its of",
        """The/DET [Organization General/PROPN Command/PROPN/nsubj of/ADP the/DET Norland/PROPN Army/PROPN] \
        denied/VERB it/PRON ./PUNCT
        The/DET command/NOUN/nsubj added/VERB that/PRON ./PUNCT""",
        [("The General Command of the Norland Army", "denied", "it"), ("The command", "added", "that")],
        ["General Command of the Norland Army"] * 2,
    ),
    (
        "an office stands before a rank",
        """Defence/PROPN Minister/PROPN General/PROPN [Person Lena/PROPN/nsubj Voss/PROPN] denied/VERB it/PRON ./PUNCT
        The/DET minister/NOUN/nsubj added/VERB that/PRON ./PUNCT""",
        [("Lena Voss", "denied", "it"), ("The minister", "added", "that")],
        ["Lena Voss", "Lena Voss"],
    ),
    (
        "a surname is the person of the full name",
        """The/DET mayor/NOUN ,/PUNCT [Person Lena/PROPN Voss/PROPN/appos] ,/PUNCT said/VERB it/PRON was/AUX \
        late/ADJ ./PUNCT
        [Person Voss/PROPN/nsubj] denied/VERB the/DET report/NOUN ./PUNCT""",
        [("The mayor, Lena Voss", "said", "it was late"), ("Voss", "denied", "the report")],
        ["Lena Voss", "Lena Voss"],
    ),
    (
        "a pronoun is the last speaker of its gender",
        """[Person Mary/PROPN/nsubj Okoro/PROPN] said/VERB that/SCONJ [Person John/PROPN Adeyemi/PROPN] had/AUX \
        left/VERB ./PUNCT
        She/PRON/nsubj added/VERB that/SCONJ he/PRON was/AUX ill/ADJ ./PUNCT""",
        [("Mary Okoro", "said", "John Adeyemi had left"), ("She", "added", "he was ill")],
        ["Mary Okoro", "Mary Okoro"],
    ),
    (
        "a ministry and its spokesman are two actors",
        """The/DET [Organization Norland/PROPN Defence/PROPN Ministry/PROPN/nsubj] denied/VERB it/PRON ./PUNCT

        “/PUNCT Nobody/PRON came/VERB ,/PUNCT ”/PUNCT its/PRON spokesman/NOUN/nsubj ,/PUNCT Colonel/PROPN [Person \
        Amadou/PROPN Ba/PROPN] ,/PUNCT said/VERB ./PUNCT
        The/DET ministry/NOUN/nsubj put/VERB the/DET dead/ADJ at/ADP six/NUM ./PUNCT""",
        [
            ("The Norland Defence Ministry", "denied", "it"),
            ("its spokesman, Colonel Amadou Ba", "said", "Nobody came"),
            ("The ministry", "put", "the dead at six"),
        ],
        ["Norland Defence Ministry", "Amadou Ba", "Norland Defence Ministry"],
    ),
    (
        "an office is the person who holds it",
        """[Person Ilse/PROPN/nsubj Brandt/PROPN] ,/PUNCT the/DET governor/NOUN ,/PUNCT resigned/VERB ./PUNCT
        A/DET teacher/NOUN/nsubj wept/VERB ./PUNCT

        The/DET governor/NOUN/nsubj said/VERB she/PRON was/AUX tired/ADJ ./PUNCT""",
        [("The governor", "said", "she was tired")],
        ["Ilse Brandt"],
    ),
    (
        "a name that follows on an office belongs to it",
        """The/DET head/NOUN/nsubj of/ADP the/DET mission/NOUN said/VERB both/DET fired/VERB ./PUNCT

        “/PUNCT It/PRON was/AUX loud/ADJ ,/PUNCT ”/PUNCT Ambassador/PROPN [Person Lieve/PROPN/nsubj Maas/PROPN] \
        told/VERB reporters/NOUN ./PUNCT""",
        [("The head of the mission", "said", "both fired"), ("Ambassador Lieve Maas", "told", "It was loud")],
        ["Lieve Maas", "Lieve Maas"],
    ),
    (
        "another office is another person",
        """The/DET interior/NOUN minister/NOUN/nsubj said/VERB all/DET was/AUX calm/ADJ ./PUNCT
        Health/PROPN Minister/PROPN [Person Gamal/PROPN/nsubj Rao/PROPN] said/VERB nine/NUM died/VERB ./PUNCT""",
        [("The interior minister", "said", "all was calm"), ("Health Minister Gamal Rao", "said", "nine died")],
        ["The interior minister", "Gamal Rao"],
    ),
    (
        "a capital speaks for its government",
        """[Location Kyiv/PROPN/nsubj] said/VERB the/DET town/NOUN held/VERB ./PUNCT
        [Location Ukraine/PROPN/nsubj] has/AUX denied/VERB the/DET loss/NOUN ./PUNCT""",
        [("Kyiv", "said", "the town held"), ("Ukraine", "denied", "the loss")],
        ["Ukraine", "Ukraine"],
    ),
    (
        "those who are not named stay described",
        """Two/NUM officials/NOUN/nsubj who/PRON asked/VERB not/PART to/PART be/AUX named/VERB said/VERB the/DET \
        bridge/NOUN fell/VERB ./PUNCT
        The/DET officials/NOUN/nsubj gave/VERB no/DET date/NOUN ./PUNCT""",
        [
            ("Two officials who asked not to be named", "said", "the bridge fell"),
            ("The officials", "gave", "no date"),
        ],
        ["Two officials who asked not to be named", "Two officials who asked not to be named"],
    ),
    (
        "a document speaks for its author",
        """The/DET [Organization Red/PROPN Lantern/PROPN Movement/PROPN/nsubj] claimed/VERB the/DET raid/NOUN ./PUNCT
        Six/NUM died/VERB ,/PUNCT the/DET statement/NOUN/nsubj said/VERB ./PUNCT""",
        [("The Red Lantern Movement", "claimed", "the raid"), ("the statement", "said", "Six died")],
        ["Red Lantern Movement", "Red Lantern Movement"],
    ),
    (
        "two who speak together are a group",
        """The/DET [Organization Miners/PROPN Union/PROPN/nsubj] and/CCONJ [Organization Gantry/PROPN Steel/PROPN] \
        announced/VERB a/DET deal/NOUN ./PUNCT
        Both/DET sides/NOUN/nsubj praised/VERB the/DET judge/NOUN ./PUNCT""",
        [
            ("The Miners Union and Gantry Steel", "announced", "a deal"),
            ("Both sides", "praised", "the judge"),
        ],
        ["Miners Union and Gantry Steel", "Miners Union and Gantry Steel"],
    ),
    (
        "a quotation that goes on keeps its speaker",
        """“/PUNCT We/PRON hold/VERB ,/PUNCT ”/PUNCT said/VERB [Person Lena/PROPN/nsubj Voss/PROPN] ./PUNCT

        “/PUNCT They/PRON left/VERB ./PUNCT ”/PUNCT""",
        [("Lena Voss", "said", "We hold"), ("", "", "“They left.”")],
        ["Lena Voss", "Lena Voss"],
    ),
    (
        "both who spoke together are meant again",
        """The/DET French/ADJ and/CCONJ British/ADJ ministers/NOUN/nsubj said/VERB it/PRON was/AUX close/ADJ ./PUNCT
        Both/DET ministers/NOUN/nsubj urged/VERB patience/NOUN ./PUNCT""",
        [("The French and British ministers", "said", "it was close"), ("Both ministers", "urged", "patience")],
        ["French and British ministers", "French and British ministers"],
    ),
    (
        "a state's forces go by any of their names",
        """[Location Norland/PROPN] 's/PART army/NOUN/nsubj said/VERB it/PRON fired/VERB ./PUNCT
        The/DET military/NOUN/nsubj denied/VERB more/ADJ ./PUNCT""",
        [("Norland's army", "said", "it fired"), ("The military", "denied", "more")],
        ["Norland's army", "Norland's army"],
    ),
    (
        "media in general are no outlet named before",
        """The/DET [Organization Lantern/PROPN News/PROPN] agency/NOUN/nsubj said/VERB it/PRON burned/VERB ./PUNCT
        State/NOUN media/NOUN/nsubj denied/VERB more/ADJ ./PUNCT""",
        [("The Lantern News agency", "said", "it burned"), ("State media", "denied", "more")],
        ["Lantern News", "State media"],
    ),
    (
        "an epithet of age is the one spoken of",
        """A/DET resident/NOUN/nsubj ,/PUNCT [Person Lena/PROPN Voss/PROPN/appos] ,/PUNCT said/VERB it/PRON \
        burned/VERB ./PUNCT
        The/DET 44-year/NOUN old/ADJ mother/NOUN/nsubj denied/VERB more/ADJ ./PUNCT""",
        [("A resident, Lena Voss", "said", "it burned"), ("The 44-year old mother", "denied", "more")],
        ["Lena Voss", "Lena Voss"],
    ),
    (
        "a leader of a country is its president",
        """[Location France/PROPN] 's/PART president/NOUN/nsubj ,/PUNCT [Person Jean/PROPN Roux/PROPN/appos] \
        ,/PUNCT said/VERB it/PRON burned/VERB ./PUNCT
        The/DET French/ADJ leader/NOUN/nsubj denied/VERB more/ADJ ./PUNCT""",
        [("France's president, Jean Roux", "said", "it burned"), ("The French leader", "denied", "more")],
        ["Jean Roux", "Jean Roux"],
    ),
    (
        "the premier is the prime minister",
        """Prime/PROPN Minister/PROPN [Person Anja/PROPN/nsubj Keller/PROPN] said/VERB it/PRON burned/VERB ./PUNCT
        The/DET outgoing/ADJ premier/NOUN/nsubj denied/VERB more/ADJ ./PUNCT""",
        [("Prime Minister Anja Keller", "said", "it burned"), ("The outgoing premier", "denied", "more")],
        ["Anja Keller", "Anja Keller"],
    ),
    (
        "the name that closes a source is the one described",
        """The/DET spokeswoman/NOUN/nsubj of/ADP its/PRON Defence/PROPN Ministry/PROPN ,/PUNCT [Person Ines/PROPN \
        Tavor/PROPN/appos] ,/PUNCT said/VERB it/PRON burned/VERB ./PUNCT
        [Person Tavor/PROPN/nsubj] denied/VERB more/ADJ ./PUNCT""",
        [("The spokeswoman of its Defence Ministry, Ines Tavor", "said", "it burned"), ("Tavor", "denied", "more")],
        ["Ines Tavor", "Ines Tavor"],
    ),
    (
        "the data of a body are its word",
        """The/DET [Organization Harbour/PROPN Board/PROPN/nsubj] closed/VERB the/DET port/NOUN ./PUNCT
        Ten/NUM ships/NOUN wait/VERB ,/PUNCT according/VERB to/ADP its/PRON data/NOUN ./PUNCT""",
        [("its data", "according to", "Ten ships wait")],
        ["Harbour Board"],
    ),
]


@pytest.mark.parametrize(("tagged", "said", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_claimant(tagged: str, said: list[tuple[str, str, str]], expected: list[str]) -> None:
    analysis = analysed(tagged)
    attributions = [attribution(analysis.text, *parts) for parts in said]
    found = resolve(Report(analysis.text), analysis, attributions)
    names = {actor.id: actor.name for actor in found.actors}
    assert [names[claimant] if claimant else None for claimant in found.claimants] == expected


def _read(tagged: str, said: list[tuple[str, str, str]]) -> dict[str, Actor]:
    analysis = analysed(tagged)
    found = resolve(Report(analysis.text), analysis, [attribution(analysis.text, *parts) for parts in said])
    return {actor.name: actor for actor in found.actors}


def test_an_actor_has_its_role_its_other_names_and_whom_it_belongs_to() -> None:
    actors = _read(
        """The/DET [Organization Harbour/PROPN Board/PROPN/nsubj] closed/VERB the/DET port/NOUN ./PUNCT
        Its/PRON deputy/NOUN director/NOUN/nsubj ,/PUNCT [Person Lena/PROPN Voss/PROPN] ,/PUNCT said/VERB it/PRON \
        leaked/VERB ./PUNCT
        [Person Voss/PROPN/nsubj] blamed/VERB rust/NOUN ./PUNCT""",
        [("Its deputy director, Lena Voss", "said", "it leaked"), ("Voss", "blamed", "rust")],
    )
    voss = actors["Lena Voss"]
    assert voss.kind == "person"
    assert voss.roles == ("deputy director",)
    assert "Voss" in voss.names
    assert voss.of == actors["Harbour Board"].id


@pytest.mark.parametrize(
    ("text", "name", "role", "owner"),
    [
        ("US Secretary of State John Kerry said on Tuesday it was late.", "John Kerry", "US Secretary", "US"),
        (
            "Secretary-General of NATO Jens Stoltenberg said it was late.",
            "Jens Stoltenberg",
            "Secretary-General",
            "NATO",
        ),
        ("The governor of Texas Greg Abbott said it was late.", "Greg Abbott", "governor", "Texas"),
    ],
)
def test_who_holds_an_office_of_a_body_or_place_is_known_without_commas(
    reader: Reader, text: str, name: str, role: str, owner: str
) -> None:
    reading = reader.read(text)
    names = {actor.id: actor.name for actor in reading.actors}
    found = next(actor for actor in reading.actors if actor.name == name)
    assert (found.roles, names.get(found.of or "", found.of)) == ((role,), owner)


def test_where_a_body_is_based_is_neither_its_name_nor_its_country(reader: Reader) -> None:
    reading = reader.read("The Harbour Watch said ten ships had sunk. The Britain-based watch said more had burned.")
    assert [(actor.name, actor.of) for actor in reading.actors] == [("Harbour Watch", None)]


def test_an_actor_of_a_known_country_has_its_code() -> None:
    actors = _read(
        "The/DET French/ADJ foreign/ADJ ministry/NOUN/nsubj denied/VERB the/DET report/NOUN ./PUNCT",
        [("The French foreign ministry", "denied", "the report")],
    )
    assert actors["The French foreign ministry"].of == "FR"


def test_ids_come_in_the_order_of_the_text_and_are_the_same_each_time() -> None:
    analysis = analysed(ROWS[2][1])
    attributions = [attribution(analysis.text, *parts) for parts in ROWS[2][2]]
    report = Report(analysis.text)
    first, second = resolve(report, analysis, attributions), resolve(report, analysis, attributions)
    assert first == second
    assert [actor.id for actor in first.actors] == [f"{report.id}-a{n}" for n in range(1, len(first.actors) + 1)]


def test_a_text_without_words_has_no_actors() -> None:
    assert resolve(Report(""), analysed(""), [Attribution((), (), ())]) == Resolved((), (None,), (None,))


@given(
    st.text(alphabet=st.sampled_from("the mayor said “He” Lena Voss's, and it of Norland. \n"), max_size=120), st.data()
)
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_claimant_or_none_for_each_attribution(text: str, data: st.DataObject) -> None:
    split = split_words(text)
    size = len(split.starts)
    words = tuple(Span(s, e) for s, e in zip(split.starts, split.ends, strict=True))
    tags = data.draw(st.lists(st.sampled_from(TAGS), min_size=size, max_size=size))
    kinds = data.draw(st.lists(st.sampled_from(("", *NAME_KINDS)), min_size=size, max_size=size))
    heads = data.draw(st.lists(st.integers(0, max(0, size - 1)), min_size=size, max_size=size))
    relations = data.draw(
        st.lists(st.sampled_from(("nsubj", "obj", "aux:pass", "conj", "dep")), min_size=size, max_size=size)
    )
    analysis = Analysis(
        text, words, tuple(tags), tuple(heads), tuple(relations), ((0, size),) if size else (),
        tuple(Name(kind, i, i + 1) for i, kind in enumerate(kinds) if kind), (),
    )  # fmt: skip
    spans = st.sampled_from(((), *((word,) for word in words)))
    attributions = data.draw(st.lists(st.builds(Attribution, spans, spans, spans), max_size=4))
    found = resolve(Report(text), analysis, attributions)
    ids = {actor.id for actor in found.actors}
    assert len(found.claimants) == len(found.relays) == len(attributions)
    assert {*found.claimants, *found.relays} - {None} <= ids
    assert all(actor.name for actor in found.actors)


READ = """The Norland Defence Ministry said on Friday that its troops had entered Altdorf.

"The town is ours," its spokesman, Colonel Amadou Ba, told reporters. He said nine soldiers had been killed.

Lena Voss, the mayor of Altdorf, denied the claim. "They are not even close," she said."""


def test_the_sources_of_a_report_that_is_read_are_its_actors() -> None:
    analysis = analyse(Encoder(), READ)
    found = resolve(Report(READ), analysis, analysis.attributions)
    names = {actor.id: actor.name for actor in found.actors}
    said = [names.get(claimant or "", "") for claimant in found.claimants]
    assert list(dict.fromkeys(said)) == ["Norland Defence Ministry", "Amadou Ba", "Lena Voss"]
