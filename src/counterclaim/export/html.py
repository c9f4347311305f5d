"""HTML pages that stand alone and print well: a folder with one for each dispute, and an index.

The pages load nothing and run nothing, and every word that a report has stays a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from counterclaim.export.dispute_page import dispute_page
from counterclaim.export.index_page import index_page
from counterclaim.render.layout import count

NAME = "html"
OF: tuple[str, ...] = ("disputes",)


def write_folder(things: Iterable[dict[str, Any]], folder: Path) -> str:
    """Write `index.html` and a page for each dispute, named by its id; says how many."""
    listed = []
    for dispute in things:
        (folder / f"{dispute['id']}.html").write_text(dispute_page(dispute), encoding="utf-8", newline="\n")
        listed.append({name: value for name, value in dispute.items() if name not in ("links", "history")})
    (folder / "index.html").write_text(index_page(listed), encoding="utf-8", newline="\n")
    return f"{count(len(listed), 'page')} of disputes and index.html written"
