"""The ledger: reports, claims, links and disputes in one SQLite file, added to and never overwritten."""

from counterclaim.ledger.asking import Disputed, Told, Wanted
from counterclaim.ledger.changes import Change, Changes
from counterclaim.ledger.course import Stage
from counterclaim.ledger.dossier import Dossier, Revision
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.metadata import metadata
from counterclaim.ledger.people import Person
from counterclaim.ledger.place import VARIABLE, default_place
from counterclaim.ledger.searching import Hit
from counterclaim.ledger.stats import Stats
from counterclaim.ledger.storing import Readable, Standing
from counterclaim.ledger.watched import Watched, page_at

__all__ = [
    "VARIABLE",
    "Change",
    "Changes",
    "Disputed",
    "Dossier",
    "Hit",
    "Ledger",
    "Person",
    "Readable",
    "Revision",
    "Stage",
    "Standing",
    "Stats",
    "Told",
    "Wanted",
    "Watched",
    "default_place",
    "metadata",
    "page_at",
]
