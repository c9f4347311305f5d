"""Which quantities and times of a report are those of a claim."""

import pytest

from counterclaim.facets.events.events import Speech, Stance
from counterclaim.facets.facets import Facets
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution, Quantity, Span, Time
from tests.facets.hand import by_hand

#: Nothing said of clauses: this is about the other facets.
SILENT = Speech((), (), None, False, lambda words: Stance("assert", "certain", False), lambda word: None)


def values(analysis: Analysis, kind: type[Quantity] | type[Time]) -> list[str]:
    whole = (Span(0, len(analysis.text)),)
    found = Facets(analysis, "2024-05-15").of(Attribution((), (), whole), SILENT)
    return [analysis.text[start:end] for one in found if isinstance(one, kind) for start, end in one.spans]


@pytest.mark.parametrize(
    ("sentence", "quantities", "times"),
    [
        (
            "They/PRON/3/nsubj will/AUX/3/aux leave/VERB/0/root within/ADP/6/case ten/NUM/6/nummod days/NOUN/3/obl",
            [],
            ["within ten days"],
        ),
        (
            "They/PRON/2/nsubj waited/VERB/0/root ten/NUM/4/nummod days/NOUN/2/obl",
            ["ten days"],
            [],
        ),
        (
            "Orlo/PROPN/10/nsubj _,/PUNCT/4/punct a/DET/4/det town/NOUN/1/appos of/ADP/7/case 4,000/NUM/7/nummod"
            " people/NOUN/4/nmod _,/PUNCT/4/punct has/AUX/10/aux fallen/VERB/0/root",
            [],
            [],
        ),
        (
            "Guards/NOUN/8/nsubj _,/PUNCT/4/punct three/NUM/4/nummod men/NOUN/1/appos shot/VERB/4/acl here/ADV/5/advmod"
            " were/AUX/8/aux:pass buried/VERB/0/root",
            ["three men"],
            [],
        ),
    ],
)
def test_what_dates_or_describes_is_no_quantity_of_the_claim(
    sentence: str, quantities: list[str], times: list[str]
) -> None:
    analysis = by_hand(sentence)
    assert (values(analysis, Quantity), values(analysis, Time)) == (quantities, times)
