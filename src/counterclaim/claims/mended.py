"""Attributions of the encoder with the wrong content, mended where the order of the words shows the right one.

"A cartridge was picked up in row 14, two investigators confirmed independently of each other": what stands before the
reporting clause is told, not the adverbial or the addressee behind its verb, and all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claims.parenthetical import TO_SOMEBODY, find_parenthetical
from counterclaim.claims.words_at import words_in
from counterclaim.language.analysis import Analysis
from counterclaim.model import Attribution

_BESIDE = frozenset(("after", "before", "when", "while", "as", "since", "because"))
"""Conjunctions of clauses that tell when or why something was said."""
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))


def mended(analysis: Analysis, quoted: Sequence[bool]) -> tuple[Attribution, ...]:
    """The attributions of an analysis, in their order; `quoted` says of each word whether it is within quotes."""
    return tuple(_mended(analysis, quoted, one) for one in analysis.attributions)


def _mended(analysis: Analysis, quoted: Sequence[bool], one: Attribution) -> Attribution:
    content = words_in(analysis, one.content)
    if any(quoted[word] for word in content):
        return one
    verbs = (word for word in words_in(analysis, one.cue) if analysis.upos[word] == "VERB")
    for verb in verbs:
        found = find_parenthetical(analysis, verb)
        if found is not None and _is_better(analysis, verb, content, words_in(analysis, found.content)):
            return replace(one, source=found.source, content=found.content)
    return one


def _is_better(analysis: Analysis, verb: int, content: Sequence[int], told: Sequence[int]) -> bool:
    """Whether what stands before the clause is told: the content so far is when, to whom, or only a part of it."""
    behind = all(word > verb for word in content)
    if behind and analysis.word(content[0] - 1).lower() in _BESIDE:
        return True
    if any(analysis.relations[word] in _SUBJECTS and analysis.heads[word] in content for word in content):
        return False
    if behind:
        return analysis.lemma(verb).lower() in TO_SOMEBODY or analysis.upos[content[0]] in ("ADV", "ADP")
    return set(content) < set(told) and 2 * len(content) < len(told)
