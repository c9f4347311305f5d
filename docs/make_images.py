"""Draws the README's picture of the terminal: python docs/make_images.py

It is drawn from a real reading of the first paragraphs of a sample report by the installed package; run it
again after a change of the model or of what `counterclaim read` prints.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from counterclaim import Reader
from counterclaim.render import report_view, show
from counterclaim.samples import load_sample, samples

SAMPLE = "07-transalpine-zabrod.txt"
PARAGRAPHS = 5
COLUMNS = 110
IMAGE = Path(__file__).parent / "images" / "read.svg"

THEME = TerminalTheme(
    background=(24, 27, 33),
    foreground=(220, 223, 228),
    normal=[(40, 44, 52), (224, 108, 117), (152, 195, 121), (229, 192, 123),
            (97, 175, 239), (214, 138, 232), (92, 200, 220), (220, 223, 228)],
)  # fmt: skip
"""Colours of a dark terminal with enough contrast for small print."""


def draw() -> str:
    """The SVG of the report's beginning as `counterclaim read` shows it."""
    console = Console(width=COLUMNS, record=True, force_terminal=True, color_system="standard", file=io.StringIO())
    sample = next(sample for sample in samples() if sample.name == SAMPLE)
    report = load_sample(sample)
    beginning = replace(report, text="\n\n".join(report.text.split("\n\n")[:PARAGRAPHS]))
    show(report_view(Reader().read(beginning), console), console)
    return _with_fonts_at_hand(console.export_svg(title=f"counterclaim read {SAMPLE}", theme=THEME))


def _with_fonts_at_hand(svg: str) -> str:
    """The picture without fonts from the network: in any fixed-width font that the viewer has."""
    without = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: Fira Code, monospace", "font-family: 'Fira Code', Menlo, Consolas, monospace", without)


if __name__ == "__main__":
    IMAGE.parent.mkdir(exist_ok=True)
    IMAGE.write_text(draw(), encoding="utf-8")
