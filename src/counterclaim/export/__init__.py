"""Export: what a ledger holds in the forms of other programs, one module a format."""

from counterclaim.export.formats import FORMATS, Format
from counterclaim.export.tables import TABLES, Table

__all__ = ["FORMATS", "TABLES", "Format", "Table"]
