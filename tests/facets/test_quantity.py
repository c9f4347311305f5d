import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.facets.quantity import find_quantities
from counterclaim.language.analysis import Analysis
from counterclaim.model import Quantity
from tests.facets.hand import by_hand, plain

Row = tuple[str, float | None, float | None, str | None]


def rows(analysis: Analysis) -> list[Row]:
    return [(one.role, one.low, one.high, one.unit) for one in find_quantities(analysis)]


def only(analysis: Analysis) -> Quantity:
    (quantity,) = find_quantities(analysis)
    return quantity


def words(analysis: Analysis) -> list[str]:
    return [analysis.text[start:end] for one in find_quantities(analysis) for start, end in one.spans]


def counted(number: str) -> Analysis:
    """ "... sheep drowned"-like frame whose count has no role: NUMBER tents stood there."""
    tokens = " ".join(f"{word}/NUM" for word in number.split())
    return by_hand(f"There/PRON stood/VERB {tokens} tents/NOUN ./PUNCT")


@pytest.mark.parametrize(
    ("number", "low", "high", "approximate"),
    [
        ("30", 30, 30, False),
        ("at least 30", 30, None, False),
        ("at least at 30", 30, None, False),
        ("more than 260", 260, None, False),
        ("over 30", 30, None, False),
        ("up to 30", None, 30, False),
        ("at most 30", None, 30, False),
        ("fewer than 30", None, 30, False),
        ("about 1,300", 1300, 1300, True),
        ("nearly 1,300", 1300, 1300, True),
        ("some 20", 20, 20, True),
        ("a dozen", 12, 12, False),
        ("between 10,000 and 12,000", 10_000, 12_000, False),
        ("10 to 12", 10, 12, False),
        ("two or three", 2, 3, False),
        ("1.2 to 1.5 million", 1_200_000, 1_500_000, False),
        ("several hundred", 200, None, True),
        ("exactly 30", 30, 30, False),
        ("more than about 30", 30, None, True),
    ],
)
def test_bounds(number: str, low: float | None, high: float | None, approximate: bool) -> None:
    analysis = counted(number)
    quantity = only(analysis)
    assert (quantity.low, quantity.high, quantity.approximate, quantity.unit) == (low, high, approximate, "tent")
    assert words(analysis) == [f"{number} tents"]


def test_dozens_of_people() -> None:
    analysis = by_hand("Dozens/NOUN of/ADP people/NOUN were/AUX injured/VERB ./PUNCT")
    assert rows(analysis) == [("wounded", 24, None, "person")]
    assert only(analysis).approximate
    assert words(analysis) == ["Dozens of people"]


