"""The commands that work on a ledger, one module each."""

from counterclaim.commands.add import add
from counterclaim.commands.check import check
from counterclaim.commands.claims import claims
from counterclaim.commands.disputes import disputes
from counterclaim.commands.export import export
from counterclaim.commands.forget import forget
from counterclaim.commands.report import report
from counterclaim.commands.search import search
from counterclaim.commands.stats import stats
from counterclaim.commands.watch import watch
from counterclaim.commands.who import who

COMMANDS = (add, watch, disputes, claims, who, report, search, export, stats, check, forget)
"""In the order in which a person gets to need them."""

__all__ = ["COMMANDS"]
