"""Events of claims, behaviour by behaviour, on invented sentences through the real reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim import Reader
from counterclaim.facets.events.events import Speech, Stance, find_events
from counterclaim.facets.syntax import Syntax
from counterclaim.facets.tables import read_table
from counterclaim.language.analysis import Analysis
from counterclaim.model import Event, Quantity, Span

#: A sentence, and of each clause of what it claims: type, predicate, state, agent, patient ("-": none).
ROWS = [
    # arguments, active and passive
    ("Norland's army said its troops had captured the village of Orlisk.",
     ["take-control capture happened troops village"]),
    ("The spokesman said the truce had been broken by the rebels.", ["break break_truce happened rebels truce"]),
    ("The ministry said air defences shot down 12 drones.", ["intercept shoot_down happened air_defences 12_drones"]),
    ("The air force said 34 of 40 drones had been shot down.", ["intercept shoot_down happened - drones"]),
    ("The army said the enemy had lost 40 men.", ["kill lose happened enemy 40_men"]),
    # control of a place
    ("The mayor said the bridge was under the control of the rebels.",
     ["hold-control control ongoing rebels bridge"]),
    ("The general said the airfield was in our hands.", ["hold-control hand ongoing our airfield"]),
    ("The governor said the army would withdraw from the town.", ["lose-control withdraw planned army town"]),
    ("The rebels announced the capture of the town of Orlisk.", ["take-control capture happened - town"]),
    # light verbs
    ("The mayor said the convoy came under attack on Monday.", ["attack attack happened - convoy"]),
    ("The spokesman said Norland had carried out a strike on the airfield.",
     ["attack strike happened Norland airfield"]),
    ("The minister said there had been no talks with the rebels.", ["consult talk not-happened - -"]),
    # state
    ("The general denied that his men had fired on the convoy.", ["attack fire not-happened men convoy"]),
    ("The governor said the rebels had failed to take the town.", ["take-control take not-happened rebels town"]),
    ("The minister said the shelling of Orlisk had stopped.", ["attack shelling ended - Orlisk"]),
    ("The ministry said the meeting did not take place.", ["consult meeting not-happened - -"]),
    ("The minister said the talks had been postponed until Friday.", ["consult talk planned - -"]),
    ("The army said fighting was continuing in the northern districts.",
     ["contest-control fighting ongoing - northern_districts"]),
    ("The bank said it had no plans to devalue the currency.", ["fall devalue planned it currency"]),
    # several clauses, shared subjects
    ("The governor said four people had been killed and 22 wounded in the blast.",
     ["kill kill happened - four_people", "injure wound happened - 22"]),
    ("Police said three people were killed and nine others were injured.",
     ["kill kill happened - three_people", "injure injure happened - nine_others"]),
    ("The minister said his men would storm the camp and free the hostages.",
     ["take-control storm planned men camp", "release-person free planned men hostages"]),
    ("Witnesses said soldiers opened fire on the crowd, killing four.",
     ["attack open_fire happened soldiers crowd", "kill kill happened soldiers four"]),
    ("The mayor said the village from which the army had withdrawn was empty.",
     ["- empty ongoing village -", "lose-control withdraw happened army village"]),
    # nouns and participles as contents
    ("Norland accused Southland of shelling the village.", ["attack shell happened Southland village"]),
    ("The company denied any involvement.", ["responsible involvement not-happened company -"]),
    ("The general rejected reports that his troops had fled.", ["displace flee not-happened - troops"]),
    ("The governor said Norland was behind the attack on the power station.",
     ["responsible behind ongoing Norland attack"]),
]  # fmt: skip


def events_of(reader: Reader, text: str) -> list[Event]:
    claims = reader.read(text).claims
    return [facet for claim in claims for facet in claim.facets if isinstance(facet, Event)]


def said(event: Event) -> str:
    """An event as the rows write it."""
    words = {one.role: one.words.replace(" ", "_") for one in reversed(event.participants)}
    parts = (event.type or "-", event.predicate, event.state, words.get("agent", "-"), words.get("patient", "-"))
    return " ".join(part.replace(" ", "_" if i == 1 else "-") for i, part in enumerate(parts))


@pytest.mark.parametrize(("text", "events"), ROWS, ids=[row[0] for row in ROWS])
def test_each_clause_of_a_claim_is_an_event(reader: Reader, text: str, events: list[str]) -> None:
    assert [said(event) for event in events_of(reader, text)] == events


def test_a_figure_stands_in_the_clause_it_is_said_in(reader: Reader) -> None:
    claim = reader.read("Police said at least five people were killed and more than 20 wounded on Thursday.").claims[0]
    figures = [facet for facet in claim.facets if isinstance(facet, Quantity)]
    events = [facet for facet in claim.facets if isinstance(facet, Event)]
    homes = [
        event.type for figure in figures for event in events
        if any(start <= figure.spans[0].start < end for start, end in event.spans)
    ]  # fmt: skip
    assert homes == ["kill", "injure"]


def test_the_speaker_takes_part_as_the_claimant(reader: Reader) -> None:
    claim = reader.read("“We hold the bridge,” General Ana Petrov said. “Our troops took it on Monday.”").claims[0]
    agents = [
        one.actor for facet in claim.facets if isinstance(facet, Event)
        for one in facet.participants if one.role == "agent"
    ]  # fmt: skip
    assert claim.claimant is not None
    assert set(agents) == {claim.claimant}


def test_a_clause_has_the_stance_of_its_own_words(reader: Reader) -> None:
    events = events_of(reader, "The rebels said they had not left the town and would attack again.")
    assert [(event.negated, event.state) for event in events] == [(True, "not happened"), (False, "planned")]


def test_every_type_that_the_tables_use_is_listed_and_documented() -> None:
    types = {row[0] for row in read_table("event_types")}
    used = {row[0] for row in read_table("events")} | {kind for row in read_table("opposites") for kind in row[:2]}
    page = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
    assert used == types
    assert all(f"| `{kind}` |" in page for kind in types)


RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "amod", "compound", "compound:prt", "conj", "cc",
    "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "mark", "case", "aux", "aux:pass", "cop", "expl", "dep",
)  # fmt: skip
WORDS = (
    "troops", "town", "that", "it", "killed", "wounded", "12", "no", "plan", "to", "under", "attack", "stopped",
    "failed", "was", "had", ",", "claim", "carried", "strike", "control", "“", "who", "not",
)  # fmt: skip
TAGS = ("NOUN", "VERB", "AUX", "PRON", "NUM", "ADP", "PUNCT", "ADJ", "PROPN", "PART", "SCONJ", "CCONJ")


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """A sentence with any words, tags and tree, cycles included."""
    size = draw(st.integers(1, 14))
    chosen = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    spans, text = [], ""
    for word in chosen:
        spans.append(Span(len(text), len(text) + len(word)))
        text += word + " "
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=size, max_size=size))
    heads = draw(st.lists(st.integers(0, size - 1), min_size=size, max_size=size))
    relations = draw(st.lists(st.sampled_from(RELATIONS), min_size=size, max_size=size))
    return Analysis(text, tuple(spans), tuple(tags), tuple(heads), tuple(relations), ((0, size),), (), ())


@given(analyses(), st.data())
@settings(max_examples=300, deadline=None)
def test_clauses_of_any_tree_lie_in_the_content_and_apart(analysis: Analysis, data: st.DataObject) -> None:
    content = tuple(sorted(data.draw(st.sets(st.integers(0, len(analysis.words) - 1), min_size=1))))
    speech = Speech(content, (), None, True, lambda _: Stance("assert", "certain", False), lambda _: None)
    places = [
        place for event in find_events(Syntax(analysis), speech) for start, end in event.spans
        for place in range(start, end)
    ]  # fmt: skip
    inside = {place for word in content for place in range(analysis.words[word].start, analysis.words[word].end + 1)}
    assert len(places) == len(set(places))
    assert set(places) <= inside