PARSED = [
    (
        "13/NUM/2/nummod fans/NOUN/3/nsubj perished/VERB/0/root and/CCONJ/7/cc 94/NUM/3/nsubj were/AUX/7/cop "
        "hurt/ADJ/3/conj ./PUNCT/3/punct",
        [("killed", 13, 13, "person"), ("wounded", 94, 94, "person")],
    ),
    (
        "A/DET/2/det plane/NOUN/6/nsubj carrying/VERB/2/acl eight/NUM/5/nummod people/NOUN/3/obj "
        "disappeared/VERB/2/acl ./PUNCT/6/punct",
        [("other", 8, 8, "person")],
    ),
    (
        "The/DET/2/det dead/NOUN/3/nsubj included/VERB/0/root three/NUM/5/nummod children/NOUN/3/obj ./PUNCT/3/punct",
        [("killed", 3, 3, "person")],
    ),
    (
        "They/PRON/2/nsubj brought/VERB/0/root eight/NUM/4/nummod miners/NOUN/2/obj up/ADP/2/compound:prt "
        "in/ADP/8/case the/DET/8/det night/NOUN/2/obl ./PUNCT/2/punct",
        [("other", 8, 8, "person")],
    ),
    (
        "100/NUM/2/nummod suspects/NOUN/5/nsubj were/AUX/5/cop behind/ADP/5/case bars/NOUN/0/root ./PUNCT/5/punct",
        [("captured", 100, 100, "person")],
    ),
    (
        "100/NUM/2/nummod guests/NOUN/5/nsubj were/AUX/5/cop in/ADP/5/case bars/NOUN/0/root ./PUNCT/5/punct",
        [("other", 100, 100, "person")],
    ),
    (
        "The/DET/2/det number/NOUN/7/nsubj of/ADP/4/case people/NOUN/2/nmod in/ADP/6/case custody/NOUN/4/nmod "
        "fell/VERB/0/root to/ADP/9/case 38/NUM/7/obl ./PUNCT/7/punct",
        [("captured", 38, 38, "person")],
    ),
    (
        "Confirmed/VERB/2/amod cases/NOUN/3/nsubj stood/VERB/0/root at/ADP/5/case 388/NUM/3/obl ./PUNCT/3/punct",
        [("other", 388, 388, "case")],
    ),
    (
        "The/DET/2/det dead/NOUN/3/nsubj rose/VERB/0/root to/ADP/5/case 11/NUM/3/obl ./PUNCT/3/punct",
        [("killed", 11, 11, "person")],
    ),
    (
        "They/PRON/2/nsubj launched/VERB/0/root 94/NUM/4/nummod drones/NOUN/2/obj and/CCONJ/9/cc 15/NUM/7/nummod "
        "more/ADJ/9/nsubj:pass were/AUX/9/aux:pass lost/VERB/2/conj ./PUNCT/2/punct",
        [("launched", 94, 94, "drone"), ("other", 15, 15, "drone")],
    ),
    (
        "They/PRON/2/nsubj dropped/VERB/0/root two/NUM/5/nummod barrel/NOUN/5/compound bombs/NOUN/2/obj "
        "./PUNCT/2/punct",
        [("launched", 2, 2, "bomb")],
    ),
    (
        "They/PRON/2/nsubj shot/VERB/0/root down/ADP/2/compound:prt 63/NUM/7/nummod unmanned/ADJ/7/amod "
        "aerial/ADJ/7/amod vehicles/NOUN/2/obj ./PUNCT/2/punct",
        [("downed", 63, 63, "drone")],
    ),
    (
        "No/NOUN/2/nsubj received/VERB/0/root 50.6/NUM/4/nummod percent/NOUN/2/obj and/CCONJ/6/cc yes/NOUN/2/conj "
        "49.4/NUM/6/nummod ./PUNCT/2/punct",
        [("percent", 50.6, 50.6, "percent"), ("percent", 49.4, 49.4, "percent")],
    ),
    (
        "It/PRON/2/nsubj recorded/VERB/0/root the/DET/4/det burial/NOUN/2/obj of/ADP/7/case 13/NUM/7/nummod "
        "soldiers/NOUN/4/nmod ./PUNCT/2/punct",
        [("killed", 13, 13, "person")],
    ),
    (
        "It/PRON/2/nsubj planned/VERB/0/root an/DET/4/det exchange/NOUN/2/obj of/ADP/7/case 60/NUM/7/nummod "
        "prisoners/NOUN/4/nmod ./PUNCT/2/punct",
        [("other", 60, 60, "person")],
    ),
    (
        "32/NUM/2/nummod pupils/NOUN/4/nsubj abducted/VERB/2/acl regained/VERB/0/root their/PRON/6/nmod:poss "
        "freedom/NOUN/4/obj ./PUNCT/4/punct",
        [("other", 32, 32, "person")],
    ),
    (
        "It/PRON/2/nsubj handed/VERB/0/root out/ADP/2/compound:prt 500/NUM/5/nummod florins/NOUN/2/obj ./PUNCT/2/punct",
        [("money", 500, 500, "florin")],
    ),
    (
        "They/PRON/2/nsubj delivered/VERB/0/root a/DET/4/det ransom/NOUN/2/obj of/ADP/8/case 60/NUM/7/compound "
        "million/NUM/8/nummod kobi/NOUN/4/nmod ./PUNCT/2/punct",
        [("money", 60e6, 60e6, "kobi")],
    ),
    (
        "They/PRON/2/nsubj found/VERB/0/root 12/NUM/5/nummod bullet/NOUN/5/compound marks/NOUN/2/obj ./PUNCT/2/punct",
        [("other", 12, 12, "mark")],
    ),
    (
        "A/DET/3/det third/ADJ/3/amod worker/NOUN/5/nsubj has/AUX/5/aux died/VERB/0/root ./PUNCT/5/punct",
        [("killed", 3, 3, "person")],
    ),
    (
        "The/DET/3/det third/ADJ/3/amod worker/NOUN/5/nsubj has/AUX/5/aux died/VERB/0/root ./PUNCT/5/punct",
        [("killed", 1, 1, "person")],
    ),
    (
        "40/NUM/2/nummod servicemen/NOUN/3/nsubj languish/VERB/0/root in/ADP/5/case captivity/NOUN/3/obl "
        "./PUNCT/3/punct",
        [("captured", 40, 40, "person")],
    ),
    (
        "Vorusk/PROPN/2/nsubj sent/VERB/0/root 38/NUM/4/nummod drones/NOUN/2/obj against/ADP/6/case it/PRON/2/obl "
        "./PUNCT/2/punct",
        [("launched", 38, 38, "drone")],
    ),
    (
        "The/DET/2/det number/NOUN/5/nsubj of/ADP/4/case stranded/NOUN/2/nmod fell/VERB/0/root to/ADP/7/case "
        "900/NUM/5/obl ./PUNCT/5/punct",
        [("other", 900, 900, "person")],
    ),
    (
        "They/PRON/2/nsubj cost/VERB/0/root the/DET/4/det lives/NOUN/2/obj of/ADP/7/case 60/NUM/7/nummod "
        "rebels/NOUN/4/nmod and/CCONJ/10/cc 20/NUM/10/nummod fighters/NOUN/7/conj ./PUNCT/2/punct",
        [("killed", 60, 60, "person"), ("killed", 20, 20, "person")],
    ),
    (
        "Both/DET/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root along/ADP/7/case with/ADP/7/case "
        "four/NUM/7/nummod guards/NOUN/3/obl ./PUNCT/3/punct",
        [("killed", 4, 4, "person")],
    ),
    (
        "Both/DET/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root near/ADP/6/case four/NUM/6/nummod "
        "guards/NOUN/3/obl ./PUNCT/3/punct",
        [("other", 4, 4, "person")],
    ),
    (
        "It/PRON/2/nsubj killed/VERB/0/root 18/NUM/4/nummod people/NOUN/2/obj and/CCONJ/7/cc wounded/VERB/7/amod "
        "dozens/NOUN/2/conj of/ADP/9/case others/NOUN/7/nmod ./PUNCT/2/punct",
        [("killed", 18, 18, "person"), ("wounded", 24, None, "person")],
    ),
    (
        "The/DET/2/det stadium/NOUN/3/nsubj holds/VERB/0/root 900/NUM/5/nummod people/NOUN/3/obj ./PUNCT/3/punct",
        [("other", 900, 900, "person")],
    ),
    (
        "It/PRON/2/nsubj lost/VERB/0/root 3/NUM/4/compound million/NUM/5/nummod euros/NOUN/2/obj and/CCONJ/8/cc "
        "2/NUM/8/compound million/NUM/5/conj on/ADP/10/case Friday/PROPN/2/obl ./PUNCT/2/punct",
        [("money", 3e6, 3e6, "EUR"), ("money", 2e6, 2e6, "EUR")],
    ),
    (
        "It/PRON/2/nsubj paid/VERB/0/root 2/NUM/4/compound million/NUM/5/nummod euros/NOUN/2/obj to/ADP/9/case "
        "5/NUM/8/compound million/NUM/9/nummod customers/NOUN/2/obl ./PUNCT/2/punct",
        [("money", 2e6, 2e6, "EUR"), ("other", 5e6, 5e6, "person")],
    ),
    (
        "Shells/NOUN/2/nsubj killed/VERB/0/root 11/NUM/4/nummod people/NOUN/2/obj ./PUNCT/2/punct",
        [("killed", 11, 11, "person")],
    ),
    (
        "11/NUM/2/nummod people/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root ./PUNCT/4/punct",
        [("killed", 11, 11, "person")],
    ),
    (
        "11/NUM/2/nummod sailors/NOUN/3/nsubj drowned/VERB/0/root ./PUNCT/3/punct",
        [("killed", 11, 11, "person")],
    ),
    (
        "Rebels/NOUN/2/nsubj killed/VERB/0/root 11/NUM/4/nummod guards/NOUN/2/obj and/CCONJ/6/cc wounded/VERB/2/conj "
        "20/NUM/6/obj ./PUNCT/2/punct",
        [("killed", 11, 11, "person"), ("wounded", 20, 20, "person")],
    ),
    (
        "The/DET/2/det raid/NOUN/3/nsubj left/VERB/0/root three/NUM/3/obj dead/ADJ/3/xcomp and/CCONJ/7/cc "
        "20/NUM/4/conj wounded/ADJ/7/amod ./PUNCT/3/punct",
        [("killed", 3, 3, "person"), ("wounded", 20, 20, "person")],
    ),
    (
        "They/PRON/2/nsubj found/VERB/0/root nine/NUM/4/nummod bodies/NOUN/2/obj ./PUNCT/2/punct",
        [("killed", 9, 9, "person")],
    ),
    (
        "Police/NOUN/2/nsubj arrested/VERB/0/root 23/NUM/4/nummod marchers/NOUN/2/obj ./PUNCT/2/punct",
        [("captured", 23, 23, "person")],
    ),
    (
        "14/NUM/2/nummod soldiers/NOUN/4/nsubj:pass were/AUX/4/aux:pass taken/VERB/0/root prisoner/NOUN/4/obj "
        "./PUNCT/4/punct",
        [("captured", 14, 14, "person")],
    ),
    (
        "12/NUM/2/nummod hikers/NOUN/4/nsubj are/AUX/4/cop missing/ADJ/0/root ./PUNCT/4/punct",
        [("missing", 12, 12, "person")],
    ),
    (
        "900/NUM/2/nummod residents/NOUN/3/nsubj fled/VERB/0/root ./PUNCT/3/punct",
        [("displaced", 900, 900, "person")],
    ),
    (
        "They/PRON/2/nsubj fired/VERB/0/root five/NUM/5/nummod cruise/NOUN/5/compound missiles/NOUN/2/obj "
        "./PUNCT/2/punct",
        [("launched", 5, 5, "missile")],
    ),
    (
        "19/NUM/2/nummod drones/NOUN/4/nsubj:pass were/AUX/4/aux:pass shot/VERB/0/root down/ADP/4/compound:prt "
        "./PUNCT/4/punct",
        [("downed", 19, 19, "drone")],
    ),
    (
        "They/PRON/2/nsubj sent/VERB/0/root 40/NUM/4/nummod tanks/NOUN/2/obj ./PUNCT/2/punct",
        [("deployed", 40, 40, "tank")],
    ),
    (
        "20/NUM/2/nummod captives/NOUN/4/nsubj:pass were/AUX/4/aux:pass freed/VERB/0/root ./PUNCT/4/punct",
        [("other", 20, 20, "person")],
    ),
    (
        "Two/NUM/7/nsubj of/ADP/4/case the/DET/4/det wounded/ADJ/1/nmod have/AUX/7/aux since/ADV/7/advmod "
        "died/VERB/0/root ./PUNCT/7/punct",
        [("killed", 2, 2, "person")],
    ),
    (
        "20/NUM/2/nummod people/NOUN/4/nsubj:pass were/AUX/4/aux:pass feared/VERB/0/root dead/ADJ/4/xcomp "
        "./PUNCT/4/punct",
        [("killed", 20, 20, "person")],
    ),
    (
        "The/DET/2/det bodies/NOUN/6/nsubj:pass of/ADP/5/case four/NUM/5/nummod miners/NOUN/2/nmod lay/VERB/0/root "
        "./PUNCT/6/punct",
        [("killed", 4, 4, "person")],
    ),
    (
        "Nine/NUM/2/nummod stations/NOUN/3/nsubj closed/VERB/0/root ./PUNCT/3/punct",
        [("other", 9, 9, "station")],
    ),
    (
        "Nine/NUM/3/nummod polling/NOUN/3/compound stations/NOUN/4/nsubj closed/VERB/0/root ./PUNCT/4/punct",
        [("other", 9, 9, "polling station")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), PARSED)
def test_roles_by_syntax(sentence: str, expected: list[Row]) -> None:
    assert rows(by_hand(sentence)) == expected


NEARBY = [
    ("At/ADP least/ADJ 11/NUM people/NOUN were/AUX killed/VERB ./PUNCT", [("killed", 11, None, "person")]),
    ("Shelling/NOUN killed/VERB at/ADP least/ADJ 11/NUM people/NOUN ./PUNCT", [("killed", 11, None, "person")]),
    (
        "11/NUM dead/ADJ and/CCONJ 5/NUM missing/ADJ ./PUNCT",
        [("killed", 11, 11, "person"), ("missing", 5, 5, "person")],
    ),
    ("The/DET toll/NOUN rose/VERB to/ADP 17/NUM ./PUNCT", [("killed", 17, 17, "person")]),
    ("The/DET number/NOUN of/ADP injured/ADJ stood/VERB at/ADP 52/NUM ./PUNCT", [("wounded", 52, 52, "person")]),
    ("The/DET number/NOUN of/ADP huts/NOUN was/AUX put/VERB at/ADP 52/NUM ./PUNCT", [("other", 52, 52, "hut")]),
]


@pytest.mark.parametrize(("sentence", "expected"), NEARBY)
def test_roles_by_nearby_words_where_the_parse_says_nothing(sentence: str, expected: list[Row]) -> None:
    assert rows(by_hand(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They/PRON hold/VERB 14/NUM square/ADJ kilometres/NOUN", ("area", 14, 14, "km2")),
        ("It/PRON lay/VERB 600/NUM metres/NOUN apart/ADV", ("distance", 600, 600, "m")),
        ("It/PRON lay/VERB seven/NUM miles/NOUN (/PUNCT _11/NUM km/NOUN _)/PUNCT off/ADV", ("distance", 7, 7, "mile")),
        ("It/PRON cost/VERB $/SYM _4.1/NUM billion/NUM", ("money", 4.1e9, 4.1e9, "USD")),
        ("It/PRON cost/VERB USD/PROPN 2/NUM million/NUM (/PUNCT _€/SYM _1.8/NUM million/NUM _)/PUNCT",
         ("money", 2e6, 2e6, "USD")),
        ("Turnout/NOUN was/AUX about/ADV 64/NUM percent/NOUN", ("percent", 64, 64, "percent")),
        ("We/PRON expect/VERB between/ADP 8/NUM and/CCONJ 12/NUM percent/NOUN", ("percent", 8, 12, "percent")),
        ("It/PRON lasted/VERB two/NUM and/CCONJ a/DET half/NOUN hours/NOUN", ("duration", 2.5, 2.5, "hour")),
        ("It/PRON burns/VERB for/ADP up/ADP to/ADP two/NUM days/NOUN", ("duration", None, 2, "day")),
        ("It/PRON was/AUX a/DET 20/NUM _-/PUNCT _minute/NOUN raid/NOUN", ("duration", 20, 20, "minute")),
        ("They/PRON lost/VERB 30/NUM kilos/NOUN", ("other", 30, 30, "kg")),
        ("The/DET toll/NOUN rose/VERB from/ADP 12/NUM to/ADP 17/NUM", ("killed", 17, 17, "person")),
    ],
)  # fmt: skip
def test_measures(sentence: str, expected: Row) -> None:
    assert rows(by_hand(sentence)) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "It/PRON began/VERB in/ADP 2019/NUM ./PUNCT",
        "It/PRON began/VERB on/ADP 4/NUM March/PROPN ./PUNCT",
        "It/PRON began/VERB on/ADP October/PROPN 13/NUM ./PUNCT",
        "It/PRON began/VERB at/ADP 5/NUM p.m./NOUN sharp/ADV ./PUNCT",
        "Marek/PROPN Dolan/PROPN _,/PUNCT 43/NUM _,/PUNCT spoke/VERB ./PUNCT",
        "A/DET man/NOUN aged/VERB 43/NUM spoke/VERB ./PUNCT",
        "A/DET 43/NUM _-/PUNCT _year/NOUN _-/PUNCT _old/ADJ man/NOUN spoke/VERB ./PUNCT",
        "Flight/PROPN 370/NUM crashed/VERB ./PUNCT",
        "The/DET 4th/ADJ Corps/PROPN left/VERB ./PUNCT",
        "G7/PROPN leaders/NOUN met/VERB ./PUNCT",
        "They/PRON won/VERB 2/NUM _-/PUNCT _0/NUM ./PUNCT",
        "It/PRON was/AUX one/NUM of/ADP the/DET best/ADJ ./PUNCT",
        "This/DET one/NOUN fell/VERB two/NUM days/NOUN earlier/ADV ./PUNCT",
        "The/DET two/NUM ministers/NOUN met/VERB ./PUNCT",
    ],
)
def test_dates_times_ages_names_and_scores_are_no_quantities(sentence: str) -> None:
    assert rows(by_hand(sentence)) == []


