"""A report of which little is known, with words that are awkward to mark, made by hand."""

from __future__ import annotations

from counterclaim.compare.account import Account
from counterclaim.model import Actor, Claim, Place, Report, Span, Time

TEXT = (
    "\ufeff🚑 Un cafe\u0301 “closed”,\tthe 🎖 general said,\r\n\r\n  and “no\u2028one\x85was hurt” 🎉.\r\n"
    "The bridge fell.\r\nHe refused to say why."
)


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


REPORT = Report(TEXT, path="inbox/awkward.txt", published="2031-05-01T23:30:00-02:00")
GENERAL = Actor(f"{REPORT.id}-a1", "the \t🎖 general", "unknown", ("commander",), "ZZ", ("he",))
ARMY = Actor(f"{REPORT.id}-a2", "the army", "group")
SAID = Claim(
    f"{REPORT.id}-1", REPORT.id, spans("the 🎖 general"), spans("said"),
    spans("Un cafe\u0301 “closed”,\t", "\r\n\r\n  and “no\u2028one\x85was hurt” 🎉.\r\n"), "…", "mixed", GENERAL.id,
    act="assert", certainty="probable",
    facets=(
        Place("Kesh", "SY", 1, 36.5, 37.25, spans("cafe")), Place("Nowhere", None, None, None, None, spans("closed")),
        Time("2031-05-01", "2031-05-01", spans("closed")), Time(None, "2031-05-01", spans("closed")),
        Time(None, None, spans("closed")),
    ),
)  # fmt: skip
"""A claim in two pieces, of which the second reaches over lines."""
FELL = Claim(f"{REPORT.id}-2", REPORT.id, (), (), spans("The bridge fell."), "The bridge fell.", "indirect",
             narrator=True, act="assert", certainty="certain", negated=True)  # fmt: skip
"""A claim of the report itself."""
REFUSED = Claim(f"{REPORT.id}-3", REPORT.id, spans("He"), spans("refused to say"), spans("why"), "why", "indirect",
                GENERAL.id, act="decline", refers_to=FELL.id)  # fmt: skip
"""A claim whose content alone says what nobody says; with the source of the first."""
AWKWARD = Account(REPORT, (SAID, FELL, REFUSED), (GENERAL, ARMY))
