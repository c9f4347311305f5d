"""brat's settings for a folder of reports: which annotations there are, and how they look."""

from __future__ import annotations

from typing import get_args

from counterclaim.model import Act, Certainty, LinkType

_RELATIONS = "\n".join(f"{name}\tArg1:<EVENT>, Arg2:<EVENT>" for name in get_args(LinkType))
_VALUES = "\n".join(
    f"{name}\tArg:<EVENT>, Value:{'|'.join(get_args(values))}"
    for name, values in (("Act", Act), ("Certainty", Certainty))
)

ANNOTATION = f"""\
[entities]
Source
Content

[relations]
{_RELATIONS}
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Cue\tSource?:Source, Content?:Content
Statement\tSource?:Source

[attributes]
{_VALUES}
Negated\tArg:<EVENT>
Narrator\tArg:<EVENT>
"""
"""`annotation.conf`."""

VISUAL = f"""\
[labels]
Source | Source | Src
Content | What is claimed | Claim | Cl
Cue | Cue
Statement | Statement without a cue | Statement | St

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:#e8e8e8, borderColor:darken
ARC_DEFAULT\tcolor:#555555, arrowHead:triangle-5
Act\tglyph:{"|".join(get_args(Act))}
Certainty\tglyph:!|~|?
Source\tbgColor:#f6d9a8
Cue\tbgColor:#cfd8ea
Content\tbgColor:#d3ecd0
Statement\tbgColor:#d3ecd0
Negated\tbox:crossed, glyph:<NONE>
Narrator\tglyph:¶
denies\tcolor:#a02020
contradicts\tcolor:#a02020, dashArray:5-3
corroborates\tcolor:#207030
repeats\tcolor:#207030, dashArray:5-3
updates\tcolor:#2050a0
"""
"""`visual.conf`."""