def test_a_total_and_its_part_are_told_apart() -> None:
    analysis = by_hand(
        "11/NUM/2/nummod people/NOUN/11/nsubj:pass ,/PUNCT/2/punct among/ADP/5/case them/PRON/7/nmod "
        "three/NUM/7/nummod children/NOUN/2/appos ,/PUNCT/2/punct have/AUX/11/aux been/AUX/11/aux:pass "
        "killed/VERB/0/root"
    )
    total, part = find_quantities(analysis)
    assert (total.role, total.low, total.part) == ("killed", 11, False)
    assert (part.role, part.low, part.part) == ("killed", 3, True)


def test_some_of_the_launched_were_downed() -> None:
    analysis = by_hand(
        "They/PRON/2/nsubj downed/VERB/0/root 34/NUM/2/obj of/ADP/6/case 40/NUM/6/nummod drones/NOUN/3/nmod "
        "that/PRON/9/obj rebels/NOUN/9/nsubj launched/VERB/6/acl:relcl"
    )
    downed, launched = find_quantities(analysis)
    assert (downed.role, downed.low, downed.unit, downed.part) == ("downed", 34, "drone", True)
    assert (launched.role, launched.low, launched.unit, launched.part) == ("launched", 40, "drone", False)


def test_a_number_takes_up_the_count_before_it() -> None:
    analysis = by_hand(
        "Nine/NUM/2/nummod guests/NOUN/4/nsubj:pass were/AUX/4/aux:pass hurt/VERB/0/root ,/PUNCT/4/punct "
        "four/NUM/2/appos of/ADP/8/case them/PRON/6/nmod badly/ADV/6/advmod",
        "63/NUM/2/nsubj died/VERB/0/root in/ADP/4/case Dol/PROPN/2/obl ,/PUNCT/6/punct 24/NUM/2/conj in/ADP/8/case "
        "Ruma/PROPN/6/nmod",
    )
    assert rows(analysis) == [
        ("wounded", 9, 9, "person"),
        ("wounded", 4, 4, "person"),
        ("killed", 63, 63, "person"),
        ("killed", 24, 24, "person"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected", "span"),
    [
        ("Nobody/PRON/3/nsubj:pass was/AUX/3/aux:pass hurt/VERB/0/root", ("wounded", 0, 0, "person"), "Nobody"),
        ("No/DET/2/det deaths/NOUN/4/nsubj:pass were/AUX/4/aux:pass reported/VERB/0/root", ("killed", 0, 0, "person"),
         "No deaths"),
        ("Fire/NOUN/2/nsubj killed/VERB/0/root a/DET/4/det guard/NOUN/2/obj", ("killed", 1, 1, "person"), "a guard"),
        ("His/PRON/2/nmod:poss wife/NOUN/6/nsubj and/CCONJ/5/cc his/PRON/5/nmod:poss brother/NOUN/2/conj "
         "died/VERB/0/root", ("killed", 2, 2, "person"), "His wife and his brother"),
    ],
)  # fmt: skip
def test_casualty_words_imply_none_and_one(sentence: str, expected: Row, span: str) -> None:
    analysis = by_hand(sentence)
    assert rows(analysis) == [expected]
    assert words(analysis) == [span]


@pytest.mark.parametrize(
    "sentence",
    [
        "They/PRON/2/nsubj plotted/VERB/0/root to/PART/4/mark kill/VERB/2/xcomp a/DET/6/det minister/NOUN/4/obj",
        "It/PRON/3/nsubj might/AUX/3/aux kill/VERB/0/root a/DET/5/det child/NOUN/3/obj",
        "It/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod kill/VERB/0/root the/DET/6/det man/NOUN/4/obj",
    ],
)
def test_an_aim_a_possibility_and_a_denial_imply_no_count(sentence: str) -> None:
    assert rows(by_hand(sentence)) == []


@given(st.text())
def test_any_text_is_read_with_spans_inside_it(text: str) -> None:
    for quantity in find_quantities(plain(text)):
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert all(0 <= start < end <= len(text) for start, end in quantity.spans)


#: Word, tag and relation of a token, to be mixed at random.
_WORDS = (
    "11", "people", "were", "killed", "wounded", "at", "least", "of", "the", "them", "40", "-", "45", ",", "and", "$",
    "5", "km2", "million", "a", "half", "dozens", "from", "to", "between", "no", "one", "two", "drones", "launched",
    "%", "(", ")", "2019", "March", "toll", "rose", "more", "or",
)  # fmt: skip
_TAGS = ("NOUN", "VERB", "NUM", "ADP", "DET", "ADJ", "PUNCT", "PROPN", "PRON", "AUX")
_RELATIONS = ("nsubj", "obj", "nummod", "nmod", "acl", "conj", "dep", "root", "nsubj:pass", "appos", "xcomp")
_TOKENS = st.tuples(st.sampled_from(_WORDS), st.sampled_from(_TAGS), st.integers(0, 12), st.sampled_from(_RELATIONS))


@given(st.lists(_TOKENS, min_size=1, max_size=12))
def test_any_tree_is_read(tokens: list[tuple[str, str, int, str]]) -> None:
    size = len(tokens)
    sentence = " ".join(f"{word}/{tag}/{min(head, size)}/{relation}" for word, tag, head, relation in tokens)
    analysis = by_hand(sentence)
    for quantity in find_quantities(analysis):
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert all(0 <= start < end <= len(analysis.text) for start, end in quantity.spans)
        assert set((quantity.counted or "").split()) <= set(analysis.text.split())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "4/NUM/2/nummod people/NOUN/3/nsubj killed/VERB/0/root 9/NUM/5/nummod injured/ADJ/3/obj",
            [("killed", 4, 4, "person"), ("wounded", 9, 9, "person")],
        ),
        (
            "It/PRON/2/nsubj hit/VERB/0/root wounding/VERB/2/advcl 12/NUM/2/obj",
            [("wounded", 12, 12, "person")],
        ),
        (
            "4/NUM/2/nummod people/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root and/CCONJ/9/cc "
            "9/NUM/7/nummod others/NOUN/9/nsubj:pass were/AUX/9/aux:pass hurt/VERB/4/conj",
            [("killed", 4, 4, "person"), ("wounded", 9, 9, "person")],
        ),
        (
            "It/PRON/2/nsubj claimed/VERB/0/root the/DET/4/det lives/NOUN/2/obj of/ADP/7/case 9/NUM/7/nummod "
            "sailors/NOUN/4/nmod",
            [("killed", 9, 9, "person")],
        ),
        (
            "A/DET/2/det total/NOUN/7/nsubj:pass of/ADP/5/case 37/NUM/5/nummod guards/NOUN/2/nmod were/AUX/7/aux:pass "
            "killed/VERB/0/root",
            [("killed", 37, 37, "person")],
        ),
    ],
)
def test_news_copy(sentence: str, expected: list[Row]) -> None:
    assert rows(by_hand(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("They/PRON found/VERB three/NUM more/ADJ bodies/NOUN", [True]),
        ("They/PRON found/VERB more/ADJ than/ADP three/NUM bodies/NOUN", [False]),
        ("Nine/NUM died/VERB including/ADP two/NUM guards/NOUN", [False, True]),
    ],
)
def test_parts(sentence: str, parts: list[bool]) -> None:
    assert [one.part for one in find_quantities(by_hand(sentence))] == parts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "He/PRON/2/nsubj made/VERB/0/root speeches/NOUN/2/obj over/ADP/6/case three/NUM/6/nummod barns/NOUN/2/obl",
            [("other", 3, 3, "barn")],
        ),
        (
            "No/DET/2/det list/NOUN/4/nsubj had/AUX/4/aux passed/VERB/0/root the/DET/8/det 50/NUM/7/nummod"
            " percent/NOUN/8/compound mark/NOUN/4/obj",
            [("percent", None, 50, "percent")],
        ),
        (
            "Losses/NOUN/2/nsubj exceeded/VERB/0/root 50/NUM/4/nummod tanks/NOUN/2/obj",
            [("other", 50, None, "tank")],
        ),
        (
            "He/PRON/2/nsubj said/VERB/0/root that/SCONJ/8/mark one/NUM/8/nsubj of/ADP/7/case the/DET/7/det"
            " wounded/NOUN/4/nmod died/VERB/2/ccomp",
            [("killed", 1, 1, "person")],
        ),
        (
            "One/NUM/5/nsubj of/ADP/4/case the/DET/4/det reasons/NOUN/1/nmod remained/VERB/0/root",
            [],
        ),
        (
            "They/PRON/2/nsubj checked/VERB/0/root all/DET/6/det:predet their/PRON/6/nmod:poss four/NUM/6/nummod"
            " wells/NOUN/2/obj",
            [("other", 4, 4, "well")],
        ),
        (
            "They/PRON/2/nsubj checked/VERB/0/root their/PRON/5/nmod:poss four/NUM/5/nummod wells/NOUN/2/obj",
            [],
        ),
        (
            "20/NUM/2/nummod men/NOUN/3/nsubj fled/VERB/0/root or/CCONJ/6/cc were/AUX/6/aux:pass wounded/VERB/3/conj",
            [("displaced", 20, 20, "person")],
        ),
        (
            "20/NUM/2/nummod men/NOUN/3/nsubj slept/VERB/0/root or/CCONJ/5/cc died/VERB/3/conj",
            [("killed", 20, 20, "person")],
        ),
        (
            "A/DET/2/det crew/NOUN/5/nsubj of/ADP/4/case six/NUM/2/nmod drowned/VERB/0/root",
            [("killed", 6, 6, "person")],
        ),
        (
            "They/PRON/2/nsubj violated/VERB/0/root the/DET/4/det truce/NOUN/2/obj 17/NUM/6/nummod times/NOUN/2/obl",
            [("other", 17, 17, "violation")],
        ),
        (
            "It/PRON/2/nsubj closed/VERB/0/root 17/NUM/4/nummod times/NOUN/2/obl",
            [("other", 17, 17, "time")],
        ),
        (
            "86/NUM/3/nsubj have/AUX/3/aux fallen/VERB/0/root ill/ADJ/3/xcomp",
            [],
        ),
        (
            "Four/NUM/2/nummod people/NOUN/3/nsubj died/VERB/0/root and/CCONJ/7/cc 86/NUM/7/nsubj have/AUX/7/aux"
            " fallen/VERB/3/conj ill/ADJ/7/xcomp",
            [("killed", 4, 4, "person"), ("other", 86, 86, "case")],
        ),
    ],
)
def test_what_a_number_states_and_what_it_only_refers_to(sentence: str, expected: list[Row]) -> None:
    assert rows(by_hand(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected", "parts"),
    [
        (
            "Ten/NUM/2/nummod men/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root and/CCONJ/7/cc"
            " 20/NUM/7/nummod others/NOUN/4/conj injured/VERB/7/acl",
            [("killed", 10, 10, "person"), ("wounded", 20, 20, "person")],
            [False, False],
        ),
        (
            "It/PRON/2/nsubj killed/VERB/0/root 26/NUM/4/nummod people/NOUN/2/obj and/CCONJ/6/cc injured/VERB/8/amod"
            " 11/NUM/8/nummod others/NOUN/2/obj",
            [("killed", 26, 26, "person"), ("wounded", 11, 11, "person")],
            [False, False],
        ),
        (
            "Five/NUM/2/nummod sisters/NOUN/6/nsubj were/AUX/6/cop among/ADP/6/case the/DET/6/det dead/NOUN/0/root",
            [("killed", 5, 5, "person")],
            [True],
        ),
        (
            "It/PRON/2/nsubj killed/VERB/0/root ten/NUM/4/nummod people/NOUN/2/obj including/VERB/7/case"
            " four/NUM/7/nummod girls/NOUN/4/nmod and/CCONJ/10/cc two/NUM/10/nummod women/NOUN/7/conj",
            [("killed", 10, 10, "person"), ("killed", 4, 4, "person"), ("killed", 2, 2, "person")],
            [False, True, True],
        ),
        (
            "12/NUM/2/nummod rebels/NOUN/4/nsubj:pass were/AUX/4/aux:pass captured/VERB/0/root and/CCONJ/6/cc"
            " executed/VERB/4/conj",
            [("killed", 12, 12, "person")],
            [False],
        ),
        (
            "300/NUM/2/nummod residents/NOUN/3/nsubj became/VERB/0/root refugees/NOUN/3/xcomp",
            [("displaced", 300, 300, "person")],
            [False],
        ),
        (
            "This/PRON/2/nsubj brought/VERB/0/root to/ADP/4/case 49/NUM/2/obl the/DET/6/det number/NOUN/2/obj"
            " killed/VERB/6/acl",
            [("killed", 49, 49, "person")],
            [False],
        ),
        (
            "Dozens/NOUN/3/nsubj more/ADJ/1/amod suffered/VERB/0/root bad/ADJ/5/amod burns/NOUN/3/obj",
            [("wounded", 24, None, "person")],
            [True],
        ),
        (
            "It/PRON/2/nsubj has/VERB/0/root a/DET/4/det population/NOUN/2/obj of/ADP/6/case 120000/NUM/4/nmod",
            [("other", 120000, 120000, "person")],
            [False],
        ),
    ],
)
def test_hurried_copy(sentence: str, expected: list[Row], parts: list[bool]) -> None:
    analysis = by_hand(sentence)
    assert rows(analysis) == expected
    assert [one.part for one in find_quantities(analysis)] == parts


def test_it_takes_up_a_count_of_three_sentences_before() -> None:
    analysis = by_hand(
        "Forty/NUM/2/nummod people/NOUN/3/nsubj died/VERB/0/root ./PUNCT/3/punct",
        "He/PRON/2/nsubj objected/VERB/0/root ./PUNCT/2/punct",
        "We/PRON/2/nsubj count/VERB/0/root ./PUNCT/2/punct",
        "It/PRON/3/nsubj is/AUX/3/cop 58/NUM/0/root ./PUNCT/3/punct",
    )
    assert rows(analysis)[-1] == ("killed", 58, 58, "person")


def test_the_contract_has_whole_numbers_and_the_part() -> None:
    quantity = only(by_hand("They/PRON found/VERB three/NUM more/ADJ bodies/NOUN"))
    assert quantity.to_dict() == {
        "kind": "quantity",
        "role": "killed",
        "low": 3,
        "high": 3,
        "unit": "person",
        "approximate": False,
        "spans": [[11, 28]],
        "part": True,
        "counted": "bodies",
    }


def test_a_figure_that_is_repeated_counts_what_it_counted_before() -> None:
    first = (
        "45/NUM/2/nummod people/NOUN/3/nsubj marched/VERB/0/root past/ADP/6/case three/NUM/6/nummod points/NOUN/3/obl"
    )
    again = "She/PRON/2/nsubj stood/VERB/0/root by/ADP/4/case figures/NOUN/2/obl of/ADP/6/case 45/NUM/4/nmod"
    assert rows(by_hand(f"{first} ./PUNCT/3/punct", f"{again} ./PUNCT/2/punct"))[-1] == ("other", 45, 45, "person")
