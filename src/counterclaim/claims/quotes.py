"""Whether a content is quoted word for word: direct, mixed or indirect (after PARC and PolNeAR)."""

from __future__ import annotations

from bisect import bisect_left

from counterclaim.language.analysis import Analysis
from counterclaim.language.pieces import INSIDE, OUTSIDE, quote_states
from counterclaim.language.words import find_gaps
from counterclaim.model import Quote, Spans

_SINGLE_OPENING = ("'", "‘", "‚")
_SINGLE_CLOSING = ("'", "’", "’,", "',", "’.", "'.")


class Quotations:
    """Where a report quotes: the state of each of its words, found once a report."""

    def __init__(self, analysis: Analysis) -> None:
        starts = [word.start for word in analysis.words]
        ends = [word.end for word in analysis.words]
        written = [analysis.text[s:e] for s, e in analysis.words]
        self._text = analysis.text
        self._starts = starts
        self._states = quote_states(written, find_gaps(analysis.text, starts, ends))
        self.quoted = [state == INSIDE for state in self._states]
        """Of each word, whether it stands within quotation marks."""

    def kind(self, content: Spans) -> Quote:
        """`direct` when every word of a content is quoted, `mixed` when some are.

        Whether the marks themselves are in the content makes no difference. Single marks count
        where they enclose the whole content.
        """
        states = [self._states[i] for i in self._words(content)]
        if INSIDE in states:
            return "mixed" if OUTSIDE in states else "direct"
        whole = self._text[content[0].start : content[-1].end]
        enclosed = len(whole) > 2 and whole.startswith(_SINGLE_OPENING) and whole.endswith(_SINGLE_CLOSING)
        return "direct" if enclosed else "indirect"

    def _words(self, content: Spans) -> list[int]:
        """Indices of the words of a content that have a letter or digit."""
        found = []
        for start, end in content:
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
            found += [i for i in range(first, last) if self._text[self._starts[i]].isalnum()]
        return found
