"""Readings for people at a terminal: the text with its claims marked, and tables of them."""

from counterclaim.render.contract import dumps
from counterclaim.render.disputes import disputes_view
from counterclaim.render.layout import show
from counterclaim.render.marks import one_line
from counterclaim.render.progress import with_progress
from counterclaim.render.views import overview, report_view, summary

__all__ = ["disputes_view", "dumps", "one_line", "overview", "report_view", "show", "summary", "with_progress"]
