"""From a headline and a body to a passage, and topics that are held back as wholes."""

from __future__ import annotations

from training.entailment.pairs import share_of
from training.entailment.stance import Case, Passages, is_doubting, sentences_of, split_cases, stance_pairs

BODY = (
    "The zoo in Tarn opened at nine. A giant squid was found in the harbour of Tarn on Sunday. Tickets are cheap. "
    "Biologists say the picture of the squid is a hoax. The mayor went home."
)


def test_the_passage_has_the_nearest_sentences_and_the_nearest_doubt() -> None:
    passages = Passages([BODY, "The mayor opened the zoo and went home in Tarn."])
    assert passages.choose("Giant squid found in the harbour on Sunday", BODY) == [
        "A giant squid was found in the harbour of Tarn on Sunday.",
        "Biologists say the picture of the squid is a hoax.",
    ]


def test_words_of_doubt() -> None:
    assert is_doubting("The army denied the report")
    assert is_doubting("It didn’t happen")
    assert not is_doubting("It happened in another town")


def test_a_body_is_cut_into_sentences() -> None:
    assert sentences_of(BODY)[1] == "A giant squid was found in the harbour of Tarn on Sunday."
    assert sentences_of("") == [""]


def test_no_body_and_no_headline_is_on_both_sides() -> None:
    related = [Case(f"headline {i // 2}", f"body {i}", str(i), "agree") for i in range(60)]
    unrelated = [Case(f"headline {(i + 7) % 30}", f"body {i}", str(i), "unrelated") for i in range(60)]
    train, held = split_cases([*related, *unrelated])
    assert train and held
    assert {c.body_id for c in train}.isdisjoint(c.body_id for c in held)
    joined = {c.headline for c in held if c.stance != "unrelated"}
    assert joined.isdisjoint(c.headline for c in train)


def test_stances_become_labels() -> None:
    cases = [Case("Squid found", BODY, "1", stance) for stance in ("agree", "disagree", "discuss", "unrelated")]
    labels = [pair.label for pair in stance_pairs(cases, Passages([BODY]))]
    assert labels == ["entailment", "contradiction", "neutral", "neutral"]


def test_a_share_depends_on_the_key_alone() -> None:
    assert share_of("a key", 1000) == share_of("a key", 1000)
    assert {share_of(str(i), 5) for i in range(100)} == set(range(5))
