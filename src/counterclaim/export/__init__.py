"""Export: what a ledger holds in the forms of other programs, one module a format."""

from counterclaim.export.formats import FOLDER_FORMATS, FORMATS, FolderFormat, Format, Named, about
from counterclaim.export.tables import TABLES, Table

__all__ = ["FOLDER_FORMATS", "FORMATS", "TABLES", "FolderFormat", "Format", "Named", "Table", "about"]
